import { clamp, normalQuantile } from '../arithmetic/index.ts';
import { normalCdf } from './normal-cdf.ts';

/** Lower triangle of a correlation matrix's square root, row by row: row i has i + 1 values. */
export type CholeskyFactor = readonly Float64Array[];

// The same ends as a drawn uniform number has, so that an inverse distribution function stays finite.
const LOWEST_SHARE = 1.1102230246251565e-16; // 2^−53
const HIGHEST_SHARE = 0.9999999999999999; // 1 − 2^−53

/**
 * The square root of a correlation matrix, by which independent numbers are made to move together.
 *
 * @param correlation - square and symmetric, row by row, ones on the diagonal; correlations of the normal deviates
 * behind the quantities, a little above the rank correlations they give: rank = (6/π) arcsin(value / 2)
 * @returns the lower triangle L with L Lᵀ = the matrix
 * @throws {RangeError} if a row has the wrong length, a value is not finite, the diagonal is not 1, the matrix is not
 * symmetric, or the correlations contradict each other (not positive definite)
 * @see G. H. Golub & C. F. Van Loan, Matrix Computations, 4.2, for Cholesky's method
 * @example
 * choleskyFactor([[1, 0.6], [0.6, 1]]) // => [[1], [0.6, 0.8]]
 */
export function choleskyFactor(correlation: readonly (readonly number[])[]): CholeskyFactor {
  checkCorrelation(correlation);
  const factor: Float64Array[] = [];
  correlation.forEach((row, i) => {
    const current = new Float64Array(i + 1);
    for (let j = 0; j < i; j++) {
      const earlier = factor[j]!;
      current[j] = (row[j]! - dot(current, earlier, j)) / earlier[j]!;
    }
    const left = 1 - dot(current, current, i);
    if (!(left > 1e-12)) {
      throw new RangeError(
        `correlation row ${i} contradicts the rows before it or repeats one (the matrix is not positive definite); make its correlations weaker`,
      );
    }
    current[i] = Math.sqrt(left);
    factor.push(current);
  });
  return factor;
}

function checkCorrelation(correlation: readonly (readonly number[])[]): void {
  const n = correlation.length;
  for (let i = 0; i < n; i++) {
    const row = correlation[i]!;
    if (row.length !== n) throw new RangeError(`correlation row ${i} has ${row.length} values; ${n} are needed`);
    if (row[i] !== 1) throw new RangeError(`correlation[${i}][${i}] is ${row[i]}; the diagonal must be 1`);
    for (let j = 0; j < i; j++) {
      const value = row[j]!;
      if (!Number.isFinite(value)) throw new RangeError(`correlation[${i}][${j}] is ${value}; it must be finite`);
      if (value !== correlation[j]![i]) {
        throw new RangeError(
          `correlation[${i}][${j}] is ${value} but correlation[${j}][${i}] is ${correlation[j]![i]}; the matrix must be symmetric`,
        );
      }
    }
  }
}

function dot(a: Float64Array, b: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * Even random numbers that move together, from independent ones (Gaussian copula).
 *
 * Each number becomes a normal deviate, the deviates are mixed by the factor, and each mix becomes a share again: every
 * result alone is still even between 0 and 1. The first is the first input again, to within rounding.
 *
 * @param factor - from `choleskyFactor`
 * @param uniforms - one independent share per row of the factor, above 0 and below 1
 * @param out - as many values, owned by the caller, overwritten; may be `uniforms` itself
 * @returns nothing; `out` holds shares from 2^−53 to 1 − 2^−53
 * @see R. B. Nelsen, An Introduction to Copulas (2006)
 * @example
 * const shares = Float64Array.of(0.5, 0.5);
 * correlate(choleskyFactor([[1, 0.6], [0.6, 1]]), shares, shares);
 * shares // => [0.5, 0.5]
 */
export function correlate(factor: CholeskyFactor, uniforms: Float64Array, out: Float64Array): void {
  for (let i = 0; i < factor.length; i++) out[i] = normalQuantile(uniforms[i]!);
  // From the last row up: a row uses only the deviates at and before its own place, so they may be overwritten.
  for (let i = factor.length - 1; i >= 0; i--) {
    out[i] = clamp(normalCdf(dot(factor[i]!, out, i + 1)), LOWEST_SHARE, HIGHEST_SHARE);
  }
}
