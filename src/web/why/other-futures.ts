import type { Result } from '../work/work.tsx';
import { readKey } from './key.ts';

/** One number over all futures of one alternative: it is below `low` in 5 of 100, and above `high` in 5 of 100. */
export type Spread = {
  readonly alternative: string;
  readonly likely: number | null;
  readonly low: number | null;
  readonly middle: number | null;
  readonly high: number | null;
};

/** The spread of a number, and whether more of it is better for the shop and its village; undefined where the result has none. */
export type Spreads = { readonly unit: string; readonly isGood: boolean; readonly rows: readonly Spread[] };

const yearly = ['people', 'customers', 'sales', 'ownerPay', 'cash'] as const;

/** The same number in the other futures of each alternative, where the result holds it. */
export function spreadsOf(result: Result, what: string): Spreads | undefined {
  const key = readKey(what);
  if (key === undefined) return undefined;
  const found = result.alternatives.flatMap((alternative) => {
    for (const name of yearly) {
      for (const series of alternative[name].nodes) {
        const year = typeof key.year === 'number' ? key.year : series.years[0];
        const index = series.years.indexOf(year ?? Number.NaN);
        if (series.variable !== key.variable || series.instance !== key.instance || index < 0) continue;
        const { p5 = [], p50 = [], p95 = [] } = series.quantiles ?? {};
        return [
          {
            unit: series.unit,
            isGood: true,
            row: {
              alternative: alternative.key,
              likely: series.likely[index] ?? null,
              low: p5[index] ?? null,
              middle: p50[index] ?? null,
              high: p95[index] ?? null,
            },
          },
        ];
      }
    }
    // The present values are outcomes of the last year.
    const outcome = alternative.presentValues.nodes.find(
      ({ variable, instance }) => variable === key.variable && instance === key.instance,
    );
    if (outcome === undefined || (typeof key.year === 'number' && key.year !== result.years.at(-1))) return [];
    const { p5, p50, p95 } = outcome.quantiles;
    return [
      {
        unit: outcome.unit,
        isGood: false,
        row: { alternative: alternative.key, likely: outcome.likely, low: p5, middle: p50, high: p95 },
      },
    ];
  });
  const [first] = found;
  return first === undefined
    ? undefined
    : { unit: first.unit, isGood: first.isGood, rows: found.map(({ row }) => row) };
}
