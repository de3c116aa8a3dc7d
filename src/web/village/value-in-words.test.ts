import { expect, it } from 'vitest';
import { allowedInWords, wrongInWords } from './allowed-in-words.ts';
import { readStated } from './stated-value.ts';
import { modelNumber, shownNumber, valueInWords } from './value-in-words.ts';

const share = { unit: '1', isPercent: true, allowed: { minimum: 0, maximum: 1, isWhole: false } };
const money = { unit: 'SEK/year', isPercent: false, allowed: { minimum: 0, maximum: undefined, isWhole: false } };

it('a share is shown as per cent and read back as the share, exactly', () => {
  expect(shownNumber(0.07, share)).toBe(7);
  expect(modelNumber(7, share)).toBe(0.07);
});

it('values are told with their unit, in both languages', () => {
  expect(valueInWords(readStated(9_000_000).shape, money, 'sv')).toBe('9\u202f000\u202f000\u00a0kr/år');
  expect(valueInWords(readStated(9_000_000).shape, money, 'en')).toBe('9,000,000\u00a0SEK/year');
  expect(valueInWords(readStated({ low: -0.02, likely: -0.008, high: 0.01 }).shape, share, 'sv')).toBe(
    '−2 – 1\u00a0%, troligen\u00a0−0,8',
  );
  expect(valueInWords(readStated(true).shape, money, 'sv')).toBe('ja');
  expect(valueInWords(readStated(null).shape, money, 'sv')).toBeUndefined();
});

it('what is allowed is told as the field shows it', () => {
  expect(allowedInWords(share, 'sv')).toBe('0\u00a0% till 100\u00a0%');
  expect(allowedInWords({ ...money, allowed: { minimum: 1, maximum: 200, isWhole: true } }, 'en')).toBe(
    'whole numbers, 1 to 200',
  );
});

it('what is wrong is told with what was found, what is allowed and what to do', () => {
  expect(wrongInWords('too-large', 1.2, share, 'sv')).toBe(
    'Där står 120\u00a0%. Tillåtet: 0\u00a0% till 100\u00a0%. Skriv ett mindre tal.',
  );
});
