import { effectiveSampleSize } from './effective-sample-size.ts';
import { columnMoments } from './moments.ts';
import { quantileSorted } from './quantile.ts';
import { type ShareInterval, wilsonInterval } from './wilson.ts';

/** A chance over futures, what we do not know and luck kept apart. */
export interface ChanceReport {
  /** Average chance over parameter sets and luck. */
  readonly chance: number;
  /** 5–95 % range of the chance over parameter sets, luck's sampling noise removed; null where it cannot be told. */
  readonly range: ShareInterval | null;
  /** Why there is no range; null when there is one. */
  readonly whyNoRange: string | null;
  /** Standard error of `chance` from having run so many futures and no more; null below two parameter sets. */
  readonly samplingError: number | null;
  /** 95 % Wilson interval of `chance` from sampling, at the effective sample size. */
  readonly interval: ShareInterval;
  /** Independent futures that would give the same sampling error. */
  readonly effectiveSampleSize: number;
  /** Variance of the chance between parameter sets; null where there is no range. */
  readonly betweenVariance: number | null;
  /** Variance that luck adds to one set's share of J futures; null where there is no range. */
  readonly luckVariance: number | null;
}

/**
 * Chance that something holds (the shop is open), with its range over what we do not know and its sampling error.
 *
 * Each of I parameter sets was run with J futures of luck; `open` says in how many of them it held. The share of set i,
 * p_i = open_i/J, scatters for two reasons: the sets differ, and J is small. One-way random effects, by the method of
 * moments: luck = mean of p_i(1 − p_i)/(J − 1); between = max(0, variance(p_i) − luck). Each p_i is drawn towards the
 * average by √(between/variance(p_i)), so that the shares left have the variance between; their 5 and 95 %
 * quantiles (type 7), kept within 0 and 1, are the range. It is a range of chances, not of outcomes.
 *
 * J = 1 cannot tell sets from luck, and one set has no range: `range` is null and `whyNoRange` says so. The
 * sampling error is the standard deviation of p_i (divisor I − 1) over √I. With one set the interval is of luck alone.
 *
 * @param open - one per parameter set, futures where it held, whole numbers 0 to J; read only, not kept; not empty
 * @param innerPerOuter - J, futures of luck per set, a whole number, 1 or more
 * @returns shares, without unit
 * @throws {RangeError} if there is no set, J is not such a number, or a count is not within 0 and J
 * @see Searle, Casella and McCulloch, "Variance Components" (1992), chapter 3, one-way classification, ANOVA estimators;
 *   Louis, "Estimating a population of parameter values using Bayes and empirical Bayes methods", JASA 79 (1984), for
 *   drawing in by the square root
 * @example
 * chance(Float64Array.of(2, 2, 2, 2), 4).range // => { low: 0.5, high: 0.5 }
 */
export function chance(open: Float64Array, innerPerOuter: number): ChanceReport {
  const outer = open.length;
  if (outer === 0) throw new RangeError('chance of no parameter set; at least one is needed');
  if (!(Number.isSafeInteger(innerPerOuter) && innerPerOuter >= 1)) {
    throw new RangeError(`${innerPerOuter} futures per parameter set; allowed a whole number, 1 or more`);
  }
  const shares = new Float64Array(outer);
  const luckOfSets = new Float64Array(outer);
  for (let i = 0; i < outer; i++) {
    const count = open[i]!;
    if (!(Number.isInteger(count) && count >= 0 && count <= innerPerOuter)) {
      throw new RangeError(`open[${i}] is ${count}; allowed a whole number 0 to ${innerPerOuter}`);
    }
    const share = count / innerPerOuter;
    shares[i] = share;
    luckOfSets[i] = (share * (1 - share)) / (innerPerOuter - 1);
  }
  const { mean, variance, standardError } = columnMoments(shares);
  const average = Math.min(1, Math.max(0, mean));
  const size = effectiveSampleSize({
    share: average,
    standardError,
    groups: outer,
    futures: outer * innerPerOuter,
  });
  const sampling = {
    chance: average,
    samplingError: outer > 1 ? standardError : null,
    interval: wilsonInterval(average * size, size),
    effectiveSampleSize: size,
  };
  if (outer === 1 || innerPerOuter === 1) {
    const whyNoRange =
      outer === 1
        ? 'There is one parameter set only, so nothing is known of how the chance depends on parameters.'
        : 'Each parameter set has one future only, so parameters and luck cannot be told apart.';
    return { ...sampling, range: null, whyNoRange, betweenVariance: null, luckVariance: null };
  }
  const luckVariance = columnMoments(luckOfSets).mean;
  const betweenVariance = Math.max(0, variance - luckVariance);
  const drawnIn = variance > 0 ? Math.sqrt(betweenVariance / variance) : 0;
  const sorted = shares.sort();
  // drawing in keeps the order and is linear, so the quantile may be drawn in instead of every share
  const drawIn = (p: number): number =>
    Math.min(1, Math.max(0, average + drawnIn * (quantileSorted(sorted, p) - average)));
  return {
    ...sampling,
    range: { low: drawIn(0.05), high: drawIn(0.95) },
    whyNoRange: null,
    betweenVariance,
    luckVariance,
  };
}
