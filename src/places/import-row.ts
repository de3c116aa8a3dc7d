import type { ColumnMap } from './columns.ts';
import { isFormulaLike } from './formula-cell.ts';
import type { ImportIssues } from './import-issues.ts';

/** Longest text taken from a cell, in characters. */
const longestText = 200;

/** What refuses a row: a reason by its code, and what was found. */
export class RowRefused extends Error {
  readonly reason: string;
  readonly found: string;

  constructor(reason: string, found: string) {
    super(reason);
    this.name = 'RowRefused';
    this.reason = reason;
    this.found = found;
  }
}

/** What a row is read as, or undefined when it is refused, which is then noted. */
export function takenRow<Read>(
  row: ImportRow,
  refused: ImportIssues,
  read: (row: ImportRow) => Read,
): Read | undefined {
  try {
    return read(row);
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    refused.add(error.reason, row.line, error.found);
    return undefined;
  }
}

/** The cells of one row by field. */
export class ImportRow {
  private readonly columns: ColumnMap;
  private readonly cells: readonly string[];
  /** In the file, from 1. */
  readonly line: number;

  constructor(columns: ColumnMap, cells: readonly string[], line: number) {
    this.columns = columns;
    this.cells = cells;
    this.line = line;
  }

  has(field: string): boolean {
    return this.columns.index.has(field);
  }

  /** The cell as it stands; empty when the file has no such column. */
  cell(field: string): string {
    const index = this.columns.index.get(field);
    return index === undefined ? '' : (this.cells[index] ?? '');
  }

  /** A text for people, refused when a spreadsheet would run it, or when it was spoilt on its way. @throws {RowRefused} */
  text(field: string): string {
    const text = this.cell(field);
    if (isFormulaLike(text)) throw new RowRefused('formula', text);
    // What å, ä and ö in UTF-8 become when read as Latin-1, and what is put for bytes nobody could read.
    if (/\u00c3[\u0080-\u00bf\u2026\u2013\u201e\u2026]|\ufffd/.test(text) || /\p{Cc}/u.test(text))
      throw new RowRefused('garbled-text', text);
    if (text.length > longestText) throw new RowRefused('text-too-long', text);
    return text.normalize('NFC');
  }
}
