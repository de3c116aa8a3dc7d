import { createReadStream, existsSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type CsvError, parse } from 'csv-parse';
import { PlannerError, type Problem } from '../errors.ts';

/** Largest file read, bytes: some five million rows. */
const largestFile = 1_000_000_000;

/** Longest line read, bytes. */
const longestLine = 100_000;

export const encodings = ['utf-8', 'windows-1252', 'utf-16le'] as const;
export type Encoding = (typeof encodings)[number];

export const separators = { comma: ',', semicolon: ';', tab: '\t' } as const;
export type SeparatorName = keyof typeof separators;

/** A row as read, and the line on which it ends. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** A CSV file whose form is known; the rows are read when they are asked for, never all at once. */
export interface CsvFile {
  readonly encoding: Encoding;
  readonly separator: SeparatorName;
  readonly headings: readonly string[];
  rows(): AsyncGenerator<CsvRow>;
}

/**
 * Opens a CSV file: finds out encoding and separator unless they are stated, and reads the headings.
 *
 * The whole file is looked through first: text that is UTF-8 throughout is UTF-8, anything else Windows-1252 (of which
 * Latin-1 is a part), unless it has bytes that neither has in words.
 *
 * @throws {PlannerError} when it cannot be read as such a file
 */
export async function openCsv(
  file: string,
  stated: { readonly encoding?: Encoding | undefined; readonly separator?: SeparatorName | undefined },
): Promise<CsvFile> {
  const fail = (problem: Omit<Problem, 'file'>): never => {
    throw new PlannerError([{ file, ...problem }]);
  };
  if (!existsSync(file) || !statSync(file).isFile())
    return fail({ code: 'unknown-file', message: existsSync(file) ? 'This is not a file' : 'There is no such file' });
  const { size } = statSync(file);
  if (size === 0) return fail({ code: 'empty-file', message: 'The file is empty' });
  if (size > largestFile)
    return fail({
      code: 'too-large',
      message: 'The file is too large',
      found: `${size} bytes`,
      allowed: `at most ${largestFile}`,
      hint: 'Split it',
    });
  const looked = await lookThrough(file, stated.encoding);
  if ('problem' in looked) return fail(looked.problem);
  const { encoding, beginning } = looked;
  const lines = beginning.split(/\r\n|\n|\r/);
  // Spreadsheets may write which separator they used on a line of its own.
  const declared = /^"?sep=(.)"?$/i.exec(lines[0] ?? '')?.[1];
  const first = lines.slice(declared === undefined ? 0 : 1).find((line) => line.trim() !== '') ?? '';
  if (first === '') return fail({ code: 'empty-file', message: 'The file holds nothing but blanks' });
  const separator = stated.separator ?? separatorOf(declared ?? first);
  const read = (): AsyncGenerator<CsvRow> =>
    rowsOf(file, encoding, separators[separator], declared === undefined ? 1 : 2);
  const rows = read();
  const head = await rows.next();
  await rows.return(undefined);
  const headings = head.done === true ? [] : head.value.cells;
  return {
    encoding,
    separator,
    headings,
    async *rows() {
      let isHead = true;
      for await (const row of read()) {
        if (!isHead) yield row;
        isHead = false;
      }
    },
  };
}

/** The separator that stands most often in a line, outside quotes. */
function separatorOf(line: string): SeparatorName {
  const bare = line.replace(/"[^"]*"/g, '');
  const counted = (Object.entries(separators) as [SeparatorName, string][]).map(
    ([name, sign]) => [name, bare.split(sign).length - 1] as const,
  );
  return counted.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

type Looked = { readonly encoding: Encoding; readonly beginning: string } | { readonly problem: Omit<Problem, 'file'> };

/** Goes through the bytes of a file once: its encoding, the longest line, and whether it is text at all. */
async function lookThrough(file: string, stated: Encoding | undefined): Promise<Looked> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let wide = false;
  let head = Buffer.alloc(0);
  let strange: number | undefined;
  let lineLength = 0;
  let line = 1;
  let before = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    if (head.length === 0) {
      head = Buffer.from(chunk.subarray(0, longestLine));
      wide = chunk[0] === 0xff && chunk[1] === 0xfe;
      if (chunk[0] === 0xfe && chunk[1] === 0xff)
        return encodingProblem('The file is UTF-16 with the high byte first', 'Save it as UTF-8');
    }
    if (isUtf8) {
      try {
        utf8.decode(chunk, { stream: true });
      } catch {
        isUtf8 = false;
      }
    }
    for (const byte of chunk) {
      lineLength += 1;
      if (byte === 0x0a || byte === 0x0d) {
        if (byte === 0x0a && before === 0x0d) line -= 1;
        line += 1;
        lineLength = 0;
      } else if (byte === 0 && !wide && stated !== 'utf-16le') {
        return {
          problem: {
            code: 'not-text',
            line,
            message: 'This is no text file: it holds zero bytes',
            hint: 'Export the table as CSV',
          },
        };
      } else if (lineLength > longestLine) {
        return {
          problem: {
            code: 'too-long',
            line,
            message: `The line is longer than ${longestLine} bytes`,
            hint: 'Is this a CSV file, with one row a line?',
          },
        };
      }
      // Å, ä and ö of DOS and of old Macintoshes are here, where Windows-1252 has quotation marks and dashes.
      if (strange === undefined && byte >= 0x80 && byte <= 0x9f && isLetter(before)) strange = line;
      before = byte;
    }
  }
  if (isUtf8) {
    try {
      utf8.decode();
    } catch {
      isUtf8 = false;
    }
  }
  const encoding = stated ?? (wide ? 'utf-16le' : isUtf8 ? 'utf-8' : 'windows-1252');
  if (encoding === 'utf-8' && !isUtf8)
    return encodingProblem('The file is not text in UTF-8', 'Leave --encoding out, or say windows-1252');
  if (stated === undefined && encoding === 'windows-1252' && strange !== undefined)
    return {
      problem: {
        code: 'encoding',
        line: strange,
        message: 'The file is neither UTF-8 nor Windows-1252: it may come from DOS or an old Macintosh',
        hint: 'Save it as UTF-8, or say --encoding windows-1252 if it is that',
      },
    };
  return { encoding, beginning: new TextDecoder(encoding).decode(head) };
}

function encodingProblem(message: string, hint: string): Looked {
  return { problem: { code: 'encoding', message, hint } };
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

async function* decoded(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>)
    yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* rowsOf(file: string, encoding: Encoding, delimiter: string, fromLine: number): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter,
    from_line: fromLine,
    info: true,
    max_record_size: longestLine,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });
  // What goes wrong in it comes out of the parser too; a reader that stops early is no error.
  pipeline(Readable.from(decoded(file, encoding)), parser).catch(() => {});
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
      yield { cells: record, line: info.lines };
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number };
    if (typeof code !== 'string' || !code.startsWith('CSV_')) throw error;
    const quotes = code.includes('QUOTE') || code.includes('MAX_RECORD_SIZE');
    throw new PlannerError([
      {
        code: 'csv',
        file,
        ...(typeof lines === 'number' ? { line: lines } : {}),
        message: quotes ? 'A quotation mark is opened and never closed' : (error as Error).message,
        hint: 'Within quotes a quotation mark is written twice: ""',
      },
    ]);
  } finally {
    parser.destroy();
  }
}
