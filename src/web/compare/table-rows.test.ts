import { describe, expect, it } from 'vitest';
import { alternative, even, smallResult, standing } from '../answer/testing/small-result.ts';
import type { BreakEvens, Result } from '../work/work.tsx';
import { tableRows } from './table-rows.ts';

function cells(result: Result, key: string, breakEven?: BreakEvens, numbers: 'mean' | 'likely' = 'mean'): string[] {
  const rows = tableRows(result, {
    numbers,
    breakEven,
    isComputingBreakEven: false,
    shopNames: new Map(),
    language: 'sv',
  });
  return (rows.find((row) => row.key === key)?.cells ?? []).map(({ text }) => text.replace(/[\u00a0\u202f]/g, ' '));
}

const none = alternative('ingen', {
  isBaseline: true,
  shops: { ica: standing(0.52) },
  municipality: 12_695.4,
  values: { presentValue_society: -1000, presentValue_municipality: -103_320.5, travelSoFar: 30_000 },
});
const point = alternative('punkt', {
  measures: ['punkt'],
  shops: { ica: standing(0.61) },
  municipality: 171_474.4,
  values: { presentValue_society: 500, presentValue_municipality: -1_723_236.8, travelSoFar: 15_000 },
});
const result = smallResult([none, point]);

describe('the table of alternatives', () => {
  it('counts the futures in which the shop stands, five, ten and fifteen years on', () => {
    expect(cells(result, 'stands-5')).toEqual(['100', '100']);
    expect(cells(result, 'stands-10')).toEqual(['52', '61']);
    expect(cells(result, 'stands-15')).toEqual(['52', '61']);
  });

  it('says yes or no of the likely future', () => {
    expect(cells(result, 'stands-10', undefined, 'likely')).toEqual(['ja', 'ja']);
  });

  it('holds to the krona what the municipality pays', () => {
    expect(cells(result, 'municipality')).toEqual(['12 695', '171 474']);
    expect(cells(result, 'municipality-value')).toEqual(['−103 321', '−1 723 237']);
  });

  it('holds travel and present values against the baseline', () => {
    // (15 000 − 30 000) km over 15 years is −1 000 a year; 500 − (−1 000) = +1 500
    expect(cells(result, 'travel')).toEqual(['utgångsläget', '−1 000']);
    expect(cells(result, 'society')).toEqual(['utgångsläget', '+1 500']);
  });

  it('says what it takes to pay off, and that it is an assumption', () => {
    const breakEven = [even('punkt', 'visitsEffect@punkt', { atLowest: 'baseline', points: [[0.047, 'alternative']] })];
    expect(cells(result, 'even', breakEven)).toEqual(['utgångsläget', 'försäljningen stiger minst 4,7 %']);
  });

  it('counts shops where there are several', () => {
    const shops = { a: standing(0.5), b: standing(0.5), c: standing(1) };
    expect(cells(smallResult([alternative('ingen', { isBaseline: true, shops })]), 'stands-10')).toEqual(['2,0']);
  });

  it('has no row of shops where there is none, and compares nothing with itself', () => {
    const lone = smallResult([alternative('ingen', { isBaseline: true })]);
    const keys = tableRows(lone, {
      numbers: 'mean',
      breakEven: undefined,
      isComputingBreakEven: false,
      shopNames: new Map(),
      language: 'en',
    }).map(({ key }) => key);
    expect(keys).toEqual(['municipality', 'municipality-value', 'state']);
  });
});
