import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFormulaLike, plainCell } from './formula-cell.ts';
import { idOf } from './place-id.ts';
import { readNumber } from './read-number.ts';

describe('numbers as people type them', () => {
  it('may have a decimal comma or point, and blanks between thousands', () => {
    for (const [text, value] of [
      ['57,13', 57.13],
      ['57.13', 57.13],
      ['1 652 895', 1652895],
      ['1\u00a0234,5', 1234.5],
      ['\u22125', -5],
    ] as const)
      expect(readNumber(text), text).toBe(value);
  });

  it('are refused where they could be read in two ways, or are none', () => {
    for (const text of ['1.234,5', '1,234.5', '', '12 34', '1e5', '0x10', 'NaN', 'Infinity', '5 km', '=5'])
      expect(readNumber(text), text).toBeUndefined();
  });
});

describe('texts', () => {
  it('that a spreadsheet would run get an apostrophe first, others stay', () => {
    for (const text of ['=1+1', '+46', '-1', '@x', '\t=1', '\uff1d1']) {
      expect(isFormulaLike(text), text).toBe(true);
      expect(plainCell(text)).toBe(`'${text}`);
    }
    expect(plainCell('Fliseryd')).toBe('Fliseryd');
  });

  it('become ids that a scenario takes, whatever they are, or none at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        expect(idOf(text)).toMatch(/^([a-z0-9][a-z0-9-]{0,59})?$/);
      }),
    );
  });
});
