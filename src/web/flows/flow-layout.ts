import { sankey, sankeyJustify } from 'd3-sankey';
import type { Payment } from './flow-sums.ts';

/** A party on one side of the diagram, px. */
export type PartyBar = {
  readonly party: string;
  readonly side: 'payer' | 'receiver';
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly amountSek: number;
};

/** A payment as a ribbon between two parties, px. */
export type Ribbon = {
  readonly payment: Payment;
  readonly from: PartyBar;
  readonly to: PartyBar;
  /** Middle of its ends. */
  readonly fromY: number;
  readonly toY: number;
  readonly thickness: number;
};

type Node = { readonly key: string; readonly party: string; readonly side: PartyBar['side'] };
type Link = { readonly source: string; readonly target: string; readonly value: number; readonly payment: Payment };

const barWidth = 8;

/**
 * Lays payments out with payers at the left and receivers at the right.
 *
 * A party that both pays and receives stands on both sides, so that money going round in a circle is drawn too.
 *
 * @param left - where the payers' bars begin, px
 * @param right - where the receivers' bars end, px
 * @param room - between bars, so that each has room for its name, px
 */
export function flowLayout(
  payments: readonly Payment[],
  left: number,
  right: number,
  height: number,
  room: number,
): { readonly bars: readonly PartyBar[]; readonly ribbons: readonly Ribbon[] } {
  if (payments.length === 0) return { bars: [], ribbons: [] };
  const nodes = new Map<string, Node>();
  for (const { from, to } of payments) {
    nodes.set(`payer ${from}`, { key: `payer ${from}`, party: from, side: 'payer' });
    nodes.set(`receiver ${to}`, { key: `receiver ${to}`, party: to, side: 'receiver' });
  }
  const lay = sankey<Node, Link>()
    .nodeId(({ key }) => key)
    .nodeAlign(sankeyJustify)
    .nodeWidth(barWidth)
    .nodePadding(room)
    .nodeSort((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .extent([
      [left, room / 2],
      [right, height - room / 2],
    ]);
  const { nodes: placed, links } = lay({
    nodes: [...nodes.values()].map((node) => ({ ...node })),
    links: payments.map((payment) => ({
      source: `payer ${payment.from}`,
      target: `receiver ${payment.to}`,
      value: payment.amountSek,
      payment,
    })),
  });
  const bars = new Map(
    placed.map(({ key, party, side, x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 }): [string, PartyBar] => [
      key,
      { party, side, left: x0, right: x1, top: y0, bottom: y1, amountSek: value },
    ]),
  );
  const ribbons = links.map(({ payment, width = 0 }) => ({
    payment,
    from: bars.get(`payer ${payment.from}`) as PartyBar,
    to: bars.get(`receiver ${payment.to}`) as PartyBar,
    fromY: 0,
    toY: 0,
    thickness: width,
  }));
  // In the order of their other ends, so that none crosses another at a bar.
  const filled = new Map<PartyBar, number>();
  const middleAt = (bar: PartyBar, thickness: number): number => {
    const top = filled.get(bar) ?? bar.top;
    filled.set(bar, top + thickness);
    return top + thickness / 2;
  };
  for (const ribbon of ribbons.toSorted((a, b) => a.to.top - b.to.top))
    ribbon.fromY = middleAt(ribbon.from, ribbon.thickness);
  for (const ribbon of ribbons.toSorted((a, b) => a.from.top - b.from.top))
    ribbon.toY = middleAt(ribbon.to, ribbon.thickness);
  return { bars: [...bars.values()], ribbons };
}

/** The middle line of a ribbon, to be drawn as thick as it is. */
export function ribbonPath({ from, to, fromY, toY }: Ribbon): string {
  const middle = (from.right + to.left) / 2;
  return `M${from.right},${fromY}C${middle},${fromY} ${middle},${toY} ${to.left},${toY}`;
}
