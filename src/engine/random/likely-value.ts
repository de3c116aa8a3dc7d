import { betaShape, type Distribution } from './distribution.ts';
import { inverseCdfOf } from './inverse-cdf.ts';

/**
 * The value that a likely run uses for an uncertain quantity: what a spreadsheet would hold.
 *
 * The stated likely value where there is one (`pert`, `triangular`, `uniform`); else the midpoint (`uniform`), the mean
 * (`normal`), the median (`lognormal`, `empirical`), the peak (`beta` with both shapes above 1, otherwise its mean), or
 * the heaviest value (`discrete`; of equally heavy ones the smallest). Weights of equal values are not added up.
 *
 * @param d - a distribution that passes `checkDistribution`
 * @returns a value in the distribution's unit
 * @example
 * likelyValue({ kind: 'triangular', low: 1, likely: 2, high: 6 }) // => 2
 */
export function likelyValue(d: Distribution): number {
  switch (d.kind) {
    case 'constant':
      return d.value;
    case 'pert':
    case 'triangular':
      return d.likely;
    case 'uniform':
      return d.likely ?? d.low + (d.high - d.low) / 2;
    case 'normal':
      return d.mean;
    case 'lognormal':
      return d.median;
    case 'beta': {
      const { alpha, beta, low, high } = betaShape(d);
      const share = alpha > 1 && beta > 1 ? (alpha - 1) / (alpha + beta - 2) : alpha / (alpha + beta);
      return low + share * (high - low);
    }
    case 'discrete':
      return heaviest(d.values, d.weights);
    case 'empirical':
      return inverseCdfOf(d)(0.5);
  }
}

function heaviest(values: readonly number[], weights: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) {
    const heavier = weights[i]! - weights[best]!;
    if (heavier > 0 || (heavier === 0 && values[i]! < values[best]!)) best = i;
  }
  return values[best]!;
}
