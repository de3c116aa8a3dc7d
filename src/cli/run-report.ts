import type { ComparisonDocument } from '../app/compare-scenario.ts';
import type { Replay } from '../app/replay-future.ts';
import type { Model } from '../engine/compile/index.ts';
import { closuresReport } from './closures-report.ts';
import { type Language, Numbers } from './numbers.ts';
import { reportTexts } from './report-texts.ts';
import { heading, table } from './tables.ts';
import { watermark } from './watermark.ts';

/** Years of one table; more stand below one another, so that lines stay readable. */
const yearsAcross = 8;

/** One alternative: likely run and averages of every reported variable, year by year. */
export function runReport(model: Model, document: ComparisonDocument, language: Language): string {
  const numbers = new Numbers(language);
  const texts = reportTexts(language);
  const { comparison, certificate } = document;
  const alternative = comparison.alternatives[0] as (typeof comparison.alternatives)[number];
  const label =
    document.scenario.alternatives.find(({ id }) => id === alternative.id)?.label[language] ?? alternative.id;
  // Of many shops and places the rows of each would fill a book: their sums are told, and closures by turnover.
  const isRegion = document.closures !== null;
  const series = alternative.series.filter(
    (each) => !each.variable.includes('_') && (!isRegion || each.instance === ''),
  );
  const name = (each: { variable: string; instance: string }): string =>
    `${model.variables.get(each.variable)?.label[language] ?? each.variable}${each.instance === '' ? '' : ` (${each.instance})`}`;
  const parts = [
    watermark(document.synthetic, language),
    heading(`${texts.runOf} ${document.scenario.label[language]}: ${label}`),
    `${texts.futures(
      numbers.set(certificate.draws),
      numbers.set(comparison.design.outer),
      numbers.set(comparison.design.inner),
    )} «${certificate.seed}».`,
  ];
  for (const [title, pick] of [
    [texts.likely, (each: (typeof series)[number]) => each.likely],
    [texts.average, (each: (typeof series)[number]) => each.mean],
  ] as const) {
    parts.push(
      heading(title),
      byYears(
        series.map((each) => ({ name: name(each), unit: each.unit, values: pick(each) })),
        comparison.start,
        texts,
        numbers,
      ),
    );
  }
  parts.push(
    closuresReport(document, language),
    isRegion ? texts.singleShops : '',
    `resultHash ${certificate.resultHash}`,
  );
  return parts.join('\n').trimStart();
}

/** One future, year by year. */
export function replayReport(model: Model, replay: Replay, language: Language): string {
  const numbers = new Numbers(language);
  const texts = reportTexts(language);
  const isRegion = replay.series.filter(({ variable }) => variable === 'standing').length > 20;
  const rows = replay.series
    .filter((each) => !each.variable.includes('_') && (!isRegion || each.instance === ''))
    .map((each) => ({
      name: `${model.variables.get(each.variable)?.label[language] ?? each.variable}${each.instance === '' ? '' : ` (${each.instance})`}`,
      unit: each.unit,
      values: each.values,
    }));
  const failure =
    replay.failure === undefined
      ? []
      : [
          `\n${replay.failure.entity} ${replay.failure.instance}, ${replay.failure.year}: ${replay.failure.variable} = ${replay.failure.value} (${replay.failure.formula})`,
        ];
  return [
    watermark(replay.synthetic, language),
    heading(`${replay.scenario}, ${replay.alternative.label[language]}: ${replay.future}`),
    byYears(rows, replay.start, texts, numbers),
    ...(isRegion ? [texts.singleShops] : []),
    ...failure,
  ]
    .join('\n')
    .trimStart();
}

function byYears(
  rows: readonly { name: string; unit: string; values: readonly number[] }[],
  start: number,
  texts: ReturnType<typeof reportTexts>,
  numbers: Numbers,
): string {
  const years = rows[0]?.values.length ?? 0;
  const tables: string[] = [];
  for (let from = 0; from < years; from += yearsAcross) {
    const shown = Array.from({ length: Math.min(yearsAcross, years - from) }, (_, index) => from + index);
    tables.push(
      table(
        [texts.variable, texts.unit, ...shown.map((year) => String(start + year))],
        rows.map((row) => [
          row.name,
          row.unit === '1' ? '' : row.unit,
          ...shown.map((year) => numbers.set(row.values[year] as number, decimals(row.values))),
        ]),
        [0, 1],
      ),
    );
  }
  return tables.join('\n\n');
}

function decimals(values: readonly number[]): number {
  const largest = values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
  return largest < 10 ? 3 : largest < 1000 ? 1 : 0;
}
