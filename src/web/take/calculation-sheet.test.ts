/// <reference types="node" />
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../app/load-model.ts';
import { openScenario } from '../../app/open-scenario.ts';
import { statedCalculation } from '../../engine/calculation/index.ts';
import { calculate, item } from '../../engine/calculation/testing/lone-measure.ts';
import { type Calculation, calculationSheet } from './calculation-sheet.ts';
import { calculationOf } from './testing/calculation-of.ts';
import { OpenedWorkbook, type ReadWorkbook, readXlsx } from './testing/read-xlsx.ts';
import { words } from './words.ts';
import { xlsxFile } from './xlsx-file.ts';

const fliseryd = openScenario(loadModel(), `${import.meta.dirname}/../../../scenarios/fliseryd.yaml`);
const estimate = calculationOf(statedCalculation(loadModel(), fliseryd, 'forkalkyl'));
const account = calculationOf(statedCalculation(loadModel(), fliseryd, 'efterkalkyl'));

const name = 'Kalkyl';

/** A calculation as its written file, read back. */
const written = (calculation: Calculation): ReadWorkbook =>
  readXlsx(xlsxFile([calculationSheet(name, calculation, words.sv, ({ sv }) => sv)]));

const cellsOf = (workbook: ReadWorkbook) => [...(workbook.get(name) ?? [])];

/** The first cell with a text, at or below a row. */
const find = (workbook: ReadWorkbook, text: string, from = 1): { readonly column: string; readonly row: number } => {
  const found = cellsOf(workbook)
    .map(([cell, content]) => ({ content, column: cell.replace(/\d+/, ''), row: Number(cell.replace(/\D+/, '')) }))
    .find(({ content, row }) => content.text === text && row >= from);
  if (found === undefined) throw new Error(`no cell says «${text}»`);
  return found;
};

/** The sum of the first year as a view has it, in the table that stands first. */
const answer = (workbook: ReadWorkbook, opened: OpenedWorkbook, view: string): unknown =>
  opened.value(name, `G${find(workbook, view).row}`);

/** Every formula of a file against what it says it comes to, and every view against the engine, to the öre unless said. */
const disagreements = (calculation: Calculation, tolerance = 0.006): string[] => {
  const workbook = written(calculation);
  const opened = new OpenedWorkbook(workbook);
  const wrong = cellsOf(workbook).flatMap(([cell, { formula, number, text }]) => {
    if (formula === undefined) return [];
    const value = opened.value(name, cell);
    const same = number === undefined ? value === text : Math.abs(Number(value) - number) < tolerance;
    return same ? [] : [`${cell}: ${formula} is ${JSON.stringify(value)}, written as ${number ?? text}`];
  });
  const views = calculation.views.flatMap(({ label, firstYear }) => {
    const value = answer(workbook, opened, label.sv);
    return Math.abs(Number(value) - Number(firstYear.totalSekPerYear)) < tolerance
      ? []
      : [`${label.sv}: ${value}, the engine has ${firstYear.totalSekPerYear}`];
  });
  return [...wrong, ...views];
};

describe('the sheet of the estimate', () => {
  it('comes to 175 000 kronor a year when a spreadsheet program computes it', () => {
    const workbook = written(estimate);
    // 60 000 depreciation + 15 000 interest + 30 000 premises + 70 000 staff
    expect(answer(workbook, new OpenedWorkbook(workbook), 'projektet')).toBe(175_000);
  });

  it('comes to 105 000 more with half a post instead of a fifth', () => {
    const workbook = written(estimate);
    const opened = new OpenedWorkbook(workbook);
    const { row } = find(workbook, 'Personal, 0,2 tjänst');
    expect(opened.value(name, `D${row}`)).toBe(0.2);
    opened.set(name, `D${row}`, 0.5);
    expect(answer(workbook, opened, 'projektet')).toBe(280_000); // 175 000 + 0.3 × 350 000
  });

  it('lets the owner bear what a dearer building costs', () => {
    const workbook = written(estimate);
    const opened = new OpenedWorkbook(workbook);
    opened.set(name, `B${find(workbook, 'Byggkostnad').row}`, 700_000);
    // a tenth of 200 000 more, and 5 % of half of it: 20 000 + 5 000
    expect(answer(workbook, opened, 'föreningen')).toBe(100_000); // 75 000 + 25 000
  });
});

