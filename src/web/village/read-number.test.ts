import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersIn } from '../words/numbers.ts';
import { decimalsOf, movedBy, readNumber, writeNumber } from './read-number.ts';

const number = (value: number) => ({ kind: 'number', value });

describe('a number that somebody writes', () => {
  it.each([
    ['9 000 000', 9_000_000],
    ['9\u00a0000\u202f000', 9_000_000],
    ['9.000.000', 9_000_000],
    ['9,5', 9.5],
    ['9.5', 9.5],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['1.234,5', 1234.5],
    ['−3', -3],
    ['-3', -3],
    ['–3', -3],
    ['+3', 3],
    ['−0', 0],
    ['12 %', 12],
    ['9 000 kr', 9000],
    ['17 km', 17],
    [' 7 ', 7],
    [',5', 0.5],
    ['5,', 5],
    ['\u200f12\u200e', 12],
    ['\u202a1 400\u202c', 1400],
    ['1'.repeat(21), Number('1'.repeat(21))],
  ])('in Swedish «%s» is %d', (text, value) => {
    expect(readNumber(text, 'sv', 'km')).toEqual(number(value));
  });

  it.each([
    ['9,000,000', 9_000_000],
    ['9,000', 9000],
    ['9.000', 9],
    ['9,5', 9.5],
    ['9.5', 9.5],
    ['0,125', 0.125],
    ['1,234.5', 1234.5],
    ['9 000', 9000],
  ])('in English “%s” is %d', (text, value) => {
    expect(readNumber(text, 'en')).toEqual(number(value));
  });

  it.each(['', '   ', '\u200f'])('is nothing where nothing that is seen is written', (text) => {
    expect(readNumber(text, 'sv')).toEqual({ kind: 'empty' });
  });

  it.each(['abc', '1e3', '1,2,3', '1.2.3', '--3', '5–7', 'kr', '%', '=1+1', '<b>5</b>', '٣', '½', '1.23,456.7', '-'])(
    '«%s» is no number',
    (text) => {
      expect(readNumber(text, 'sv')).toEqual({ kind: 'wrong', why: 'no-number' });
    },
  );

  it('is asked about in Swedish where a point may part thousands or decimals', () => {
    expect(readNumber('9.000', 'sv')).toEqual({ kind: 'wrong', why: 'ambiguous' });
  });
});

describe('a number that is written out', () => {
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));

  it.each(['sv', 'en'] as const)('is read again as the same number, whatever it is (%s)', (language) => {
    fc.assert(
      fc.property(numbers, (value) => {
        const read = readNumber(writeNumber(value, language), language);
        // A Swede may write 1,234 as a decimal, an Englishman 1.234: each is read as it is written.
        expect(read).toEqual(number(value));
      }),
    );
  });

  it.each(['sv', 'en'] as const)('is read again with its thousands parted (%s)', (language) => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 4 }),
        (digits, places) => {
          const value = movedBy(digits, -places);
          const shown = numbersIn(language).number(value, decimalsOf(value));
          expect(readNumber(shown, language)).toEqual(number(value === 0 ? 0 : value));
        },
      ),
    );
  });

  it('has as many decimals as it needs', () => {
    expect([0.2, 5, 1e-7, 123.456].map(decimalsOf)).toEqual([1, 0, 7, 3]);
  });
});

describe('moving the decimal point', () => {
  it('is exact where multiplying is not', () => {
    expect(0.07 * 100).not.toBe(7);
    expect(movedBy(0.07, 2)).toBe(7);
    expect(movedBy(7, -2)).toBe(0.07);
  });

  it('comes back to where it began', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        const there = movedBy(value, 2);
        expect(movedBy(there, -2)).toBe(Object.is(value, -0) ? movedBy(0, 0) : value === 0 ? 0 : movedBy(there, -2));
        expect(Math.abs(movedBy(there, -2) - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-15);
      }),
    );
  });
});
