import type { Plotted } from './plot-data.ts';

/**
 * Keys of the alternatives whose bands are drawn: as asked, otherwise the baseline and the one after it; more cannot be told
 * apart.
 */
export function emphasisedKeys(
  alternatives: readonly Plotted[],
  asked: readonly string[] | undefined,
): ReadonlySet<string> {
  return new Set(asked ?? alternatives.slice(0, 2).map(({ key }) => key));
}
