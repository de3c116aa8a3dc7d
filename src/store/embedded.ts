import { fsyncSync, statfsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { messages, PGlite, type QueryOptions, type Results } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import type { RunScript } from './migrate.ts';
import type { Row, Sql, SqlRoot } from './sql.ts';
import { asStoreError, StoreError } from './store-error.ts';

/** PostgreSQL inside PGlite: what stands in PG_VERSION of a folder it writes. */
export const embeddedMajor = '18';

/** PGlite's own parameters, but with fsync on (it passes -F), by the one call that reaches the disk from WebAssembly. */
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'wal_sync_method=fsync'],
];

/** A new folder: a log in small pieces, so that it stays within 256 MB; whoever makes it brings it to the disk. */
const initDbStartParams = ['--wal-segsize=4', '--no-sync'];

/** PGlite's folder on disk, with an fsync that is one: Emscripten's does nothing, and a power cut would lose commits. */
class DurableFolder extends NodeFS {
  override async init(...parameters: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...parameters);
    const withFsync = (module: { NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } }): void => {
      module.NODEFS.stream_ops.fsync = (stream) => {
        fsyncSync(stream.nfd);
        return 0;
      };
    };
    const before = (emscriptenOpts.preRun ?? []) as unknown[];
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...before, withFsync] as never } };
  }
}

type Client = { query<R>(text: string, values?: unknown[], options?: QueryOptions): Promise<Results<R>> };

/** What is asked while nobody else is let in. */
type Inside = Client & { script(text: string): Promise<void> };

type PgTypes = { getTypeParser(oid: number, format: 'text'): (text: string) => unknown };
const pgTypes = pg.types as unknown as PgTypes;
const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } }).utils;

/** Types that node-postgres reads as something else than text, arrays among them. */
const pgParsers: Record<number, (text: string) => unknown> = Object.fromEntries(
  Array.from({ length: 5000 }, (_, oid) => [oid, pgTypes.getTypeParser(oid, 'text')] as const).filter(
    ([, parse]) => parse !== pgTypes.getTypeParser(0, 'text'),
  ),
);

function asPgWrites(value: unknown): string {
  const prepared = prepareValue(value);
  return Buffer.isBuffer(prepared) ? `\\x${prepared.toString('hex')}` : String(prepared);
}

/** Room that is left free, in bytes: PostgreSQL stops for good when it cannot write its log. */
const reserve = { open: 24 * 2 ** 20, write: 32 * 2 ** 20, create: 96 * 2 ** 20 };

/** @throws {StoreError} disk-full, if the disk of a folder has less room than the work needs */
export function assertRoom(folder: string, work: keyof typeof reserve): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < reserve[work]) {
    throw new StoreError(
      'disk-full',
      `The disk that holds ${folder} is full: ${Math.floor((bavail * bsize) / 2 ** 20)} MiB are left, and ${reserve[work] / 2 ** 20} MiB must be. What was being saved is not saved; all that was saved before is kept. Make room on the disk, then try again.`,
    );
  }
}

/**
 * PostgreSQL in a folder, on its one connection: whoever asks waits for those before.
 *
 * PGlite has an order of its own, but talks to a PostgreSQL that has stopped, and may then never return; so the order is kept
 * here, what stopped is never spoken to again, and the folder is opened anew, as after a power cut.
 */
