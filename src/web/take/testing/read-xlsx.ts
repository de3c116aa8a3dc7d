import { strFromU8, unzipSync } from 'fflate';
import { HyperFormula } from 'hyperformula';

/** A cell of a file as it was read back. */
export type ReadCell = {
  readonly text?: string;
  readonly number?: number;
  readonly formula?: string;
};

/** A workbook read back from the bytes of its file: its sheets by name, each cell by where it stands. */
export type ReadWorkbook = ReadonlyMap<string, ReadonlyMap<string, ReadCell>>;

/** Reads an .xlsx file: nothing of what wrote it is used. */
export function readXlsx(file: Uint8Array): ReadWorkbook {
  const parts = unzipSync(file);
  const xml = (name: string): string => strFromU8(parts[name] as Uint8Array);
  const targets = new Map(
    [...xml('xl/_rels/workbook.xml.rels').matchAll(/<Relationship Id="([^"]*)"[^>]*Target="([^"]*)"/g)].map(
      ([, id, target]) => [id as string, target as string],
    ),
  );
  return new Map(
    [...xml('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"[^>]*r:id="([^"]*)"/g)].map(([, name, id]) => [
      unescaped(name as string),
      cellsOf(xml(`xl/${targets.get(id as string)}`)),
    ]),
  );
}

function cellsOf(sheet: string): Map<string, ReadCell> {
  return new Map(
    [...sheet.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(.*?)<\/c>/gs)].map(([, name, attributes, inside]) => {
      const within = (tag: string): string | undefined =>
        new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 's').exec(inside as string)?.[1];
      const formula = within('f');
      const isText = /t="(?:inlineStr|str)"/.test(attributes as string);
      const value = within(isText && formula === undefined ? 't' : 'v');
      return [
        name as string,
        {
          ...(formula === undefined ? {} : { formula: unescaped(formula) }),
          ...(value === undefined ? {} : isText ? { text: unescaped(value) } : { number: Number(value) }),
        },
      ];
    }),
  );
}

function unescaped(content: string): string {
  return content
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** A workbook in a spreadsheet program, where cells can be changed and everything is computed anew. */
export class OpenedWorkbook {
  readonly #program: HyperFormula;

  constructor(workbook: ReadWorkbook) {
    const sheets = Object.fromEntries([...workbook].map(([name, cells]) => [name, grid(cells)]));
    this.#program = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3' });
  }

  /** What a cell shows. */
  value(sheet: string, cell: string): unknown {
    return this.#program.getCellValue(this.#address(sheet, cell));
  }

  set(sheet: string, cell: string, value: number | string): void {
    this.#program.setCellContents(this.#address(sheet, cell), [[value]]);
  }

  #address(sheet: string, cell: string) {
    const id = this.#program.getSheetId(sheet) as number;
    return this.#program.simpleCellAddressFromString(cell, id) as never;
  }
}

/** Rows of what is typed into cells; a text that would be taken for a formula is marked as text, as the file marks it. */
function grid(cells: ReadonlyMap<string, ReadCell>): (string | number | null)[][] {
  const rows: (string | number | null)[][] = [];
  for (const [name, { text, number, formula }] of cells) {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
    const column = [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
    const row = Number(digits) - 1;
    while (rows.length <= row) rows.push([]);
    const line = rows[row] as (string | number | null)[];
    while (line.length <= column) line.push(null);
    line[column] = formula !== undefined ? `=${formula}` : (number ?? (text === undefined ? null : `'${text}`));
  }
  return rows;
}
