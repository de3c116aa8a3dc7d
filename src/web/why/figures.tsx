import type { Quantity } from './expression.ts';
import { useTeller } from './telling-context.tsx';
import styles from './why.module.css';

/** A value and its unit in the columns of an equation; the unit is read out in full. */
export function Figures({ quantity }: { readonly quantity: Quantity }) {
  const { telling } = useTeller();
  const { number, unit, spoken } = telling.written(quantity);
  return (
    <>
      <span className="unseen">{spoken}</span>
      <span aria-hidden="true" className={unit === '' && number.length > 14 ? styles.sentence : styles.number}>
        {number}
      </span>
      <span aria-hidden="true" className={styles.unit}>
        {unit}
      </span>
    </>
  );
}
