import type { FlowLine } from '../flows/flow-line.ts';
import type { Language } from '../words/spoken.ts';

/** What each party bears in one year of the likely future: a row for each kind of cost, a column for each party, and the sums. */
export type Bearers = {
  readonly parties: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly amounts: readonly number[];
    readonly sum: number;
  }[];
  /** Of each party, then of all. */
  readonly sums: readonly number[];
};

/** Who an alternative is paid by, as the overview counts: not the shop, its owner and lender, nor the residents. */
const notCounted = ['shop', 'owner', 'lender', 'residents', 'resource', 'other'];

/**
 * The costs of an alternative by who bears them, as the ledger has them: what a party pays less what it gets.
 *
 * @param at - position of the year
 */
export function bearersOf(lines: readonly FlowLine[], at: number, language: Language): Bearers {
  const parties = new Map<string, string>();
  const rows = new Map<string, { label: string; amounts: Map<string, number> }>();
  const add = (line: FlowLine, party: string, label: string, amount: number): void => {
    if (notCounted.includes(party) || amount === 0) return;
    parties.set(party, label);
    const row = rows.get(line.flow) ?? { label: line.label[language], amounts: new Map<string, number>() };
    row.amounts.set(party, (row.amounts.get(party) ?? 0) + amount);
    rows.set(line.flow, row);
  };
  for (const line of lines) {
    if (!line.basis.includes('cost')) continue;
    const amount = line.likelySekPerYear[at] ?? 0;
    add(line, line.from, line.fromLabel[language], amount);
    add(line, line.to, line.toLabel[language], -amount);
  }
  const keys = [...parties.keys()];
  const table = [...rows].map(([key, { label, amounts }]) => {
    const each = keys.map((party) => amounts.get(party) ?? 0);
    return { key, label, amounts: each, sum: total(each) };
  });
  const sums = keys.map((_, index) => total(table.map(({ amounts }) => amounts[index] ?? 0)));
  return {
    parties: keys.map((key) => ({ key, label: parties.get(key) ?? key })),
    rows: table,
    sums: [...sums, total(sums)],
  };
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, each) => sum + each, 0);
}
