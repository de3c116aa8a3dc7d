import type { Sql } from '../../store/database.ts';
import { isOver, type Job, type JobEvent, lastKinds } from './job-rows.ts';
import type { Watch } from './watch.ts';

/** Events read at a time: a slow reader holds no more than these. */
const page = 100;

/**
 * The events of a job from one number on: those that are kept, then each as it comes. Ends after the last there will be,
 * or with the signal. Only what the reader asks for is read.
 *
 * A wake-up between looking and waiting is not missed: who waits says after which event, and before each wait the
 * table was read.
 */
export function followEvents(
  sql: Sql,
  watch: Watch,
  jobId: string,
  after: number,
  signal: AbortSignal,
): AsyncIterableIterator<JobEvent> {
  const gone = new AbortController();
  const events = read(sql, watch, jobId, after, AbortSignal.any([signal, gone.signal]));
  return {
    next: () => events.next(),
    return: async () => {
      // Ends a wait under way first: a generator does not return while it waits.
      gone.abort();
      return events.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* read(
  sql: Sql,
  watch: Watch,
  jobId: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<JobEvent, undefined> {
  let last = after;
  while (!signal.aborted) {
    const wait = watch.next(jobId, last);
    signal.addEventListener('abort', wait.end);
    try {
      const { rows } = await sql.query<JobEvent>(
        `SELECT "jobId", number, at, kind, "futuresDone", futures, "etaMs", message
         FROM "JobEvent" WHERE "jobId" = $1::uuid AND number > $2::int ORDER BY number LIMIT ${page}`,
        [jobId, last],
      );
      for (const event of rows) {
        if (signal.aborted) return;
        last = event.number;
        yield event;
        if (lastKinds.includes(event.kind)) return;
      }
      if (rows.length > 0) continue;
      const { rows: found } = await sql.query<Pick<Job, 'state' | 'lastEvent'>>(
        'SELECT state, "lastEvent" FROM "Job" WHERE id = $1::uuid',
        [jobId],
      );
      const job = found[0];
      if (job === undefined || (isOver(job) && job.lastEvent <= last)) return;
      if (job.lastEvent <= last && !signal.aborted) await wait.over;
    } finally {
      signal.removeEventListener('abort', wait.end);
      wait.end();
    }
  }
  return;
}
