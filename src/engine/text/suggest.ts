import leven from 'leven';

/**
 * The allowed name nearest to what was written, for «Did you mean …?».
 *
 * Near means at most a third of the letters differ (two at least, one in names of up to three letters); with nothing near,
 * no guess is made.
 *
 * @example
 * nearestName('turnovr', ['turnover', 'owner']) // => 'turnover'
 */
export function nearestName(found: string, allowed: Iterable<string>): string | undefined {
  if (found.length > 80) return undefined;
  let best: string | undefined;
  let bestDistance = (found.length <= 3 ? 1 : Math.max(2, Math.floor(found.length / 3))) + 1;
  for (const name of allowed) {
    const distance = leven(found.toLowerCase(), name.toLowerCase(), { maxDistance: bestDistance });
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** The sentence to put behind a problem: a guess when one is near, otherwise the names there are (at most twelve). */
export function suggestion(found: string, allowed: Iterable<string>): string {
  const names = [...allowed];
  const near = nearestName(found, names);
  if (near !== undefined) return `Did you mean ${near}?`;
  const shown = names.slice(0, 12).join(', ');
  return names.length === 0 ? 'There are none' : `There are ${shown}${names.length > 12 ? ' …' : ''}`;
}
