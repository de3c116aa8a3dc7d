import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anything, isOrdered, isPercent, problemOf, rangeAround } from './allowed.ts';

const share = { minimum: 0, maximum: 1, isWhole: false };

it('the ends of a range are allowed, what is beyond them is not', () => {
  expect([-0.01, 0, 1, 1.01].map((value) => problemOf(value, share))).toEqual([
    'too-small',
    undefined,
    undefined,
    'too-large',
  ]);
});

it('what is counted is whole', () => {
  expect(problemOf(2.5, { ...anything, isWhole: true })).toBe('not-whole');
});

it('no number is larger than what the service can reckon with', () => {
  expect(problemOf(1e16, anything)).toBe('too-large');
});

it('three numbers around one stand in order and are allowed', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
      const range = rangeAround(value, share);
      expect(range === undefined).toBe(value === 0);
      if (range === undefined) return;
      expect(isOrdered(range)).toBe(true);
      for (const each of Object.values(range)) expect(problemOf(each, share)).toBeUndefined();
    }),
  );
});

it('shares and yearly rates are per cent; weights, exponents and counts are not', () => {
  expect(isPercent('1', share, 'loanShare')).toBe(true);
  expect(isPercent('1/year', { ...anything, minimum: -1, maximum: 1 }, 'trend')).toBe(true);
  expect(isPercent('1/year', anything, 'wageGrowth')).toBe(true);
  expect(isPercent('1', { minimum: -0.9, maximum: 2, isWhole: false }, 'visitsEffect')).toBe(true);
  expect(isPercent('1', { minimum: 0, maximum: 5, isWhole: false }, 'sizeExponent')).toBe(false);
  expect(isPercent('1', { ...anything, minimum: 0 }, 'migrationWeightOlder')).toBe(false);
  expect(isPercent('1/year', { ...anything, minimum: 0 }, 'toursPerYear')).toBe(false);
  expect(isPercent('SEK/year', share, 'staffFixed')).toBe(false);
});
