import type { CsvValue } from '../take/csv.ts';
import type { Language } from '../words/spoken.ts';
import type { Result } from '../work/work.tsx';
import type { Row } from './table-rows.ts';
import { words } from './words.ts';

/**
 * The table of alternatives as a file: numbers as numbers, and where the inputs are made up a first line that says so.
 *
 * @param columns - positions of the alternatives, in the order they stand
 */
export function alternativesCsv(
  result: Result,
  rows: readonly Row[],
  columns: readonly number[],
  language: Language,
): CsvValue[][] {
  const said = words[language];
  return [
    ...headOf(result, language),
    [said.row, ...columns.map((index) => result.alternatives[index]?.label[language])],
    ...rows.map(({ label, about, cells }) => [
      `${label} (${about})`,
      ...columns.map((index) => {
        const cell = cells[index];
        return cell?.note === undefined ? (cell?.value ?? cell?.text) : `${cell.text} (${cell.note})`;
      }),
    ]),
  ];
}

/** Every yearly number of every alternative: one line for each, with the years as columns. */
export function seriesCsv(result: Result, language: Language): CsvValue[][] {
  const said = words[language];
  const lines = result.alternatives.flatMap(({ label, people, customers, sales, ownerPay, cash, survival }) => [
    ...[people, customers, sales, ownerPay, cash].flatMap(({ nodes }) =>
      nodes.flatMap((series): CsvValue[][] => {
        const name = [label[language], series.label[language], series.instance];
        const { quantiles } = series;
        const line = (what: string, values: readonly (number | null)[]): CsvValue[] => [
          ...name,
          what,
          series.unit,
          ...values,
        ];
        return [
          line(said.ofLikely, series.likely),
          line(said.ofMean, series.mean),
          ...(quantiles === null
            ? []
            : (['p5', 'p25', 'p50', 'p75', 'p95'] as const).map((each) =>
                line(said.ofShare(`${each.slice(1)} %`), quantiles[each]),
              )),
        ];
      }),
    ),
    ...survival.nodes.map(({ shop, years }): CsvValue[] => [
      label[language],
      said.survival,
      shop,
      said.ofMean,
      '1',
      ...years.map(({ chance }) => chance),
    ]),
  ]);
  return [
    ...headOf(result, language),
    [said.alternative, said.variable, said.what, said.value, said.unit, ...result.years],
    ...lines,
  ];
}

function headOf({ synthetic, label, certificate }: Result, language: Language): CsvValue[][] {
  const said = words[language];
  return [
    [label[language], `${said.resultHash} ${certificate.resultHash}`],
    ...(synthetic === null
      ? []
      : [[said.synthetic(String(synthetic.values), String(synthetic.places), String(synthetic.shops))]]),
  ];
}