describe('the sheet of the final account', () => {
  it('shows what each party bears, to the öre', () => {
    const workbook = written(account);
    const opened = new OpenedWorkbook(workbook);
    const totals = ['projektet', 'kommunen', 'regionen', 'stiftelser och fonder', 'samhället'].map((view) =>
      answer(workbook, opened, view),
    );
    expect(totals.map((total) => Number(total).toFixed(2))).toEqual([
      '100000.00', // 30 000 + 70 000
      '112869.00', // and 10 295.20 + 2 573.80 on the municipality's own 102 952
      '30297.63',
      '25000.00',
      '168166.63', // 54 533.30 + 13 633.33 + 100 000
    ]);
  });

  it('moves a share to another payer when the payer is changed', () => {
    const workbook = written(account);
    const opened = new OpenedWorkbook(workbook);
    opened.set(name, `C${find(workbook, 'Häradssparbankens stiftelse').row}`, 'kommunen');
    expect(Number(answer(workbook, opened, 'kommunen')).toFixed(2)).toBe('137869.00'); // 112 869 + 20 000 + 5 000
  });
});

describe('names that look like formulas', () => {
  it('stand as text wherever they stand, and stop nothing from being computed', () => {
    const hostile = '=HYPERLINK("http://x","y")';
    const label = { sv: hostile, en: hostile };
    const named: Calculation = {
      ...account,
      label,
      items: account.items.map((each) => ({
        ...each,
        label,
        tranches: each.tranches.map((tranche) => ({ ...tranche, label })),
      })),
      running: account.running.map((line) => ({ ...line, label })),
    };
    const workbook = written(named);
    const formulas = cellsOf(workbook).flatMap(([, { formula = '' }]) => formula);
    expect(formulas.filter((formula) => formula.includes('HYPERLINK'))).toEqual([]);
    expect(cellsOf(workbook).filter(([, { text = '' }]) => text.includes(hostile)).length).toBeGreaterThan(5);
    expect(disagreements(named)).toEqual([]);
  });
});

describe('formulas', () => {
  it('agree with the engine in every cell, year and view of both calculations', () => {
    expect(disagreements(estimate)).toEqual([]);
    expect(disagreements(account)).toEqual([]);
  });

  it('agree with the engine for any investment, method, life, residual value and grant', () => {
    const anItem = fc.record({
      cost: fc.integer({ min: 1, max: 5_000_000 }),
      residual: fc.integer({ min: 0, max: 100 }),
      life: fc.integer({ min: 1, max: 12 }),
      rate: fc.integer({ min: 0, max: 12 }).map((percent) => percent / 100),
      method: fc.constantFrom('average-capital', 'opening-balance', 'annuity'),
      share: fc.integer({ min: 0, max: 100 }),
    });
    const aLine = fc.record({
      amount: fc.integer({ min: 0, max: 500_000 }),
      payer: fc.constantFrom('municipality', 'region', 'association'),
      category: fc.constantFrom('premises', 'staff', 'other'),
    });
    fc.assert(
      fc.property(fc.array(anItem, { maxLength: 3 }), fc.array(aLine, { maxLength: 3 }), (items, lines) => {
        const investments = items.map(({ cost, residual, life, rate, method, share }) =>
          item({
            cost,
            residual: Math.floor((cost * residual) / 100),
            life,
            rate,
            method,
            grants: share === 0 ? [] : [{ from: 'region', amount: Math.floor((cost * share) / 100) }],
          }),
        );
        const running = lines.map((line) => ({ label: 'drift', ...line }));
        // Spreadsheets reckon in binary: at exactly half an öre one of the three shares may round the other way.
        expect(disagreements(calculationOf(calculate({ investments, running })), 0.05)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('hold in every year of a measure that begins later', () => {
    const late = calculate({
      start: 2016,
      investments: [item({ life: 5, method: 'opening-balance' })],
      running: [{ label: 'värme', amount: 30_000, payer: 'municipality', category: 'premises' }],
    });
    expect(disagreements(calculationOf(late))).toEqual([]);
  });
});
