import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Problem } from '../api/ask.ts';
import { UncertaintyCurve } from '../plots/uncertainty-curve.tsx';
import { useLanguage, useWords } from '../words/language.tsx';
import type { Language } from '../words/spoken.ts';
import { isOrdered, problemOf, rangeAround } from './allowed.ts';
import { allowedInWords, wrongInWords } from './allowed-in-words.ts';
import { numberKeyOf, type Said, saidOf, withNumber, withRange, withSaid, withSecret } from './edit-value.ts';
import { type Field, statedIn } from './field.ts';
import { NumberInput } from './number-input.tsx';
import { isSame } from './scenario-tree.ts';
import { likelyNumber, type Range, readStated, type Shape, type Status, type Told } from './stated-value.ts';
import { unitWords } from './unit-words.ts';
import { numberInWords, valueInWords } from './value-in-words.ts';
import styles from './village.module.css';
import { useVillage } from './village-context.ts';
import { words } from './words.ts';
import { WorkedOut } from './worked-out.tsx';

/**
 * One value of the scenario: what is stated, what the model takes otherwise, how far it is known, and all of it open to change.
 */
export function ValueField({ field }: { readonly field: Field }) {
  const said = useWords(words);
  const language = useLanguage();
  const { saved, tried, put, putBack, problemsAt, target } = useVillage();
  const id = `f-${field.id}`;
  const box = useRef<HTMLDivElement>(null);
  const stated = statedIn(tried, field);
  const before = statedIn(saved, field);
  const isChanged = !isSame(stated, before);
  const { shape, told } = readStated(stated, numberKeyOf(field.form));
  const range = useRange(field, shape, told, isChanged, before);
  useEffect(() => {
    if (target === undefined || !field.paths.includes(target.path)) return;
    reveal(box.current);
  }, [target, field.paths]);

  const [isMore, setMore] = useState(false);
  const knownAs = (): Said => saidOf(told, isChanged, said.ownValue);
  const label = field.label[language];
  const unit = unitWords(field.unit, language, field.isPercent);
  const [problem] = problemsAt(field);
  const problemText = problem === undefined ? undefined : problemInWords(problem, field, language);
  const canBeUnknown = !field.isRequired && shape.kind !== 'none';
  const takeAway = (): string | undefined => {
    if (shape.kind === 'none') return undefined;
    return field.isRequired ? said.missing(allowedInWords(field, language)) : said.missingUnknown;
  };

  // A button that goes away with what it did may not take the keyboard along.
  const stay = (): void => {
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('input, select')?.focus());
  };
  const buttons = (
    <span className={styles.buttons}>
      {canBeUnknown && !field.isYesNo ? (
        <button
          type="button"
          className={styles.plain}
          aria-label={said.unknownOf(label)}
          onClick={() => {
            range.drop();
            put(field, undefined);
            stay();
          }}
        >
          {said.unknown}
        </button>
      ) : null}
      {field.form === 'plain' ? null : (
        <button
          type="button"
          className={styles.plain}
          aria-label={said.moreOf(label)}
          aria-expanded={isMore}
          aria-controls={`${id}-more`}
          onClick={() => setMore(!isMore)}
        >
          {said.more}
        </button>
      )}
    </span>
  );

  return (
    <div className={styles.valueField} ref={box}>
      <div className={styles.labelRow}>
        {range.isOpen ? (
          <span id={`${id}-label`}>{label}</span>
        ) : (
          <label htmlFor={id} id={`${id}-label`}>
            {label}
          </label>
        )}
        <Badges shape={shape} told={told} field={field} />
      </div>
      {range.isOpen ? (
        <fieldset className={styles.three} aria-labelledby={`${id}-label`} aria-describedby={`${id}-state`}>
          {(['low', 'likely', 'high'] as const).map((end) => (
            <div key={end}>
              <label htmlFor={end === 'low' ? id : `${id}-${end}`} className="small">
                {said[end]}
              </label>
              <NumberInput
                id={end === 'low' ? id : `${id}-${end}`}
                field={field}
                value={range.values[end]}
                problem={end === 'high' ? (range.problem ?? problemText) : undefined}
                isWrong={range.problem !== undefined || problemText !== undefined}
                onNumber={(value) => range.put(end, value)}
                onEmpty={() => said.missing(allowedInWords(field, language))}
              />
            </div>
          ))}
          <div className={styles.curve}>
            {range.drawn === undefined ? null : (
              <UncertaintyCurve
                {...range.drawn}
                shape={shape.kind === 'range' ? shape.curve : 'pert'}
                write={(value) => `${numberInWords(value, field, language)} ${unit}`.trim()}
              />
            )}
            <span className="soft">{unit}</span>
            {buttons}
          </div>
        </fieldset>
      ) : (
        <div className={styles.inputRow}>
          {field.isYesNo ? (
            <YesNo
              id={id}
              field={field}
              shape={shape}
              onChoose={(value) =>
                put(field, value === undefined ? undefined : withNumber(stated, value, field.form, knownAs()))
              }
            />
          ) : (
            <>
              <NumberInput
                id={id}
                field={field}
                value={likelyNumber(shape)}
                describedBy={`${id}-state`}
                problem={problemText}
                onNumber={(value) => put(field, withNumber(stated, value, field.form, knownAs()))}
                onEmpty={takeAway}
              />
              <span className={`soft ${styles.unit}`}>{unit}</span>
            </>
          )}
          {buttons}
        </div>
      )}
      <p id={`${id}-state`} className={`small soft ${styles.state}`}>
        <State field={field} shape={shape} told={told} />
        {isChanged ? (
          <>
            {shape.kind === 'none' || told.source !== undefined || told.note !== undefined ? ' · ' : null}
            {said.wasBefore(
              valueInWords(readStated(before, numberKeyOf(field.form)).shape, field, language) ?? said.nothing,
            )}{' '}
            <button
              type="button"
              className={styles.plain}
              aria-label={said.takeBackOf(label)}
              onClick={() => {
                range.drop();
                putBack(field);
                stay();
              }}
            >
              {said.takeBack}
            </button>
          </>
        ) : null}
      </p>
      {isMore ? <Certainty field={field} stated={stated} shape={shape} told={told} range={range} /> : null}
    </div>
  );
}

