/** Half-width of a 95 % normal interval in standard deviations: the 0.975 quantile of the normal distribution. */
export const Z_95 = 1.959963984540054;

/** A range of shares; both ends within 0 and 1. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * Range that a share may lie in, given how many of a number of trials had it: the Wilson score interval.
 *
 * centre = (p + z²/2n)/(1 + z²/n), half-width = z/(1 + z²/n) · √(p(1 − p)/n + z²/4n²). Unlike p ± z·√(p(1 − p)/n) it
 * stays within 0 and 1 and says something when all or no trials succeed. Ends that are 0 or 1 in theory are so exactly.
 *
 * @param successes - 0 to `trials`; a fraction is allowed (effective sample sizes)
 * @param trials - 0 or more; no trials tell nothing, so 0 to 1
 * @param z - half-width in standard deviations, 95 % unless stated
 * @throws {RangeError} if `successes` is not within 0 and `trials`, or `z` is negative
 * @see Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927)
 * @example
 * wilsonInterval(0, 0) // => { low: 0, high: 1 }
 */
export function wilsonInterval(successes: number, trials: number, z: number = Z_95): ShareInterval {
  if (!(successes >= 0 && successes <= trials && trials < Number.POSITIVE_INFINITY && z >= 0)) {
    throw new RangeError(`${successes} of ${trials} at z = ${z}; allowed 0 <= successes <= trials and z >= 0`);
  }
  if (trials === 0) return { low: 0, high: 1 };
  const p = successes / trials;
  const share = (z * z) / trials;
  const centre = (p + share / 2) / (1 + share);
  const half = (z / (1 + share)) * Math.sqrt((p * (1 - p)) / trials + share / (4 * trials));
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === trials ? 1 : Math.min(1, centre + half),
  };
}
