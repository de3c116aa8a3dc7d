import type { BreakEven, BreakEvenPoint } from '../../app/break-even.ts';
import type { ComparisonDocument } from '../../app/compare-scenario.ts';
import type { Failure } from '../../engine/simulate/index.ts';

const point: BreakEvenPoint = {
  at: 0.03,
  from: 0.02,
  to: 0.04,
  before: 'baseline',
  after: 'alternative',
  kind: 'crossing',
  standardError: 0.01,
};

const failure: Failure = {
  future: '3.1',
  alternative: 'servicepunkt',
  year: 2016,
  variable: 'cash',
  entity: 'shop',
  instance: 'ica-fliseryd',
  value: 'NaN',
  formula: 'a / b',
};

/** A document with what no small scenario comes to: a failed future, an average break-even, a cost in whole posts. */
export function rareDocument(document: ComparisonDocument): ComparisonDocument {
  const [even] = document.breakEven as BreakEven[];
  const { comparison, calculations } = document;
  return {
    ...document,
    breakEven: [
      {
        ...(even as BreakEven),
        whyNone: 'The turnover is above what can be bought.',
        average: { ...(even as BreakEven).likely, futures: 64, points: [point] },
      },
    ],
    comparison: { ...comparison, failed: { count: 1, shown: [failure] } },
    calculations: calculations.map((each) => ({
      ...each,
      running: each.running.map((line) => ({ ...line, posts: 0.5, postCost: '500000.00' })),
    })),
  };
}
