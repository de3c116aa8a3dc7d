/**
 * A title as the name of a file, without what some systems do not take.
 *
 * @example
 * fileNameOf('Ägarens lön, tusen kronor') // => 'agarens-lon-tusen-kronor'
 */
export function fileNameOf(title: string): string {
  const name = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return name === '' ? 'diagram' : name;
}
