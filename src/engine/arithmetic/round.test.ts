import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundHalfAwayFromZero } from './round.ts';

it.each([
  [0.5, 1],
  [-0.5, -1],
  [1.5, 2],
  [2.5, 3],
  [-2.5, -3],
  [0.49999999999999994, 0],
  [-0.49999999999999994, 0],
  [-0, 0],
  [4503599627370495.5, 4503599627370496],
  [4503599627370497, 4503599627370497],
  [9007199254740991, 9007199254740991],
  [1e300, 1e300],
  [Infinity, Infinity],
  [-Infinity, -Infinity],
  [NaN, NaN],
])('rounds %d to %d', (x, expected) => {
  expect(roundHalfAwayFromZero(x)).toBe(expected);
});

it('gives the whole number at most a half away, and treats minus alike', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (x) => {
      const rounded = roundHalfAwayFromZero(x);
      expect(Number.isInteger(rounded)).toBe(true);
      expect(Math.abs(rounded - x)).toBeLessThanOrEqual(0.5);
      expect(roundHalfAwayFromZero(-x)).toBe(0 - rounded);
    }),
    { seed: 1, numRuns: 2000 },
  );
});
