import type { ReactNode } from 'react';
import styles from './brief.module.css';

/** A column of a table. */
export type Column = {
  readonly key: string;
  readonly title: ReactNode;
  readonly isFigure?: boolean;
  readonly isWide?: boolean;
};

/** A row: its cells in the order of the columns. */
export type Row = {
  readonly key: string;
  readonly cells: readonly ReactNode[];
  readonly isSum?: boolean;
  /** Begins something else, with a rule above it. */
  readonly isGroup?: boolean;
};

/** A table of no more rows stays on one page in print. */
const rowsTogether = 26;

/** A table as an accountant sets it: figures to the right, thin rules, sums in bold; the first cell of a row is its heading. */
export function Table({
  caption,
  isTitled = false,
  columns,
  rows,
}: {
  readonly caption: string;
  /** Whether a heading just above says the same, so that the caption need not be seen. */
  readonly isTitled?: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}) {
  if (rows.length === 0) return null;
  const figure = (index: number): 'figure' | undefined => (columns[index]?.isFigure === true ? 'figure' : undefined);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      role="group"
      className={`${styles.scroll} ${rows.length <= rowsTogether ? styles.short : ''}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached from the keyboard
      tabIndex={0}
      aria-label={caption}
    >
      <table>
        <caption className={isTitled ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title }, index) => (
              <th key={key} scope="col" className={columns[index]?.isWide === true ? styles.wide : figure(index)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, isSum, isGroup }) => (
            <tr key={key} className={`${isSum === true ? 'sum' : ''} ${isGroup === true ? styles.group : ''}`}>
              {cells.map((cell, index) => {
                const column = columns[index]?.key ?? index;
                return index === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column} className={figure(index)}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
