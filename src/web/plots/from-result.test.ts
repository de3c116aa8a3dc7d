import { describe, expect, it } from 'vitest';
import type { Result } from '../work/work.tsx';
import { closuresOf, driversOf, fansOf, survivalsOf } from './from-result.ts';

const words = (text: string) => ({ sv: text, en: text });
const year = (of: number, chance: number | null, stands: boolean) => ({
  year: of,
  chance,
  range: chance === null ? null : { low: chance - 0.1, high: 1 },
  standsInLikelyFuture: stands,
  closures: { gaveUp: 0.01, insolvent: null, noSuccessor: 0 },
});
const series = (entity: string, instance: string) => ({ entity, instance, likely: [100, 0], quantiles: null });
const none = { nodes: [] };
/** Two alternatives, two shops; the first shop closes in 2015 where nothing is done. */
const result = {
  alternatives: ['ingen', 'stod'].map((key, index) => ({
    key,
    label: words(key),
    survival: {
      nodes: [
        { shop: 'norr', years: [year(2014, 1, true), year(2015, 0.6, index === 1)] },
        { shop: 'soder', years: [year(2014, 1, true), year(2015, null, true)] },
      ],
    },
    people: none,
    customers: none,
    sales: { nodes: [series('shop', 'norr'), series('shop', 'soder')] },
    ownerPay: none,
    cash: none,
  })),
} as unknown as Result;
const sv = (label: { readonly sv: string }) => label.sv;

describe('a result as plots take it', () => {
  it('marks the year the shop closes in the likely future, of that shop only', () => {
    expect(fansOf(result, 'sales', sv).map(({ closes }) => closes)).toEqual([2015, undefined]);
    expect(fansOf(result, 'sales', sv, 'soder').map(({ closes }) => closes)).toEqual([undefined, undefined]);
  });

  it('has no fan where an alternative has no such number', () => {
    expect(fansOf(result, 'people', sv)).toEqual([]);
  });

  it('keeps what is not known apart from nought', () => {
    expect(survivalsOf(result, sv, 'soder')[0]).toMatchObject({ chance: [1, null], range: { low: [0.9, null] } });
    expect(closuresOf(result, sv)[0]?.insolvent).toEqual([null, null]);
  });

  it('keeps the position of an alternative, and with it its colour', () => {
    expect(survivalsOf(result, sv).map(({ index }) => index)).toEqual([0, 1]);
  });

  it('leaves out drivers without a correlation', () => {
    const driver = { label: words('a'), rankCorrelationInterval: null, isAssumption: true };
    const drivers = driversOf(
      {
        byCorrelation: [
          { ...driver, parameter: 'a', rankCorrelation: null },
          { ...driver, parameter: 'b', rankCorrelation: 0.5 },
        ],
      } as unknown as Parameters<typeof driversOf>[0],
      sv,
    );
    expect(drivers.map(({ key }) => key)).toEqual(['b']);
  });
});
