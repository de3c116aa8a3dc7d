/**
 * What is known about an uncertain value: the shape of its chance and the numbers of that shape.
 *
 * All numbers are in the unit of the value, except shapes, weights and `sigma`, which have none.
 *
 * - `constant`: known
 * - `pert`: low, likely and high; a beta distribution whose mean leans four parts to the likely value
 * - `triangular`: low, likely and high, with straight sides
 * - `uniform`: nothing between low and high is preferred; `likely`, if stated, is only what a likely run uses
 * - `normal`: mean and standard deviation
 * - `lognormal`: median, above 0, and standard deviation of the natural logarithm
 * - `beta`: two shapes, on low to high (0 to 1 if not stated)
 * - `discrete`: values, each with a weight; weights need not sum to 1, values need no order
 * - `empirical`: observed values in any order
 */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'pert'; readonly low: number; readonly likely: number; readonly high: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly likely: number; readonly high: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number; readonly likely?: number | undefined }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number }
  | {
      readonly kind: 'beta';
      readonly alpha: number;
      readonly beta: number;
      readonly low?: number | undefined;
      readonly high?: number | undefined;
    }
  | { readonly kind: 'discrete'; readonly values: readonly number[]; readonly weights: readonly number[] }
  | { readonly kind: 'empirical'; readonly values: readonly number[] };

/** The two shapes and the ends of a beta distribution. */
export type BetaShape = {
  readonly alpha: number;
  readonly beta: number;
  readonly low: number;
  readonly high: number;
};

/**
 * A PERT or beta distribution as a beta distribution with its ends.
 *
 * PERT: alpha = 1 + 4 (likely − low)/(high − low) and beta = 1 + 4 (high − likely)/(high − low), so that the mean is
 * (low + 4 likely + high)/6. With low = high both shapes are 3, and any share is that one value.
 *
 * @param d - a `pert` or `beta` distribution that passes `checkDistribution`
 * @returns shapes without unit, ends in the unit of the value
 * @see D. Vose, Risk Analysis: A Quantitative Guide (2008), on the PERT distribution
 * @example
 * betaShape({ kind: 'pert', low: 0, likely: 1, high: 4 }) // => { alpha: 2, beta: 4, low: 0, high: 4 }
 */
export function betaShape(d: Extract<Distribution, { kind: 'pert' | 'beta' }>): BetaShape {
  if (d.kind === 'beta') return { alpha: d.alpha, beta: d.beta, low: d.low ?? 0, high: d.high ?? 1 };
  const range = d.high - d.low;
  if (!(range > 0)) return { alpha: 3, beta: 3, low: d.low, high: d.high };
  return {
    alpha: 1 + (4 * (d.likely - d.low)) / range,
    beta: 1 + (4 * (d.high - d.likely)) / range,
    low: d.low,
    high: d.high,
  };
}
