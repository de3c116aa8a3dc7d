/** Low, likely and high of an uncertain number. */
export type ThreeValues = { readonly low: number; readonly likely: number; readonly high: number };

/**
 * The density of an uncertain number, as a share of its peak.
 *
 * As the engine draws it: PERT is the beta distribution with shapes 1 + 4 (likely − low)/(high − low) and
 * 1 + 4 (high − likely)/(high − low), whose peak is the likely value; triangular has straight sides; uniform none.
 *
 * @param at - a value
 * @returns 0 to 1; 0 outside low to high
 * @example
 * densityOfPeak({ low: 0, likely: 2, high: 4 }, 'pert', 2) // => 1
 */
export function densityOfPeak(
  { low, likely, high }: ThreeValues,
  shape: 'pert' | 'triangular' | 'uniform',
  at: number,
): number {
  if (at < low || at > high) return 0;
  if (shape === 'uniform' || low === high) return 1;
  if (shape === 'triangular') {
    if (at === likely) return 1;
    return at < likely ? (at - low) / (likely - low) : (high - at) / (high - likely);
  }
  const range = high - low;
  const rise = (4 * (likely - low)) / range;
  const fall = (4 * (high - likely)) / range;
  const x = (at - low) / range;
  const peak = (likely - low) / range;
  return (x ** rise * (1 - x) ** fall) / (peak ** rise * (1 - peak) ** fall);
}
