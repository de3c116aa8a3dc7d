import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import type { Row, Sql } from './sql.ts';
import { asStoreError, StoreError } from './store-error.ts';

const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** Names of the migrations this program knows, oldest first. */
async function knownMigrations(folder: string = migrationsFolder): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The migrations as the schema engine takes them. */
export async function migrationList(folder: string = migrationsFolder): Promise<MigrationList> {
  const names = await knownMigrations(folder);
  return {
    baseDir: folder,
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(`${folder}/${name}/migration.sql`, 'utf8') },
        },
      })),
    ),
  };
}

/** Names of the migrations a database has had, oldest first; undefined for one that never had any. */
export async function appliedMigrations(sql: Sql): Promise<string[] | undefined> {
  const { rows: found } = await sql.query<{ table: string | null }>(
    `SELECT to_regclass('_prisma_migrations')::text AS table`,
  );
  if (found[0]?.table === null) return undefined;
  const { rows } = await sql.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name',
  );
  return rows.map((row) => row.name);
}

/** How to run many statements on the connection of a transaction. */
export type RunScript = (transaction: Transaction, script: string) => Promise<unknown>;

/** Servers that start at once on one database wait for each other here ("byg" and 1). */
const migrationLock = 0x62796701;

/**
 * Brings the tables up to date, in one transaction: all missing migrations, or none.
 *
 * @throws {StoreError} newer-schema, not-ours, migration-failed: the data is as before
 */
export async function migrate(factory: SqlDriverAdapterFactory, run: RunScript, folder?: string): Promise<void> {
  const all = await migrationList(folder);
  await inTransaction(factory, run, (transaction) => migrateInside(transaction, run, all));
}

/** Runs work in one transaction of a connection that can also take scripts. */
export async function inTransaction<T>(
  factory: SqlDriverAdapterFactory,
  run: RunScript,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const adapter = await factory.connect();
  const transaction = await adapter.startTransaction();
  // On a server the adapter leaves it to Prisma to say COMMIT.
  const say = async (word: string): Promise<void> => {
    if (!transaction.options.usePhantomQuery) await run(transaction, word);
  };
  try {
    const result = await work(transaction);
    await say('COMMIT');
    await transaction.commit();
    return result;
  } catch (error) {
    await say('ROLLBACK').catch(() => {});
    await transaction.rollback().catch(() => {});
    throw asStoreError(error) ?? error;
  }
}

/**
 * Applies the migrations of a list that the database has not had, in a transaction of the caller.
 *
 * @param list - every migration that may have been applied
 */
export async function migrateInside(transaction: Transaction, run: RunScript, list: MigrationList): Promise<void> {
  const sql = sqlThrough(transaction);
  const applied = await ownHistory(sql, list);
  if (applied?.length === list.migrationDirectories.length) return;
  const { withSchemaEngine } = await import('./schema-engine.ts');
  let failed: unknown;
  // The engine would note the failure in the database, and tell that it could not, instead of what failed.
  const noting: RunScript = (...script) =>
    run(...script).catch((error: unknown) => {
      failed = error;
      throw error;
    });
  try {
    await withSchemaEngine({ database: () => scripted(transaction, noting) }, undefined, (engine) =>
      engine.applyMigrations({ migrationsList: list, filters: { externalTables: [], externalEnums: [] } }),
    );
  } catch (error) {
    throw (
      asStoreError(failed ?? error) ??
      new StoreError(
        'migration-failed',
        `The tables could not be brought up to date: ${reason(failed ?? error)}. The data is as it was before. Go back to the version that wrote it, make a backup with it, and report this error.`,
        error,
      )
    );
  }
}

/**
 * Waits for others that migrate, and tells which migrations the database has had; undefined for an empty one.
 *
 * @throws {StoreError} newer-schema, not-ours
 */
export async function ownHistory(sql: Sql, list: MigrationList): Promise<string[] | undefined> {
  await sql.query(`SELECT pg_advisory_xact_lock(${migrationLock})::text`);
  const known = list.migrationDirectories.map(({ path }) => path);
  const applied = await appliedMigrations(sql);
  const unknown = (applied ?? []).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw applied?.some((name) => known.includes(name)) ? newerSchema(unknown) : notOurs();
  if (applied === undefined && (await hasTables(sql))) throw notOurs();
  return applied;
}

/** The connection of a transaction, as the schema engine wants it. */
function scripted(transaction: Transaction, run: RunScript): SqlDriverAdapter {
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    queryRaw: (query) => transaction.queryRaw(query),
    executeRaw: (query) => transaction.executeRaw(query),
    executeScript: async (script) => {
      await run(transaction, script);
    },
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    startTransaction: () => Promise.reject(new Error('migrations run in one transaction')),
    dispose: async () => {},
  };
}

/** SQL on the connection of a transaction; values are texts or lists of texts. */
export function sqlThrough(transaction: Transaction): Sql {
  return {
    query: async <R = Row>(text: string, values: readonly unknown[] = []) => {
      const { columnNames, rows } = await transaction.queryRaw({
        sql: text,
        args: [...values],
        argTypes: values.map((value) => ({ scalarType: 'string', arity: Array.isArray(value) ? 'list' : 'scalar' })),
      });
      return { rows: rows.map((row) => Object.fromEntries(columnNames.map((name, i) => [name, row[i]])) as R) };
    },
  };
}

/** @param unknown - migrations that only a newer program knows */
export function newerSchema(unknown: readonly string[]): StoreError {
  return new StoreError(
    'newer-schema',
    `The data was written by a newer version of this program (it has ${unknown.join(', ')}). Nothing was changed. Install that version or a newer one; or restore a backup made by this version into an empty place.`,
  );
}

function notOurs(): StoreError {
  return new StoreError(
    'not-ours',
    'The database holds tables of something else. Nothing was changed. Give the program a database of its own: CREATE DATABASE, then its name in DATABASE_URL.',
  );
}

async function hasTables(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query(`SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1`);
  return rows.length > 0;
}

function reason(error: unknown): string {
  const { cause } = error as { cause?: { originalMessage?: string } };
  const text = cause?.originalMessage ?? (error instanceof Error ? error.message : String(error));
  return text.split('\n', 1)[0]?.trim() ?? '';
}