/** Opens what a field lies folded in, brings it into view, and gives it the keyboard. */
function reveal(box: HTMLElement | null): void {
  for (let above = box?.parentElement; above != null; above = above.parentElement)
    if (above instanceof HTMLDetailsElement) above.open = true;
  const input = box?.querySelector<HTMLElement>('input, select');
  input?.scrollIntoView({ block: 'center' });
  input?.focus({ preventScroll: true });
}

/** What the service found wrong: in the words of the page where it is a range, otherwise in the service's own. */
function problemInWords(problem: Problem, field: Field, language: Language): string {
  const said = words[language];
  const found = Number(problem.found ?? Number.NaN);
  const why = Number.isFinite(found) ? problemOf(found, field.allowed) : undefined;
  if (problem.code === 'out-of-range' && why !== undefined) return wrongInWords(why, found, field, language);
  const message = problem.message.replace(/[^.!?]$/, '$&.');
  return [said.refused(message), problem.allowed ? said.refusedAllowed(problem.allowed) : undefined, problem.hint]
    .filter(Boolean)
    .join(' ');
}

type RangeState = {
  readonly isOpen: boolean;
  readonly values: Partial<Range>;
  /** What the curve shows; undefined until all three stand there, in order. */
  readonly drawn: Range | undefined;
  readonly problem: string | undefined;
  readonly put: (end: keyof Range, value: number) => void;
  readonly open: () => void;
  readonly close: () => void;
  /** Forgets what is not whole yet. */
  readonly drop: () => void;
};

/** Three numbers in place of one: taken when all three stand there, in order. */
function useRange(field: Field, shape: Shape, told: Told, isChanged: boolean, _before: unknown): RangeState {
  const said = useWords(words);
  const { tried, put } = useVillage();
  const [pending, setPending] = useState<Partial<Range>>();
  const stated = statedIn(tried, field);
  const standing: Partial<Range> = shape.kind === 'range' ? shape.range : {};
  const values = { ...standing, ...pending };
  const whole = wholeRange(values);
  const knownAs = saidOf(told, isChanged, said.ownValue);
  const drawn = whole !== undefined && isOrdered(whole) ? whole : undefined;
  return {
    isOpen: shape.kind === 'range' || pending !== undefined,
    values,
    drawn,
    problem: whole !== undefined && drawn === undefined ? said.notOrdered : undefined,
    put: (end, value) => {
      const next = wholeRange({ ...values, [end]: value });
      if (next === undefined || !isOrdered(next)) setPending({ ...pending, [end]: value });
      else {
        setPending(undefined);
        put(field, withRange(stated, next, knownAs));
      }
    },
    open: () => {
      const usual = field.usual === undefined ? undefined : readStated(field.usual.stated).shape;
      const start =
        shape.kind === 'number'
          ? rangeAround(shape.value, field.allowed)
          : usual?.kind === 'range' && shape.kind === 'none'
            ? usual.range
            : undefined;
      if (start === undefined) {
        const one = likelyNumber(shape);
        setPending(one === undefined ? {} : { low: one, likely: one });
        return;
      }
      const priceYear = shape.kind === 'none' ? field.usual?.priceYear : undefined;
      const base = priceYear === undefined ? stated : { priceYear };
      put(field, withRange(base, start, knownAs));
    },
    drop: () => setPending(undefined),
    close: () => {
      setPending(undefined);
      const likely = values.likely;
      if (shape.kind === 'range' && likely !== undefined) put(field, withNumber(stated, likely, field.form, knownAs));
    },
  };
}

function wholeRange({ low, likely, high }: Partial<Range>): Range | undefined {
  return low === undefined || likely === undefined || high === undefined ? undefined : { low, likely, high };
}

