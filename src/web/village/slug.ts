/** What a short name may be: small letters a–z, digits and hyphens, not at its ends, at most 63. */
export const slugForm = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * A short name made of a text: «Ny servicepunkt, Åby» is «ny-servicepunkt-aby». Empty where nothing can be made of it.
 *
 * @param longest - signs it may have
 */
export function slugOf(text: string, longest = 63): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
}
