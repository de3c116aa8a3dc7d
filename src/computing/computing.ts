import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { ParameterRow } from '../app/parameters.ts';
import type { Replay } from '../app/replay-future.ts';
import type { ValueChange } from '../app/revise-text.ts';
import type { ScenarioFiles } from '../app/text-files.ts';
import type { Verification } from '../app/verify-future.ts';
import { StoppedError } from '../errors.ts';
import { BusyError } from './busy-error.ts';
import { Desk } from './desk.ts';
import { FairQueue } from './fair-queue.ts';
import type {
  Compared,
  CompareQuestion,
  Explained,
  ExplainQuestion,
  ReadScenario,
  ReplayQuestion,
  Task,
  Tasks,
} from './messages.ts';

/** How much there may be of what. */
export type ComputingOptions = {
  /** Threads that do scenario work; one for each core unless stated, at least two and at most four. */
  readonly desks?: number | undefined;
  /** Most that one caller may have running and waiting; 8 unless stated. */
  readonly perCaller?: number | undefined;
  /** Most that may wait in all; 256 unless stated. */
  readonly waiting?: number | undefined;
  /** Threads of its own that long work computes very many futures in, 0 for none; a share of the cores that no desk has unless stated. */
  readonly threads?: number | undefined;
  /** Longest that short and long work may run unless the request says, milliseconds; half a minute and an hour unless stated. */
  readonly limitMs?: { readonly short: number; readonly long: number } | undefined;
  /** Most memory of a desk, of which three quarters may be heap; 2 048 megabytes unless stated. */
  readonly memoryMb?: number | undefined;
};

/** Who asks, and how long for. */
export type Request = {
  /** Whose turn it counts as. */
  readonly caller: string;
  /** Long work never takes the last desk, where there is more than one; short unless stated. */
  readonly weight?: 'short' | 'long' | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with the futures that are done, and how many there will be. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
  /** Longest it may run once its turn has come. */
  readonly limitMs?: number | undefined;
};

/** What goes on now. */
export type ComputingState = {
  readonly desks: number;
  readonly running: number;
  readonly waiting: number;
  /** Times a desk was replaced since it would not stop or died. */
  readonly restarts: number;
};

type Job = {
  readonly task: Task;
  readonly request: Request;
  readonly resolve: (found: Tasks[keyof Tasks]['found']) => void;
  readonly reject: (error: Error) => void;
  readonly onAbort: () => void;
  desk: Desk | undefined;
};

/** A desk, with the texts it has planned lately. */
type KnowingDesk = { readonly desk: Desk; knows: readonly string[] };

/**
 * Does scenario work in threads, so that nothing blocks who asks: reading and checking, comparing, explaining. Whatever it is
 * given, work ends in time, can be called off, and leaves nothing running. Callers have their turns one after another.
 *
 * Every request fails with a {PlannerError} when what was written is wrong, a {RangeError} when what is asked for is not
 * there, a {StoppedError} when it was called off or met a limit, and a {BusyError} when too much is waiting.
 */
export class Computing {
  private readonly desks: readonly KnowingDesk[];
  private readonly queue = new FairQueue<Job>();
  private readonly running = new Set<Job>();
  private readonly ofCaller = new Map<string, number>();
  private readonly options: Required<{ [K in keyof ComputingOptions]: NonNullable<ComputingOptions[K]> }>;
  /** Average time of a task lately. */
  private usualMs = 1000;
  private closing: Promise<void> | undefined;
  private onIdle: () => void = () => {};

  constructor(options: ComputingOptions) {
    const cores = availableParallelism();
    const desks = options.desks ?? Math.max(2, Math.min(4, cores));
    if (!Number.isInteger(desks) || desks < 1 || desks > 64)
      throw new RangeError(`there are ${desks} desks; allowed 1 to 64`);
    this.options = {
      desks,
      threads: options.threads ?? spareThreads(cores, desks),
      perCaller: options.perCaller ?? 8,
      waiting: options.waiting ?? 256,
      limitMs: options.limitMs ?? { short: 30_000, long: 3_600_000 },
      memoryMb: options.memoryMb ?? 2048,
    };
    this.desks = Array.from({ length: desks }, () => ({
      desk: new Desk(this.options.memoryMb, () => this.serve()),
      knows: [],
    }));
  }

  /** Reads, checks and plans a scenario. */
  async read(files: ScenarioFiles, request: Request): Promise<ReadScenario> {
    return await this.ask('read', files, null, request);
  }

  /** Compares the alternatives of a scenario. */
  async compare(files: ScenarioFiles, question: CompareQuestion, request: Request): Promise<Compared> {
    return await this.ask('compare', files, question, request);
  }

  /** Tells how one number, or the total of a calculation, came about. */
  async explain(files: ScenarioFiles, question: ExplainQuestion, request: Request): Promise<Explained> {
    return await this.ask('explain', files, question, request);
  }

  /** One future alone, year by year. */
  async replay(files: ScenarioFiles, question: ReplayQuestion, request: Request): Promise<Replay> {
    return await this.ask('replay', files, question, request);
  }

  /** Computes one future by the compiled code and by the interpreter, and compares every number. */
  async verify(
    files: ScenarioFiles,
    question: { readonly future: string; readonly seed?: string | undefined },
    request: Request,
  ): Promise<Verification> {
    return await this.ask('verify', files, question, request);
  }

  /** Every value a scenario uses, and where it comes from. */
  async parameters(files: ScenarioFiles, request: Request): Promise<ParameterRow[]> {
    return await this.ask('parameters', files, null, request);
  }

  /** The text of the entry file with some values changed, its comments kept. */
  async reviseText(files: ScenarioFiles, changes: readonly ValueChange[], request: Request): Promise<string> {
    return await this.ask('revise', files, changes, request);
  }

