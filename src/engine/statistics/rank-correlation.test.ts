import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midRanks } from './mid-ranks.ts';
import { rankCorrelation } from './rank-correlation.ts';

const spearman = (a: readonly number[], b: readonly number[]) =>
  rankCorrelation(midRanks(Float64Array.from(a)), midRanks(Float64Array.from(b)));

// Ezekiel 1930, in R as `cars`: speed and stopping distance of fifty cars, with many equal values
const speed = [
  4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16, 17, 17, 17,
  18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25,
];
const distance = [
  2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32, 40, 32, 40,
  50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85,
];

describe('rankCorrelation', () => {
  it('agrees with R where values are equal: cor(cars, method = "spearman") is 0.8303568', () => {
    expect(spearman(speed, distance).correlation).toBeCloseTo(0.8303568, 7);
  });

  it('agrees with the example of scipy.stats.spearmanr: 0.8207826816681233', () => {
    expect(spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]).correlation).toBeCloseTo(0.8207826816681233, 14);
  });

  it('is right by hand: ranks 1 2 3 4 against 2 1 4 3', () => {
    // without equal values 1 − 6·Σd²/(n³ − n) = 1 − 6·4/60
    expect(spearman([1, 2, 3, 4], [2, 1, 4, 3]).correlation).toBeCloseTo(0.6, 14);
  });

  it('gives an interval by Fisher’s transformation', () => {
    // r 0.8303568: z = atanh r = 1.189534, half = 1.959964·√((1 + r²/2)/47) = 0.331504; tanh of 0.858030 and 1.521038
    const { interval } = spearman(speed, distance);
    expect(interval?.low).toBeCloseTo(0.6954, 3);
    expect(interval?.high).toBeCloseTo(0.9089, 3);
  });

  it('is 1 for anything that rises with it, −1 for what falls, both without width', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 10, maxLength: 60 }), (values) => {
        const up = spearman(
          values,
          values.map((value) => value ** 3),
        );
        expect(up).toEqual({ correlation: 1, interval: { low: 1, high: 1 } });
        expect(
          spearman(
            values,
            values.map((value) => -value),
          ).correlation,
        ).toBe(-1);
      }),
    );
  });

  it('has no correlation where nothing varies, and no interval below ten pairs', () => {
    expect(spearman([1, 1, 1], [1, 2, 3])).toEqual({ correlation: Number.NaN, interval: null });
    expect(spearman([1, 2, 3], [1, 3, 2]).interval).toBeNull();
  });

  it('refuses columns of unequal length', () => {
    expect(() => rankCorrelation(new Float64Array(2), new Float64Array(3))).toThrow(RangeError);
  });
});
