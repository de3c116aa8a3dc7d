import { groupStandardError } from './group-standard-error.ts';
import { momentsFromShiftedSums, shiftedSums } from './moments.ts';
import { quantileSorted } from './quantile.ts';

/** What an alternative changes, future by future, against the baseline. */
export interface PairedDifference {
  /** Futures compared. */
  readonly futures: number;
  /** Futures left out because one of the two failed, or the difference is not a number. */
  readonly skipped: number;
  /** Mean of alternative − baseline, unit of the outcome. */
  readonly mean: number;
  /** Of `mean`, between parameter sets when futures share them. NaN below two sets. */
  readonly standardError: number;
  /** Of alternative − baseline over futures, type 7, unit of the outcome. */
  readonly quantiles: {
    readonly p5: number;
    readonly p25: number;
    readonly p50: number;
    readonly p75: number;
    readonly p95: number;
  };
  /** Share of futures where the alternative is better; equal ones are not among them. */
  readonly probabilityBetter: number;
  /** Share of futures where both are exactly the same. */
  readonly probabilityEqual: number;
  /** Variance of the difference over the sum of the two variances: 1 for unrelated futures, near 0 for well paired. */
  readonly varianceRatio: number;
}

/**
 * Compares an alternative with the baseline in the same futures.
 *
 * Both columns met the same futures, so the difference is taken future by future and what they share falls out. A
 * future where the difference is NaN (either failed) is skipped in everything here. All numbers are NaN when no future
 * is left, and `varianceRatio` when neither column varies.
 *
 * @param alternative - outcome, one value per future, future i·J + j; read only, not kept
 * @param baseline - the same outcome and futures without the alternative; read only, not kept
 * @param options - `innerPerOuter`: J, futures that share a parameter set, 1 unless stated; `better`: whether a higher
 *   outcome (the default) or a lower one (a cost) is better, for `probabilityBetter` only
 * @throws {RangeError} if the columns differ in length or J is not a whole number, 1 or more
 * @example
 * pairedDifference(Float64Array.of(3, 5, 4), Float64Array.of(1, 5, 3)).mean // => 1
 */
export function pairedDifference(
  alternative: Float64Array,
  baseline: Float64Array,
  options: { readonly innerPerOuter?: number; readonly better?: 'higher' | 'lower' } = {},
): PairedDifference {
  const { innerPerOuter = 1, better = 'higher' } = options;
  const length = alternative.length;
  if (baseline.length !== length) {
    throw new RangeError(`alternative has ${length} futures and baseline ${baseline.length}; they must be the same`);
  }
  const differences = new Float64Array(length); // by future, NaN where skipped
  const compared = new Float64Array(length);
  const alternatives = new Float64Array(length);
  const baselines = new Float64Array(length);
  let futures = 0;
  let higher = 0;
  let equal = 0;
  for (let future = 0; future < length; future++) {
    const difference = alternative[future]! - baseline[future]!;
    differences[future] = difference;
    if (Number.isNaN(difference)) continue;
    compared[futures] = difference;
    alternatives[futures] = alternative[future]!;
    baselines[futures] = baseline[future]!;
    futures += 1;
    if (difference > 0) higher += 1;
    if (difference === 0) equal += 1;
  }
  const momentsOf = (column: Float64Array) => {
    const shift = futures > 0 ? column[0]! : 0;
    return momentsFromShiftedSums({ count: futures, shift, ...shiftedSums(column, shift, 0, futures) });
  };
  const { mean, variance } = momentsOf(compared);
  const varianceRatio = variance / (momentsOf(alternatives).variance + momentsOf(baselines).variance);
  const { standardError } = groupStandardError(differences, mean, innerPerOuter);
  const sorted = compared.subarray(0, futures).sort();
  return {
    futures,
    skipped: length - futures,
    mean,
    standardError,
    quantiles: {
      p5: quantileSorted(sorted, 0.05),
      p25: quantileSorted(sorted, 0.25),
      p50: quantileSorted(sorted, 0.5),
      p75: quantileSorted(sorted, 0.75),
      p95: quantileSorted(sorted, 0.95),
    },
    probabilityBetter: (better === 'higher' ? higher : futures - higher - equal) / futures,
    probabilityEqual: equal / futures,
    varianceRatio,
  };
}
