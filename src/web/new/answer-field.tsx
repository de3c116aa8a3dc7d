import type { ReactNode } from 'react';
import { UncertaintyCurve } from '../plots/uncertainty-curve.tsx';
import { isOrdered } from '../village/allowed.ts';
import { readNumber } from '../village/read-number.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import type { FieldProblem } from './field-problem.ts';
import type { NumberField } from './fields.ts';
import type { Answer } from './form.ts';
import styles from './new-village.module.css';
import { unitShown, useAllowedWords, useProblemWords } from './use-problem-words.ts';
import { words } from './words.ts';

export type AnswerFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly field: NumberField;
  readonly answer: Answer;
  readonly onChange: (answer: Answer) => void;
  readonly onBlur: (id: string) => void;
  readonly problems: ReadonlyMap<string, FieldProblem>;
  /** What holds where it is not known; undefined where it must be answered. */
  readonly unknown?: ReactNode;
  /** Whether three numbers may be given; they may unless stated. */
  readonly hasRange?: boolean;
};

/** A number somebody knows, knows roughly, assumes, or does not know. */
export function AnswerField(props: AnswerFieldProps) {
  const { id, label, help, field, answer, onChange, onBlur, problems, unknown, hasRange = true } = props;
  const said = useWords(words);
  const language = useLanguage();
  const inWords = useProblemWords();
  const allowed = useAllowedWords()(field.allowed, field.unit);
  const unit = unitShown(field.unit, language);
  const isOptional = unknown !== undefined;
  const wrong = [id, `${id}.low`, `${id}.likely`, `${id}.high`].flatMap((each) => {
    const problem = problems.get(each);
    return problem === undefined ? [] : [{ id: each, text: inWords(problem) }];
  });
  const input = (name: 'one' | 'low' | 'likely' | 'high', text: string, change: Partial<Answer>['one']) => {
    const inputId = name === 'one' ? id : `${id}.${name}`;
    return (
      <input
        id={inputId}
        className={`field ${styles['number']}`}
        inputMode="decimal"
        autoComplete="off"
        value={change ?? ''}
        aria-label={text}
        aria-invalid={problems.has(inputId)}
        aria-describedby={`${id}-about`}
        onChange={(event) => onChange(typed(answer, name, event.target.value, isOptional))}
        onBlur={() => onBlur(inputId)}
      />
    );
  };
  return (
    <fieldset className={styles['question']}>
      <legend>{label}</legend>
      <span className={styles['row']}>
        {answer.known === 'range'
          ? (['low', 'likely', 'high'] as const).map((end) => (
              <span key={end} className={styles['bound']}>
                <span className="small" aria-hidden="true">
                  {said[end]}
                </span>
                {input(end, `${label}: ${said[end]}`, answer[end])}
              </span>
            ))
          : input('one', label, answer.one)}
        {unit === '' ? null : <span className={styles['unit']}>{unit}</span>}
        {isOptional || hasRange ? (
          <select
            className={`field ${styles['known']}`}
            aria-label={`${label}: ${said.known}`}
            value={answer.known}
            onChange={(event) => onChange(turnedTo(answer, event.target.value))}
          >
            {isOptional ? <option value="no">{said.knownNo}</option> : null}
            <option value="one">{said.knownOne}</option>
            {hasRange ? <option value="range">{said.knownRange}</option> : null}
          </select>
        ) : null}
        <label className={styles['assumed']} data-off={answer.known === 'no'}>
          <input
            type="checkbox"
            checked={answer.isAssumed}
            disabled={answer.known === 'no'}
            onChange={(event) => onChange({ ...answer, isAssumed: event.target.checked })}
          />
          {said.assumed}
        </label>
      </span>
      <span id={`${id}-about`}>
        {wrong.map(({ id: at, text }) => (
          <span key={at} className="small wrong">
            {wrong.length > 1 ? `${said[at.slice(id.length + 1) as 'low' | 'likely' | 'high'] ?? ''}: ` : ''}
            {text}{' '}
          </span>
        ))}
        <span className="small soft">
          {[help, answer.known === 'no' ? unknown : undefined, answer.known === 'no' ? undefined : allowed]
            .filter((part) => part !== undefined)
            .map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: these sentences have no other name, and keep their order
              <span key={index}>
                {part}
                {typeof part === 'string' && !part.endsWith('.') ? '. ' : ' '}
              </span>
            ))}
          {answer.known === 'one' && answer.from !== null && answer.from.text === answer.one
            ? said.source(answer.from.source)
            : null}
        </span>
      </span>
      {answer.known === 'range' ? <Curve answer={answer} unit={unit} /> : null}
    </fieldset>
  );
}

/** The three numbers as a small curve, once they are numbers in order. */
function Curve({ answer, unit }: { readonly answer: Answer; readonly unit: string }) {
  const language = useLanguage();
  const { number } = useNumbers();
  const [low, likely, high] = [answer.low, answer.likely, answer.high].map((text) => {
    const read = readNumber(text, language);
    return read.kind === 'number' ? read.value : undefined;
  });
  if (low === undefined || likely === undefined || high === undefined) return null;
  if (!isOrdered({ low, likely, high }) || low === high) return null;
  const write = (value: number): string => `${number(value, Number.isInteger(value) ? 0 : 1)}\u00a0${unit}`;
  return <UncertaintyCurve low={low} likely={likely} high={high} write={write} />;
}

/** With something typed: what is typed is known, what is emptied is not. */
function typed(answer: Answer, name: 'one' | 'low' | 'likely' | 'high', text: string, isOptional: boolean): Answer {
  if (name !== 'one') return { ...answer, [name]: text };
  // Another number than the one that was filled in is somebody's own.
  const isAssumed = answer.from !== null && answer.one === answer.from.text ? false : answer.isAssumed;
  return {
    ...answer,
    one: text,
    isAssumed: text === answer.from?.text ? answer.from.isAssumed : isAssumed,
    known: text.trim() === '' && isOptional ? 'no' : 'one',
  };
}

/** With how sure it is otherwise; the number that stood there becomes the likely one. */
function turnedTo(answer: Answer, known: string): Answer {
  if (known === 'no') return { ...answer, known, one: '' };
  if (known === 'range') return { ...answer, known, likely: answer.likely === '' ? answer.one : answer.likely };
  return { ...answer, known: 'one', one: answer.one === '' ? answer.likely : answer.one };
}
