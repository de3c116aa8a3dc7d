import { exp, log } from '../arithmetic/index.ts';
import { sumColumn } from './tree-sum.ts';
import { Z_95 } from './wilson.ts';

/** How far two things rise together, whatever the shape, and how well so many pairs tell it. */
export interface RankCorrelation {
  /** −1 to 1. NaN where one of the two does not vary, or there are fewer than two pairs. */
  readonly correlation: number;
  /** 95 % interval; null below ten pairs, where none is trustworthy, or where there is no correlation to speak of. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** Fewest pairs for which an interval is given. */
const fewestForInterval = 10;

/**
 * Spearman's rank correlation of two columns that are ranked already.
 *
 * The ordinary correlation of mid-ranks, which is right also where values are equal (1 − 6Σd²/(n³ − n) is not). The
 * interval is by Fisher's transformation, z = ½ ln((1 + r)/(1 − r)), with the standard error √((1 + r²/2)/(n − 3)) of
 * Bonett and Wright; ranks that agree or disagree entirely have an interval without width.
 *
 * @param a - mid-ranks, one per pair; read only, not kept
 * @param b - mid-ranks of the other, in the same order
 * @throws {RangeError} if the two differ in length
 * @see Spearman, "The proof and measurement of association between two things", American Journal of Psychology 15
 *   (1904); Bonett and Wright, "Sample size requirements for estimating Pearson, Kendall and Spearman correlations",
 *   Psychometrika 65 (2000)
 * @example
 * rankCorrelation(Float64Array.of(1, 2, 3), Float64Array.of(3, 2, 1)).correlation // => -1
 */
export function rankCorrelation(a: Float64Array, b: Float64Array): RankCorrelation {
  const n = a.length;
  if (b.length !== n)
    throw new RangeError(`${n} ranks on one side and ${b.length} on the other; they must be the same`);
  const middle = (n + 1) / 2;
  const products = (x: Float64Array, y: Float64Array): number =>
    sumColumn(Float64Array.from(x, (rank, i) => (rank - middle) * (y[i]! - middle)));
  const [aa, bb] = [products(a, a), products(b, b)];
  if (n < 2 || aa === 0 || bb === 0) return { correlation: Number.NaN, interval: null };
  const correlation = clampToOne(products(a, b) / Math.sqrt(aa * bb));
  return { correlation, interval: n < fewestForInterval ? null : intervalOf(correlation, n) };
}

function intervalOf(r: number, n: number): { low: number; high: number } {
  if (Math.abs(r) === 1) return { low: r, high: r };
  const z = log((1 + r) / (1 - r)) / 2;
  const half = Z_95 * Math.sqrt((1 + (r * r) / 2) / (n - 3));
  // tanh, by way of exp
  const back = (value: number): number => 1 - 2 / (exp(2 * value) + 1);
  return { low: back(z - half), high: back(z + half) };
}

/** Rounding may carry a perfect correlation past 1 by a bit. */
function clampToOne(r: number): number {
  return r > 1 ? 1 : r < -1 ? -1 : r;
}