  get state(): ComputingState {
    return {
      desks: this.desks.length,
      running: this.running.size,
      waiting: this.queue.size,
      restarts: this.desks.reduce((sum, { desk }) => sum + desk.restarts, 0),
    };
  }

  /** Takes nothing new, lets what runs and waits end for a while, then stops it. */
  async close(graceMs = 0): Promise<void> {
    this.closing ??= this.end(graceMs);
    await this.closing;
  }

  private async end(graceMs: number): Promise<void> {
    if (graceMs > 0 && this.running.size + this.queue.size > 0) {
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([
        new Promise<void>((resolve) => {
          this.onIdle = resolve;
        }),
        new Promise((resolve) => {
          timer = setTimeout(resolve, graceMs);
        }),
      ]);
      clearTimeout(timer);
    }
    const closing = new StoppedError('cancelled', 'The work was stopped since the server is closing');
    for (let job = this.queue.take(); job !== undefined; job = this.queue.take()) this.finish(job, { error: closing });
    await Promise.all(this.desks.map(async ({ desk }) => await desk.close()));
  }

  private async ask<K extends keyof Tasks>(
    kind: K,
    files: ScenarioFiles,
    asked: Tasks[K]['asked'],
    request: Request,
  ): Promise<Tasks[K]['found']> {
    const task = { kind, files, asked } as Task;
    const { caller, signal } = request;
    return await new Promise<Tasks[K]['found']>((resolve, reject) => {
      if (signal?.aborted) throw cancelled();
      const own = this.ofCaller.get(caller) ?? 0;
      if (own >= this.options.perCaller) throw new BusyError('caller', this.retryAfter(own));
      if (this.closing !== undefined || this.queue.size >= this.options.waiting)
        throw new BusyError('server', this.retryAfter(this.queue.size));
      const job: Job = {
        task,
        request,
        resolve: resolve as Job['resolve'],
        reject,
        onAbort: () => this.cancel(job),
        desk: undefined,
      };
      this.ofCaller.set(caller, own + 1);
      this.queue.add(caller, job);
      signal?.addEventListener('abort', job.onAbort, { once: true });
      this.serve();
    });
  }

  /** Gives waiting work to free desks. */
  private serve(): void {
    for (;;) {
      const free = this.desks.filter(({ desk }) => desk.isFree);
      if (free.length === 0) return;
      const long = [...this.running].filter(({ request }) => request.weight === 'long').length;
      const job = this.queue.take(({ request }) => request.weight !== 'long' || long < this.mostLong);
      if (job === undefined) return;
      const text = textKey(job.task.files);
      const chosen = free.find(({ knows }) => knows.includes(text)) ?? (free[0] as KnowingDesk);
      chosen.knows = [text, ...chosen.knows.filter((each) => each !== text)].slice(0, 8);
      this.start(job, chosen.desk);
    }
  }

  private start(job: Job, desk: Desk): void {
    const { task, request } = job;
    const began = performance.now();
    const limitMs = request.limitMs ?? this.options.limitMs[request.weight ?? 'short'];
    const timer = setTimeout(() => {
      const seconds = Math.round(limitMs / 100) / 10;
      desk.stop(
        new StoppedError(
          'limit',
          `This took longer than the ${seconds} seconds it may take; ask for fewer futures, or divide it`,
        ),
      );
    }, limitMs);
    job.desk = desk;
    this.running.add(job);
    desk.do(task, request.weight === 'long' ? this.options.threads : 0, {
      onProgress: (done, all) => request.onProgress?.(done, all),
      onEnd: (end) => {
        clearTimeout(timer);
        this.usualMs += (performance.now() - began - this.usualMs) / 8;
        this.finish(job, end);
      },
    });
  }

  private finish(job: Job, end: { readonly found: Tasks[keyof Tasks]['found'] } | { readonly error: Error }): void {
    const { caller, signal } = job.request;
    signal?.removeEventListener('abort', job.onAbort);
    this.running.delete(job);
    const left = (this.ofCaller.get(caller) ?? 1) - 1;
    if (left === 0) this.ofCaller.delete(caller);
    else this.ofCaller.set(caller, left);
    if ('found' in end) job.resolve(end.found);
    else job.reject(end.error);
    if (this.running.size + this.queue.size === 0) this.onIdle();
  }

  private cancel(job: Job): void {
    if (job.desk !== undefined) job.desk.stop(cancelled());
    else if (this.queue.remove(job.request.caller, job)) this.finish(job, { error: cancelled() });
  }

  private get mostLong(): number {
    return mostLongOf(this.options.desks);
  }

  private retryAfter(before: number): number {
    return Math.min(600, Math.max(1, Math.ceil(((before + 1) * this.usualMs) / this.desks.length / 1000)));
  }
}

/** Long work that may run at once: one desk is left for short work, where there is more than one. */
function mostLongOf(desks: number): number {
  return Math.max(1, desks - 1);
}

/** Threads of its own for each long work that may run at once. A single one would gain nothing over the desk's. */
function spareThreads(cores: number, desks: number): number {
  const own = 1 + Math.floor(Math.max(0, cores - desks) / mostLongOf(desks));
  return own > 1 ? own : 0;
}

/** Starts the threads of a server. */
export function openComputing(options: ComputingOptions = {}): Computing {
  return new Computing(options);
}

function cancelled(): StoppedError {
  return new StoppedError('cancelled', 'The work was called off');
}

/** What a desk is recognised to have planned by. A text too long to hash in no time goes by its length. */
function textKey({ file, files }: ScenarioFiles): string {
  const text = files[file] ?? '';
  return text.length > 1_000_000 ? `${text.length}` : createHash('sha1').update(text).digest('base64');
}
