import { clamp, log } from '../arithmetic/index.ts';
import { betaShape, type Distribution } from './distribution.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { normalCdf } from './normal-cdf.ts';

/**
 * The share of futures in which an uncertain quantity is at most `x`.
 *
 * The inverse of `inverseCdf` where the distribution has no jumps; at a jump (`constant`, `discrete`, no spread, equal
 * observations) the share up to and including it.
 *
 * @param d - a distribution that passes `checkDistribution`
 * @param x - a value in the distribution's unit
 * @returns a share from 0 to 1; never falls when `x` rises
 * @example
 * cdf({ kind: 'uniform', low: 10, high: 20 }, 12.5) // => 0.25
 */
export function cdf(d: Distribution, x: number): number {
  switch (d.kind) {
    case 'constant':
      return jumpAt(d.value, x);
    case 'pert':
    case 'beta': {
      const { alpha, beta, low, high } = betaShape(d);
      return low === high ? jumpAt(low, x) : incompleteBeta((x - low) / (high - low), alpha, beta);
    }
    case 'triangular':
      return triangularCdf(d.low, d.likely, d.high, x);
    case 'uniform':
      return d.low === d.high ? jumpAt(d.low, x) : clamp((x - d.low) / (d.high - d.low), 0, 1);
    case 'normal':
      return d.sd === 0 ? jumpAt(d.mean, x) : normalCdf((x - d.mean) / d.sd);
    case 'lognormal':
      if (d.sigma === 0) return jumpAt(d.median, x);
      return x <= 0 ? 0 : normalCdf(log(x / d.median) / d.sigma);
    case 'discrete':
      return discreteCdf(d.values, d.weights, x);
    case 'empirical':
      return empiricalCdf(d.values, x);
  }
}

function jumpAt(value: number, x: number): number {
  return x < value ? 0 : 1;
}

function triangularCdf(low: number, likely: number, high: number, x: number): number {
  if (x >= high) return 1;
  if (x <= low) return 0;
  const range = high - low;
  if (x <= likely) return (((x - low) / range) * (x - low)) / (likely - low);
  return 1 - (((high - x) / range) * (high - x)) / (high - likely);
}

function discreteCdf(values: readonly number[], weights: readonly number[], x: number): number {
  let below = 0;
  let total = 0;
  // In the order of the values, so that the sums round as they do in the inverse
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  for (const i of order) {
    total += weights[i]!;
    if (values[i]! <= x) below = total;
  }
  return below / total;
}

function empiricalCdf(values: readonly number[], x: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const last = sorted.length - 1;
  if (x < sorted[0]!) return 0;
  if (x >= sorted[last]!) return 1;
  const i = sorted.findLastIndex((value) => value <= x);
  return (i + (x - sorted[i]!) / (sorted[i + 1]! - sorted[i]!)) / last;
}
