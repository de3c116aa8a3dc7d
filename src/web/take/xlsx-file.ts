import { strToU8, zipSync } from 'fflate';
import { type Cell, cellName, type Look, type NumberFormat, type Sheet } from './cells.ts';

/**
 * A workbook as the bytes of an .xlsx file (Office Open XML, ECMA-376).
 *
 * Written here, on a zip library alone: packages that write .xlsx compress large sheets in a worker made from a blob,
 * which our content-security-policy refuses, and write formulas without what they come to, so that previews are empty.
 *
 * Every text is an inline string: no program computes it, whatever it begins with. Characters that XML cannot hold are
 * left out. Programs are asked to compute everything anew when they open the file.
 *
 * @param sheets - at least one; names are shortened and made different where the format wants it
 */
export function xlsxFile(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const numbered = sheets.map((_, index) => index + 1);
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/>${numbered.map((id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${main}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${related}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${related}"><bookViews><workbookView/></bookViews><sheets>${names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets><calcPr calcId="0" fullCalcOnLoad="1"/></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}">${numbered.map((id) => `<Relationship Id="rId${id}" Type="${related}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${related}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml(),
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, index === 0)]),
    ),
  };
  const packed = Object.fromEntries(
    Object.entries(files).map(([name, xml]) => [
      name,
      strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
    ]),
  );
  // The same workbook is the same file, whenever it is written.
  return new Uint8Array(zipSync(packed, { level: 6, mtime: new Date(1980, 0, 1, 12) }));
}

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const looks: readonly Look[] = ['plain', 'title', 'heading', 'heading-right', 'strong', 'input', 'soft', 'sum', 'left'];
const formats: readonly NumberFormat[] = ['kronor', 'ore', 'whole', 'decimals', 'percent', 'year'];
/** As Excel numbers them where it knows them; our own begin at 164. */
const formatIds: Readonly<Record<NumberFormat, number>> = {
  kronor: 3,
  ore: 4,
  whole: 3,
  decimals: 164,
  percent: 165,
  year: 1,
};

/** A cell style for each look, as text first and then in each number format. */
function styleOf(look: Look, format: NumberFormat | undefined): number {
  return looks.indexOf(look) * (formats.length + 1) + (format === undefined ? 0 : formats.indexOf(format) + 1);
}

function stylesXml(): string {
  const font = (inside: string): string => `<font>${inside}<name val="Calibri"/><family val="2"/></font>`;
  const fonts = [
    font('<sz val="11"/>'),
    font('<b/><sz val="16"/>'),
    font('<b/><sz val="11"/>'),
    font('<sz val="11"/><color rgb="FF53585D"/>'),
  ];
  const fontOf: Readonly<Record<Look, number>> = {
    plain: 0,
    title: 1,
    heading: 2,
    'heading-right': 2,
    strong: 2,
    input: 0,
    soft: 3,
    sum: 2,
    left: 0,
  };
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFFF6D6"/><bgColor indexed="64"/></patternFill></fill>',
  ];
  const none = '<left/><right/><top/><bottom/><diagonal/>';
  const borders = [
    `<border>${none}</border>`,
    '<border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border>',
    '<border><left/><right/><top style="thin"><color auto="1"/></top><bottom/><diagonal/></border>',
  ];
  const borderOf = (look: Look): number => (look.startsWith('heading') ? 1 : look === 'sum' ? 2 : 0);
  const styles = looks.flatMap((look) =>
    [undefined, ...formats].map((format) => {
      const side = look === 'heading-right' ? 'right' : look === 'left' ? 'left' : undefined;
      const alignment = `<alignment vertical="top"${side === undefined ? '' : ` horizontal="${side}"`}${format === undefined && wraps(look) ? ' wrapText="1"' : ''}/>`;
      // Text is text: nothing in it is read as a date or a number when somebody edits it.
      const id = format === undefined ? 49 : formatIds[format];
      return `<xf numFmtId="${id}" fontId="${fontOf[look]}" fillId="${look === 'input' ? 2 : 0}" borderId="${borderOf(look)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
    }),
  );
  return `<styleSheet xmlns="${spreadsheet}"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.####"/><numFmt numFmtId="165" formatCode="0.0##%"/></numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="${fills.length}">${fills.join('')}</fills><borders count="${borders.length}">${borders.join('')}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function sheetXml({ widths, rows, frozenRows = 0 }: Sheet, isFirst: boolean): string {
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const written = rows.map((cells, row) => {
    const inside = cells.map((cell, column) => cellXml(cell, cellName(row, column))).join('');
    return inside === '' ? '' : `<row r="${row + 1}" ht="${heightOf(cells, widths)}" customHeight="1">${inside}</row>`;
  });
  return `<worksheet xmlns="${spreadsheet}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView ${isFirst ? 'tabSelected="1" ' : ''}workbookViewId="0" showGridLines="0">${pane}</sheetView></sheetViews>${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>${written.join('')}</sheetData><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

/** Whether a long text goes on on a new line, rather than over what is empty beside it. */
function wraps(look: Look): boolean {
  return !['title', 'strong', 'soft'].includes(look);
}

/** Height of a row in points: not every program works out for itself how high wrapped text is. */
function heightOf(cells: readonly Cell[], widths: readonly number[]): number {
  if (cells.some((cell) => cell?.look === 'title')) return 24;
  const lines = cells.map((cell, column) =>
    cell?.kind === 'text' && wraps(cell.look ?? 'plain')
      ? Math.ceil(cell.text.length / Math.max(4, widths[column] ?? 10))
      : 1,
  );
  return 15 * Math.min(20, Math.max(1, ...lines));
}

function cellXml(cell: Cell, name: string): string {
  if (cell === undefined) return '';
  const look = cell.look ?? 'plain';
  switch (cell.kind) {
    case 'text':
      return `<c r="${name}" s="${styleOf(look, undefined)}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text.slice(0, mostCharacters))}</t></is></c>`;
    case 'number':
      return `<c r="${name}" s="${styleOf(look, cell.format)}"><v>${cell.value}</v></c>`;
    case 'formula':
      return typeof cell.value === 'string'
        ? `<c r="${name}" s="${styleOf(look, undefined)}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`
        : `<c r="${name}" s="${styleOf(look, cell.format)}"><f>${escaped(cell.formula)}</f><v>${cell.value}</v></c>`;
  }
}

/** What one cell holds at most. */
const mostCharacters = 32_000;

/** Text as XML holds it; what no XML may hold is left out: control characters and halves of characters. */
function escaped(content: string): string {
  return (
    content
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}

/** Names of sheets as the format allows them: at most 31 characters, some of them forbidden, no two alike. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const clean = name.replace(/[[\]/\\:*?']/g, ' ').trim() || `${index + 1}`;
    let free = clean.slice(0, 31);
    for (let again = 2; taken.has(free.toLowerCase()); again++) free = `${clean.slice(0, 27)} ${again}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
