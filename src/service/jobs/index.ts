import { randomUUIDv7 } from 'node:crypto';
import { PlannerError } from '../../errors.ts';
import type { Database, Sql } from '../../store/database.ts';
import { notFound } from '../scenario-access.ts';
import { demand, type Viewer } from '../viewer.ts';
import { followEvents } from './follow.ts';
import { isOver, type Job, type JobDesign, type JobEvent, jobById, writeStep } from './job-rows.ts';
import type { JobWork } from './job-work.ts';
import { openQueue, type Queue } from './queue.ts';
import { watchJobs } from './watch.ts';
import { type JobLimits, jobWorker } from './worker.ts';

export type { Job, JobDesign, JobEvent } from './job-rows.ts';
export { isOver } from './job-rows.ts';
export type { JobQuestion, JobWork } from './job-work.ts';

/** Long work: started, followed, cancelled; it goes on whoever is connected, and after a restart. */
export type Jobs = {
  /**
   * Starts the comparison of a revision. An equal one of the workspace that is not over is returned instead; one
   * whose result is kept already is done at once.
   *
   * @throws {AccessError} unless the viewer is a planner and may read the revision
   * @throws {PlannerError} when too many jobs of the workspace wait
   */
  start(viewer: Viewer, request: JobDesign & { readonly revisionId: string }): Promise<Job>;
  /**
   * Cancels a job: one that waits is cancelled when this returns, one that is worked on as soon as its threads are free.
   * One that is over stays as it is.
   *
   * @throws {AccessError} unless the viewer is a planner and the job is of the workspace
   */
  cancel(viewer: Viewer, id: string): Promise<Job>;
  /** @throws {AccessError} unless the job is of the viewer's workspace */
  get(viewer: Viewer, id: string): Promise<Job>;
  /**
   * Events of a job with numbers above `after`, those to come included, until it is over or the signal is aborted.
   *
   * @throws {AccessError} unless the job is of the viewer's workspace
   * @throws {PlannerError} when `after` is no whole number from 0
   */
  events(viewer: Viewer, id: string, after: number, signal?: AbortSignal): Promise<AsyncIterableIterator<JobEvent>>;
  /** How many jobs of all workspaces wait and are worked on. */
  counts(): Promise<{ readonly queued: number; readonly running: number }>;
  /** Ends: what is worked on may finish for so long, then it goes back to the queue. Ends every `events`. */
  stop(graceMs: number): Promise<void>;
};

/** How jobs are run; none of it changes a result. */
export type JobOptions = Partial<JobLimits> & {
  /** Jobs worked on at the same time by this process; 0: none, they are left to others. */
  readonly atOnce?: number;
  /** Jobs of one workspace that may wait. */
  readonly mostWaiting?: number;
  readonly silenceSeconds?: number;
  readonly watchSeconds?: number;
  readonly lookSeconds?: number;
  /** What did not work but hurt nobody yet: the queue's own errors, looks that failed. */
  readonly onError?: (error: Error) => void;
  /** A defect met by a job, with the id that its problem names. */
  readonly onDefect?: (defect: { readonly error: unknown; readonly id: string; readonly jobId: string }) => void;
};

const usual = { limitSeconds: 6 * 3600, mostDeaths: 100, mostRetries: 2, atOnce: 2, mostWaiting: 100 };

/** How often the database is asked what other servers wrote, milliseconds. */
const watchEveryMs = 1000;

/**
 * Opens the jobs of a database and begins to work on them: those that wait, those whose server died, and those that a
 * restored backup left without a place in the queue.
 */
