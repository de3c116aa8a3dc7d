import type { FlowLine } from './flow-line.ts';

/** What one party pays another in a year, with the lines it is made of. */
export type Payment = {
  readonly from: string;
  readonly to: string;
  /** SEK in the year, above 0. */
  readonly amountSek: number;
  readonly parts: readonly { readonly line: FlowLine; readonly amountSek: number }[];
};

/** Which amounts of a line. */
export type Amounts = 'likely' | 'mean';

/** Half a krona: less is nothing. */
const nothing = 0.5;

/** The amount of a line in a year, SEK; 0 where it has none. */
function amountIn(line: FlowLine, year: number, amounts: Amounts): number {
  const values = amounts === 'likely' ? line.likelySekPerYear : line.meanSekPerYear;
  return values[line.years.indexOf(year)] ?? 0;
}

/**
 * Who pays whom in a year: the lines that are paid in cash, put together by who pays and who receives, the greatest first.
 *
 * A line below zero is paid the other way. What a party pays itself is left out.
 *
 * @param shown - `near`: all but travel and what is bought elsewhere, which concern only residents and others far away;
 *   `all`; or a party: what this one pays or receives
 */
export function paymentsIn(lines: readonly FlowLine[], year: number, amounts: Amounts, shown: string): Payment[] {
  const payments = new Map<
    string,
    { from: string; to: string; amountSek: number; parts: Payment['parts'][number][] }
  >();
  for (const line of lines) {
    if (!line.basis.includes('cash') || line.from === line.to) continue;
    const amount = amountIn(line, year, amounts);
    if (Math.abs(amount) < nothing) continue;
    const [from, to] = amount > 0 ? [line.from, line.to] : [line.to, line.from];
    if (!isShown(from, to, shown)) continue;
    const key = `${from} ${to}`;
    const payment = payments.get(key) ?? { from, to, amountSek: 0, parts: [] };
    payment.amountSek += Math.abs(amount);
    payment.parts.push({ line, amountSek: Math.abs(amount) });
    payments.set(key, payment);
  }
  return [...payments.values()]
    .map((payment) => ({ ...payment, parts: payment.parts.toSorted((a, b) => b.amountSek - a.amountSek) }))
    .sort((a, b) => b.amountSek - a.amountSek);
}

const distant: ReadonlySet<string> = new Set(['residents', 'other', 'resource']);

function isShown(from: string, to: string, shown: string): boolean {
  if (shown === 'all') return true;
  if (shown === 'near') return !(distant.has(from) && distant.has(to));
  return shown === from || shown === to;
}

/** What parties are called, in both languages, by key. */
export function partyLabels(lines: readonly FlowLine[]): ReadonlyMap<string, FlowLine['fromLabel']> {
  return new Map(
    lines.flatMap(({ from, fromLabel, to, toLabel }): [string, FlowLine['fromLabel']][] => [
      [from, fromLabel],
      [to, toLabel],
    ]),
  );
}
