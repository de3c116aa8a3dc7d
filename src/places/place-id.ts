/** Longest id a scenario takes, in characters. */
const longestId = 60;

/**
 * A name without marks on its letters and in small ones: what a search that is not particular compares.
 *
 * @example
 * foldName('Älmsta') // => 'almsta'
 */
export function foldName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[øØ]/g, 'o').replace(/[æÆ]/g, 'ae').toLowerCase();
}

/**
 * A text as an id of a scenario: small letters a–z, digits and hyphens.
 *
 * @returns an empty text when nothing of it can stand in an id
 * @example
 * idOf('ICA Nära Fliseryd') // => 'ica-nara-fliseryd'
 */
export function idOf(text: string): string {
  return foldName(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longestId)
    .replace(/-+$/, '');
}
