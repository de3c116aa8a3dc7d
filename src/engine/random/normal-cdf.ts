import cdf from '@stdlib/stats-base-dists-normal-cdf';

/**
 * The share of a standard normal distribution below a deviate.
 *
 * @param z - standard deviations from the mean
 * @returns a share from 0 to 1; NaN for NaN; never throws
 * @see @stdlib/stats-base-dists-normal-cdf, whose files are searched for built-in transcendentals by a test
 * @example
 * normalCdf(0) // => 0.5
 */
export function normalCdf(z: number): number {
  return cdf(z, 0, 1);
}
