/** Events of progress a job may have in all, about: a job that is begun again tells less each time. */
const mostEvents = 200;
const leastSteps = 4;

/** How far the work is, and how long it will take at the pace so far. */
export type Progress = {
  readonly futuresDone: number;
  readonly futures: number;
  /** Milliseconds until it is done; undefined when all futures are computed and only the result is put together. */
  readonly etaMs: number | undefined;
};

/** Which steps of the progress of one attempt are worth an event. */
export type ProgressSteps = {
  /** Told by the work: so many futures of so many. */
  tell(done: number, all: number): void;
  /** What is new since the last that was taken, when it is a step further. */
  take(nowMs: number): Progress | undefined;
};

/**
 * A step is one per cent, or more where the job has many events already.
 *
 * @param eventsBefore - events the job has
 * @param startMs - when the attempt began
 * @example
 * const steps = progressSteps(2, 0);
 * steps.tell(250, 1000);
 * steps.take(1000) // => { futuresDone: 250, futures: 1000, etaMs: 3000 }
 */
export function progressSteps(eventsBefore: number, startMs: number): ProgressSteps {
  const steps = Math.min(100, Math.max(leastSteps, Math.floor((mostEvents - eventsBefore) / 2)));
  let told: { done: number; all: number } | undefined;
  let last = 0;
  return {
    tell: (done, all) => {
      told = { done, all };
    },
    take: (nowMs) => {
      if (told === undefined || told.all <= 0 || told.done <= 0) return undefined;
      const { done, all } = told;
      const step = Math.floor((done / all) * steps);
      if (step <= last) return undefined;
      last = step;
      const etaMs = done >= all ? undefined : Math.round(((nowMs - startMs) * (all - done)) / done);
      return { futuresDone: done, futures: all, etaMs };
    },
  };
}
