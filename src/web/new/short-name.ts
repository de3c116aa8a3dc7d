import { slugOf } from '../village/slug.ts';

/** Names that no thing may have: the program's own language uses them. */
const reserved = ['constructor', 'prototype'];

/**
 * A name as it may stand in an address and in a scenario: small letters a–z, digits and hyphens.
 *
 * @param instead - where nothing of the name is left
 * @example
 * shortName('Östra Ämtervik', 'by') // => 'ostra-amtervik'
 */
export function shortName(name: string, instead: string): string {
  const short = slugOf(name, 40);
  return short === '' || reserved.includes(short) ? instead : short;
}

/** The first of a name, the name with 2, with 3 … that is not taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
