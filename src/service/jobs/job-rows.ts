import type { Sql } from '../../store/database.ts';
import type { Job, JobEvent } from '../../store/generated/client.ts';

export type { Job, JobEvent };

export type JobEventKind = JobEvent['kind'];

/** Which futures a job computes. */
export type JobDesign = {
  /** None: the scenario's own. */
  readonly seed: string | undefined;
  readonly draws: number;
  readonly inner: number;
  /** Futures of each trial of a break-even; none: not asked. */
  readonly breakEvenFutures: number | undefined;
};

/** The kinds of event after which there is no other. */
export const lastKinds: readonly string[] = ['done', 'failed', 'cancelled'] satisfies JobEventKind[];

/** Whether a job has ended. */
export function isOver({ state }: Pick<Job, 'state'>): boolean {
  return lastKinds.includes(state);
}

/** What a job asks for. */
export function designOf({ seed, draws, inner, breakEvenFutures }: Job): JobDesign {
  return { seed: seed ?? undefined, draws, inner, breakEvenFutures: breakEvenFutures ?? undefined };
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A job by its id; any text may be given. */
export async function jobById(sql: Sql, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<Job | undefined> {
  if (!isUuid.test(id)) return undefined;
  const { rows } = await sql.query<Job>(`SELECT * FROM "Job" WHERE id = $1::uuid ${lock}`, [id]);
  return rows[0];
}

/** What changes of a job with an event. */
export type JobStep = {
  readonly kind: JobEventKind;
  readonly state: Job['state'];
  readonly message: string;
  readonly futuresDone?: number;
  readonly futures?: number;
  readonly etaMs?: number | undefined;
  readonly problem?: string;
  readonly comparisonId?: string;
  readonly died?: boolean;
  readonly defect?: boolean;
};

/**
 * Writes an event and what it means for the job, in one statement: the next number, and no event without its change.
 * The job's row stays locked until the transaction ends, so numbers become visible in their order, without a gap.
 *
 * @param attempt - the attempt that writes; nothing happens unless it is the job's last and the job is not over
 * @param take - whether this begins the next attempt
 * @returns the job after it, or undefined when nothing happened
 */
export async function writeStep(
  sql: Sql,
  id: string,
  attempt: number,
  step: JobStep,
  take = false,
): Promise<Job | undefined> {
  const { rows } = await sql.query<Job>(
    `WITH job AS (
       UPDATE "Job" SET
         state = $3::"JobState",
         attempt = attempt + $4::int,
         "lastEvent" = "lastEvent" + 1,
         "futuresDone" = $5::int,
         futures = coalesce($6::int, futures),
         "doneAround" = CASE WHEN $7::int IS NULL THEN NULL ELSE clock_timestamp() + $7::int * interval '1 millisecond' END,
         problem = $8,
         "comparisonId" = coalesce($9::uuid, "comparisonId"),
         deaths = deaths + $10::int,
         defects = defects + $11::int,
         "startedAt" = CASE WHEN $3 = 'running' THEN coalesce("startedAt", clock_timestamp()) ELSE "startedAt" END,
         "finishedAt" = CASE WHEN $3 IN ('done', 'failed', 'cancelled') THEN clock_timestamp() END
       WHERE id = $1::uuid AND attempt = $2::int AND state IN ('queued', 'running')
       RETURNING *
     ), event AS (
       INSERT INTO "JobEvent" ("jobId", number, at, kind, "futuresDone", futures, "etaMs", message)
       SELECT id, "lastEvent", clock_timestamp(), $12::"JobEventKind", "futuresDone", futures, $7::int, $13 FROM job
     )
     SELECT * FROM job`,
    [
      id,
      attempt,
      step.state,
      take ? 1 : 0,
      step.futuresDone ?? 0,
      step.futures ?? null,
      step.etaMs ?? null,
      step.problem ?? null,
      step.comparisonId ?? null,
      step.died ? 1 : 0,
      step.defect ? 1 : 0,
      step.kind,
      step.message,
    ],
  );
  return rows[0];
}
