/** How a number is shown; the number itself is kept whole. */
export type NumberFormat = 'kronor' | 'ore' | 'whole' | 'decimals' | 'percent' | 'year';

/** How a cell looks: what may be changed is marked, and sums stand out. A soft text runs on over empty cells beside it. */
export type Look = 'plain' | 'title' | 'heading' | 'heading-right' | 'strong' | 'input' | 'soft' | 'sum' | 'left';

/** A text. It is written so that no program takes it for a formula, whatever it begins with. */
export type TextCell = { readonly kind: 'text'; readonly text: string; readonly look?: Look };

/** A number. */
export type NumberCell = {
  readonly kind: 'number';
  readonly value: number;
  readonly format: NumberFormat;
  readonly look?: Look;
};

/** A formula of ours, with what it comes to, which programs show until they compute it themselves. */
export type FormulaCell = {
  readonly kind: 'formula';
  /** Without the equals sign, in English and with commas, as the file format has it. */
  readonly formula: string;
  readonly value: number | string;
  readonly format: NumberFormat;
  readonly look?: Look;
};

export type Cell = TextCell | NumberCell | FormulaCell | undefined;

/** A sheet of a workbook: rows of cells, the first row first. */
export type Sheet = {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that stay in place when the rest is scrolled. */
  readonly frozenRows?: number;
};

export const text = (content: string, look: Look = 'plain'): TextCell => ({ kind: 'text', text: content, look });

/** A number, or what stands in place of one that is withheld (NaN) or that there is none of (null). */
export function number(
  value: number | string | null | undefined,
  format: NumberFormat,
  withheld: string,
  look: Look = 'plain',
): Cell {
  if (value === null || value === undefined) return undefined;
  const read = Number(value);
  return Number.isFinite(read) ? { kind: 'number', value: read, format, look } : text(withheld, 'soft');
}

export const formula = (
  written: string,
  value: number | string,
  format: NumberFormat = 'ore',
  look: Look = 'plain',
): FormulaCell => ({ kind: 'formula', formula: written, value, format, look });

/**
 * The name of a column, counted from 0.
 *
 * @example
 * columnName(27) // => 'AB'
 */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}

/**
 * The name of a cell; row and column counted from 0.
 *
 * @example
 * cellName(4, 1) // => 'B5'
 */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}
