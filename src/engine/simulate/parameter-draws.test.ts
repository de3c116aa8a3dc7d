import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '../random/index.ts';
import { type Dependence, ParameterDraws } from './parameter-draws.ts';

const even: Distribution = { kind: 'uniform', low: 0, high: 1 };
const pert: Distribution = { kind: 'pert', low: 10, likely: 20, high: 60 };

/** A question to the source: which input, of which entity, in which outer future. */
type Asked = readonly [input: string, id: string, outer: number];
const asked: fc.Arbitrary<Asked> = fc.tuple(
  fc.constantFrom('trend', 'spend', 'wage', 'rate'),
  fc.constantFrom('', 'a', 'b'),
  fc.nat(1000),
);

const correlated: Dependence = {
  correlations: [
    { a: 'trend@a', b: 'spend@', value: 0.7 },
    { a: 'spend@', b: 'wage@b', value: -0.4 },
  ],
  samples: undefined,
};

const rows = [
  [1, 100],
  [2, 200],
  [3, 300],
];
const sampled: Dependence = { correlations: [], samples: { parameters: ['trend@a', 'spend@'], rows } };

function ask(draws: ParameterDraws, [input, id, outer]: Asked, distribution = even): number {
  return draws.value(input, id, distribution, outer, false);
}

/** Values of an input in so many outer futures. */
function column(draws: ParameterDraws, input: string, id: string, count: number): number[] {
  return Array.from({ length: count }, (_, outer) => ask(draws, [input, id, outer]));
}

/** Spearman's correlation: that of the ranks; there are no ties. */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const ranks = (values: readonly number[]): number[] => {
    const order = values.map((_, at) => at).sort((i, j) => (values[i] as number) - (values[j] as number));
    const rank = new Array<number>(values.length);
    for (const [place, at] of order.entries()) rank[at] = place;
    return rank;
  };
  const [x, y] = [ranks(a), ranks(b)];
  const n = a.length;
  const difference = x.reduce((sum, rank, at) => sum + (rank - (y[at] as number)) ** 2, 0);
  return 1 - (6 * difference) / (n * (n * n - 1));
}

describe('ParameterDraws', () => {
  it.each([
    ['independent parameters', undefined],
    ['correlated ones', correlated],
    ['joint samples', sampled],
  ])('gives the same value whatever else is asked and in which order: %s', (_, dependence) => {
    fc.assert(
      fc.property(fc.array(asked, { minLength: 1, maxLength: 30 }), fc.nat(29), (questions, pick) => {
        const question = questions[pick % questions.length] as Asked;
        const alone = ask(new ParameterDraws('seed', dependence), question);
        const draws = new ParameterDraws('seed', dependence);
        const answers = questions.map((each) => ask(draws, each));
        expect(answers[pick % questions.length]).toBe(alone);
        expect(ask(draws, question)).toBe(alone);
      }),
    );
  });

  it('moves no parameter when another is made uncertain', () => {
    const draws = new ParameterDraws('seed');
    const before = column(draws, 'trend', 'a', 50);
    column(draws, 'somethingNew', 'a', 50);
    expect(column(draws, 'trend', 'a', 50)).toEqual(before);
  });

  it('moves no parameter outside the group when two are correlated', () => {
    const [free, bound] = [new ParameterDraws('seed'), new ParameterDraws('seed', correlated)];
    expect(column(bound, 'rate', '', 50)).toEqual(column(free, 'rate', '', 50));
    expect(column(bound, 'trend', 'b', 50)).toEqual(column(free, 'trend', 'b', 50)); // only that of a is in the group
  });

  it('draws each place by itself, and what is shared once for all', () => {
    const draws = new ParameterDraws('seed');
    expect(ask(draws, ['trend', 'a', 3])).not.toBe(ask(draws, ['trend', 'b', 3]));
    expect(ask(draws, ['trend', '', 3])).toBe(ask(draws, ['trend', '', 3]));
    expect(
      Math.abs(rankCorrelation(column(draws, 'trend', 'a', 4000), column(draws, 'trend', 'b', 4000))),
    ).toBeLessThan(0.064); // 4/√4000
  });

  it('gives other numbers for another seed, another future and another parameter', () => {
    const draws = new ParameterDraws('seed');
    const value = ask(draws, ['trend', 'a', 3]);
    expect(ask(new ParameterDraws('other'), ['trend', 'a', 3])).not.toBe(value);
    expect(ask(draws, ['trend', 'a', 4])).not.toBe(value);
    expect(ask(draws, ['spend', 'a', 3])).not.toBe(value);
  });

  it('follows the stated distribution: a tenth of the futures below the tenth percentile', () => {
    const draws = new ParameterDraws('seed');
    const values = Array.from({ length: 10_000 }, (_, outer) => ask(draws, ['trend', 'a', outer], pert)).sort(
      (a, b) => a - b,
    );
    // Mean (10 + 4·20 + 60)/6 = 25; standard deviation √((25 − 10)(60 − 25)/7) = 8.66; four standard errors of the mean 0.35
    expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / 10_000 - 25)).toBeLessThan(0.35);
    expect(values[0]).toBeGreaterThanOrEqual(10);
    expect(values.at(-1)).toBeLessThanOrEqual(60);
  });

  it('correlates ranks as the stated copula does: (6/π) arcsin(value/2)', () => {
    const draws = new ParameterDraws('seed', correlated);
    const [trend, spend, wage] = [
      column(draws, 'trend', 'a', 4000),
      column(draws, 'spend', '', 4000),
      column(draws, 'wage', 'b', 4000),
    ];
    // Four standard errors of no more than 1/√4000 each
    expect(Math.abs(rankCorrelation(trend, spend) - (6 / Math.PI) * Math.asin(0.35))).toBeLessThan(0.064); // 0.683
    expect(Math.abs(rankCorrelation(spend, wage) - (6 / Math.PI) * Math.asin(-0.2))).toBeLessThan(0.064); // −0.385
    expect(Math.abs(rankCorrelation(trend, wage))).toBeLessThan(0.064); // not stated: none
  });

  it('refuses correlations that no three parameters can have', () => {
    const correlations = [
      { a: 'x@', b: 'y@', value: 0.9 },
      { a: 'y@', b: 'z@', value: 0.9 },
      { a: 'x@', b: 'z@', value: -0.9 },
    ];
    expect(() => new ParameterDraws('seed', { correlations, samples: undefined })).toThrow(RangeError);
  });

  it('takes all sampled parameters of a future from one row, and every row about as often', () => {
    const draws = new ParameterDraws('seed', sampled);
    const counts = [0, 0, 0];
    for (let outer = 0; outer < 3000; outer += 1) {
      const row = [ask(draws, ['trend', 'a', outer]), ask(draws, ['spend', '', outer])];
      const found = rows.findIndex((each) => each[0] === row[0] && each[1] === row[1]);
      expect(found).toBeGreaterThanOrEqual(0);
      counts[found] = (counts[found] as number) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(104); // 4 √(3000 · 1/3 · 2/3)
  });

  it('gives the likely value in a likely run, sampled and correlated parameters included', () => {
    for (const dependence of [undefined, correlated, sampled]) {
      const draws = new ParameterDraws('seed', dependence);
      expect(draws.value('trend', 'a', pert, 7, true)).toBe(20);
      expect(draws.value('spend', '', even, 7, true)).toBe(0.5);
    }
  });
});
