import type { Sql } from '../../store/database.ts';

/** Tells who waits that a job has a new event, or that it is time to look. */
export type Watch = {
  /** Something was committed to the job by this process. */
  changed(jobId: string): void;
  /** Begins to wait until the job has an event after this one; may tell too early, never too late. */
  next(jobId: string, after: number): Wait;
  close(): void;
};

export type Wait = {
  readonly over: Promise<void>;
  /** Ends it at once. */
  end(): void;
};

/**
 * One question a second for all jobs that are waited for, however many wait, finds what other servers wrote; what this
 * process wrote is told at once.
 */
export function watchJobs(sql: Sql, everyMs: number, onError: (error: Error) => void): Watch {
  const waiting = new Map<string, Set<{ after: number; wake(): void }>>();
  let asking = false;
  const ask = async (): Promise<void> => {
    if (asking || waiting.size === 0) return;
    asking = true;
    try {
      const { rows } = await sql.query<{ id: string; lastEvent: number }>(
        'SELECT id::text AS id, "lastEvent" FROM "Job" WHERE id = ANY($1::uuid[])',
        [[...waiting.keys()]],
      );
      for (const { id, lastEvent } of rows) {
        for (const one of [...(waiting.get(id) ?? [])]) if (lastEvent > one.after) one.wake();
      }
    } catch (error) {
      onError(error as Error);
    } finally {
      asking = false;
    }
  };
  const timer = setInterval(() => void ask(), everyMs);
  timer.unref();
  const changed = (jobId: string): void => {
    for (const one of [...(waiting.get(jobId) ?? [])]) one.wake();
  };
  return {
    changed,
    next: (jobId, after) => {
      const { promise: over, resolve } = Promise.withResolvers<void>();
      const those = waiting.get(jobId) ?? new Set();
      const one = {
        after,
        wake: () => {
          those.delete(one);
          if (those.size === 0 && waiting.get(jobId) === those) waiting.delete(jobId);
          resolve();
        },
      };
      waiting.set(jobId, those.add(one));
      return { over, end: one.wake };
    },
    close: () => {
      clearInterval(timer);
      for (const jobId of [...waiting.keys()]) changed(jobId);
    },
  };
}
