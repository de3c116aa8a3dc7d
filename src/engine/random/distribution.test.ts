import libraryLognormal from '@stdlib/stats-base-dists-lognormal-quantile';
import libraryNormal from '@stdlib/stats-base-dists-normal-quantile';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsChecksum, evenly } from '../arithmetic/testing/bits-checksum.ts';
import { cdf } from './cdf.ts';
import { checkDistribution } from './check-distribution.ts';
import type { Distribution } from './distribution.ts';
import { inverseCdf, inverseCdfOf } from './inverse-cdf.ts';
import { likelyValue } from './likely-value.ts';

const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const runs = { seed: 1, numRuns: 1000 };
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** low ≤ likely ≤ high with some room between the ends. */
const three = fc.tuple(number(-1e6, 1e6), number(1e-3, 1e6), number(0, 1)).map(([low, range, part]) => {
  const high = low + range;
  return { low, likely: Math.min(low + part * range, high), high };
});

const continuous: Record<string, fc.Arbitrary<Distribution>> = {
  pert: three.map((d) => ({ kind: 'pert', ...d })),
  triangular: three.map((d) => ({ kind: 'triangular', ...d })),
  uniform: three.map((d) => ({ kind: 'uniform', ...d })),
  normal: fc.record({ kind: fc.constant('normal' as const), mean: number(-1e3, 1e3), sd: number(1, 1e3) }),
  lognormal: fc.record({ kind: fc.constant('lognormal' as const), median: number(1e-3, 1e3), sigma: number(0.01, 3) }),
  beta: fc
    .tuple(number(0.5, 30), number(0.5, 30), three)
    .map(([alpha, beta, { low, high }]) => ({ kind: 'beta', alpha, beta, low, high })),
};
const steps: Record<string, fc.Arbitrary<Distribution>> = {
  constant: fc.record({ kind: fc.constant('constant' as const), value: number(-1e6, 1e6) }),
  discrete: fc
    .array(fc.tuple(number(-100, 100), fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 12 })
    .filter((pairs) => pairs.some(([, weight]) => weight > 0))
    .map((pairs) => ({ kind: 'discrete', values: pairs.map(([v]) => v), weights: pairs.map(([, w]) => w) })),
  empirical: fc
    .array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 })
    .map((values) => ({ kind: 'empirical', values })),
};

