import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { BusyError } from '../../computing/index.ts';
import { PlannerError, StoppedError } from '../../errors.ts';
import type { Database, Sql } from '../../store/database.ts';
import { asStoreError } from '../../store/store-error.ts';
import { AccessError } from '../viewer.ts';
import { designOf, isOver, type Job, type JobStep, jobById, writeStep } from './job-rows.ts';
import type { JobWork } from './job-work.ts';
import { progressSteps } from './progress-steps.ts';
import type { Claim, Queue } from './queue.ts';

/** What jobs are allowed. */
export type JobLimits = {
  /** Longest time one attempt may take, seconds. */
  readonly limitSeconds: number;
  /** Servers that may die with a job before it is given up: it may be what kills them. */
  readonly mostDeaths: number;
  /** Attempts after a defect. */
  readonly mostRetries: number;
};

/** Why an attempt was ended before its work was done. */
type Ending = 'cancel' | 'limit' | 'stop' | 'lost';

/** Works on the jobs this process claims. */
export type Worker = {
  handle(claim: Claim): Promise<void>;
  /** Ends the work on a job at once, if it is worked on here. */
  cancel(jobId: string): void;
  /** Ends all work and returns it to the queue. */
  stop(): void;
};

export type WorkerParts<Draft> = {
  readonly database: Database;
  readonly queue: Queue;
  readonly work: JobWork<Draft>;
  readonly limits: JobLimits;
  /** Called after something was committed to a job. */
  readonly changed: (jobId: string) => void;
  readonly onDefect: (defect: { error: unknown; id: string; jobId: string }) => void;
};

const lookEveryMs = 1000;

