import { describe, expect, it } from 'vitest';
import { bearersOf } from './bearers.ts';

const names = { municipality: 'kommunen', state: 'staten', resource: 'resurser', shop: 'butiken', region: 'regionen' };
const line = (flow: string, from: keyof typeof names, to: keyof typeof names, amount: number, basis = ['cost']) => ({
  flow,
  label: { sv: flow, en: flow },
  from,
  fromLabel: { sv: names[from], en: from },
  to,
  toLabel: { sv: names[to], en: to },
  kind: 'transfer',
  basis,
  years: [2014],
  likelySekPerYear: [amount],
  meanSekPerYear: [amount],
});

describe('who bears what', () => {
  it('adds up to what each pays and to the whole', () => {
    const { parties, rows, sums } = bearersOf(
      [
        line('running', 'municipality', 'resource', 100_000),
        line('depreciation', 'municipality', 'resource', 10_295.2),
        line('depreciation', 'region', 'resource', 24_238.1),
        line('interest', 'municipality', 'resource', 2_573.8),
        line('investment', 'municipality', 'resource', 102_952, ['cash']),
      ],
      0,
      'sv',
    );
    expect(parties.map(({ label }) => label)).toEqual(['kommunen', 'regionen']);
    expect(rows.map(({ sum }) => sum)).toEqual([100_000, 34_533.3, 2_573.8]);
    // The municipality: 100 000 + 10 295.20 + 2 573.80 = 112 869
    expect(sums.map((sum) => Number(sum.toFixed(2)))).toEqual([112_869, 24_238.1, 137_107.1]);
  });

  it('takes a grant off what its receiver pays', () => {
    const { sums } = bearersOf(
      [line('deliveries', 'municipality', 'resource', 50_000), line('grant', 'state', 'municipality', 30_000)],
      0,
      'sv',
    );
    // 50 000 − 30 000, 30 000, and 50 000 in all
    expect(sums).toEqual([20_000, 30_000, 50_000]);
  });

  it('leaves the shop out: what it gets from the municipality is a cost to the municipality', () => {
    expect(bearersOf([line('support', 'municipality', 'shop', 1000)], 0, 'sv').sums).toEqual([1000, 1000]);
  });
});
