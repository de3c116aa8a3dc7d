import type { ReactNode } from 'react';
import { useWords } from '../words/language.tsx';
import { type Result, useWork } from '../work/work.tsx';
import styles from './column.module.css';
import { words } from './words.ts';

/** What every section of the comparison is given. */
export type Given = {
  readonly result: Result;
  /** Keys of the alternatives that are shown, in the order of the result. */
  readonly shown: readonly string[];
  /** Key of the alternative the answer is about; undefined where there is only the baseline. */
  readonly main: string | undefined;
  readonly shopNames: ReadonlyMap<string, string>;
};

/** A section of the comparison, under its heading; it says where its numbers are built on made-up inputs. */
export function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const said = useWords(words);
  const { result } = useWork();
  return (
    <section className={styles.section} aria-labelledby={id}>
      {result?.synthetic === null || result === undefined ? null : (
        <span className={styles.syntheticMark}>{said.syntheticShort}</span>
      )}
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
