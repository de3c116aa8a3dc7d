/**
 * Text as it stands, in running Markdown or a cell of a table: nothing in it is taken for markup.
 *
 * @example
 * plainText('a|b *c* $d') // => 'a\\|b \\*c\\* \\$d'
 */
export function plainText(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|$~]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Text as code, in running Markdown or a cell of a table.
 *
 * @example
 * code('previous(x)') // => '`previous(x)`'
 */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((match) => match[0].length));
  if (longest === 0) return `\`${line}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}

/** A column of a table: its title, and what stands in it, already Markdown. */
export type Column<Row> = { readonly title: string; readonly cell: (row: Row) => string; readonly right?: boolean };

/**
 * A table as lines of Markdown. A column with nothing in any row is left out; without rows there is no table.
 *
 * @example
 * tableLines([7], [{ title: 'x', cell: String }, { title: 'none', cell: () => '' }])
 * // => ['| x |', '|---|', '| 7 |']
 */
export function tableLines<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] {
  if (rows.length === 0) return [];
  const cells = columns.map((column) => rows.map((row) => column.cell(row)));
  const kept = columns.flatMap((column, index) =>
    cells[index]?.some((cell) => cell !== '') ? [{ column, index }] : [],
  );
  return [
    `| ${kept.map(({ column }) => column.title).join(' | ')} |`,
    `|${kept.map(({ column }) => (column.right === true ? '---:' : '---')).join('|')}|`,
    ...rows.map((_, row) => `| ${kept.map(({ index }) => cells[index]?.[row] ?? '').join(' | ')} |`),
  ];
}
