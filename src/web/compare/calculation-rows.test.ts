import { describe, expect, it } from 'vitest';
import type { Result } from '../work/work.tsx';
import { costRows } from './calculation-rows.ts';

type Calculation = Result['calculations'][number];
const label = (sv: string) => ({ sv, en: sv });
const view = (name: Calculation['views'][number]['view'], capital: readonly [string, string], staff: string) => ({
  view: name,
  label: label(name),
  firstYear: {
    year: 2014,
    depreciationSekPerYear: capital[0],
    interestSekPerYear: capital[1],
    runningSekPerYear: staff,
    totalSekPerYear: String(Number(capital[0]) + Number(capital[1]) + Number(staff)),
    byItem: [{ key: 'a', label: label('Lokal'), depreciationSekPerYear: capital[0], interestSekPerYear: capital[1] }],
    byCategory: [
      { category: 'staff' as const, amountSekPerYear: staff },
      { category: 'other' as const, amountSekPerYear: '0.00' },
    ],
  },
  byYear: [],
});
const calculation: Calculation = {
  key: 'efterkalkyl',
  label: label('Efterkalkyl'),
  about: null,
  measure: 'servicepunkt',
  investmentSek: '545333.00',
  years: [2014],
  items: [],
  financing: [],
  running: [
    {
      key: 'b',
      label: label('Personal, 0,2 tjänst'),
      category: 'staff',
      payer: 'municipality',
      firstYearSek: '70000.00',
      byYearSek: ['70000.00'],
      posts: 0.2,
      postCostSekPerYear: '350000.00',
    },
  ],
  views: [view('project', ['0.00', '0.00'], '70000.00'), view('municipality', ['10295.20', '2573.80'], '70000.00')],
};

describe('a calculation as an accountant sets it', () => {
  const rows = costRows(calculation, 'sv');

  it('has capital cost, running cost and their sum in every view', () => {
    const amounts = Object.fromEntries(rows.map((row) => [row.key, row.amounts]));
    // 10 295.20 + 2 573.80 = 12 869; + 70 000 = 82 869
    expect(amounts['capital']).toEqual([0, 12_869]);
    expect(amounts['running']).toEqual([70_000, 70_000]);
    expect(amounts['total']).toEqual([70_000, 82_869]);
  });

  it('says how posts come to their cost, and leaves out what nobody pays', () => {
    expect(rows.find(({ key }) => key === 'staff')?.about?.replace(/[\u00a0\u202f]/g, ' ')).toBe(
      'Personal, 0,2 tjänst (0,2 × 350 000 kr)',
    );
    expect(rows.some(({ key }) => key === 'other')).toBe(false);
  });
});
