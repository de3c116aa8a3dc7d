import type { Language } from '../words/spoken.ts';

/** What a cell of a file may hold. */
export type CsvValue = string | number | null | undefined;

/**
 * Rows as CSV that a spreadsheet program opens as a table.
 *
 * Swedish has semicolons between cells and a comma in numbers, English commas and a point, as the programs expect. Text that
 * a program could take for a formula (it begins with = + - @, a tab or a line break) gets an apostrophe in front; numbers
 * are written as numbers. A byte order mark says that it is UTF-8.
 *
 * @example
 * csvText([['By', 'Kronor'], ['=1+1', 12.5]], 'sv') // => '\ufeffBy;Kronor\r\n\'=1+1;12,5\r\n'
 */
export function csvText(rows: readonly (readonly CsvValue[])[], language: Language): string {
  const between = language === 'sv' ? ';' : ',';
  const lines = rows.map((row) => row.map((value) => cellText(value, language, between)).join(between));
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}

function cellText(value: CsvValue, language: Language, between: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return '';
    const text = plainNumber(value);
    return language === 'sv' ? text.replace('.', ',') : text;
  }
  const harmless = harmlessText(value);
  return harmless.includes(between) || /["\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Without an exponent, which not every program reads. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(Math.abs(value) < 1 ? 12 : 0) : text;
}

/**
 * Text that no spreadsheet program takes for a formula.
 *
 * @example
 * harmlessText('=HYPERLINK("x")') // => '\'=HYPERLINK("x")'
 */
export function harmlessText(text: string): string {
  // Spaces and marks of writing direction in front are dropped by some programs before they look at the sign.
  return /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\t\r\n]/.test(text) ||
    /^[\t\r\n]/.test(text)
    ? `'${text}`
    : text;
}
