import type { Driver } from './plot-data.ts';

/**
 * The strongest drivers, the strongest first, and how many are left out.
 *
 * @param most - how many are kept
 */
export function strongest(
  drivers: readonly Driver[],
  most: number,
): { readonly kept: readonly Driver[]; readonly leftOut: number } {
  const ordered = drivers.toSorted((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
  return { kept: ordered.slice(0, most), leftOut: Math.max(0, ordered.length - most) };
}

/**
 * How far an axis of correlations goes to either side: to the end of the farthest bar or interval.
 *
 * @example
 * reachOf([0.54, -0.2]) // => 0.54
 */
export function reachOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0.01);
}
