import { PgBoss } from 'pg-boss';
import type { Database, Sql } from '../../store/database.ts';

/** A job taken from the queue: its id, and which taking of it this was. */
export type Claim = {
  readonly id: string;
  readonly retryCount: number;
  /** Aborted when the claim is lost: the queue gave the job to somebody else, or takes it back. */
  readonly signal: AbortSignal;
};

/** Ids of jobs waiting their turn, shared by every server on the same database. */
export type Queue = {
  /** Puts a job in, as a part of the transaction; once per id. */
  send(sql: Sql, id: string): Promise<void>;
  /** Takes a job out for good, whoever has it, as a part of the transaction. */
  remove(sql: Sql, id: string): Promise<void>;
  /** Puts a job back that is claimed here, as a part of the transaction. */
  giveBack(sql: Sql, claim: Claim): Promise<void>;
  /** Begins to take jobs; the handler settles each itself, by `remove` or `giveBack`. */
  work(handler: (claim: Claim) => Promise<void>): Promise<void>;
  /** Takes no more jobs; resolves when the handlers have returned. */
  rest(): Promise<void>;
  /** Lets a waiting worker of this process look at once. */
  nudge(): void;
  /** Whether a job waits there or is worked on. */
  holds(sql: Sql, id: string): Promise<boolean>;
  stop(): Promise<void>;
};

export type QueueOptions = {
  /** Jobs worked on at the same time in this process. */
  readonly atOnce: number;
  /** Longest time one attempt may take, seconds; a claim is given up only some minutes later. */
  readonly limitSeconds: number;
  /** A worker silent for so long is taken for dead, seconds, at least 10. */
  readonly silenceSeconds: number;
  /** How often the silent are looked for, seconds. */
  readonly watchSeconds: number;
  /** How often an idle worker looks by itself, seconds, at least 0.5; a job started here is seen at once. */
  readonly lookSeconds: number;
  readonly onError: (error: Error) => void;
};

const name = 'comparisons';

/** Settled rows of the queue say nothing that the job itself does not: a day is for whoever looks after a fault. */
const keptSeconds = 24 * 3600;

/** A job that nobody took is sent anew at the next start, so this only bounds what is left behind. */
const waitingSeconds = 365 * 24 * 3600;

/** pg-boss holds no claim longer than a day. */
const longestSeconds = 24 * 3600;

/** How often a claim may be lost before the queue gives up; jobs count their own attempts, so never. */
const claims = 1_000_000;

/** The queue in the schema `pgboss` of the same database, so that a job and its place in the queue are one transaction. */
export async function openQueue(database: Database, options: QueueOptions): Promise<Queue> {
  const embedded = database.kind === 'embedded';
  const boss = new PgBoss({
    db: { executeSql: (text, values) => execute(database, text, values) },
    backend: embedded ? 'pglite' : 'postgres',
    schema: 'pgboss',
    schedule: false,
    supervise: true,
    superviseIntervalSeconds: options.watchSeconds,
    monitorIntervalSeconds: options.watchSeconds,
    maintenanceIntervalSeconds: 3600,
    flowIntervalSeconds: 3600,
    bamIntervalSeconds: 3600,
    // One row a job: no index here grows so that it must be rebuilt.
    reindex: false,
    monitorVacuum: false,
    warningSlowQuerySeconds: 30,
  });
  boss.on('error', options.onError);
  await boss.start();
  const rules = {
    retryLimit: claims,
    retryDelay: 0,
    expireInSeconds: Math.min(options.limitSeconds + 600, longestSeconds),
    retentionSeconds: waitingSeconds,
    deleteAfterSeconds: keptSeconds,
    heartbeatSeconds: options.silenceSeconds,
  };
  await boss.createQueue(name, rules);
  await boss.updateQueue(name, rules);
  // Has the queue's row remembered: inside a transaction of the embedded database it could not be read.
  await boss.findJobs(name, { id: '00000000-0000-0000-0000-000000000000' });

  // Who opened the folder owns it: whatever was being worked on there died with the last owner.
  if (embedded) await releaseAll(boss, database.sql);

  let workers: string[] = [];
  let resting = false;
  return {
    send: async (sql, id) => {
      await boss.deleteJob(name, id, { db: executor(sql) });
      await boss.send(name, {}, { id, db: executor(sql) });
    },
    remove: async (sql, id) => {
      await boss.complete(name, id, undefined, { includeQueued: true, db: executor(sql) });
    },
    giveBack: async (sql, { id, retryCount }) => {
      await boss.fail(name, { id, retryCount }, undefined, { db: executor(sql) });
    },
    work: async (handler) => {
      const polling = { pollingIntervalSeconds: options.lookSeconds, batchSize: 1 };
      workers = await Promise.all(
        Array.from({ length: options.atOnce }, () =>
          boss.work(name, polling, async ([job]) => {
            if (job !== undefined) await handler({ id: job.id, retryCount: job.retryCount, signal: job.signal });
          }),
        ),
      );
    },
    rest: async () => {
      resting = true;
      await boss.offWork(name, { wait: true });
    },
    nudge: () => {
      if (!resting) for (const worker of workers) boss.notifyWorker(worker);
    },
    holds: async (sql, id) => {
      const found = await boss.findJobs(name, { id, db: executor(sql) });
      return found.some(({ state }) => state === 'created' || state === 'retry' || state === 'active');
    },
    stop: async () => {
      resting = true;
      await boss.stop({ graceful: false });
    },
  };
}

/** Puts back in the queue whatever is marked as being worked on. */
async function releaseAll(boss: PgBoss, sql: Sql): Promise<void> {
  const { rows } = await sql.query<{ id: string; retryCount: number }>(
    `SELECT id::text AS id, retry_count AS "retryCount" FROM pgboss.job WHERE name = $1 AND state = 'active'`,
    [name],
  );
  if (rows.length > 0) await boss.fail(name, rows);
}

type Executor = { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };

function executor(sql: Sql): Executor {
  return { executeSql: (text, values) => sql.query(text, values ?? []) };
}

/**
 * pg-boss wraps what must be done together in `BEGIN; …; COMMIT;`, of which it reads no rows. As one message without
 * those words it is as much together, and a failure leaves no transaction open on the embedded database's only connection.
 */
async function execute(database: Database, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  const together = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/.exec(text)?.[1];
  if (together === undefined || (values?.length ?? 0) > 0) return database.sql.query(text, values ?? []);
  await database.sql.exec(together);
  return { rows: [] };
}
