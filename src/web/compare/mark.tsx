import { alternativeLook } from '../plots/alternative-look.ts';
import styles from './column.module.css';

/** A short line as an alternative has it in every plot. */
export function Mark({ index }: { readonly index: number }) {
  const { colour, dash } = alternativeLook(index);
  return (
    <svg className={styles.mark} viewBox="0 0 24 8" aria-hidden="true">
      <line
        x1="0"
        x2="24"
        y1="4"
        y2="4"
        stroke={colour}
        strokeWidth="4"
        strokeDasharray={dash === '' ? undefined : dash}
      />
    </svg>
  );
}
