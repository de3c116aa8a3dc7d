import { expect, test } from 'vitest';
import { numbersIn } from '../words/numbers.ts';
import { defaultInWords } from './default-words.ts';

const variable = (name: string, unit: string, held: unknown, defaultPriceYear: number | null = null) => ({
  name,
  unit,
  default: held,
  defaultStatus: null,
  defaultSource: null,
  defaultPriceYear,
});

test('a default is told in the reader’s words, shares as per cent, money with the year of its prices', () => {
  const sv = (of: ReturnType<typeof variable>) => defaultInWords(of, numbersIn('sv'), 'sv')?.replace(/\s/g, ' ');
  expect(sv(variable('tradeMargin', '1', { low: 0.18, likely: 0.22, high: 0.26 }))).toBe('18–26 %, troligast 22 %');
  expect(sv(variable('floorArea', 'm2', 200))).toBe('200 m²');
  expect(sv(variable('premisesBase', 'SEK/year', 60000, 2011))).toBe('60 000 kr/år i 2011 års priser');
  expect(sv(variable('turnover', 'SEK/year', null))).toBeUndefined();
});
