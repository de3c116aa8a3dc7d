import { useState } from 'react';
import { useWords } from '../words/language.tsx';
import { Door } from './door.tsx';
import { askToEdit } from './edit.ts';
import { groupInputs, rangeOf } from './inputs.ts';
import type { Explained } from './telling.ts';
import { useTeller } from './telling-context.tsx';
import { type Explanation, useInputs } from './use-explanation.ts';
import styles from './why.module.css';
import { words } from './words.ts';

/** Inputs of a group that are shown before the rest are folded. */
const mostShown = 6;

/** What a number rests on, in one list: what one can do something about first. */
export function InputsList({
  explanation,
  onEdit,
}: {
  readonly explanation: Explanation;
  /** Before the form is asked to show a field: a sheet over it has to go. */
  readonly onEdit: (then: () => boolean) => boolean;
}) {
  const said = useWords(words);
  const { inputsCount } = explanation;
  const inputs = useInputs(explanation);
  if (inputs.length === 0) return <p className="soft">{said.inputsNone}</p>;
  const { byYou, unknown, byModel, filledIn } = groupInputs(inputs);
  return (
    <>
      <Group label={said.byYou} inputs={byYou} onEdit={onEdit} />
      <Group label={said.unknown} inputs={unknown} isAssumed onEdit={onEdit} />
      <Group label={said.byModel} inputs={byModel} />
      <Group label={said.filledIn} inputs={filledIn} isFolded />
      {inputsCount > inputs.length && <p className="soft small">{said.allInputs(inputs.length, inputsCount)}</p>}
    </>
  );
}

function Group({
  label,
  inputs,
  isFolded = false,
  isAssumed = false,
  onEdit,
}: {
  readonly label: string;
  readonly inputs: readonly Explained[];
  readonly isFolded?: boolean;
  readonly isAssumed?: boolean;
  readonly onEdit?: (then: () => boolean) => boolean;
}) {
  const said = useWords(words);
  const first = isFolded ? 0 : mostShown;
  const [isWhole, setWhole] = useState(false);
  if (inputs.length === 0) return null;
  const shown = isWhole || inputs.length <= first + 1 ? inputs : inputs.slice(0, first);
  const more = inputs.length - first;
  return (
    <section>
      <h4 className={styles.group}>
        {label} <span className="soft">({inputs.length})</span>
      </h4>
      <ul className={styles.inputs}>
        {shown.map((input) => (
          <Input key={input.key} input={input} isAssumed={isAssumed} onEdit={onEdit} />
        ))}
      </ul>
      {inputs.length > first + 1 && (
        <button type="button" className={styles.unfold} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? said.showFewer : said.moreInputs(more)}
        </button>
      )}
    </section>
  );
}

function Input({
  input,
  isAssumed,
  onEdit,
}: {
  readonly input: Explained;
  /** It is said already that it is an assumption. */
  readonly isAssumed: boolean;
  readonly onEdit: ((then: () => boolean) => boolean) | undefined;
}) {
  const said = useWords(words);
  const { telling, alternative } = useTeller();
  const [isRefused, setRefused] = useState(false);
  const { entity, instance, variable, key, unit, value, holds, stated, status, inputSource, priceYear } = input;
  const label = telling.label(input);
  const apart = telling.apart(input);
  const range = rangeOf(stated);
  const badges = { assumption: said.assumption, synthetic: said.syntheticValue, found: undefined, derived: undefined };
  const badge = status === null || isAssumed ? undefined : badges[status];
  const known = { found: said.found, derived: said.derived, assumption: undefined, synthetic: undefined };
  const remarks = [
    range === undefined
      ? undefined
      : said.between(telling.text({ value: range.low, unit: '1' }), telling.text({ value: range.high, unit })),
    priceYear === null ? undefined : said.prices(priceYear),
    status === null ? undefined : known[status],
    inputSource === null
      ? status === 'found' || status === 'derived'
        ? said.noSource
        : undefined
      : said.source(inputSource),
  ].filter((remark) => remark !== undefined);
  return (
    <li className={styles.input}>
      <span className={styles.inputName}>
        <Door figure={{ what: key, alternative }}>
          <bdi>{label}</bdi>
        </Door>
        {apart.length > 0 && (
          <span className="soft">
            {', '}
            <bdi>{apart.join(', ')}</bdi>
          </span>
        )}{' '}
        {badge !== undefined && <span className="badge">{badge}</span>}
        {onEdit !== undefined && (
          <button
            type="button"
            className={`${styles.unfold} unprinted`}
            onClick={() => setRefused(!onEdit(() => askToEdit({ entity, instance, variable })))}
          >
            {said.edit}
            <span className="unseen"> {label}</span>
          </button>
        )}
      </span>
      <span className={styles.inputValue}>
        {stated === null && value === null && holds === null
          ? said.notStated
          : telling.text({ value: holds ?? value, unit })}
      </span>
      {remarks.length > 0 && <bdi className={`${styles.inputAbout} soft small`}>{remarks.join(' · ')}</bdi>}
      {isRefused && (
        <span className={styles.remark} role="status">
          {said.cannotEdit}
        </span>
      )}
    </li>
  );
}