describe('inverseCdf', () => {
  it.each(Object.entries(continuous))('of %s leads back to the share through the distribution function', (_, any) => {
    fc.assert(
      fc.property(any, share, (d, u) => {
        expect(checkDistribution(d)).toEqual([]);
        const x = inverseCdf(d, u);
        // A value is known to a unit in its last place; a steep distribution makes that a larger step of the share.
        const blur = 4e-16 * Math.max(Math.abs(x), 'low' in d ? Math.abs(d.low ?? 0) : 0);
        const coarse = cdf(d, x + blur) - cdf(d, x - blur);
        expect(Math.abs(cdf(d, x) - u)).toBeLessThanOrEqual(1e-12 + coarse);
      }),
      runs,
    );
  });

  it.each(Object.entries(steps))('of %s is the smallest value whose share reaches u', (_, any) => {
    fc.assert(
      fc.property(any, share, (d, u) => {
        const x = inverseCdf(d, u);
        expect(cdf(d, x + 1e-9)).toBeGreaterThanOrEqual(u - 1e-9);
        expect(cdf(d, x - 1e-9 * (1 + Math.abs(x)))).toBeLessThanOrEqual(u + 1e-9);
      }),
      runs,
    );
  });

  it.each([...Object.entries(continuous), ...Object.entries(steps)])(
    'of %s never falls as the share rises',
    (_, any) => {
      fc.assert(
        fc.property(any, share, share, (d, u, v) => {
          // Shares nearer than this are within the rounding of the share of a beta distribution.
          fc.pre(Math.abs(u - v) > 1e-12);
          expect(inverseCdf(d, Math.min(u, v))).toBeLessThanOrEqual(inverseCdf(d, Math.max(u, v)));
        }),
        runs,
      );
    },
  );

  it.each<[Distribution, number]>([
    [{ kind: 'constant', value: 7 }, 7],
    [{ kind: 'pert', low: 2, likely: 5, high: 14 }, 6], // (2 + 4 · 5 + 14) / 6
    [{ kind: 'pert', low: 0, likely: 0, high: 6 }, 1], // 6 / 6
    [{ kind: 'triangular', low: 2, likely: 5, high: 14 }, 7], // 21 / 3
    [{ kind: 'uniform', low: 2, high: 14, likely: 3 }, 8],
    [{ kind: 'normal', mean: 5, sd: 2 }, 5],
    [{ kind: 'lognormal', median: 5, sigma: 0.5 }, 5.665742265334132], // 5 · e^(0.5²/2)
    [{ kind: 'beta', alpha: 2, beta: 6 }, 0.25],
    [{ kind: 'beta', alpha: 2, beta: 6, low: 10, high: 18 }, 12],
    [{ kind: 'discrete', values: [10, 0, 5], weights: [1, 2, 1] }, 3.75], // (10 + 0 + 5) / 4, with 0 twice
    [{ kind: 'empirical', values: [9, 1, 2] }, 3.5], // half of [1, 2] and half of [2, 9]: (1.5 + 5.5) / 2
  ])('of %j has the mean %d', (d, mean) => {
    const n = 20_000;
    const draw = inverseCdfOf(d);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += draw((i + 0.5) / n);
    expect(Math.abs(sum / n - mean)).toBeLessThan(2e-4 * mean);
  });

  it('prepared for many draws gives the same bits', () => {
    fc.assert(
      fc.property(fc.oneof(...Object.values(continuous), ...Object.values(steps)), share, (d, u) => {
        expect(inverseCdfOf(d)(u)).toBe(inverseCdf(d, u));
      }),
      runs,
    );
  });

  it('of a distribution without spread is its one value', () => {
    for (const u of [1e-16, 0.3, 0.5, 1 - 1e-16]) {
      expect(inverseCdf({ kind: 'pert', low: 3, likely: 3, high: 3 }, u)).toBe(3);
      expect(inverseCdf({ kind: 'triangular', low: 3, likely: 3, high: 3 }, u)).toBe(3);
      expect(inverseCdf({ kind: 'uniform', low: 3, high: 3 }, u)).toBe(3);
      expect(inverseCdf({ kind: 'normal', mean: 3, sd: 0 }, u)).toBe(3);
      expect(inverseCdf({ kind: 'lognormal', median: 3, sigma: 0 }, u)).toBe(3);
      expect(inverseCdf({ kind: 'beta', alpha: 1, beta: 2, low: 3, high: 3 }, u)).toBe(3);
      expect(inverseCdf({ kind: 'discrete', values: [3], weights: [0.1] }, u)).toBe(3);
      expect(inverseCdf({ kind: 'empirical', values: [3] }, u)).toBe(3);
    }
  });

  it('never leaves the ends', () => {
    fc.assert(
      fc.property(three, fc.constantFrom(1.1102230246251565e-16, 0.5, 1 - 1.1102230246251565e-16), (d, u) => {
        for (const kind of ['pert', 'triangular', 'uniform'] as const) {
          const x = inverseCdf({ kind, ...d }, u);
          expect(x).toBeGreaterThanOrEqual(d.low);
          expect(x).toBeLessThanOrEqual(d.high);
        }
      }),
      runs,
    );
  });

  it('of a normal and a lognormal agrees with an independent library', () => {
    fc.assert(
      fc.property(number(0.001, 0.999), number(1, 100), number(0.01, 2), (u, middle, spread) => {
        const normal = libraryNormal(u, middle, spread);
        expect(inverseCdf({ kind: 'normal', mean: middle, sd: spread }, u)).toBeCloseTo(normal, 11);
        const lognormal = inverseCdf({ kind: 'lognormal', median: middle, sigma: spread }, u);
        expect(lognormal / libraryLognormal(u, Math.log(middle), spread)).toBeCloseTo(1, 12);
      }),
      runs,
    );
  });

  it('of observations is the quantile of type 7', () => {
    // numpy: quantile([15, 20, 35, 40, 50], 0.4) = 29
    expect(inverseCdf({ kind: 'empirical', values: [50, 15, 40, 20, 35] }, 0.4)).toBeCloseTo(29, 13);
  });

  it('of weights passes over values of weight 0', () => {
    const d: Distribution = { kind: 'discrete', values: [1, 2, 3], weights: [0, 1, 0] };
    expect([inverseCdf(d, 1e-16), inverseCdf(d, 1 - 1e-16)]).toEqual([2, 2]);
  });

  it('has not changed one bit', () => {
    const kinds: Distribution[] = [
      { kind: 'pert', low: 2, likely: 5, high: 14 },
      { kind: 'pert', low: 0, likely: 0, high: 1 },
      { kind: 'triangular', low: 2, likely: 5, high: 14 },
      { kind: 'uniform', low: 2, high: 14 },
      { kind: 'normal', mean: 5, sd: 2 },
      { kind: 'lognormal', median: 5, sigma: 0.5 },
      { kind: 'beta', alpha: 0.7, beta: 6 },
      { kind: 'discrete', values: [10, 0, 5], weights: [1, 2, 1] },
      { kind: 'empirical', values: [9, 1, 2] },
    ];
    const shares = evenly(1001, 1e-9, 1 - 1e-9);
    expect(bitsChecksum(kinds.flatMap((d) => shares.map(inverseCdfOf(d))))).toBe('6053c27a');
  });
});

