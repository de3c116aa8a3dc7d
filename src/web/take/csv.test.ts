import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, harmlessText } from './csv.ts';

describe('a table as CSV', () => {
  it('is written as a Swedish spreadsheet program reads it', () => {
    expect(csvText([['Kommunen', 112_869.5, null]], 'sv')).toBe('\ufeffKommunen;112869,5;\r\n');
  });

  it('is written as an English spreadsheet program reads it', () => {
    expect(csvText([['The municipality', -112_869.5]], 'en')).toBe('\ufeffThe municipality,-112869.5\r\n');
  });

  it('keeps text that looks like a formula from being one', () => {
    for (const hostile of ['=1+1', '+46', '-2', '@SUM(A1)', '\tx', '\r=1', ' =1', '\u202e=cmd', '＝1'])
      expect(harmlessText(hostile)).toBe(`'${hostile}`);
    expect(harmlessText('Servicepunkt (=ny)')).toBe('Servicepunkt (=ny)');
  });

  it('leaves numbers numbers, also below zero', () => {
    expect(csvText([[-5]], 'sv')).toBe('\ufeff-5\r\n');
  });

  it('writes no number that a program would not read', () => {
    expect(csvText([[Number.NaN, Number.POSITIVE_INFINITY, 1e-7]], 'sv')).toBe('\ufeff;;0,000000100000\r\n');
  });

  it('gives back every text whatever is in it, with an apostrophe at most', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const read = parse(csvText(rows, 'sv'), {
          delimiter: ';',
          bom: true,
          relax_column_count: true,
          record_delimiter: '\r\n',
        });
        expect(read).toEqual(rows.map((row) => row.map(harmlessText)));
      }),
    );
  });
});
