import { describe, expect, it } from 'vitest';
import { formula, number, text } from './cells.ts';
import { OpenedWorkbook, readXlsx } from './testing/read-xlsx.ts';
import { xlsxFile } from './xlsx-file.ts';

const hostile = [
  '=1+1',
  '+cmd|calc!A0',
  '-2+3',
  '@SUM(1,2)',
  '\t=HYPERLINK("http://x","y")',
  "'=1+1",
  '<script>alert("1")</script> & ]]>',
  '\u202Egnorw\u202C \u200F=1',
  '1e5',
  '2014-01-01',
];

describe('a written workbook', () => {
  it('holds every text as it is, and computes none', () => {
    const file = xlsxFile([{ name: 'Blad', widths: [20], rows: hostile.map((each) => [text(each)]) }]);
    const cells = readXlsx(file).get('Blad');
    expect(hostile.map((_, row) => cells?.get(`A${row + 1}`))).toEqual(hostile.map((each) => ({ text: each })));
  });

  it('leaves out what XML cannot hold', () => {
    const file = xlsxFile([{ name: 'Blad', widths: [], rows: [[text('a\u0000\u0007b\ud800c')]] }]);
    expect(readXlsx(file).get('Blad')?.get('A1')?.text).toBe('abc'.replace('c', '\ufffdc'));
  });

  it('holds numbers to the last digit, and formulas with what they come to', () => {
    const rows = [[number(0.1 + 0.2, 'ore', ''), number('112869.00', 'kronor', ''), formula('A1+B1', 112_869.3)]];
    const read = readXlsx(xlsxFile([{ name: 'Blad', widths: [], rows }]));
    expect(read.get('Blad')?.get('A1')).toEqual({ number: 0.300_000_000_000_000_04 });
    expect(read.get('Blad')?.get('C1')).toEqual({ formula: 'A1+B1', number: 112_869.3 });
    expect(new OpenedWorkbook(read).value('Blad', 'C1')).toBeCloseTo(112_869.3, 8);
  });

  it('says that a number is withheld in its place', () => {
    const rows = [
      [number(Number.NaN, 'ore', 'hemligt'), number('NaN', 'ore', 'hemligt'), number(null, 'ore', 'hemligt')],
    ];
    const read = readXlsx(xlsxFile([{ name: 'Blad', widths: [], rows }])).get('Blad');
    expect([read?.get('A1'), read?.get('B1'), read?.get('C1')]).toEqual([
      { text: 'hemligt' },
      { text: 'hemligt' },
      undefined,
    ]);
  });

  it('gives sheets names that the format allows, no two alike', () => {
    const names = ['Kalkyl: [1]/2?', 'kalkyl   1  2', "'", 'x'.repeat(40), 'x'.repeat(50)];
    const read = readXlsx(xlsxFile(names.map((name) => ({ name, widths: [], rows: [] }))));
    expect(read.size).toBe(names.length);
    for (const name of read.keys()) expect(name).toMatch(/^[^[\]/\\:*?']{1,31}$/);
    expect(new Set([...read.keys()].map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  it('is the same file whenever it is written', () => {
    const sheets = [{ name: 'Blad', widths: [10], rows: [[text('a')]] }];
    expect(xlsxFile(sheets)).toEqual(xlsxFile(sheets));
  });
});
