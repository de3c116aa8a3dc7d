/**
 * The value between two neighbouring ranks, `fraction` of the way from `lower` to `upper`.
 *
 * Never outside the two, equal to them when they are equal (also when both are infinite), and exact at fraction 0.
 *
 * @param lower - value at the lower rank
 * @param upper - value at the next rank, at least `lower`
 * @param fraction - 0 to 1, without unit
 * @returns in the unit of the values; NaN between −∞ and +∞, where no value is meant
 * @example
 * betweenRanks(20, 40, 0.25) // => 25
 */
export function betweenRanks(lower: number, upper: number, fraction: number): number {
  if (fraction === 0 || lower === upper) return lower;
  return Math.min(upper, Math.max(lower, (1 - fraction) * lower + fraction * upper));
}

/**
 * Stops a share that is not between 0 and 1.
 *
 * @param p - the share to check, without unit
 * @throws {RangeError} if `p` is NaN, below 0 or above 1
 * @example
 * requireShare(0.05) // => undefined
 */
export function requireShare(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p is ${p}; allowed 0 to 1 (0.05 is the lowest twentieth)`);
}

/**
 * Quantile of values that are already sorted: the level that a share `p` of the futures stays below.
 *
 * Type 7 as in R and numpy: rank h = (n − 1)·p counted from 0, straight line between the ranks on both sides of h.
 * Empty → NaN. NaN anywhere must stand last (as `Float64Array.prototype.sort` puts it) and makes the answer NaN.
 *
 * @param sorted - ascending, not changed, not kept
 * @param p - share, 0 to 1
 * @returns in the unit of the values
 * @throws {RangeError} if `p` is not 0 to 1
 * @see Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), definition 7
 * @example
 * quantileSorted([15, 20, 35, 40, 50], 0.5) // => 35
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  requireShare(p);
  const n = sorted.length;
  if (n === 0 || Number.isNaN(sorted[n - 1]!)) return Number.NaN;
  const rank = (n - 1) * p;
  const below = Math.floor(rank);
  const lower = sorted[below]!;
  return betweenRanks(lower, below + 1 < n ? sorted[below + 1]! : lower, rank - below);
}

/**
 * Quantile of values in any order: the level that a share `p` of the futures stays below.
 *
 * Sorts a copy by number and reads `quantileSorted` (type 7 as in R). Empty → NaN; any NaN → NaN. For several p of
 * the same values, sort once and call `quantileSorted`.
 *
 * @param values - any order, not changed, not kept
 * @param p - share, 0 to 1
 * @returns in the unit of the values
 * @throws {RangeError} if `p` is not 0 to 1
 * @example
 * quantile([50, 15, 40, 20, 35], 0.75) // => 40
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  return quantileSorted(Float64Array.from(values).sort(), p);
}
