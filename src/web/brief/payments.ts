import type { Label } from '../api/label.ts';
import type { Result } from '../work/work.tsx';

type Alternative = Result['alternatives'][number];

/** What each party pays net, year by year. */
export type Payments = {
  readonly parties: readonly { readonly party: string; readonly label: Label }[];
  /** One row a year, one amount for each party, SEK; below 0 it receives. */
  readonly years: readonly { readonly year: number; readonly amounts: readonly number[] }[];
};

/** Who may pay for a measure, in the order they are told. */
const payers = ['municipality', 'region', 'state', 'eu', 'foundation', 'association'];

/**
 * What each public or voluntary party pays net in cash each year of the likely future: what it pays, less what it
 * receives. A party that never pays or receives anything is left out.
 */
export function paymentsOf({ ledger }: Alternative, years: readonly number[]): Payments {
  const lines = ledger.nodes.filter(({ basis }) => basis.includes('cash'));
  const labels = new Map<string, Label>(
    lines.flatMap(({ from, fromLabel, to, toLabel }) => [[from, fromLabel] as const, [to, toLabel] as const]),
  );
  const net = (party: string, index: number): number =>
    lines.reduce((sum, line) => {
      const amount = line.likelySekPerYear[index] ?? 0;
      return sum + (line.from === party ? amount : 0) - (line.to === party ? amount : 0);
    }, 0);
  const all = payers.map((party) => ({ party, amounts: years.map((_, index) => net(party, index)) }));
  const told = all.filter(({ amounts }) => amounts.some((amount) => Math.abs(amount) >= 0.5));
  return {
    parties: told.map(({ party }) => ({ party, label: labels.get(party) ?? { sv: party, en: party } })),
    years: years.map((year, index) => ({ year, amounts: told.map(({ amounts }) => amounts[index] as number) })),
  };
}
