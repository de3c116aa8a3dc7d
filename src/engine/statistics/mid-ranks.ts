/**
 * Ranks of values from 1, equal ones sharing the mean of the ranks they take up together.
 *
 * The sum of ranks is n(n + 1)/2 whatever is equal. The values of a truth value or a discrete parameter are then as
 * comparable as those of a continuous one.
 *
 * @param values - any length, not changed, not kept
 * @returns one rank per value, in the order of the values; a multiple of one half
 * @throws {RangeError} if a value is NaN, which has no place among numbers
 * @see Kendall, "The treatment of ties in ranking problems", Biometrika 33 (1945), on mid-ranks
 * @example
 * midRanks(Float64Array.of(30, 10, 20, 10)) // => Float64Array.of(4, 1.5, 3, 1.5)
 */
export function midRanks(values: Float64Array): Float64Array {
  const order = ascendingOrder(values);
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]!] === values[order[first]!]) last += 1;
    for (let at = first; at <= last; at++) ranks[order[at]!] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranks;
}

/**
 * Positions of values from the least to the greatest; equal ones stay in the order they stand.
 *
 * @param values - not changed, not kept
 * @throws {RangeError} if a value is NaN
 * @example
 * ascendingOrder(Float64Array.of(30, 10, 20, 10)) // => Uint32Array.of(1, 3, 2, 0)
 */
export function ascendingOrder(values: Float64Array): Uint32Array {
  const missing = values.findIndex(Number.isNaN);
  if (missing >= 0) throw new RangeError(`value ${missing} is not a number, and has no rank; leave it out first`);
  return Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
}
