import { requireRate } from './compound.ts';

/**
 * Value today of a row of yearly flows.
 *
 * `undiscounted`: Σ flow_t/(1 + rate)^t, the first flow is of year 0 and counts in full, as everywhere in this model.
 * `discounted`: one period less worth, as NPV in spreadsheets, where the first flow comes at the end of the first
 * period. They differ by a factor 1 + rate, so the convention has no default. No flows → 0.
 *
 * @param rate - per period, a share (0.05 = 5 %), above −1; nominal for nominal flows
 * @param flows - SEK, one per period, oldest first, read only, not kept
 * @param convention - `first`: whether the first flow is discounted
 * @returns SEK, not rounded; NaN if a flow is NaN
 * @throws {RangeError} if `rate` is not above −1
 * @see OpenFormula 1.3 (OASIS), NPV, for the discounted convention
 * @example
 * netPresentValue(0.25, [-1000, 500, 1000], { first: 'undiscounted' }) // => 40
 */
export function netPresentValue(
  rate: number,
  flows: ArrayLike<number>,
  convention: { readonly first: 'discounted' | 'undiscounted' },
): number {
  requireRate(rate);
  let value = 0;
  for (let period = flows.length - 1; period >= 0; period--) value = value / (1 + rate) + flows[period]!;
  return convention.first === 'discounted' ? value / (1 + rate) : value;
}
