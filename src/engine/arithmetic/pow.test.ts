import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { pow } from './pow.ts';
import { bitsChecksum, evenly } from './testing/bits-checksum.ts';
import { worstUlpError } from './testing/ulp-error.ts';

const random = seedrandom('pow');
const between = (low: number, high: number) => low + (high - low) * random();
const points = (count: number, make: () => [number, number]) => Array.from({ length: count }, make);
const anyPositive = () => between(1, 2) * 2 ** Math.floor(between(-1022, 1024));

describe('pow', () => {
  it.each([
    ['growth over years', points(1500, () => [between(0.8, 1.2), between(-50, 50)])],
    ['everyday bases and exponents', points(1500, () => [between(0, 10), between(-20, 20)])],
    [
      'huge exponents of numbers near 1',
      points(1500, () => {
        const x = 1 + between(-1, 1) / 2 ** between(1, 45);
        return [x, between(-708, 709) / Math.log(x)];
      }),
    ],
    ['bases of any size', points(1500, () => [anyPositive(), between(-0.99, 0.99)])],
    ['subnormal bases', points(500, () => [Number.MIN_VALUE * Math.ceil(2 ** between(0, 52)), between(-0.95, 0.95)])],
    [
      'subnormal results',
      points(1500, () => {
        const x = between(0.01, 4);
        return [x, between(-745, -708.5) / Math.log(x)];
      }),
    ],
  ])('is within one unit in the last place over %s', (_, inputs) => {
    const worst = worstUlpError(inputs, pow, (x, y) => x!.pow(y!));
    expect(worst.error, `at ${worst.point}`).toBeLessThanOrEqual(1);
  });

  it('is exact where the true result is a double', () => {
    expect(pow(10, 2)).toBe(100);
    expect(pow(2, 0.5) ** 2).toBeCloseTo(2, 15);
    for (let n = 0; n <= 22; n++) expect(pow(10, n)).toBe(Number(`1e${n}`));
    for (let n = -1074; n <= 1023; n++) expect(pow(2, n)).toBe(2 ** n);
    for (let n = 1; n <= 94_906_265; n += 9973) {
      expect(pow(n, 2)).toBe(n * n);
      expect(pow(n * n, 0.5)).toBe(n);
    }
  });

  it('leaves any number as it is at exponent 1, and divides 1 by it, rounded, at −1', () => {
    const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
    fc.assert(
      fc.property(positive, (x) => {
        expect(pow(x, 1)).toBe(x);
        expect(pow(-x, 1)).toBe(-x);
        expect(Math.abs(pow(x, -1) * x - 1)).toBeLessThanOrEqual(2.3e-16);
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(pow(Number.MIN_VALUE, 1)).toBe(Number.MIN_VALUE);
    expect(pow(Number.MAX_VALUE, 1)).toBe(Number.MAX_VALUE);
  });

  it('is 1 for exponent 0 and for base 1, whatever the other', () => {
    for (const other of [0, -0, 1, -1, 2.5, Infinity, -Infinity, NaN]) {
      expect(pow(other, 0)).toBe(1);
      expect(pow(other, -0)).toBe(1);
      expect(pow(1, other)).toBe(1);
    }
  });

  it.each([
    [0, 2, 0],
    [0, 0.5, 0],
    [0, -2, Infinity],
    [-0, 3, -0],
    [-0, 2, 0],
    [-0, -3, -Infinity],
    [-0, -2, Infinity],
    [Infinity, 2, Infinity],
    [Infinity, -2, 0],
    [-Infinity, 3, -Infinity],
    [-Infinity, -3, -0],
    [-2, 3, -8],
    [-2, 2, 4],
    [-2, -1, -0.5],
    [-2, 0.5, NaN],
    [-1, 9007199254740992, 1],
    [-1, 9007199254740991, -1],
    [-1, Infinity, 1],
    [2, Infinity, Infinity],
    [2, -Infinity, 0],
    [0.5, Infinity, 0],
    [0.5, -Infinity, Infinity],
    [2, 1024, Infinity],
    [2, -1075, 0],
    [2, 1e300, Infinity],
    [0.9999999999999999, 1e300, 0],
    [1.0000000000000002, 1e300, Infinity],
    [1.5, 5e-324, 1],
    [NaN, 2, NaN],
    [2, NaN, NaN],
    [0, NaN, NaN],
  ])('gives for %d to the power %d: %d', (x, y, expected) => {
    expect(pow(x, y)).toBe(expected);
  });

  it('has not changed one bit', () => {
    const results = evenly(201, 0.01, 20).flatMap((x) => evenly(201, -30, 30).map((y) => pow(x, y)));
    expect(bitsChecksum(results)).toBe('6d4d4e32');
  });
});
