import { shorten } from '../engine/text/show.ts';

/** Rows with one thing wrong, or worth a look, together. */
export interface IssueGroup {
  readonly code: string;
  readonly count: number;
  /** Lines of the file, from 1; the first thousand. */
  readonly lines: readonly number[];
  /** What stood in the first of them. */
  readonly found: string;
}

/** Lines that are told one by one; of the rest only how many there are. */
const mostLines = 1000;

/** What is said of the rows of a file, by reason, without keeping the rows. */
export class ImportIssues {
  private readonly byCode = new Map<string, { count: number; lines: number[]; found: string }>();

  add(code: string, line: number, found: string): void {
    const group = this.byCode.get(code);
    if (group === undefined) {
      this.byCode.set(code, { count: 1, lines: [line], found: shorten(found) });
      return;
    }
    group.count += 1;
    if (group.lines.length < mostLines) group.lines.push(line);
  }

  /** The most frequent first, then by code. */
  groups(): IssueGroup[] {
    return [...this.byCode]
      .map(([code, group]) => ({ code, ...group }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  }
}
