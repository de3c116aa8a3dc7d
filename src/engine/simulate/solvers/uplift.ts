import type { SolverAccess } from '../../compile/index.ts';

/** What one demand node buys at the host shop, likely and before the measure, and which share of all it buys that is. */
export type HostDemand = { readonly sales: number; readonly share: number };

/**
 * The gain u in a shop's attraction that raises its sales to residents by the share e.
 *
 * With attraction 1 + u times as great, a node that bought v, a share s of all it buys, buys v·(1 + u)/(1 + u·s). Newton's
 * method finds the u for which the sum is (1 + e) times what it was. For one node u = e / (1 − s·(1 + e)).
 *
 * @param nodes - every demand node within reach of the shop
 * @param effect - e, above −1
 * @returns u; NaN when all there is to buy is too little for e, or what is bought without any choice too much
 * @example
 * upliftFor([{ sales: 35, share: 0.35 }], 0.05) // ≈ 0.0790514
 */
export function upliftFor(nodes: readonly HostDemand[], effect: number): number {
  let sales = 0;
  let reachable = 0;
  // Those who buy everything here buy it whatever the attraction.
  let captive = 0;
  for (const node of nodes) {
    sales += node.sales;
    if (node.share > 0) reachable += node.sales / node.share;
    if (node.share >= 1) captive += node.sales;
  }
  if (effect === 0 || sales === 0) return 0;
  const target = (1 + effect) * sales;
  if (!(effect > -1) || !(target < reachable) || !(target > captive)) return Number.NaN;
  // The one-node answer at the average share: below the solution or near it, so that Newton on a concave curve climbs to it.
  let u = effect / (1 - (sales / reachable) * (1 + effect));
  for (let step = 0; step < 100; step += 1) {
    let at = 0;
    let slope = 0;
    for (const node of nodes) {
      const below = 1 + u * node.share;
      at += (node.sales * (1 + u)) / below;
      slope += (node.sales * (1 - node.share)) / (below * below);
    }
    const next = u + (target - at) / slope;
    const kept = next > -1 ? next : (u - 1) / 2;
    if (Math.abs(kept - u) <= 1e-15 * (1 + Math.abs(kept))) return kept;
    u = kept;
  }
  return u;
}

/** Solves the uplift of every measure whose host is a shop; without a host shop it is 0. */
export function solveUplift(access: SolverAccess): void {
  const { relations } = access;
  const hosts = relations.path('measure', ['host']);
  const pairs = relations.gather('shopPair', ['shop']);
  for (const [measure, host] of hosts.entries()) {
    const nodes =
      host < 0
        ? []
        : Array.from(pairs.rows.subarray(pairs.start[host], pairs.start[host + 1]), (row) => ({
            sales: access.read('likelyPairSales', row),
            share: access.read('likelyShare', row),
          }));
    access.write('attractionUplift', measure, upliftFor(nodes, access.read('effectOnVisits', measure)));
  }
}
