import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, quantileSorted } from './quantile.ts';

// mtcars$mpg, the data set that ships with R
const mpg = [
  21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9,
  21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
];

describe('quantile', () => {
  it('agrees with numpy: 29 at 0.4', () => {
    expect(quantile([15, 20, 35, 40, 50], 0.4)).toBeCloseTo(29, 12); // rank 1.6: 20 + 0.6 · 15
  });

  it.each([
    [0, 10.4],
    [0.1, 14.34],
    [0.25, 15.425],
    [0.5, 19.2],
    [0.75, 22.8],
    [0.9, 30.09],
    [1, 33.9],
  ])('agrees with quantile(mtcars$mpg, %s) of R: %s', (p, expected) => {
    expect(quantile(mpg, p)).toBeCloseTo(expected, 12);
  });

  it('sorts by number, not by text', () => {
    expect(quantile([100, 9, 10], 0.5)).toBe(10);
  });

  it('leaves the given order alone', () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it('has no quantile of nothing', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('has no quantile when one value is missing', () => {
    expect(quantile([1, Number.NaN, 3], 0)).toBeNaN();
  });

  it('keeps infinite values where they are the answer', () => {
    expect(quantile([1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY], 0.75)).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([-0.01, 1.01, Number.NaN])('refuses the share %s', (p) => {
    expect(() => quantile([1], p)).toThrow(RangeError);
  });

  it('never leaves the neighbouring values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, p) => {
          const sorted = Float64Array.from(values).sort();
          const q = quantileSorted(sorted, p);
          const rank = (sorted.length - 1) * p;
          expect(q).toBeGreaterThanOrEqual(sorted[Math.floor(rank)]!);
          expect(q).toBeLessThanOrEqual(sorted[Math.ceil(rank)]!);
        },
      ),
    );
  });
});
