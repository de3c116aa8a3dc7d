import triangularQuantile from '@stdlib/stats-base-dists-triangular-quantile';
import { clamp, exp, normalQuantile } from '../arithmetic/index.ts';
import { betaQuantile } from './beta-quantile.ts';
import { betaShape, type Distribution } from './distribution.ts';
import { logBeta } from './incomplete-beta.ts';

/**
 * The value of an uncertain quantity that a share `u` of the futures stay below.
 *
 * For many draws from one distribution, `inverseCdfOf` prepares the sorting and shapes once and gives the same bits.
 *
 * @param d - a distribution that passes `checkDistribution`
 * @param u - a share, above 0 and below 1
 * @returns a value in the distribution's unit; never falls when `u` rises
 * @example
 * inverseCdf({ kind: 'uniform', low: 10, high: 20 }, 0.25) // => 12.5
 */
export function inverseCdf(d: Distribution, u: number): number {
  return inverseCdfOf(d)(u);
}

/**
 * The inverse distribution function of an uncertain quantity, prepared for many draws.
 *
 * - `discrete`: the smallest value whose weight, together with that of all smaller ones, reaches the share.
 * - `empirical`: straight lines between the sorted values, the first at share 0 and the last at 1 (type 7, as R's
 *   default).
 * - `pert`, `beta`: a value between the ends; the ends themselves when they are equal.
 *
 * @param d - a distribution that passes `checkDistribution`; not kept, so later changes to its lists do not matter
 * @returns a function from a share (above 0, below 1) to a value in the distribution's unit
 * @see R. J. Hyndman & Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996), type 7
 * @example
 * inverseCdfOf({ kind: 'normal', mean: 100, sd: 10 })(0.5) // => 100
 */
export function inverseCdfOf(d: Distribution): (u: number) => number {
  switch (d.kind) {
    case 'constant': {
      const { value } = d;
      return () => value;
    }
    case 'pert':
    case 'beta': {
      const { alpha, beta, low, high } = betaShape(d);
      if (low === high) return () => low;
      const lnBeta = logBeta(alpha, beta);
      return (u) => between(low, high, betaQuantile(u, alpha, beta, lnBeta));
    }
    case 'triangular': {
      const { low, likely, high } = d;
      if (low === high) return () => low;
      return (u) => clamp(triangularQuantile(u, low, high, likely), low, high);
    }
    case 'uniform': {
      const { low, high } = d;
      return (u) => between(low, high, u);
    }
    case 'normal': {
      const { mean, sd } = d;
      return (u) => mean + sd * normalQuantile(u);
    }
    case 'lognormal': {
      const { median, sigma } = d;
      return (u) => median * exp(sigma * normalQuantile(u));
    }
    case 'discrete':
      return discreteQuantile(d.values, d.weights);
    case 'empirical':
      return empiricalQuantile(d.values);
  }
}

/** A share of the way from low to high; held between them, because the last rounding may pass an end. */
function between(low: number, high: number, share: number): number {
  return clamp(low + share * (high - low), low, high);
}

function discreteQuantile(values: readonly number[], weights: readonly number[]): (u: number) => number {
  const order = values.map((_, i) => i).filter((i) => weights[i]! > 0);
  order.sort((a, b) => values[a]! - values[b]! || a - b);
  const sorted = order.map((i) => values[i]!);
  let total = 0;
  const cumulative = order.map((i) => {
    total += weights[i]!;
    return total;
  });
  return (u) => {
    const target = u * total;
    const found = cumulative.findIndex((weight) => weight >= target);
    return sorted[found < 0 ? sorted.length - 1 : found]!;
  };
}

function empiricalQuantile(values: readonly number[]): (u: number) => number {
  const sorted = [...values].sort((a, b) => a - b);
  const last = sorted.length - 1;
  return (u) => {
    const place = u * last;
    const i = Math.floor(place);
    if (i >= last) return sorted[last]!;
    return between(sorted[i]!, sorted[i + 1]!, place - i);
  };
}
