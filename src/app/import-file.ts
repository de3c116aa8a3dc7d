import { resolve } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { PlannerError } from '../errors.ts';
import { type ColumnKind, type ColumnMap, mapColumns } from '../places/columns.ts';
import type { ImportIssues, IssueGroup } from '../places/import-issues.ts';
import { ImportRow } from '../places/import-row.ts';
import { type Encoding, openCsv, type SeparatorName } from './csv-file.ts';
import { refuseExisting, writeWholeFile } from './whole-file.ts';

/** How a file is read and where what is taken goes. */
export interface ImportOptions {
  readonly encoding?: Encoding | undefined;
  readonly separator?: SeparatorName | undefined;
  /** Heading by field, where the planner says which column it is. */
  readonly columns: ReadonlyMap<string, string>;
  /** File to write; nothing is written without one. */
  readonly out?: string | undefined;
  /** Whether a file of that name may be replaced. */
  readonly force: boolean;
  /** Whether one refused row refuses the file. */
  readonly strict: boolean;
}

/** What an import did, row by row. */
export interface ImportReport {
  readonly format: 'bygdekalkyl/import-report@1';
  readonly file: string;
  readonly encoding: Encoding;
  readonly separator: SeparatorName;
  /** Heading of each field that was read. */
  readonly columns: Readonly<Record<string, string>>;
  readonly unusedColumns: readonly string[];
  /** Rows below the headings. */
  readonly read: number;
  readonly taken: number;
  /** Rows left out, by reason. */
  readonly refused: readonly IssueGroup[];
  /** Rows that were taken and deserve a look. */
  readonly warned: readonly IssueGroup[];
  /** Rows whose coordinates were converted from SWEREF 99 TM; only for places. */
  readonly converted: number;
  /** The file written, or null. */
  readonly out: string | null;
}

/** What turns rows into things, and remembers what it refused. */
export interface Importer<T> {
  readonly refused: ImportIssues;
  readonly warned: ImportIssues;
  readonly converted?: number;
  take(row: ImportRow): T | undefined;
}

/** Rows written at a time. */
const batch = 1000;

/**
 * Reads a register row by row, and writes what is taken as CSV: the whole file, or nothing.
 *
 * @param importerOf - given the columns that were found
 * @param onTaken - sees each thing taken, in the order of the file
 * @returns the report, and why nothing was written when that is so
 * @throws {PlannerError} when the file as a whole cannot be used
 */
export async function importFile<T extends object>(
  file: string,
  kinds: readonly ColumnKind[],
  importerOf: (columns: ColumnMap) => Importer<T>,
  outColumns: readonly (keyof T & string)[],
  options: ImportOptions,
  onTaken: (taken: T) => void = () => {},
): Promise<{ readonly report: ImportReport; readonly failure: PlannerError | undefined }> {
  const { out, force, strict } = options;
  if (out !== undefined) {
    if (resolve(out) === resolve(file))
      throw new PlannerError([
        {
          code: 'file-exists',
          file: out,
          message: 'The file read cannot be the file written',
          hint: 'Choose another name',
        },
      ]);
    refuseExisting(out, { force });
  }
  const csv = await openCsv(file, options);
  const mapped = mapColumns(csv.headings, kinds, options.columns);
  if ('problems' in mapped) throw new PlannerError(mapped.problems.map((problem) => ({ file, line: 1, ...problem })));
  const { map } = mapped;
  const importer = importerOf(map);
  let read = 0;
  let taken = 0;
  let failure: PlannerError | undefined;

  async function* chunks(): AsyncGenerator<string> {
    let waiting: unknown[][] = [[...outColumns]];
    const flush = (): string => {
      const text = stringify(waiting, {
        escape_formulas: true,
        cast: { boolean: (value) => (value ? 'true' : 'false') },
      });
      waiting = [];
      return text;
    };
    for await (const { cells, line } of csv.rows()) {
      read += 1;
      if (cells.length !== csv.headings.length) {
        importer.refused.add('columns', line, `${cells.length} / ${csv.headings.length}`);
        continue;
      }
      const thing = importer.take(new ImportRow(map, cells, line));
      if (thing === undefined) continue;
      taken += 1;
      onTaken(thing);
      if (out === undefined) continue;
      waiting.push(outColumns.map((column) => thing[column]));
      if (waiting.length >= batch) yield flush();
    }
    refuseUnfit();
    if (waiting.length > 0) yield flush();
  }

  const refuseUnfit = (): void => {
    const groups = importer.refused.groups();
    if (read === 0) throw new PlannerError([{ code: 'no-rows', file, message: 'The file has headings and no rows' }]);
    if (taken > 0 && !(strict && groups.length > 0)) return;
    failure = new PlannerError(
      groups.map(({ code, count, lines, found }) => ({
        code,
        file,
        ...(lines[0] === undefined ? {} : { line: lines[0] }),
        message: `${count} of ${read} rows are refused, the first here`,
        found,
      })),
    );
    throw failure;
  };

  try {
    if (out === undefined) for await (const _ of chunks());
    else await writeWholeFile(out, chunks(), { force });
  } catch (error) {
    if (failure === undefined || error !== failure) throw error;
  }
  return {
    report: {
      format: 'bygdekalkyl/import-report@1',
      file,
      encoding: csv.encoding,
      separator: csv.separator,
      columns: map.headings,
      unusedColumns: map.unused,
      read,
      taken: failure === undefined ? taken : 0,
      refused: importer.refused.groups(),
      warned: importer.warned.groups(),
      converted: importer.converted ?? 0,
      out: failure === undefined ? (out ?? null) : null,
    },
    failure,
  };
}
