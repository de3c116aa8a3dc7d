import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { log } from './log.ts';
import { bitsChecksum, evenly } from './testing/bits-checksum.ts';
import { worstUlpError } from './testing/ulp-error.ts';

const random = seedrandom('log');
const between = (low: number, high: number) => low + (high - low) * random();
const points = (count: number, make: () => number) => Array.from({ length: count }, () => [make()] as [number]);

describe('log', () => {
  it.each([
    ['the whole range', points(2000, () => between(1, 2) * 2 ** Math.floor(between(-1022, 1024)))],
    ['numbers near 1', points(2000, () => 1 + between(-1, 1) / 2 ** between(1, 52))],
    ['both sides of the square root of a half', points(3000, () => between(0.63, 0.78))],
    ['both sides of the square root of 2', points(2000, () => between(1.26, 1.56))],
    ['subnormal numbers', points(1000, () => Number.MIN_VALUE * Math.ceil(2 ** between(0, 52)))],
  ])('is within one unit in the last place over %s', (_, inputs) => {
    const worst = worstUlpError(inputs, log, (x) => x!.ln());
    expect(worst.error, `at ${worst.point}`).toBeLessThanOrEqual(1);
  });

  it('is right to half a unit for the neighbours of 1', () => {
    expect(log(1)).toBe(0);
    expect(log(1 + 2 ** -52)).toBe(2.2204460492503128e-16);
    expect(log(1 - 2 ** -53)).toBe(-1.1102230246251565e-16);
  });

  it('is −Infinity at 0 and no number below', () => {
    expect(log(0)).toBe(-Infinity);
    expect(log(-0)).toBe(-Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(-Infinity)).toBeNaN();
    expect(log(NaN)).toBeNaN();
    expect(log(Infinity)).toBe(Infinity);
    expect(log(Number.MAX_VALUE)).toBe(709.782712893384);
    expect(log(Number.MIN_VALUE)).toBe(-744.4400719213812);
  });

  it('has not changed one bit', () => {
    const inputs = [...evenly(20_001, 0, 4), ...evenly(2001, 0, 1e308), ...evenly(2001, 0, 1e-307)];
    expect(bitsChecksum(inputs.map(log))).toBe('c0813085');
  });
});
