import Table from 'cli-table3';

/** A cell that is a number stands to the right. */
export type Cell = string;

const bare = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** Sets a table with thin rules: first column left, the rest right unless `left` names them. */
export function table(
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  left: readonly number[] = [0],
): string {
  const made = new Table({
    chars: bare,
    colAligns: head.map((_, column) => (left.includes(column) ? 'left' : 'right')),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => (row[column] ?? '').length)));
  made.push([...head]);
  made.push(widths.map((width) => '─'.repeat(width)));
  for (const row of rows) made.push([...row]);
  return made
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** A heading with a rule below. */
export function heading(text: string): string {
  return `\n${text}\n${'═'.repeat(text.length)}`;
}