describe('likelyValue', () => {
  it.each<[Distribution, number]>([
    [{ kind: 'constant', value: 7 }, 7],
    [{ kind: 'pert', low: 2, likely: 5, high: 14 }, 5],
    [{ kind: 'triangular', low: 2, likely: 5, high: 14 }, 5],
    [{ kind: 'uniform', low: 2, high: 14, likely: 3 }, 3],
    [{ kind: 'uniform', low: 2, high: 14 }, 8],
    [{ kind: 'normal', mean: 5, sd: 2 }, 5],
    [{ kind: 'lognormal', median: 5, sigma: 0.5 }, 5],
    [{ kind: 'beta', alpha: 3, beta: 5, low: 10, high: 22 }, 14], // 10 + 12 · 2/6
    [{ kind: 'beta', alpha: 1, beta: 3 }, 0.25], // no peak inside: the mean
    [{ kind: 'discrete', values: [10, 4, 2, 5], weights: [1, 2, 2, 1] }, 2],
    [{ kind: 'empirical', values: [9, 1, 2] }, 2],
    [{ kind: 'empirical', values: [9, 1] }, 5],
  ])('of %j is %d', (d, expected) => {
    expect(likelyValue(d)).toBeCloseTo(expected, 14);
  });
});

describe('checkDistribution', () => {
  it.each<[Distribution, string[]]>([
    [{ kind: 'constant', value: NaN }, ['value is NaN; it must be a finite number.']],
    [
      { kind: 'pert', low: 5, likely: 1, high: 4 },
      [
        'low (5) is above high (4); exchange them or mend one.',
        'likely (1) is below low (5); it must lie between low and high.',
      ],
    ],
    [
      { kind: 'triangular', low: 1, likely: 5, high: 4 },
      ['likely (5) is above high (4); it must lie between low and high.'],
    ],
    [{ kind: 'uniform', low: 1, high: Infinity }, ['high is Infinity; it must be a finite number.']],
    [{ kind: 'uniform', low: 1, high: 0 }, ['low (1) is above high (0); exchange them or mend one.']],
    [
      { kind: 'uniform', low: -1.7e308, high: 1.7e308 },
      ['low (-1.7e+308) and high (1.7e+308) are too far apart for arithmetic.'],
    ],
    [
      { kind: 'uniform', low: 1, high: 2, likely: 3 },
      ['likely (3) is above high (2); it must lie between low and high.'],
    ],
    [{ kind: 'normal', mean: 1, sd: -2 }, ['sd is -2; a standard deviation cannot be negative.']],
    [
      { kind: 'lognormal', median: 0, sigma: -1 },
      [
        'median is 0; it must be above 0, as every lognormal value is.',
        'sigma is -1; a standard deviation cannot be negative.',
      ],
    ],
    [
      { kind: 'beta', alpha: 0, beta: -1, low: 2, high: 1 },
      [
        'alpha is 0; it must be above 0.',
        'beta is -1; it must be above 0.',
        'low (2) is above high (1); exchange them or mend one.',
      ],
    ],
    [
      { kind: 'discrete', values: [1, 2], weights: [1, -1, 0] },
      [
        'weights has 3 numbers and values 2; each value needs one weight.',
        'weights[1] is -1; a weight cannot be negative.',
      ],
    ],
    [{ kind: 'discrete', values: [1, 2], weights: [0, 0] }, ['weights sum to 0; at least one must be above 0.']],
    [{ kind: 'empirical', values: [] }, ['values is empty; at least one number is needed.']],
    [{ kind: 'empirical', values: [1, NaN] }, ['values[1] is NaN; it must be a finite number.']],
  ])('says of %j what is wrong', (d, expected) => {
    expect(checkDistribution(d)).toEqual(expected);
  });
});
