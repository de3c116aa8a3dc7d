import type { Readable } from 'node:stream';
import type { Transaction } from '@prisma/driver-adapter-utils';
import { quoted, sameTextEverywhere } from './backup.ts';
import { type BackupCounts, readTables, type Table } from './backup-format.ts';
import { connect } from './connect.ts';
import type { DatabasePlace } from './connection.ts';
import {
  inTransaction,
  migrateInside,
  migrationList,
  newerSchema,
  ownHistory,
  type RunScript,
  sqlThrough,
} from './migrate.ts';
import { checkBackup, readBackup } from './read-backup.ts';
import type { Sql } from './sql.ts';
import { asStoreError, StoreError } from './store-error.ts';

/** Rows are put in by as many at a time as have about this much text, in bytes. */
const batchBytes = 4 * 2 ** 20;
const batchRows = 1000;

/**
 * Puts a backup into an empty place, in one transaction: all of it, or nothing. A backup of an older version is brought up to
 * date on the way.
 *
 * @param open - the file as `writeBackup` writes it, from its beginning; it is read twice, the first time to see that it is whole
 * @throws {StoreError} bad-backup, newer-schema, not-empty, and those of opening a database
 */
export async function restoreBackup(
  place: DatabasePlace,
  open: () => Readable,
  options: { readonly migrations?: string } = {},
): Promise<BackupCounts> {
  const all = await migrationList(options.migrations);
  const header = await checkBackup(open());
  const known = all.migrationDirectories.map(({ path }) => path);
  const unknown = header.migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw newerSchema(unknown);

  const connection = await connect(place);
  try {
    return await inTransaction(connection.adapter, connection.run, async (transaction) => {
      const sql = sqlThrough(transaction);
      for (const setting of sameTextEverywhere) await sql.query(`SET LOCAL ${setting}`);
      if ((await ownHistory(sql, all)) !== undefined) await removeEmpty(transaction, connection.run, sql);
      await migrateInside(transaction, connection.run, only(all, header.migrations));
      await putRows(sql, open());
      await migrateInside(transaction, connection.run, all);
      return header.rows;
    });
  } finally {
    await connection.close();
  }
}

async function putRows(sql: Sql, file: Readable): Promise<void> {
  const undo = await checkReferencesLast(sql);
  const put = new Rows(sql, await readTables(sql));
  try {
    for await (const part of readBackup(file)) {
      if ('row' in part) await put.add(part.row, part.bytes);
      else if ('table' in part) await put.begin(part.table, part.columns);
    }
    await put.end();
    await sql.query('SET CONSTRAINTS ALL IMMEDIATE');
  } catch (error) {
    throw asBadBackup(error);
  }
  await undo();
}

/** Takes our tables away if they have no rows, so that those of the backup's version can be made. */
async function removeEmpty(transaction: Transaction, run: RunScript, sql: Sql): Promise<void> {
  const { rows: found } = await sql.query<{ table: string }>(
    'SELECT tablename::text AS table FROM pg_tables WHERE schemaname = current_schema()',
  );
  const names = found.map(({ table }) => table);
  for (const name of names) {
    if (name === '_prisma_migrations') continue;
    const { rows } = await sql.query(`SELECT 1 AS one FROM ${quoted(name)} LIMIT 1`);
    if (rows.length > 0) throw notEmpty(name);
  }
  const { rows: types } = await sql.query<{ type: string }>(
    `SELECT typname::text AS type FROM pg_type WHERE typtype = 'e' AND typnamespace = current_schema()::regnamespace`,
  );
  await run(transaction, names.map((name) => `DROP TABLE ${quoted(name)} CASCADE;`).join('\n'));
  if (types.length > 0) await run(transaction, types.map(({ type }) => `DROP TYPE ${quoted(type)};`).join('\n'));
}

function notEmpty(table: string): StoreError {
  return new StoreError(
    'not-empty',
    `A backup is restored into an empty place only, and there are rows in ${table} already. Nothing was changed. Give a new folder with --data, or a new database in DATABASE_URL; nothing is lost then.`,
  );
}

function only(list: Awaited<ReturnType<typeof migrationList>>, names: readonly string[]): typeof list {
  return { ...list, migrationDirectories: list.migrationDirectories.filter(({ path }) => names.includes(path)) };
}

/** Rows may refer to rows that come later in the file, of their own table too; so references are checked when all are in. */
async function checkReferencesLast(sql: Sql): Promise<() => Promise<void>> {
  const { rows: references } = await sql.query<{ table: string; name: string }>(
    `SELECT conrelid::regclass::text AS table, conname::text AS name FROM pg_constraint
     WHERE contype = 'f' AND NOT condeferrable AND connamespace = current_schema()::regnamespace`,
  );
  const set = async (how: string): Promise<void> => {
    for (const { table, name } of references)
      await sql.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${quoted(name)} ${how}`);
  };
  await set('DEFERRABLE INITIALLY DEFERRED');
  return () => set('NOT DEFERRABLE');
}

/** Puts rows in, many at a time. */
class Rows {
  readonly #sql: Sql;
  readonly #tables: ReadonlyMap<string, Table>;
  #insert = '';
  #columns: (string | null)[][] = [];
  #rows = 0;
  #bytes = 0;

  constructor(sql: Sql, tables: readonly Table[]) {
    this.#sql = sql;
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  async begin(name: string, columns: readonly string[]): Promise<void> {
    await this.end();
    const table = this.#tables.get(name);
    const types = new Map(table?.columns.map((column) => [column.name, column.type]));
    if (table === undefined || columns.length !== types.size || !columns.every((column) => types.has(column))) {
      throw new StoreError(
        'bad-backup',
        `The backup has a table ${JSON.stringify(name)} that is not as this program made it. Nothing was changed.`,
      );
    }
    this.#columns = columns.map(() => []);
    const lists = columns.map((_, i) => `$${i + 1}::text[]`).join(', ');
    const cells = columns.map((column, i) => `c${i}::${types.get(column)}`).join(', ');
    const names = columns.map((_, i) => `c${i}`).join(', ');
    this.#insert = `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) SELECT ${cells} FROM unnest(${lists}) AS given (${names})`;
  }

  async add(row: readonly (string | null)[], bytes: number): Promise<void> {
    for (const [i, column] of this.#columns.entries()) column.push(row[i] ?? null);
    this.#rows++;
    this.#bytes += bytes;
    if (this.#rows >= batchRows || this.#bytes >= batchBytes) await this.end();
  }

  async end(): Promise<void> {
    if (this.#rows === 0) return;
    await this.#sql.query(this.#insert, this.#columns);
    this.#columns = this.#columns.map(() => []);
    this.#rows = 0;
    this.#bytes = 0;
  }
}

/** A value the database does not take means that the file was changed after it was written: its checksum would tell too late. */
function asBadBackup(error: unknown): unknown {
  const known = asStoreError(error);
  if (known !== undefined) return known;
  const cause = (error as { cause?: { originalCode?: string; code?: string; originalMessage?: string } }).cause;
  const state = cause?.originalCode ?? cause?.code ?? (error as { code?: string }).code ?? '';
  if (!/^(21|22|23|42)/.test(state)) return error;
  return new StoreError(
    'bad-backup',
    `The backup holds a value that cannot be (${cause?.originalMessage ?? (error as Error).message}). Nothing was changed. Use another copy of the file, or another backup.`,
    error,
  );
}
