/**
 * Whether a spreadsheet would take a cell's text for a formula, which can fetch and send data when the file is opened.
 *
 * Source: OWASP, CSV Injection: a text that begins with = + - @, a tab or a line break, in their wide forms too.
 *
 * @example
 * isFormulaLike('=HYPERLINK("x")') // => true
 * isFormulaLike('Fliseryd') // => false
 */
export function isFormulaLike(text: string): boolean {
  return /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text);
}

/** A text for a cell, with an apostrophe first where a spreadsheet would otherwise take it for a formula. */
export function plainCell(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text;
}
