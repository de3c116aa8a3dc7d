/**
 * A number as people type it: with a decimal comma or point, and with spaces between thousands.
 *
 * @returns undefined when it is no such number: also `1.234,5`, which could be read in two ways
 * @example
 * readNumber('1 234,5') // => 1234.5
 * readNumber('59.32938') // => 59.32938
 * readNumber('1.234,5') // => undefined
 */
export function readNumber(text: string): number | undefined {
  // The spaces of spreadsheets: ordinary, no-break, narrow no-break, thin.
  const bare = text.replace(/(?<=\d)[ \u00a0\u202f\u2009](?=\d{3}(?!\d))/g, '').replace('\u2212', '-');
  if (!/^-?\d{1,15}(?:[.,]\d{1,15})?$/.test(bare)) return undefined;
  return Number(bare.replace(',', '.'));
}
