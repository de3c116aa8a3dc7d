import { expect, it } from 'vitest';
import { unitWords } from './unit-words.ts';

it.each([
  ['SEK/year', 'kr/år', 'SEK/year'],
  ['SEK/person/year', 'kr per person och år', 'SEK per person and year'],
  ['1/household/week', 'per hushåll och vecka', 'per household and week'],
  ['1/year', 'per år', 'per year'],
  ['person', 'personer', 'persons'],
  ['person/household', 'personer/hushåll', 'persons/household'],
  ['1', '', ''],
  ['boolean', '', ''],
  ['m2', 'm²', 'm²'],
])('%s is «%s» and “%s”', (unit, sv, en) => {
  expect([unitWords(unit, 'sv'), unitWords(unit, 'en')]).toEqual([sv, en]);
});

it('a share is per cent, a rate per cent a year', () => {
  expect([unitWords('1', 'sv', true), unitWords('1/year', 'sv', true)]).toEqual(['%', '% per år']);
});
