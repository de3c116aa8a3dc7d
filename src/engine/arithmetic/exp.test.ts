import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { exp, expOfSum } from './exp.ts';
import { bitsChecksum, evenly } from './testing/bits-checksum.ts';
import { worstUlpError } from './testing/ulp-error.ts';

const random = seedrandom('exp');
const between = (low: number, high: number) => low + (high - low) * random();
const points = (count: number, make: () => number) => Array.from({ length: count }, () => [make()] as [number]);

describe('exp', () => {
  it.each([
    ['the whole range', points(2000, () => between(-708, 709.78))],
    ['small exponents', points(2000, () => between(-1, 1))],
    ['halfway between powers of two', points(1000, () => (Math.floor(between(-20, 20)) + 0.5) * between(0.692, 0.694))],
    ['tiny exponents', points(500, () => between(-1, 1) / 2 ** between(0, 60))],
    ['subnormal results', points(2000, () => between(-745.13, -708))],
    ['the edge of overflow', points(500, () => between(709.7, 709.782712893384))],
  ])('is within one unit in the last place over %s', (_, inputs) => {
    const worst = worstUlpError(inputs, exp, (x) => x!.exp());
    expect(worst.error, `at ${worst.point}`).toBeLessThanOrEqual(1);
  });

  it('has exact values where the true ones are exact', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(exp(Number.MIN_VALUE)).toBe(1);
  });

  it('overflows to Infinity and underflows to 0 at the ends of the doubles', () => {
    expect(exp(709.782712893384)).toBe(1.7976931348622732e308);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(1e300)).toBe(Infinity);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-745.1332191019411)).toBe(5e-324);
    expect(exp(-745.1332191019412)).toBe(0);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(NaN)).toBeNaN();
  });

  it('adds a correction too small for the exponent itself', () => {
    // The correction is half a unit of 100's last place: the result moves by that share of itself.
    const share = expOfSum(100, 7e-15) / exp(100) - 1;
    expect(share).toBeGreaterThan(6.8e-15);
    expect(share).toBeLessThan(7.2e-15);
  });

  it('has not changed one bit', () => {
    const inputs = [...evenly(20_001, -746, 710), ...evenly(20_001, -1, 1)];
    expect(bitsChecksum(inputs.map(exp))).toBe('8606098a');
  });
});
