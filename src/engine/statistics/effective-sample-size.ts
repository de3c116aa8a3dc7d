/**
 * How many independent futures a share over grouped futures is worth.
 *
 * Futures that share a parameter set resemble each other, so I sets of J futures tell less than I·J independent ones.
 * The size is the n at which independent futures would have the same standard error: 1 + share·(1 − share)/SE², at most
 * the number of futures. When no future differs (share 0 or 1) the groups may be all alike or not at all, and the size
 * is the cautious one: the number of groups, which is the number of futures where every future is its own group.
 * When groups show no difference, or there is one group only (SE is NaN), it is the number of futures.
 *
 * @param of - `share` 0 to 1; `standardError` of the share, NaN if unknown; `groups` parameter sets; `futures` in all
 * @returns 1 to `futures`, not rounded; 0 for no future
 * @see Kish, "Survey Sampling" (1965), on the design effect
 * @example
 * effectiveSampleSize({ share: 0.5, standardError: 0.25, groups: 5, futures: 50 }) // => 5
 */
export function effectiveSampleSize(of: {
  readonly share: number;
  readonly standardError: number;
  readonly groups: number;
  readonly futures: number;
}): number {
  const { share, standardError, groups, futures } = of;
  if (futures === 0) return 0;
  if (groups < 2) return futures;
  const spread = share * (1 - share);
  if (spread === 0) return groups;
  return standardError > 0 ? Math.min(futures, 1 + spread / (standardError * standardError)) : futures;
}
