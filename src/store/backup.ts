import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import {
  type BackupCounts,
  type BackupFooter,
  type BackupHeader,
  backupFormat,
  readTables,
  type Table,
} from './backup-format.ts';
import { appliedMigrations } from './migrate.ts';
import type { Sql, SqlRoot } from './sql.ts';
import { asStoreError } from './store-error.ts';

/** What a backup is made of. */
type Backed = { readonly kind: 'embedded' | 'server'; readonly sql: SqlRoot };

/** Text of rows fetched at a time, in bytes; rows differ from a hundred bytes to megabytes. */
const pageBytes = 4 * 2 ** 20;

/**
 * Writes everything that is kept as one portable file, read at one moment; others go on working meanwhile, on the embedded
 * database after the rows are read. The queue's own tables are left out; hashes of access tokens are in it.
 *
 * @param out - ended when the last byte is written
 * @param about - version of this engine, for the file's first line
 */
export async function writeBackup(
  database: Backed,
  out: Writable,
  about: { readonly engine: string },
): Promise<BackupCounts> {
  if (database.kind === 'server') return dump(database.sql, out, about.engine);
  // The one connection is held while reading: a reader at the other end of a slow line must not hold it too.
  const folder = await mkdtemp(join(tmpdir(), 'bygdekalkyl-backup-'));
  try {
    const file = join(folder, 'backup');
    const counts = await dump(database.sql, createWriteStream(file, { mode: 0o600 }), about.engine);
    await pipeline(createReadStream(file), out);
    return counts;
  } catch (error) {
    throw asStoreError(error) ?? error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function dump(sql: SqlRoot, out: Writable, engine: string): Promise<BackupCounts> {
  try {
    return await sql.transaction(async (inside) => {
      await inside.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      for (const setting of sameTextEverywhere) await inside.query(`SET LOCAL ${setting}`);
      const tables = await readTables(inside);
      const header = await headerOf(inside, tables, engine);
      await pipeline(Readable.from(lines(inside, tables, header)), createGzip(), out);
      return header.rows;
    });
  } catch (error) {
    throw asStoreError(error) ?? error;
  }
}

/** Values are written as PostgreSQL writes them; so that it writes them the same way everywhere. */
export const sameTextEverywhere: readonly string[] = [
  `TimeZone = 'UTC'`,
  `DateStyle = 'ISO, MDY'`,
  `IntervalStyle = 'postgres'`,
  `bytea_output = 'hex'`,
  'extra_float_digits = 1',
  'statement_timeout = 0',
  'idle_in_transaction_session_timeout = 0',
];

async function headerOf(sql: Sql, tables: readonly Table[], engine: string): Promise<BackupHeader> {
  const rows: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows: counted } = await sql.query<{ count: string }>(`SELECT count(*)::text AS count FROM ${quoted(name)}`);
    rows[name] = Number(counted[0]?.count);
  }
  return { format: backupFormat, engine, migrations: (await appliedMigrations(sql)) ?? [], rows };
}

async function* lines(sql: Sql, tables: readonly Table[], header: BackupHeader): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const line = (content: unknown): Buffer => {
    const bytes = Buffer.from(`${JSON.stringify(content)}\n`);
    hash.update(bytes);
    return bytes;
  };
  yield line(header);
  for (const table of tables) {
    yield line({ table: table.name, columns: table.columns.map(({ name }) => name) });
    for await (const rows of pages(sql, table)) yield Buffer.concat(rows.map(line));
  }
  const footer: BackupFooter = { end: backupFormat, rows: header.rows, sha256: hash.digest('hex') };
  yield Buffer.from(`${JSON.stringify(footer)}\n`);
}

type Cells = readonly (string | null)[];

async function* pages(sql: Sql, { name, columns, key }: Table): AsyncGenerator<Cells[]> {
  const cells = columns.map((column, i) => `${quoted(column.name)}::text AS c${i}`).join(', ');
  // Texts by their bytes: other orders differ between systems, and the same rows shall give the same file.
  const isText = new Set(columns.flatMap((column) => (column.type === 'text' ? [column.name] : [])));
  const order = key.map((column) => `${quoted(column)}${isText.has(column) ? ' COLLATE "C"' : ''}`).join(', ');
  await sql.query(
    `DECLARE backup NO SCROLL CURSOR FOR SELECT ${cells} FROM ${quoted(name)}${order === '' ? '' : ` ORDER BY ${order}`}`,
  );
  let size = 16;
  for (;;) {
    const { rows } = await sql.query<Record<string, string | null>>(`FETCH ${size} FROM backup`);
    if (rows.length === 0) break;
    const page = rows.map((row) => columns.map((_, i) => row[`c${i}`] ?? null));
    yield page;
    const bytes = page.reduce((sum, row) => row.reduce((all, cell) => all + (cell?.length ?? 0), sum), 1);
    size = Math.max(1, Math.min(2000, size * 4, Math.floor((page.length * pageBytes) / bytes)));
  }
  await sql.query('CLOSE backup');
}

/** A name as SQL reads it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
