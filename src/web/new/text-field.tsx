import type { ReactNode } from 'react';
import styles from './new-village.module.css';

/** A line of text or a number, with its label, help and what is wrong with it. */
export function TextField({
  id,
  label,
  help,
  value,
  onChange,
  onBlur,
  wrong,
  unit,
  isNumber = false,
  isShort = false,
}: {
  readonly id: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
  readonly wrong: string | undefined;
  readonly unit?: string | undefined;
  readonly isNumber?: boolean;
  readonly isShort?: boolean;
}) {
  return (
    <div className={styles['question']}>
      <label htmlFor={id}>{label}</label>
      <span className={styles['row']}>
        <input
          id={id}
          className={`field ${isShort ? styles['number'] : styles['text']}`}
          inputMode={isNumber ? 'decimal' : undefined}
          autoComplete="off"
          dir={isNumber ? undefined : 'auto'}
          value={value}
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-about`}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
        {unit === undefined ? null : <span>{unit}</span>}
      </span>
      <span id={`${id}-about`}>
        {wrong === undefined ? null : <span className="small wrong">{wrong} </span>}
        {help === undefined ? null : <span className="small soft">{help}</span>}
      </span>
    </div>
  );
}
