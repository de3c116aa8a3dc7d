import leven from 'leven';

/**
 * The allowed name nearest to what was written, for «Did you mean …?».
 *
 * Near means that about a third of the letters differ at most (one at least), or that one is the beginning of the other;
 * with nothing near, no guess is made.
 *
 * @example
 * nearestName('turnovr', ['turnover', 'owner']) // => 'turnover'
 */
export function nearestName(found: string, allowed: Iterable<string>): string | undefined {
  if (found.length > 80) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.round(found.length / 3)) + 1;
  const names = [...allowed];
  for (const name of names) {
    // Letters that changed places are one slip, not two: `cahs` is near `cash`.
    const distance = sameLetters(found, name)
      ? 1
      : leven(found.toLowerCase(), name.toLowerCase(), { maxDistance: bestDistance });
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best ?? beginningOf(found.toLowerCase(), names);
}

function sameLetters(a: string, b: string): boolean {
  const sorted = (text: string): string => [...text.toLowerCase()].sort().join('');
  return a.length === b.length && a !== b && sorted(a) === sorted(b);
}

/** The name that begins as what was written does, or that it begins with: `spending` for `spend`. */
function beginningOf(found: string, names: readonly string[]): string | undefined {
  const sharing = names.filter((name) => {
    const [short, long] = name.length < found.length ? [name.toLowerCase(), found] : [found, name.toLowerCase()];
    return short.length >= 4 && long.startsWith(short);
  });
  return sharing.length === 0 ? undefined : sharing.reduce((a, b) => (b.length < a.length ? b : a));
}

/** The sentence to put behind a problem: a guess when one is near, otherwise the names there are (at most twelve). */
export function suggestion(found: string, allowed: Iterable<string>): string {
  // A name may be known and yet not be allowed here: it is no guess then.
  const names = [...allowed].filter((name) => name !== found);
  const near = nearestName(found, names);
  if (near !== undefined) return `Did you mean ${near}?`;
  const shown = names.slice(0, 12).join(', ');
  return names.length === 0 ? 'There are none' : `There are ${shown}${names.length > 12 ? ' …' : ''}`;
}
