import type { ReactNode } from 'react';
import { useWords } from '../words/language.tsx';
import { words } from './words.ts';
import styles from './year-table.module.css';

/** A column of numbers over years. */
export type YearColumn = {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly ReactNode[];
};

/** Columns that belong together: an alternative. */
export type YearGroup = {
  readonly key: string;
  readonly label: string;
  readonly columns: readonly YearColumn[];
};

/** The numbers of a plot, a row for each year, columns grouped by alternative. */
export function YearTable({
  caption,
  years,
  groups,
}: {
  readonly caption: string;
  readonly years: readonly number[];
  readonly groups: readonly YearGroup[];
}) {
  const said = useWords(words);
  return (
    <table className={styles.years}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <td />
          {groups.map(({ key, label, columns }) => (
            <th key={key} scope="colgroup" colSpan={columns.length}>
              <bdi>{label}</bdi>
            </th>
          ))}
        </tr>
        <tr>
          <th scope="col">{said.year}</th>
          {groups.flatMap(({ key: group, columns }) =>
            columns.map(({ key, label }) => (
              <th key={`${group} ${key}`} scope="col" className="figure">
                {label}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {years.map((year, index) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {groups.flatMap(({ key: group, columns }) =>
              columns.map(({ key, cells }) => (
                <td key={`${group} ${key}`} className="figure">
                  {cells[index]}
                </td>
              )),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
