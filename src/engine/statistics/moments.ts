import { addLeaves, LEAF_SIZE, leafSum } from './tree-sum.ts';

/** Two sums over futures about a stated shift; both are nodes of the tree and may be put together with `TreeSum`. */
export interface ShiftedSums {
  /** Σ (x − shift), unit of x. */
  readonly sum: number;
  /** Σ (x − shift)², unit of x squared. */
  readonly sumOfSquares: number;
}

/** Mean and spread of one outcome over futures. */
export interface Moments {
  /** Unit of the values. NaN for no future. */
  readonly mean: number;
  /** Of one future, divisor n − 1, unit squared. NaN below two futures. */
  readonly variance: number;
  /** Square root of the variance, unit of the values. */
  readonly standardDeviation: number;
  /** Of the mean, as if every future were independent, unit of the values. */
  readonly standardError: number;
}

/**
 * Sums of a column, or of a part of it, about a stated value.
 *
 * Each future gives x − shift and its square, added as every sum over futures (leaves of 64, binary tree), so an aligned
 * part is a node for `TreeSum` and no grouping of the work changes a bit. Missing futures count +0, not −shift.
 *
 * @param column - one value per future, read only, not kept
 * @param shift - near the mean, and the same for all parts: the likely value, or the value of future 0
 * @param offset - first future
 * @param count - futures to add
 * @throws {RangeError} if the part lies outside the column
 * @example
 * shiftedSums(Float64Array.of(9, 10, 12), 10) // => { sum: 1, sumOfSquares: 5 }
 */
export function shiftedSums(
  column: Float64Array,
  shift: number,
  offset = 0,
  count = column.length - offset,
): ShiftedSums {
  if (!(offset >= 0 && count >= 0 && offset + count <= column.length)) {
    throw new RangeError(`futures ${offset} to ${offset + count} lie outside a column of ${column.length} futures`);
  }
  const leaves = Math.ceil(count / LEAF_SIZE);
  const values = new Float64Array(LEAF_SIZE);
  const scratch = new Float64Array(LEAF_SIZE / 2);
  const add = (squared: boolean): number =>
    addLeaves(leaves, (leaf) => {
      const start = leaf * LEAF_SIZE;
      const size = Math.min(LEAF_SIZE, count - start);
      for (let i = 0; i < size; i++) {
        const deviation = column[offset + start + i]! - shift;
        values[i] = squared ? deviation * deviation : deviation;
      }
      return leafSum(values, 0, size, scratch);
    });
  return { sum: add(false), sumOfSquares: add(true) };
}

/**
 * Mean, variance, standard deviation and standard error from sums about a stated value.
 *
 * mean = shift + sum/n; variance = (sumOfSquares − sum²/n)/(n − 1), never below 0. The usual one-pass formula, made
 * safe by the shift: the relative error of the variance grows as 1 + (mean − shift)²/variance, so a shift within a few
 * standard deviations of the mean costs nothing, and shift 0 would lose everything for a large mean with a small spread.
 *
 * @param sums - `count` futures; `shift` used for both sums; `sum` Σ (x − shift); `sumOfSquares` Σ (x − shift)²
 * @returns NaN where there are too few futures (mean below 1, the rest below 2), and if a sum is NaN
 * @throws {RangeError} if `count` is not a whole number, 0 or more
 * @see Chan, Golub and LeVeque, "Algorithms for computing the sample variance", The American Statistician 37 (1983),
 *   on shifted data
 * @example
 * momentsFromShiftedSums({ count: 4, shift: 10, sum: 4, sumOfSquares: 16 })
 * // => { mean: 11, variance: 4, standardDeviation: 2, standardError: 1 }
 */
export function momentsFromShiftedSums(
  sums: ShiftedSums & { readonly count: number; readonly shift: number },
): Moments {
  const { count, shift, sum, sumOfSquares } = sums;
  if (!(Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError(`${count} futures; allowed a whole number, 0 or more`);
  }
  const mean = count > 0 ? shift + sum / count : Number.NaN;
  const variance = count > 1 ? Math.max(0, sumOfSquares - (sum * sum) / count) / (count - 1) : Number.NaN;
  return {
    mean,
    variance,
    standardDeviation: Math.sqrt(variance),
    standardError: Math.sqrt(variance / count),
  };
}

/**
 * Mean and spread of a kept column.
 *
 * `shiftedSums` about `shift`, then `momentsFromShiftedSums`. A NaN future makes the result NaN.
 *
 * @param column - one value per future, read only, not kept
 * @param shift - near the mean; the value of future 0 unless stated
 * @example
 * columnMoments(Float64Array.of(1, 3)).mean // => 2
 */
export function columnMoments(column: Float64Array, shift = column[0] ?? 0): Moments {
  return momentsFromShiftedSums({ count: column.length, shift, ...shiftedSums(column, shift) });
}