export async function openJobs<Draft>(
  database: Database,
  work: JobWork<Draft>,
  options: JobOptions = {},
): Promise<Jobs> {
  const { limitSeconds, mostDeaths, mostRetries, atOnce, mostWaiting } = { ...usual, ...options };
  const { onError = () => {}, onDefect = () => {} } = options;
  const embedded = database.kind === 'embedded';
  const queue = await openQueue(database, {
    atOnce,
    limitSeconds,
    // Nobody else can work on an embedded database's jobs, so there silence only means that this process is busy.
    silenceSeconds: options.silenceSeconds ?? (embedded ? 120 : 15),
    watchSeconds: options.watchSeconds ?? (embedded ? 60 : 5),
    lookSeconds: options.lookSeconds ?? (embedded ? 5 : 1),
    onError,
  });
  const watch = watchJobs(database.sql, watchEveryMs, onError);
  const closing = new AbortController();
  const worker = jobWorker({
    database,
    queue,
    work,
    limits: { limitSeconds, mostDeaths, mostRetries },
    changed: watch.changed,
    onDefect,
  });
  await sendMissing(database, queue);
  if (atOnce > 0) await queue.work(worker.handle);

  async function own(sql: Sql, viewer: Viewer, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<Job> {
    const job = await jobById(sql, id, lock);
    if (job === undefined || job.workspaceId !== viewer.workspaceId) throw notFound('job');
    return job;
  }

  return {
    start: async (viewer, { revisionId, ...design }) => {
      demand(viewer, 'planner');
      const question = { revisionId, design, caller: viewer.caller };
      await work.check(viewer, question);
      const stored = await work.findStored(question);
      const job = await database.sql.transaction(async (sql) => {
        // One at a time in a workspace, so that equal requests at the same moment find each other.
        await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('jobs of ' || $1, 0))`, [viewer.workspaceId]);
        const equal = await equalJob(sql, viewer.workspaceId, revisionId, design);
        if (equal !== undefined) return equal;
        if (stored === undefined) await checkRoom(sql, viewer.workspaceId, mostWaiting);
        const id = await insertJob(sql, viewer, revisionId, design);
        if (stored === undefined) await queue.send(sql, id);
        const queued = { kind: 'queued', state: 'queued', message: 'Waits for its turn' } as const;
        const waiting = await writeStep(sql, id, 0, { ...queued, futures: design.draws });
        if (stored === undefined) return waiting;
        const all = { futuresDone: design.draws, futures: design.draws, etaMs: 0 };
        const message = 'Done: it had been computed before';
        return writeStep(sql, id, 0, { kind: 'done', state: 'done', message, ...all, ...stored });
      });
      if (job === undefined) throw new Error('a job that was just inserted is gone');
      queue.nudge();
      return job;
    },

    cancel: async (viewer, id) => {
      demand(viewer, 'planner');
      const cancelled = await database.sql.transaction(async (sql) => {
        const job = await own(sql, viewer, id, 'FOR UPDATE');
        if (isOver(job)) return job;
        if (job.state === 'running') {
          const { rows } = await sql.query<Job>(
            'UPDATE "Job" SET "cancelAskedAt" = coalesce("cancelAskedAt", clock_timestamp()) WHERE id = $1::uuid RETURNING *',
            [job.id],
          );
          return rows[0] ?? job;
        }
        await queue.remove(sql, job.id);
        await sql.query('UPDATE "Job" SET "cancelAskedAt" = clock_timestamp() WHERE id = $1::uuid', [job.id]);
        const step = { kind: 'cancelled', state: 'cancelled', message: 'Cancelled as asked' } as const;
        return (await writeStep(sql, job.id, job.attempt, step)) ?? job;
      });
      watch.changed(cancelled.id);
      worker.cancel(cancelled.id);
      return cancelled;
    },

    get: (viewer, id) => own(database.sql, viewer, id),

    events: async (viewer, id, after, signal) => {
      if (!Number.isSafeInteger(after) || after < 0 || after > 0x7fffffff) {
        const problem = { code: 'argument', path: 'after', message: 'No event has such a number' };
        throw new PlannerError([{ ...problem, found: String(after), allowed: 'whole numbers from 0' }]);
      }
      const job = await own(database.sql, viewer, id);
      const until = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
      return followEvents(database.sql, watch, job.id, after, until);
    },

    counts: async () => {
      const { rows } = await database.sql.query<{ queued: number; running: number }>(
        `SELECT count(*) FILTER (WHERE state = 'queued')::int AS queued, count(*) FILTER (WHERE state = 'running')::int AS running
         FROM "Job" WHERE state IN ('queued', 'running')`,
      );
      return rows[0] ?? { queued: 0, running: 0 };
    },

    stop: async (graceMs) => {
      const rested = queue.rest();
      const timer = setTimeout(worker.stop, graceMs);
      await rested;
      clearTimeout(timer);
      closing.abort();
      watch.close();
      await queue.stop();
    },
  };
}

async function equalJob(
  sql: Sql,
  workspaceId: string,
  revisionId: string,
  { seed, draws, inner, breakEvenFutures }: JobDesign,
): Promise<Job | undefined> {
  const { rows } = await sql.query<Job>(
    `SELECT * FROM "Job"
     WHERE "workspaceId" = $1::uuid AND "revisionId" = $2::uuid AND state IN ('queued', 'running') AND "cancelAskedAt" IS NULL
       AND seed IS NOT DISTINCT FROM $3::text AND draws = $4 AND "inner" = $5 AND "breakEvenFutures" IS NOT DISTINCT FROM $6::int
     ORDER BY id LIMIT 1`,
    [workspaceId, revisionId, seed ?? null, draws, inner, breakEvenFutures ?? null],
  );
  return rows[0];
}

async function checkRoom(sql: Sql, workspaceId: string, mostWaiting: number): Promise<void> {
  const { rows } = await sql.query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM "Job" WHERE "workspaceId" = $1::uuid AND state = 'queued'`,
    [workspaceId],
  );
  const waiting = rows[0]?.waiting ?? 0;
  if (waiting < mostWaiting) return;
  const message = 'Too many jobs of the workspace wait for their turn';
  const hint = 'Wait until some are done, or cancel some';
  throw new PlannerError([
    { code: 'too-many-jobs', message, found: String(waiting), allowed: `fewer than ${mostWaiting}`, hint },
  ]);
}

async function insertJob(
  sql: Sql,
  viewer: Viewer,
  revisionId: string,
  { seed, draws, inner, breakEvenFutures }: JobDesign,
): Promise<string> {
  const id = randomUUIDv7();
  await sql.query(
    `INSERT INTO "Job" (id, "workspaceId", "revisionId", "requestedBy", seed, draws, "inner", "breakEvenFutures")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, viewer.workspaceId, revisionId, viewer.name, seed ?? null, draws, inner, breakEvenFutures ?? null],
  );
  return id;
}

/** Jobs that are not over and have no place in the queue, as after a restored backup, which leaves the queue out. */
async function sendMissing(database: Database, queue: Queue): Promise<void> {
  const { rows } = await database.sql.query<{ id: string }>(
    `SELECT id::text AS id FROM "Job" WHERE state IN ('queued', 'running')`,
  );
  for (const { id } of rows) {
    await database.sql.transaction(async (sql) => {
      const job = await jobById(sql, id, 'FOR UPDATE');
      if (job !== undefined && !isOver(job) && !(await queue.holds(sql, id))) await queue.send(sql, id);
    });
  }
}
