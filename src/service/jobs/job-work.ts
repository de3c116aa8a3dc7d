import type { Sql } from '../../store/database.ts';
import type { Viewer } from '../viewer.ts';
import type { JobDesign } from './job-rows.ts';

/** A question of a job, and whose work it counts as. */
export type JobQuestion = {
  readonly revisionId: string;
  readonly design: JobDesign;
  readonly caller: string;
};

/** What a job does, apart from being a job. */
export type JobWork<Draft> = {
  /**
   * Whether it may be asked.
   *
   * @throws {AccessError} unless the viewer may read the revision
   * @throws {PlannerError} when the design cannot be computed, or is more than the viewer may ask for
   */
  check(viewer: Viewer, question: JobQuestion): Promise<void>;
  /** The comparison of a question, if its result is kept already. */
  findStored(question: JobQuestion): Promise<{ readonly comparisonId: string } | undefined>;
  /**
   * Computes a result and keeps nothing.
   *
   * @throws {PlannerError} when the scenario or the design cannot be computed
   * @throws {StoppedError} when the signal is aborted, or a limit met
   * @throws {BusyError} when there is no room for it now
   */
  computeResult(
    question: JobQuestion,
    options: {
      readonly signal: AbortSignal;
      readonly limitMs: number;
      readonly onProgress: (done: number, all: number) => void;
    },
  ): Promise<Draft>;
  /** Keeps a result as a part of a transaction; finds it there if somebody else kept it meanwhile. */
  storeResult(sql: Sql, draft: Draft): Promise<{ readonly comparisonId: string }>;
};
