import { useMemo, useState } from 'react';
import { csvText } from '../take/csv.ts';
import { saveCsv } from '../take/save-file.ts';
import { Door } from '../why/door.tsx';
import { useLabel, useLanguage, useWords } from '../words/language.tsx';
import { useWork } from '../work/work.tsx';
import styles from './column.module.css';
import { alternativesCsv, seriesCsv } from './compared-csv.ts';
import { Mark } from './mark.tsx';
import { Scrolling } from './scrolling.tsx';
import { type Given, Section } from './section.tsx';
import { type Cell, type Numbers, type Row, tableRows } from './table-rows.ts';
import { words } from './words.ts';

/** The alternatives side by side, which of them are shown, and the same as a file. */
export function AlternativesSection({
  result,
  shown,
  shopNames,
  onShown,
}: Given & { readonly onShown: (keys: readonly string[] | undefined) => void }) {
  const said = useWords(words);
  const language = useLanguage();
  const labelOf = useLabel();
  const { breakEven, isComputingBreakEven } = useWork();
  const [numbers, setNumbers] = useState<Numbers>('mean');
  const [orderedBy, orderBy] = useState<string>();
  const rows = useMemo(
    () => tableRows(result, { numbers, breakEven, isComputingBreakEven, shopNames, language }),
    [result, numbers, breakEven, isComputingBreakEven, shopNames, language],
  );
  const { alternatives } = result;
  const all = alternatives.map(({ key }) => key);
  const ordering = rows.find(({ key }) => key === orderedBy);
  const columns = useMemo(() => {
    const kept = alternatives.flatMap(({ key }, index) => (shown.includes(key) ? [index] : []));
    if (ordering === undefined) return kept;
    const valueAt = (index: number): number => ordering.cells[index]?.value ?? Number.NEGATIVE_INFINITY;
    return [...kept].sort((one, other) => valueAt(other) - valueAt(one));
  }, [alternatives, shown, ordering]);
  const toggle = (key: string): void => {
    const next = all.filter((each) => (each === key ? !shown.includes(each) : shown.includes(each)));
    if (next.length > 0) onShown(next);
  };
  return (
    <Section id="alternatives" title={said.table}>
      <p className="soft">{said.tableLead}</p>
      <div className={`${styles.controls} unprinted`}>
        <fieldset className={styles.choice}>
          <legend className="soft">{said.numbersAre}</legend>
          {(['mean', 'likely'] as const).map((each) => (
            <label key={each}>
              <input type="radio" name="numbers" checked={numbers === each} onChange={() => setNumbers(each)} />
              {said[each]}
            </label>
          ))}
        </fieldset>
        {alternatives.length > 2 ? (
          <details className={styles.folding}>
            <summary>{said.show(shown.length, all.length)}</summary>
            <fieldset className={styles.choice}>
              <legend>{said.choose}</legend>
              {alternatives.map(({ key, label }, index) => (
                <div key={key}>
                  <label>
                    <input type="checkbox" checked={shown.includes(key)} onChange={() => toggle(key)} />
                    <Mark index={index} />
                    <bdi>{labelOf(label)}</bdi>
                  </label>
                </div>
              ))}
              <button type="button" className="button" onClick={() => onShown(all)}>
                {said.showAll}
              </button>{' '}
              <button type="button" className="button" onClick={() => onShown(undefined)}>
                {said.showFirst}
              </button>
              <p className="unseen" role="status">
                {said.show(shown.length, all.length)}
              </p>
            </fieldset>
          </details>
        ) : null}
      </div>
      <Scrolling label={said.table}>
        <table className={styles.alternatives}>
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{said.row}</span>
              </th>
              {columns.map((index) => {
                const alternative = alternatives[index];
                return alternative === undefined ? null : (
                  <th key={alternative.key} scope="col">
                    <Mark index={index} />
                    <br />
                    <bdi>{labelOf(alternative.label)}</bdi>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className={row.isFirstOfGroup === true ? styles.first : undefined}>
                <th scope="row" aria-sort={row.key === orderedBy ? 'descending' : undefined}>
                  {row.label}
                  <span className={styles.about}>{row.about}</span>
                  <OrderButton row={row} isOn={row.key === orderedBy} onOrder={orderBy} columns={columns.length} />
                </th>
                {columns.map((index) => {
                  const cell = row.cells[index];
                  const alternative = alternatives[index];
                  return cell === undefined || alternative === undefined ? null : (
                    <TableCell
                      key={alternative.key}
                      cell={cell}
                      label={`${row.label}, ${labelOf(alternative.label)}`}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      <p className="unseen" role="status">
        {ordering === undefined ? '' : said.ordered(ordering.label)}
      </p>
      <p className="small soft">{numbers === 'mean' ? said.meanHelp : said.likelyHelp}</p>
      <p className="unprinted">
        <button
          type="button"
          className="button"
          onClick={() =>
            saveCsv(`${result.scenario}.csv`, csvText(alternativesCsv(result, rows, columns, language), language))
          }
        >
          {said.saveTable}
        </button>{' '}
        <button
          type="button"
          className="button"
          onClick={() =>
            saveCsv(`${result.scenario}-${said.yearByYear}.csv`, csvText(seriesCsv(result, language), language))
          }
        >
          {said.saveSeries}
        </button>
      </p>
    </Section>
  );
}

function OrderButton({
  row,
  isOn,
  onOrder,
  columns,
}: {
  readonly row: Row;
  readonly isOn: boolean;
  readonly onOrder: (key: string | undefined) => void;
  readonly columns: number;
}) {
  const said = useWords(words);
  const isOrderable = columns > 2 && row.cells.some(({ value }) => value !== undefined) && row.key !== 'even';
  if (!isOrderable) return null;
  return (
    <button
      type="button"
      className={`${styles.order} ${styles.ordering}`}
      aria-pressed={isOn}
      aria-label={isOn ? said.orderBack : said.orderByRow(row.label)}
      onClick={() => onOrder(isOn ? undefined : row.key)}
    >
      {isOn ? said.orderBack : said.orderBy}
    </button>
  );
}

function TableCell({ cell, label }: { readonly cell: Cell; readonly label: string }) {
  const said = useWords(words);
  const isNumber = cell.value !== undefined && cell.note === undefined;
  return (
    <td className={isNumber ? 'figure' : styles.words}>
      {cell.figure === undefined ? (
        <span className={cell.value === undefined ? 'soft' : undefined}>{cell.text}</span>
      ) : (
        <Door figure={cell.figure} label={label}>
          {cell.text}
        </Door>
      )}
      {cell.note === undefined ? null : (
        <>
          <br />
          <span className={`${styles.aside} soft`}>{cell.note}</span>
        </>
      )}
      {cell.isAssumption === true ? (
        <>
          <br />
          <span className="badge">{said.assumption}</span>
        </>
      ) : null}
    </td>
  );
}
