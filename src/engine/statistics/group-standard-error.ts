import { sumColumn } from './tree-sum.ts';

/** How well the mean over futures is known, when futures share parameter sets. */
export interface GroupStandardError {
  /** Of the mean over the futures counted, unit of the values. NaN below two parameter sets. */
  readonly standardError: number;
  /** Parameter sets with at least one future counted. */
  readonly groups: number;
  /** Futures counted, that is not NaN. */
  readonly futures: number;
}

/**
 * Standard error of a mean over futures in groups of one parameter set each (outer index i, J futures of luck).
 *
 * SE² = I/(I − 1) · Σ_i (Σ_j (x_ij − mean))² / n². With groups of equal size this is the standard deviation of the group
 * means over √I; with J = 1 it is the usual s/√n. Unequal groups, from futures left out, are handled as a ratio.
 *
 * @param values - one per future, future i·J + j; NaN is left out; read only, not kept; the last group may be shorter
 * @param mean - of the values that are not NaN
 * @param innerPerOuter - J, a whole number, 1 or more
 * @throws {RangeError} if J is not such a number
 * @see Cochran, "Sampling Techniques" (3rd ed. 1977), section 9A, ratio to size in single-stage cluster sampling
 * @example
 * groupStandardError(Float64Array.of(1, 1, 3, 3), 2, 2) // => { standardError: 1, groups: 2, futures: 4 }
 */
export function groupStandardError(values: Float64Array, mean: number, innerPerOuter: number): GroupStandardError {
  if (!(Number.isSafeInteger(innerPerOuter) && innerPerOuter >= 1)) {
    throw new RangeError(`${innerPerOuter} futures per parameter set; allowed a whole number, 1 or more`);
  }
  const squares = new Float64Array(Math.ceil(values.length / innerPerOuter));
  let groups = 0;
  let futures = 0;
  for (let group = 0; group < squares.length; group++) {
    const start = group * innerPerOuter;
    const end = Math.min(values.length, start + innerPerOuter);
    let deviation = 0;
    let counted = 0;
    for (let future = start; future < end; future++) {
      const value = values[future]!;
      if (Number.isNaN(value)) continue;
      deviation += value - mean;
      counted += 1;
    }
    squares[group] = deviation * deviation;
    futures += counted;
    if (counted > 0) groups += 1;
  }
  const standardError = groups > 1 ? Math.sqrt((sumColumn(squares) * groups) / (groups - 1)) / futures : Number.NaN;
  return { standardError, groups, futures };
}
