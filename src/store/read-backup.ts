import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { type BackupCounts, type BackupHeader, backupFormat } from './backup-format.ts';
import { StoreError } from './store-error.ts';

/** A part of a backup, in the order of the file. The last row given proves nothing: only the end of all parts does. */
export type BackupPart =
  | { readonly header: BackupHeader }
  | { readonly table: string; readonly columns: readonly string[] }
  | { readonly row: readonly (string | null)[]; readonly bytes: number };

/** Longest line, in bytes: a row is kept in memory as a whole, and a hostile file must not fill it. */
const longestLine = 512 * 2 ** 20;

const counts = z.record(z.string().max(200), z.int().min(0));
const headerShape = z.object({
  format: z.literal(backupFormat),
  engine: z.string().max(200),
  migrations: z.array(z.string().max(300)).max(10_000),
  rows: counts,
});
const tableShape = z.strictObject({ table: z.string().max(200), columns: z.array(z.string().max(200)).max(1000) });
const footerShape = z.strictObject({ end: z.literal(backupFormat), rows: counts, sha256: z.string() });

/**
 * Reads a backup part by part, and ends without an error only if the whole file is there and unharmed.
 *
 * @throws {StoreError} bad-backup
 */
export async function* readBackup(file: Readable): AsyncGenerator<BackupPart> {
  const hash = createHash('sha256');
  const read: Record<string, number> = {};
  let header: BackupHeader | undefined;
  let current: { readonly table: string; readonly columns: readonly string[] } | undefined;
  let ended = false;
  for await (const line of linesOf(file)) {
    if (ended) throw bad('something follows its end');
    const content = parse(line);
    if (header === undefined) {
      header = asHeader(content);
      yield { header };
    } else if (Array.isArray(content)) {
      if (current === undefined || !isRow(content, current.columns.length)) {
        throw bad(`a row of ${current?.table ?? 'no table'} is not as it should be`);
      }
      read[current.table] = (read[current.table] ?? 0) + 1;
      yield { row: content, bytes: line.length };
    } else {
      const footer = footerShape.safeParse(content);
      if (footer.success) {
        if (footer.data.sha256 !== hash.digest('hex')) throw bad('its contents do not give its checksum');
        if (!sameCounts(footer.data.rows, read) || !sameCounts(header.rows, read)) throw bad('rows are missing');
        ended = true;
        continue;
      }
      const table = tableShape.safeParse(content);
      if (!table.success) throw bad('it holds a line that is no part of a backup');
      if (Object.hasOwn(read, table.data.table)) throw bad(`the table ${table.data.table} is in it twice`);
      current = table.data;
      Object.defineProperty(read, current.table, { value: 0, writable: true, enumerable: true });
      yield current;
    }
    hash.update(line).update('\n');
  }
  if (!ended) throw bad('it is cut off');
}

/** Reads a whole backup and tells the rows in it. */
export async function checkBackup(file: Readable): Promise<BackupHeader> {
  let header: BackupHeader | undefined;
  for await (const part of readBackup(file)) if ('header' in part) header = part.header;
  return header as BackupHeader;
}

function asHeader(content: unknown): BackupHeader {
  const header = headerShape.safeParse(content);
  if (header.success) return header.data;
  const format = (content as { format?: unknown } | null)?.format;
  if (typeof format === 'string' && /^bygdekalkyl\/backup@\d+$/.test(format) && format !== backupFormat) {
    throw new StoreError(
      'bad-backup',
      `The backup is of a kind (${format}) that this version does not know; it knows ${backupFormat}. Nothing was changed. Restore it with the version that made it, or a newer one.`,
    );
  }
  throw bad('it does not begin as one');
}

function isRow(content: readonly unknown[], columns: number): content is (string | null)[] {
  return content.length === columns && content.every((cell) => cell === null || typeof cell === 'string');
}

function sameCounts(a: BackupCounts, b: BackupCounts): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && a[name] === b[name]);
}

function parse(line: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line));
  } catch {
    throw bad('it holds a line that is no JSON');
  }
}

/** Lines without their end; a last line that has none is no line. */
async function* linesOf(file: Readable): AsyncGenerator<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of file.pipe(gunzip) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        yield Buffer.concat([...pieces.splice(0), chunk.subarray(from, at)]);
        length = 0;
        from = at + 1;
      }
      pieces.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > longestLine) throw bad('it holds a line that is too long');
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw bad('it is cut off');
    if (code?.startsWith('Z_')) throw bad('it is no gzip file, or damaged');
    throw error;
  } finally {
    file.unpipe(gunzip);
    file.destroy();
    gunzip.destroy();
  }
  if (length > 0) throw bad('it is cut off');
}

function bad(why: string): StoreError {
  return new StoreError(
    'bad-backup',
    `The file is not a whole backup of this program: ${why}. Nothing was changed. Use another copy of the file, or another backup.`,
  );
}
