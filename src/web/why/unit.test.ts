import { expect, test } from 'vitest';
import { combineUnits, unitAfter, unitSpoken } from './unit.ts';

test.each([
  ['SEK/year', 'year', 1, 'SEK'],
  ['SEK', 'year', -1, 'SEK/year'],
  ['SEK/person/year', 'person', 1, 'SEK/year'],
  ['SEK', 'SEK', -1, '1'],
  ['SEK', 'SEK', 1, 'SEK^2'],
  ['1', '1', 1, '1'],
] as const)('%s with %s to the power %d is %s', (left, right, sign, expected) => {
  expect(combineUnits(left, right, sign)).toBe(expected);
});

test('a unit follows its number as a reader says it', () => {
  expect(unitAfter(2, 'SEK/person/year', 'sv')).toBe('kr/person/år');
  expect(unitAfter(1, 'year', 'en')).toBe('year');
  expect(unitAfter(10, 'year', 'en')).toBe('years');
  expect(unitAfter(0.02, '1/year', 'sv')).toBe('per år');
  expect(unitAfter(4, 'SEK^2', 'sv')).toBe('kr²');
  expect(unitAfter(3, '1', 'sv')).toBe('');
});

test('a unit is read aloud in full', () => {
  expect(unitSpoken(2, 'SEK/year', 'sv')).toBe('kronor per år');
  expect(unitSpoken(17, 'km', 'en')).toBe('kilometres');
});

test('a unit nobody has a word for stands as it is', () => {
  expect(unitAfter(3, 'widget/year', 'sv')).toBe('widget/år');
});
