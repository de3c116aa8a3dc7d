import type { Yearly } from './plot-data.ts';

/**
 * Shares of each year added up over the years: how many have closed by then. What is not known counts as nothing.
 *
 * @example
 * addedUp([0.1, null, 0.2]) // => [0.1, 0.1, 0.30000000000000004]
 */
export function addedUp(values: Yearly): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value ?? 0;
    return sum;
  });
}