export class Embedded {
  readonly #folder: string;
  #pglite: PGlite | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  private constructor(folder: string, pglite: PGlite) {
    this.#folder = folder;
    this.#pglite = pglite;
  }

  /** Opens PostgreSQL in a folder, which is made if it is missing; the caller owns the folder. */
  static async open(folder: string): Promise<Embedded> {
    return new Embedded(folder, await openPglite(folder));
  }

  query<R>(text: string, values?: unknown[], options?: QueryOptions): Promise<Results<R>> {
    return this.#alone((inside) => inside.query<R>(text, values, options));
  }

  /** Many statements; all are kept or none. */
  script(text: string): Promise<void> {
    return this.#alone((inside) => inside.script(text));
  }

  /** Holds everybody else back until the work is done, and keeps all of it or nothing. */
  transaction<T>(work: (inside: Inside) => Promise<T>): Promise<T> {
    return this.#alone(async (alone, pglite) => {
      let ended = false;
      const assertOpen = (): void => {
        if (ended) throw new Error('the transaction has ended');
      };
      const inside: Inside = {
        query: async (...asked) => {
          assertOpen();
          return alone.query(...asked);
        },
        script: async (text) => {
          assertOpen();
          return alone.script(text);
        },
      };
      await inside.script('BEGIN');
      try {
        const result = await work(inside);
        ended = true;
        const { command } = await alone.query('COMMIT');
        // An error was caught and forgotten: PostgreSQL rolls back, without a word but this.
        if (command === 'ROLLBACK') throw new Error('the transaction was rolled back: a statement in it had failed');
        return result;
      } catch (error) {
        ended = true;
        if (this.#pglite === pglite) await alone.script('ROLLBACK').catch(() => {});
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.#last.catch(() => {});
    this.#closed = true;
    await this.#pglite?.close();
    this.#pglite = undefined;
  }

  #alone<T>(work: (inside: Inside, pglite: PGlite) => Promise<T>): Promise<T> {
    const done = this.#last
      .catch(() => {})
      .then(async () => {
        if (this.#closed) throw new StoreError('failed', 'The database is closed: the program is stopping.');
        this.#pglite ??= await openPglite(this.#folder);
        const pglite = this.#pglite;
        return work(
          {
            query: (text, values, options) => this.#ask(pglite, text, () => pglite.query(text, values, options)),
            script: async (text) => {
              await this.#ask(pglite, text, () => pglite.exec(text));
            },
          },
          pglite,
        );
      });
    this.#last = done;
    return done;
  }

  async #ask<T>(pglite: PGlite, text: string, ask: () => Promise<T>): Promise<T> {
    // PGlite answers before it returns: who asks again and again would keep everything else in the process waiting.
    await setImmediate();
    if (this.#pglite !== pglite) throw stopped();
    if (!onlyReads.test(text)) assertRoom(this.#folder, 'write');
    try {
      return await ask();
    } catch (error) {
      if (error instanceof messages.DatabaseError && error.severity !== 'PANIC' && error.severity !== 'FATAL')
        throw error;
      this.#pglite = undefined;
      throw asStoreError(error) ?? stopped(error);
    }
  }
}

/** Statements that work on a full disk. */
const onlyReads = /^\s*(SELECT|FETCH|DECLARE|CLOSE|SHOW|SET|BEGIN|START|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|EXPLAIN)\b/i;

function stopped(cause?: unknown): StoreError {
  return new StoreError(
    'failed',
    'The embedded database stopped after an error. What was being saved is not saved; all that was saved before is kept. Try again: it is opened anew. If it says the same, check that the disk has room and that the data folder can be written.',
    cause,
  );
}

async function openPglite(folder: string): Promise<PGlite> {
  assertRoom(folder, 'open');
  const pglite = await PGlite.create({ fs: new DurableFolder(folder), startParams, initDbStartParams });
  // Values go in and come out as with node-postgres, whatever their type.
  pglite.parsers = pgParsers;
  pglite.serializers = new Proxy({}, { get: () => asPgWrites });
  return pglite;
}

function sqlOn(client: Client): Sql {
  return {
    query: async <R = Row>(text: string, values: readonly unknown[] = []) => {
      const { rows } = await client.query<R>(text, [...values]);
      return { rows };
    },
  };
}

/** SQL on the embedded database. */
export function embeddedSql(embedded: Embedded): SqlRoot {
  return {
    ...sqlOn(embedded),
    exec: (text) => embedded.script(text),
    transaction: (work) => embedded.transaction((inside) => work(sqlOn(inside))),
  };
}

/**
 * Prisma's door to the embedded database. The package's own lets a failing COMMIT pass as done and runs scripts without
 * waiting, so transactions and scripts are done here; queries and types are the package's.
 */
export function embeddedAdapter(embedded: Embedded): SqlDriverAdapterFactory {
  const named = { provider: 'postgres', adapterName: 'bygdekalkyl-pglite' } as const;
  return {
    ...named,
    connect: async () => {
      const outer = await queries(embedded);
      return {
        ...named,
        queryRaw: (query) => outer.queryRaw(query),
        executeRaw: (query) => outer.executeRaw(query),
        executeScript: (script) => embedded.script(script),
        getConnectionInfo: () => ({ supportsRelationJoins: true }),
        dispose: async () => {},
        startTransaction: async (level) => {
          const { inside, end, ended } = await begin(embedded);
          if (level !== undefined) await inside.query(`SET TRANSACTION ISOLATION LEVEL ${level}`);
          const inner = await queries(inside);
          const savepoint = (verb: string) => async (name: string) => {
            await inside.query(`${verb} ${name}`);
          };
          return {
            ...named,
            options: { usePhantomQuery: true },
            queryRaw: (query) => inner.queryRaw(query),
            executeRaw: (query) => inner.executeRaw(query),
            executeScript: (script: string) => inside.script(script),
            createSavepoint: savepoint('SAVEPOINT'),
            rollbackToSavepoint: savepoint('ROLLBACK TO SAVEPOINT'),
            releaseSavepoint: savepoint('RELEASE SAVEPOINT'),
            commit: async () => {
              end('commit');
              await ended;
            },
            rollback: async () => {
              end('roll back');
              await ended;
            },
          };
        },
      };
    },
  };
}

/** Many statements on the connection of a transaction that `embeddedAdapter` began. */
export const runEmbedded: RunScript = (transaction, script) =>
  (transaction as typeof transaction & { executeScript(script: string): Promise<void> }).executeScript(script);

/** How a transaction is ended from outside: thrown inside it, and no error. */
const rolledBack = Symbol('rolled back');

/** A transaction that is ended from outside. */
async function begin(embedded: Embedded): Promise<{
  readonly inside: Inside;
  readonly end: (how: 'commit' | 'roll back') => void;
  readonly ended: Promise<void>;
}> {
  const opened = Promise.withResolvers<Inside>();
  const asked = Promise.withResolvers<'commit' | 'roll back'>();
  const ended = embedded
    .transaction(async (inside) => {
      opened.resolve(inside);
      if ((await asked.promise) === 'roll back') throw rolledBack;
    })
    .catch((error: unknown) => {
      if (error !== rolledBack) throw error;
    });
  ended.catch(opened.reject);
  return { inside: await opened.promise, end: asked.resolve, ended };
}

/** The package's queries, on whatever answers like PGlite. */
async function queries(client: Client): Promise<SqlDriverAdapter> {
  return (new PrismaPGlite(quickBytes(client) as never) as unknown as SqlDriverAdapterFactory).connect();
}

/** The package reads bytes two digits at a time; results are large. */
function quickBytes(client: Client): Client {
  return {
    query: (text, values, options) =>
      client.query(text, values, {
        ...options,
        parsers: { ...options?.parsers, [pg.types.builtins.BYTEA]: (hex: string) => Buffer.from(hex.slice(2), 'hex') },
      }),
  };
}
