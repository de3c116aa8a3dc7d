import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpolate } from './interpolate.ts';

const prices = [
  [2010, 1],
  [2014, 1.2],
  [2020, 1.5],
] as const;

describe('interpolate', () => {
  it('reads the table itself at its points', () => {
    expect(prices.map(([x]) => interpolate(prices, x))).toEqual([1, 1.2, 1.5]);
  });

  it('draws straight lines between points', () => {
    expect(interpolate(prices, 2011)).toBeCloseTo(1.05, 14); // 1 + 0.2 · 1/4
    expect(interpolate(prices, 2018)).toBeCloseTo(1.4, 14); // 1.2 + 0.3 · 4/6
  });

  it('is flat before the first point and after the last', () => {
    expect(interpolate(prices, 1900)).toBe(1);
    expect(interpolate(prices, 2100)).toBe(1.5);
    expect(interpolate(prices, Number.NEGATIVE_INFINITY)).toBe(1);
    expect(interpolate(prices, Number.POSITIVE_INFINITY)).toBe(1.5);
  });

  it('is the same everywhere for a table of one point', () => {
    for (const x of [2000, 2010, 2020]) expect(interpolate([[2010, 3]], x)).toBe(3);
  });

  it('is not a number where it is read at none', () => {
    expect(interpolate(prices, Number.NaN)).toBeNaN();
    expect(interpolate([[2010, 3]], Number.NaN)).toBeNaN();
  });

  it('stays between the two points it lies between, in a table of any length', () => {
    const table = fc
      .uniqueArray(fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
        selector: ([x]) => x,
        minLength: 2,
        maxLength: 40,
      })
      .map((points) => points.sort((a, b) => a[0] - b[0]));
    fc.assert(
      fc.property(table, fc.double({ min: -1100, max: 1100, noNaN: true }), (points, x) => {
        const above = points.findIndex(([at]) => at > x);
        const [low, high] =
          above < 0 ? [points.at(-1), points.at(-1)] : [points[Math.max(0, above - 1)], points[above]];
        const ends = [low?.[1] as number, high?.[1] as number];
        if (x < (points[0]?.[0] as number)) ends[1] = ends[0] = points[0]?.[1] as number;
        const y = interpolate(points, x);
        const slack = 1e-9; // of up to 1e6: rounding
        expect(y).toBeGreaterThanOrEqual(Math.min(...ends) - slack);
        expect(y).toBeLessThanOrEqual(Math.max(...ends) + slack);
      }),
    );
  });
});
