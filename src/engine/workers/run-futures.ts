import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { StoppedError } from '../../errors.ts';
import {
  type BackEndName,
  backEndFor,
  type Collected,
  checkWays,
  collectTask,
  type FutureDesign,
  futuresOf,
  isLargeRegion,
  leavesPerTask,
  Merger,
  mostKept,
  mostKeptValues,
  type Plan,
  portablePlan,
  type Task,
  usualBlockSize,
} from '../simulate/index.ts';

/** How futures are computed; none of it changes a result. */
export type RunOptions = {
  readonly backEnd?: BackEndName;
  /** Threads of the JavaScript back end; with 0 it runs where it is called, as the interpreter always does. */
  readonly threads?: number;
  /** Futures in a block, a multiple of 64. */
  readonly blockSize?: number;
  readonly signal?: AbortSignal | undefined;
  /** Called with the futures done after each task. */
  readonly onProgress?: (done: number, all: number) => void;
};

/** Leaves of 64 futures in a task that is computed where it is called: a tenth of a second for a village. */
const mostLeavesHere = 16;

/**
 * Computes all futures of a design, in worker threads or where it is called, and puts what they found together.
 *
 * @throws {RangeError} when the block size is no multiple of 64, or there are too many threads
 * @throws {StoppedError} when the signal is aborted; nothing is left running
 */
export async function runFutures(plan: Plan, design: FutureDesign, options: RunOptions = {}): Promise<Collected> {
  const threads = options.threads ?? 2;
  checkWays(Math.max(1, threads), options.blockSize ?? usualBlockSize);
  const portable = portablePlan(plan);
  const all = futuresOf(design);
  const keep = all <= mostKept && all * portable.outcomes.length <= mostKeptValues;
  const isInterpreter = options.backEnd === 'interpreter';
  const leaves = Math.ceil(all / 64);
  const isLarge = isLargeRegion(plan.instances);
  const isHere = isInterpreter || threads === 0;
  // Where it is called, a cancellation is seen between tasks only. The interpreter needs minutes for what a thread computes
  // in a moment.
  const most = !isHere ? Number.POSITIVE_INFINITY : isInterpreter || isLarge ? 1 : mostLeavesHere;
  const taskSize = Math.min(most, leavesPerTask(leaves, isLarge ? 1 : 4));
  // No block is larger than what there is to put into it.
  const blockSize = Math.min(options.blockSize ?? usualBlockSize, taskSize * 64);
  const merger = new Merger(portable, design, keep, taskSize);
  const tasks: Task[] = [];
  for (let firstLeaf = 0; firstLeaf < leaves; firstLeaf += taskSize) {
    tasks.push({ design, firstLeaf, leaves: Math.min(taskSize, leaves - firstLeaf), blockSize, keep });
  }
  let done = 0;
  const report = (task: Task): void => {
    done = Math.min(all, done + task.leaves * 64);
    options.onProgress?.(done, all);
  };
  if (isHere) {
    const backEnd = backEndFor(plan, isInterpreter ? 'interpreter' : 'javascript', blockSize);
    for (const task of tasks) {
      // Lets a cancellation and the progress be seen between tasks.
      await new Promise((resolve) => setImmediate(resolve));
      if (options.signal?.aborted) throw new StoppedError('cancelled', 'The run was cancelled');
      merger.add(collectTask(portable, backEnd, task));
      report(task);
    }
    return merger.finish();
  }
  const pool = new Piscina({
    filename: fileURLToPath(new URL('./worker.ts', import.meta.url)),
    workerData: portable,
    minThreads: Math.min(threads, tasks.length),
    maxThreads: Math.min(threads, tasks.length),
    concurrentTasksPerWorker: 1,
    // What a thread allocates dies young. Left alone, the space for it grows with the length of the run.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
    maxQueue: Number.POSITIVE_INFINITY,
  });
  try {
    await inThreads(pool, tasks, threads, options.signal, (task, result) => {
      merger.add(result);
      report(task);
    });
  } finally {
    await pool.destroy();
  }
  return merger.finish();
}

/** Keeps each thread busy with one task and one waiting, so that neither results nor tasks pile up in memory. */
async function inThreads(
  pool: Piscina,
  tasks: readonly Task[],
  threads: number,
  signal: AbortSignal | undefined,
  onResult: (task: Task, result: ReturnType<typeof collectTask>) => void,
): Promise<void> {
  let next = 0;
  const cancelled = (): StoppedError => new StoppedError('cancelled', 'The run was cancelled');
  const lane = async (): Promise<void> => {
    while (next < tasks.length) {
      const task = tasks[next] as Task;
      next += 1;
      if (signal?.aborted) throw cancelled();
      onResult(task, await pool.run(task));
    }
  };
  let stop = (): void => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(cancelled());
  });
  signal?.addEventListener('abort', stop, { once: true });
  const work = Promise.all(Array.from({ length: Math.min(tasks.length, threads * 2) }, lane));
  // Once cancelled, the lanes end by the pool's being destroyed; what they then say is of no interest.
  work.catch(() => {});
  try {
    await Promise.race([work, stopped]);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
