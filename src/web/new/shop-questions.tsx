import type { ReactNode } from 'react';
import { useWords } from '../words/language.tsx';
import { AnswerField } from './answer-field.tsx';
import { shopNumberFields } from './fields.ts';
import type { ShopForm } from './form.ts';
import type { FormParts } from './form-parts.ts';
import styles from './new-village.module.css';
import { shopsOf } from './read-form.ts';
import { TextField } from './text-field.tsx';
import type { ShopField } from './village.ts';
import { words } from './words.ts';

/** Questions 3 to 7: the shop or shops of the village. */
export function ShopQuestions({ form, setForm, problems, left, wrong, defaults, successionAtFullPay }: FormParts) {
  const said = useWords(words);
  const shops = shopsOf(form);
  const change = (index: number, part: Partial<ShopForm>): void =>
    setForm((now) => {
      const [first, second] = now.shop;
      return { ...now, shop: index === 0 ? [{ ...first, ...part }, second] : [first, { ...second, ...part }] };
    });
  const each = (draw: (shop: ShopForm, index: number) => ReactNode): ReactNode =>
    shops.length === 1 ? (
      draw(form.shop[0], 0)
    ) : (
      <div className={styles['two']}>
        {shops.map((shop, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the first shop and the second
          <fieldset key={index} className={styles['thing']}>
            <legend>
              <bdi>{shop.name.trim() === '' ? said.shop(String(index + 1)) : shop.name.trim().slice(0, 60)}</bdi>
            </legend>
            {draw(shop, index)}
          </fieldset>
        ))}
      </div>
    );
  const answer = (shop: ShopForm, index: number, field: ShopField, label: string, unknown: string, help?: string) => (
    <AnswerField
      id={`shops.${index}.${field}`}
      label={label}
      help={help}
      field={shopNumberFields[field]}
      answer={shop[field]}
      onChange={(value) => change(index, { [field]: value })}
      onBlur={left}
      problems={problems}
      unknown={
        <>
          {unknown} <span className="badge">{said.assumption}</span>
        </>
      }
    />
  );
  return (
    <>
      <section className={styles['part']}>
        <h2>3. {said.q3}</h2>
        <fieldset className={styles['question']}>
          <legend>{said.shops}</legend>
          {(['none', 'one', 'two'] as const).map((count) => (
            <label key={count} className={styles['choice']}>
              <input
                type="radio"
                name="shops"
                checked={form.shops === count}
                onChange={() => setForm((now) => ({ ...now, shops: count }))}
              />
              {{ none: said.shopsNone, one: said.shopsOne, two: said.shopsTwo }[count]}
            </label>
          ))}
        </fieldset>
        {shops.length === 0 ? (
          <p className="small soft">{said.noShopSkip}</p>
        ) : (
          each((shop, index) => (
            <>
              <TextField
                id={`shops.${index}.name`}
                label={said.shopName}
                help={said.optional}
                value={shop.name}
                onChange={(name) => change(index, { name })}
                onBlur={() => left(`shops.${index}.name`)}
                wrong={wrong(`shops.${index}.name`)}
              />
              {answer(shop, index, 'turnover', said.turnover, said.turnoverUnknown(defaults('localShare')))}
            </>
          ))
        )}
        {shops.length < 2 ? null : (
          <fieldset className={styles['question']}>
            <legend>{said.host}</legend>
            {(['first', 'second'] as const).map((host, index) => (
              <label key={host} className={styles['choice']}>
                <input
                  type="radio"
                  name="host"
                  checked={form.host === host}
                  onChange={() => setForm((now) => ({ ...now, host }))}
                />
                <bdi>{form.shop[index]?.name.trim().slice(0, 60) || said.shop(String(index + 1))}</bdi>
              </label>
            ))}
          </fieldset>
        )}
      </section>
      {shops.length === 0 ? null : (
        <>
          <section className={styles['part']}>
            <h2>4. {said.q4}</h2>
            {each((shop, index) =>
              answer(
                shop,
                index,
                'grossMargin',
                said.grossMargin,
                said.reckoned(defaults('tradeMargin')),
                said.grossMarginHelp,
              ),
            )}
          </section>
          <section className={styles['part']}>
            <h2>5. {said.q5}</h2>
            {each((shop, index) => (
              <>
                {answer(
                  shop,
                  index,
                  'staffFixed',
                  said.staffFixed,
                  said.ofTurnover(defaults('staffFixedBase'), defaults('staffFixedShare')),
                )}
                {answer(shop, index, 'staffShare', said.staffShare, said.reckoned(defaults('staffShare')))}
              </>
            ))}
          </section>
          <section className={styles['part']}>
            <h2>6. {said.q6}</h2>
            {each((shop, index) => (
              <>
                {answer(shop, index, 'floorArea', said.floorArea, said.reckoned(defaults('floorArea')))}
                {answer(
                  shop,
                  index,
                  'premises',
                  said.premises,
                  said.ofTurnover(defaults('premisesBase'), defaults('premisesShare')),
                  said.premisesHelp,
                )}
              </>
            ))}
          </section>
          <section className={styles['part']}>
            <h2>7. {said.q7}</h2>
            {each((shop, index) =>
              answer(
                shop,
                index,
                'openingOwnerAge',
                said.ownerAge,
                said.ownerAgeUnknown(defaults('exitRate')),
                said.ownerAgeHelp(defaults('retirementAge')),
              ),
            )}
            <fieldset className={styles['question']}>
              <legend>{said.successor}</legend>
              {(['unknown', 'yes', 'no'] as const).map((successor) => (
                <label key={successor} className={styles['choice']}>
                  <input
                    type="radio"
                    name="successor"
                    checked={form.successor === successor}
                    onChange={() => setForm((now) => ({ ...now, successor }))}
                  />
                  {
                    {
                      unknown: said.successorUnknown(defaults('successionBase'), successionAtFullPay),
                      yes: said.successorYes,
                      no: said.successorNo,
                    }[successor]
                  }
                </label>
              ))}
            </fieldset>
          </section>
        </>
      )}
    </>
  );
}