function Badges({ shape, told, field }: { readonly shape: Shape; readonly told: Told; readonly field: Field }) {
  const said = useWords(words);
  const status: Status | undefined = shape.kind === 'none' ? field.usual?.status : told.status;
  const name = status === 'assumption' ? said.assumption : status === 'synthetic' ? said.synthetic : undefined;
  return (
    <span className={styles.badges}>
      {told.secret ? <span className="badge">{said.secretBadge}</span> : null}
      {name === undefined ? null : <span className="badge">{name}</span>}
    </span>
  );
}

/** What stands there and where it comes from, or what the model takes in its place. */
function State({
  field,
  shape,
  told,
}: {
  readonly field: Field;
  readonly shape: Shape;
  readonly told: Told;
}): ReactNode {
  const said = useWords(words);
  const language = useLanguage();
  if (shape.kind === 'other') return said.onlyInFile;
  const isMoney = field.unit.startsWith('SEK');
  if (shape.kind !== 'none') {
    const parts = [
      told.source === undefined ? undefined : told.source === said.ownValue ? told.source : said.from(told.source),
      isMoney && told.priceYear !== undefined ? said.pricesOf(told.priceYear) : undefined,
      told.note,
    ].filter((part) => part !== undefined);
    return parts.length === 0 ? null : <bdi>{parts.join(' · ')}</bdi>;
  }
  const { usual } = field;
  if (usual?.stated !== undefined) {
    const value = valueInWords(readStated(usual.stated).shape, field, language) ?? said.nothing;
    const year = isMoney && usual.priceYear !== undefined ? ` ${said.pricesOf(usual.priceYear)}` : '';
    return (
      <>
        {said.reckonsWith(`${value}${year}`)}
        {usual.source === undefined || usual.source === '' ? null : ` ${said.from(usual.source)}`}
      </>
    );
  }
  if (field.name === 'openingOwnerAge') return said.ownerAgeUnknown;
  return field.workedOut === undefined ? (
    said.reckonsItself
  ) : (
    <WorkedOut what={field.workedOut} field={field} language={language} />
  );
}

function YesNo({
  id,
  field,
  shape,
  onChoose,
}: {
  readonly id: string;
  readonly field: Field;
  readonly shape: Shape;
  readonly onChoose: (value: boolean | undefined) => void;
}) {
  const said = useWords(words);
  return (
    <select
      id={id}
      className="field"
      aria-describedby={`${id}-state`}
      value={shape.kind === 'yes-no' ? String(shape.value) : ''}
      onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value === 'true')}
    >
      {field.isRequired && shape.kind === 'yes-no' ? null : <option value="">{said.unknown}</option>}
      <option value="true">{said.yes}</option>
      <option value="false">{said.no}</option>
    </select>
  );
}

/** How sure somebody is of a value, how they know it, and whether it may be shown. */
function Certainty({
  field,
  stated,
  shape,
  told,
  range,
}: {
  readonly field: Field;
  readonly stated: unknown;
  readonly shape: Shape;
  readonly told: Told;
  readonly range: RangeState;
}) {
  const said = useWords(words);
  const language: Language = useLanguage();
  const { put } = useVillage();
  const id = useId();
  const [source, setSource] = useState<string>();
  const isStated = shape.kind !== 'none';
  const status = told.status ?? 'assumption';
  const tell = (next: Partial<Said>): void =>
    put(field, withSaid(stated, field.form, { status, source: told.source ?? '', ...next }));
  return (
    <div id={`f-${field.id}-more`} className={styles.certainty}>
      {field.help === undefined || field.help[language] === '' ? null : <p className="small">{field.help[language]}</p>}
      {field.isYesNo ? null : <p className="small">{said.refusedAllowed(allowedInWords(field, language))}</p>}
      {field.form === 'stated' && !field.isYesNo && !field.allowed.isWhole ? (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={range.isOpen}
            onChange={({ target }) => (target.checked ? range.open() : range.close())}
          />
          {said.uncertain}
        </label>
      ) : null}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={told.secret}
          disabled={!isStated}
          onChange={({ target }) => put(field, withSecret(stated, field.form, target.checked))}
        />
        {said.secret}
      </label>
      <div className={styles.how}>
        <label htmlFor={`${id}-how`} className="small">
          {said.how}
        </label>
        <select
          id={`${id}-how`}
          className="field"
          disabled={!isStated}
          value={status}
          onChange={({ target }) =>
            tell({
              status: target.value as Status,
              source:
                target.value === 'assumption'
                  ? said.ownValue
                  : told.source === said.ownValue
                    ? ''
                    : (told.source ?? ''),
            })
          }
        >
          <option value="assumption">{said.guessed}</option>
          <option value="found">{said.found}</option>
          <option value="derived">{said.derived}</option>
          {status === 'synthetic' ? <option value="synthetic">{said.synthetic}</option> : null}
        </select>
        <label htmlFor={`${id}-source`} className="small">
          {said.source}
        </label>
        <input
          id={`${id}-source`}
          className="field"
          type="text"
          maxLength={2000}
          disabled={!isStated}
          value={source ?? told.source ?? ''}
          onChange={({ target }) => setSource(target.value)}
          onBlur={() => {
            if (source !== undefined && source !== (told.source ?? '')) tell({ source });
            setSource(undefined);
          }}
        />
      </div>
    </div>
  );
}
