import { expect, test } from 'vitest';
import type { Result } from '../work/work.tsx';
import { spreadsOf } from './other-futures.ts';

const none = { nodes: [] };
const alternative = (key: string, cash: readonly number[], net: number) => ({
  key,
  people: none,
  customers: none,
  sales: none,
  ownerPay: none,
  cash: {
    nodes: [
      {
        variable: 'cash',
        instance: 'ica',
        unit: 'SEK',
        years: [2014, 2015],
        likely: cash,
        quantiles: { p5: cash.map((each) => each - 10), p50: cash, p95: cash.map((each) => each + 10) },
      },
    ],
  },
  presentValues: {
    nodes: [
      {
        variable: 'netPresent',
        instance: '',
        unit: 'SEK',
        likely: net,
        quantiles: { p5: net - 1, p50: net, p95: net + 1 },
      },
    ],
  },
});
const result = {
  years: [2014, 2015],
  alternatives: [alternative('ingen', [100, 200], 5), alternative('servicepunkt', [300, 400], 6)],
} as unknown as Result;

test('a yearly number has the spread of its year, in every alternative and in their order', () => {
  expect(spreadsOf(result, 'cash@ica@2015')).toEqual({
    unit: 'SEK',
    isGood: true,
    rows: [
      { alternative: 'ingen', likely: 200, low: 190, middle: 200, high: 210 },
      { alternative: 'servicepunkt', likely: 400, low: 390, middle: 400, high: 410 },
    ],
  });
});

test('a present value has its spread in the last year only', () => {
  expect(spreadsOf(result, 'netPresent@@2015')?.rows.map(({ low }) => low)).toEqual([4, 5]);
  expect(spreadsOf(result, 'netPresent@@2014')).toBeUndefined();
});

test('a number the result does not hold, another shop’s, and a calculation have none', () => {
  for (const what of ['wages@ica@2015', 'cash@other@2015', 'cash@ica@2031', 'efterkalkyl']) {
    expect(spreadsOf(result, what)).toBeUndefined();
  }
});
