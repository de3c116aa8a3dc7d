import { connect } from './connect.ts';
import type { Connection, DatabasePlace } from './connection.ts';
import { PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';
import type { SqlRoot } from './sql.ts';

export type { DatabasePlace } from './connection.ts';
export { PrismaClient } from './generated/client.ts';
export type { Sql, SqlRoot } from './sql.ts';

/** An open database, its tables up to date. */
export type Database = {
  readonly kind: 'embedded' | 'server';
  readonly prisma: PrismaClient;
  /** The same PostgreSQL by SQL, for what Prisma has no words for. */
  readonly sql: SqlRoot;
  /** Tells other commands on this machine how to reach this process, if it is a server that owns a data folder. */
  publish(how: { readonly address: string; readonly adminKey: string }): Promise<void>;
  /** Waits for what is running, and gives the folder free. */
  close(): Promise<void>;
};

/** Waiting for the one connection of the embedded database is no error: a backup holds it for seconds. */
const transactionOptions = { maxWait: 60_000, timeout: 60_000 };

/**
 * Opens the database, checks that this program may use it, and brings its tables up to date.
 *
 * @param options - `migrations`: folder of migrations other than this program's, for tests
 * @throws {StoreError} telling what is wrong and the way out; nothing is changed then
 */
export async function openDatabase(
  place: DatabasePlace,
  options: { readonly migrations?: string } = {},
): Promise<Database> {
  const connection = await connect(place);
  try {
    await migrate(connection.adapter, connection.run, options.migrations);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return onConnection(connection);
}

function onConnection({ kind, sql, adapter, publish, close }: Connection): Database {
  const prisma = new PrismaClient({ adapter, transactionOptions, errorFormat: 'minimal' });
  let closed: Promise<void> | undefined;
  return {
    kind,
    prisma,
    sql,
    publish,
    close: () => {
      closed ??= prisma.$disconnect().then(close);
      return closed;
    },
  };
}
