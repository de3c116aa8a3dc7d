import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { formatSek, roundToOre, sumOre } from './ore.ts';

describe('roundToOre', () => {
  it.each([
    ['0.125', '0.13'],
    ['-0.125', '-0.13'],
    ['0.124999', '0.12'],
    ['13633.3333333333', '13633.33'],
    ['1e-30', '0'],
  ])('rounds %s to %s', (amount, expected) => {
    expect(roundToOre(amount).toString()).toBe(expected);
  });

  it('reads a float64 as it is printed', () => {
    expect(roundToOre(1.005).toString()).toBe('1.01'); // the float64 itself is 1.00499999999999989…
  });

  it('keeps all digits of large amounts', () => {
    expect(roundToOre('123456789012345678901234567890.125').toFixed()).toBe('123456789012345678901234567890.13');
  });

  it('does not heed settings made elsewhere', () => {
    const { precision, rounding } = Decimal;
    Decimal.set({ precision: 3, rounding: Decimal.ROUND_DOWN });
    try {
      expect(sumOre(['12345.675', '0.005']).toString()).toBe('12345.69');
    } finally {
      Decimal.set({ precision, rounding });
    }
  });

  it('refuses what is no amount', () => {
    expect(() => roundToOre(Number.NaN)).toThrow(RangeError);
    expect(() => roundToOre(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('sumOre', () => {
  it('adds up the final account of Fliseryd for the municipality: 112 869.00', () => {
    expect(formatSek(sumOre([100_000, '10295.20', '2573.80']))).toBe('112 869.00');
  });

  it('adds up the final account of Fliseryd for society: 168 166.63', () => {
    // 100 000 + 54 533.30 + 13 633.333… , each rounded first
    expect(formatSek(sumOre([100_000, '54533.30', new Decimal(40_900).div(3)]))).toBe('168 166.63');
  });

  it('adds rounded parts, not parts and then rounds', () => {
    expect(sumOre(['0.005', '0.005', '0.005']).toString()).toBe('0.03'); // 0.015 would be 0.02
  });

  it('is 0 for no parts', () => {
    expect(sumOre([]).toString()).toBe('0');
  });
});

describe('formatSek', () => {
  it.each([
    [0, '0.00'],
    [-0.004, '0.00'],
    [999.999, '1 000.00'],
    [-1234567.5, '-1 234 567.50'],
    [175_000, '175 000.00'],
  ])('writes %s as %s', (amount, expected) => {
    expect(formatSek(amount)).toBe(expected);
  });

  it('writes as in Swedish letters when asked', () => {
    expect(formatSek(12869.5, { decimalMark: ',', groupMark: '\u00a0' })).toBe('12\u00a0869,50');
  });
});
