import { useEffect, useRef, useState } from 'react';
import { useLanguage, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { problemOf } from './allowed.ts';
import { wrongInWords } from './allowed-in-words.ts';
import type { Field } from './field.ts';
import { decimalsOf, readNumber } from './read-number.ts';
import { unitWords } from './unit-words.ts';
import { modelNumber, shownNumber } from './value-in-words.ts';
import styles from './village.module.css';
import { words } from './words.ts';

/** How long somebody may rest between two keys before what stands there is taken. */
const pause = 600;

/**
 * A number as a person writes it in their language. What is typed is taken after a pause, at Enter and when the field is left;
 * what is wrong is told when it is left, and goes no further. Escape puts back what stood there.
 */
export function NumberInput({
  id,
  field,
  value,
  describedBy,
  problem,
  isWrong = false,
  onNumber,
  onEmpty,
}: {
  readonly id: string;
  readonly field: Pick<Field, 'unit' | 'isPercent' | 'allowed'>;
  /** In the unit of the model; undefined where nothing stands there. */
  readonly value: number | undefined;
  readonly describedBy?: string | undefined;
  /** What is wrong for another reason than what is typed. */
  readonly problem?: string | undefined;
  /** Whether something is wrong that is told elsewhere. */
  readonly isWrong?: boolean | undefined;
  readonly onNumber: (value: number) => void;
  /** Called when the field is left empty; says what is wrong with that, if anything. */
  readonly onEmpty: () => string | undefined;
}) {
  const language = useLanguage();
  const numbers = useNumbers();
  const said = useWords(words);
  const [draft, setDraft] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const unit = unitWords(field.unit, language, field.isPercent);

  const take = (text: string, isLast: boolean): void => {
    clearTimeout(timer.current);
    const read = readNumber(text, language, unit);
    if (read.kind === 'empty') {
      if (!isLast) return;
      const why = onEmpty();
      setWrong(why);
      if (why === undefined) setDraft(undefined);
      return;
    }
    const shown = text.trim().slice(0, 40);
    if (read.kind === 'wrong') {
      if (isLast) setWrong(read.why === 'ambiguous' ? ambiguous(shown) : said.notNumber(shown));
      return;
    }
    const meant = modelNumber(read.value, field);
    const why = problemOf(meant, field.allowed);
    if (why !== undefined) {
      if (isLast) setWrong(wrongInWords(why, meant, field, language));
      return;
    }
    setWrong(undefined);
    if (meant !== value) onNumber(meant);
    if (isLast) setDraft(undefined);
  };
  const ambiguous = (shown: string): string => {
    const [whole = '', part = ''] = shown.replace(/[^\d.]/g, '').split('.');
    return said.ambiguous(shown, numbers.number(Number(`${whole}${part}`)), `${whole},${part}`);
  };

  const standing = value === undefined ? undefined : shownNumber(value, field);
  // Written the same with and without the keyboard in it: what is selected on the way in stays selected.
  const text =
    draft ??
    (standing === undefined ? '' : numbers.number(standing, Math.min(decimalsOf(Number(standing.toPrecision(12))), 6)));
  const told = wrong ?? problem;
  return (
    <>
      <input
        id={id}
        className={`field ${styles.number}`}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-invalid={told !== undefined || isWrong}
        aria-describedby={[told === undefined ? undefined : `${id}-wrong`, describedBy].filter(Boolean).join(' ')}
        onChange={({ target }) => {
          setDraft(target.value);
          setWrong(undefined);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => take(target.value, false), pause);
        }}
        onBlur={() => {
          if (draft !== undefined) take(draft, true);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && draft !== undefined) {
            event.preventDefault();
            take(draft, true);
          }
          if (event.key === 'Escape' && draft !== undefined) {
            event.stopPropagation();
            clearTimeout(timer.current);
            setDraft(undefined);
            setWrong(undefined);
          }
        }}
      />
      <span id={`${id}-wrong`} className={`wrong small ${styles.wrong}`} aria-live="polite">
        {told}
      </span>
    </>
  );
}
