import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Connection } from './connection.ts';
import type { Row, Sql, SqlRoot } from './sql.ts';
import { asStoreError, StoreError } from './store-error.ts';

/** Oldest PostgreSQL that the tables and queries are written for. */
const oldestServer = 14;

/** Connects to a server. */
export async function connectServer(url: string): Promise<Connection> {
  const pool = await openPool(url);
  return {
    kind: 'server',
    sql: serverSql(pool),
    adapter: new PrismaPg(pool),
    // Without values node-postgres sends the simple protocol, which takes many statements.
    run: (transaction, sql) => transaction.executeRaw({ sql, args: [], argTypes: [] }),
    publish: async () => {},
    close: () => pool.end(),
  };
}

/** Connections to a server, with its version checked. */
async function openPool(url: string): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: databaseUrl(url),
    application_name: 'bygdekalkyl',
    // Prisma writes times without an offset, in the time of the session.
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    max: 10,
  });
  // A connection that breaks while nobody uses it is dropped from the pool; the next to ask gets a new one.
  pool.on('error', () => {});
  try {
    const { rows } = await pool.query<{ number: string; text: string }>(
      `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS text`,
    );
    const version = rows[0];
    if (version === undefined || Number(version.number) < oldestServer * 10_000) {
      throw new StoreError(
        'old-server',
        `The server is PostgreSQL ${version?.text}; allowed are ${oldestServer} and newer. Nothing was changed. Upgrade the server, or leave DATABASE_URL out to use the embedded database.`,
      );
    }
    return pool;
  } catch (error) {
    await pool.end();
    throw asStoreError(error) ?? error;
  }
}

/** @throws {StoreError} that never repeats the address: it may hold a password */
function databaseUrl(text: string): string {
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) {
    throw new StoreError(
      'unreachable',
      'DATABASE_URL is not the address of a PostgreSQL server; allowed: postgresql://USER:PASSWORD@HOST:5432/DATABASE. Special characters in the password are written as in web addresses (%40 for @).',
    );
  }
  return text;
}

function sqlOn(client: pg.Pool | pg.PoolClient): Sql {
  return {
    query: async <R = Row>(text: string, values: readonly unknown[] = []) => {
      const { rows } = await client.query(text, [...values]);
      return { rows: rows as R[] };
    },
  };
}

function serverSql(pool: pg.Pool): SqlRoot {
  return {
    ...sqlOn(pool),
    exec: async (text) => {
      await pool.query(text);
    },
    transaction: (work) => onOneConnection(pool, (client) => work(sqlOn(client))),
  };
}

/** Runs work in one transaction of one connection; a connection that broke is not used again. */
async function onOneConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    const { command } = await client.query('COMMIT');
    // An error was caught and forgotten: the server rolls back, without a word but this.
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back: a statement in it had failed');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(onError);
    throw error;
  } finally {
    client.removeListener('error', onError);
    client.release(broken);
  }
}
