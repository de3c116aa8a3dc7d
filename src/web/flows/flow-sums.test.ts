import { describe, expect, it } from 'vitest';
import type { FlowLine } from './flow-line.ts';
import { paymentsIn } from './flow-sums.ts';

const words = (text: string) => ({ sv: text, en: text });

function line(
  flow: string,
  from: string,
  to: string,
  likely: readonly number[],
  basis: readonly string[] = ['cash'],
): FlowLine {
  return {
    flow,
    label: words(flow),
    from,
    fromLabel: words(from),
    to,
    toLabel: words(to),
    kind: 'transfer',
    basis,
    years: [2014, 2015],
    likelySekPerYear: likely,
    meanSekPerYear: likely.map((amount) => amount / 2),
  };
}

describe('who pays whom', () => {
  it('puts together what one pays another', () => {
    const payments = paymentsIn(
      [line('drift', 'kommun', 'resurser', [100_000, 0]), line('investering', 'kommun', 'resurser', [102_952, 0])],
      2014,
      'likely',
      'all',
    );
    // 100 000 + 102 952
    expect(payments).toMatchObject([{ from: 'kommun', to: 'resurser', amountSek: 202_952 }]);
    expect(payments[0]?.parts.map(({ line: { flow } }) => flow)).toEqual(['investering', 'drift']);
  });

  it('leaves out what is only calculated with, such as depreciation', () => {
    expect(
      paymentsIn([line('avskrivning', 'kommun', 'resurser', [60_000, 60_000], ['cost'])], 2014, 'likely', 'all'),
    ).toEqual([]);
  });

  it('turns a negative amount into a payment the other way', () => {
    expect(paymentsIn([line('kredit', 'bank', 'butik', [-500, 0])], 2014, 'likely', 'all')).toMatchObject([
      { from: 'butik', to: 'bank', amountSek: 500 },
    ]);
  });

  it('shows one party alone, as payer and as receiver', () => {
    const lines = [
      line('köp', 'boende', 'butik', [10, 10]),
      line('lön', 'butik', 'ägare', [5, 5]),
      line('resor', 'boende', 'resurser', [7, 7]),
    ];
    expect(paymentsIn(lines, 2015, 'likely', 'butik').map(({ to }) => to)).toEqual(['butik', 'ägare']);
  });

  it('can leave out travel and what is bought elsewhere', () => {
    const lines = [
      line('köp', 'residents', 'shop', [10, 10]),
      line('resor', 'residents', 'resource', [7, 7]),
      line('köp på annat håll', 'residents', 'other', [7, 7]),
    ];
    expect(paymentsIn(lines, 2015, 'likely', 'near').map(({ to }) => to)).toEqual(['shop']);
  });

  it('takes averages where asked', () => {
    expect(paymentsIn([line('köp', 'boende', 'butik', [10, 10])], 2014, 'mean', 'all')).toMatchObject([
      { amountSek: 5 },
    ]);
  });
});