export function jobWorker<Draft>({ database, queue, work, limits, changed, onDefect }: WorkerParts<Draft>): Worker {
  const running = new Map<string, (ending: Ending) => void>();
  let stopping = false;

  /** Writes a step of an attempt, with what else must happen in the same transaction; false: the attempt is not the last. */
  async function step(job: Job, what: JobStep, also: (sql: Sql) => Promise<void> = async () => {}): Promise<boolean> {
    const written = await database.sql.transaction(async (sql) => {
      const after = await writeStep(sql, job.id, job.attempt, what);
      if (after !== undefined) await also(sql);
      return after !== undefined;
    });
    if (written) changed(job.id);
    return written;
  }

  /** Raises the attempt, so that no earlier one can write any more; undefined: there is nothing left to do. */
  async function begin({ id }: Claim): Promise<Job | undefined> {
    const begun = await database.sql.transaction(async (sql) => {
      const job = await jobById(sql, id, 'FOR UPDATE');
      if (job === undefined || isOver(job)) {
        await queue.remove(sql, id);
        return undefined;
      }
      const died = job.state === 'running';
      const end = async (kind: 'cancelled' | 'failed', message: string): Promise<undefined> => {
        const problem = kind === 'failed' ? { problem: message } : {};
        await writeStep(sql, id, job.attempt, { kind, state: kind, message, died, ...problem }, true);
        await queue.remove(sql, id);
      };
      if (job.cancelAskedAt !== null) return end('cancelled', cancelledMessage);
      if (died && job.deaths + 1 >= limits.mostDeaths)
        return end('failed', `The server died ${job.deaths + 1} times while working on this, so it is given up`);
      const resumed = job.attempt > 0;
      const message = !resumed ? 'Begun' : died ? 'Begun again: the server that worked on it died' : 'Begun again';
      return writeStep(
        sql,
        id,
        job.attempt,
        { kind: resumed ? 'resumed' : 'started', state: 'running', message, died },
        true,
      );
    });
    changed(id);
    return begun;
  }

  async function finish(
    job: Job,
    comparisonId: (sql: Sql) => Promise<{ readonly comparisonId: string }>,
  ): Promise<void> {
    const written = await database.sql.transaction(async (sql) => {
      // The lock first: whoever takes the job over waits here, or has raised the attempt already.
      const now = await jobById(sql, job.id, 'FOR UPDATE');
      if (now === undefined || now.attempt !== job.attempt || isOver(now)) return false;
      const kept = await comparisonId(sql);
      const futures = Math.max(now.futures, now.futuresDone, now.draws);
      await writeStep(sql, job.id, job.attempt, {
        kind: 'done',
        state: 'done',
        message: 'Done',
        futuresDone: futures,
        futures,
        etaMs: 0,
        ...kept,
      });
      await queue.remove(sql, job.id);
      return true;
    });
    if (written) changed(job.id);
  }

  async function fail(job: Job, problem: string): Promise<void> {
    await step(job, { kind: 'failed', state: 'failed', message: problem, problem }, (sql) => queue.remove(sql, job.id));
  }

  async function giveBack(job: Job, claim: Claim, message: string, defect: boolean): Promise<void> {
    await step(job, { kind: 'queued', state: 'queued', message, defect }, (sql) => queue.giveBack(sql, claim));
  }

  async function compute(job: Job, claim: Claim): Promise<void> {
    const stop = new AbortController();
    let ending: Ending | undefined;
    const end = (why: Ending): void => {
      ending ??= why;
      stop.abort();
    };
    const lost = (): void => end('lost');
    claim.signal.addEventListener('abort', lost);
    running.set(job.id, end);
    const startMs = performance.now();
    const steps = progressSteps(job.lastEvent, startMs);
    const limit = setTimeout(() => end('limit'), limits.limitSeconds * 1000);
    let looking: Promise<void> | undefined;
    const look = async (): Promise<void> => {
      const progress = steps.take(performance.now());
      if (progress !== undefined) {
        const { futuresDone, futures, etaMs } = progress;
        const percent = `${Math.floor((100 * futuresDone) / futures)} % of ${futures} futures`;
        const message = etaMs === undefined ? `${percent}; now the result is put together` : percent;
        await step(job, { kind: 'progress', state: 'running', message, futuresDone, futures, etaMs });
      }
      const now = await jobById(database.sql, job.id);
      if (now === undefined || now.attempt !== job.attempt) end('lost');
      else if (now.cancelAskedAt !== null) end('cancel');
    };
    const timer = setInterval(() => {
      // A look that failed is tried again; what matters is written at the end.
      looking ??= look()
        .catch(() => {})
        .finally(() => {
          looking = undefined;
        });
    }, lookEveryMs);
    try {
      if (stopping) end('stop');
      // The turns of an organisation, whoever of it started the job.
      const question = { revisionId: job.revisionId, design: designOf(job), caller: job.workspaceId };
      const stored = await work.findStored(question);
      stop.signal.throwIfAborted();
      if (stored !== undefined) return await finish(job, async () => stored);
      const draft = await whenThereIsRoom(stop.signal, () =>
        work.computeResult(question, {
          signal: stop.signal,
          limitMs: limits.limitSeconds * 1000,
          onProgress: (done, all) => steps.tell(done, all),
        }),
      );
      clearInterval(timer);
      await looking;
      await finish(job, (sql) => work.storeResult(sql, draft));
    } catch (error) {
      clearInterval(timer);
      await looking;
      await settle(job, claim, ending, error);
    } finally {
      clearInterval(timer);
      clearTimeout(limit);
      claim.signal.removeEventListener('abort', lost);
      running.delete(job.id);
    }
  }

  async function settle(job: Job, claim: Claim, ending: Ending | undefined, error: unknown): Promise<void> {
    if (ending === 'lost') return;
    if (ending === 'cancel') {
      await step(job, { kind: 'cancelled', state: 'cancelled', message: cancelledMessage }, (sql) =>
        queue.remove(sql, job.id),
      );
      return;
    }
    if (ending === 'stop') return giveBack(job, claim, 'The server stopped; it goes on when it is back', false);
    if (ending === 'limit') return fail(job, `It took longer than the ${timeText(limits.limitSeconds)} a job may take`);
    if (error instanceof PlannerError || error instanceof StoppedError || error instanceof AccessError)
      return fail(job, error.message);
    const id = randomUUID();
    onDefect({ error, id, jobId: job.id });
    const what = asStoreError(error)?.message ?? `An internal error, logged as ${id}`;
    if (job.defects < limits.mostRetries) {
      await giveBack(job, claim, `${what}; it is tried again`, true);
      queue.nudge();
    } else await fail(job, what);
  }

  return {
    handle: async (claim) => {
      const job = await begin(claim);
      if (job !== undefined) await compute(job, claim);
      // The next that waits has its turn at once, not when somebody looks again.
      if (!stopping) queue.nudge();
    },
    cancel: (jobId) => running.get(jobId)?.('cancel'),
    stop: () => {
      stopping = true;
      for (const end of running.values()) end('stop');
    },
  };
}

const cancelledMessage = 'Cancelled as asked';

/** Waits while too much else is being computed: a job has time. */
async function whenThereIsRoom<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof BusyError)) throw error;
      await wait(Math.min(60, error.retryAfterSeconds) * 1000, undefined, { signal });
    }
  }
}

function timeText(seconds: number): string {
  return seconds >= 3600 ? `${Math.round(seconds / 360) / 10} hours` : `${seconds} seconds`;
}
