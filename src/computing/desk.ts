import { Worker } from 'node:worker_threads';
import { StoppedError } from '../errors.ts';
import type { FromDesk, Task, Tasks, ToDesk } from './messages.ts';
import { receivedError, tooMuchMemory } from './sent-error.ts';

/** What a task of a desk comes to. */
export type TaskEnd = { readonly found: Tasks[keyof Tasks]['found'] } | { readonly error: Error };

type Running = {
  readonly id: number;
  readonly onProgress: (done: number, all: number) => void;
  readonly onEnd: (end: TaskEnd) => void;
  /** Why it was told to stop. */
  stopped: StoppedError | undefined;
  timer: NodeJS.Timeout | undefined;
  readonly watch: NodeJS.Timeout;
};

/** How often the memory of a running task is looked at. */
const watchMs = 250;

/** How long a task that was told to stop may take to do so by itself. */
const graceMs = 1000;

/**
 * A thread that does one task at a time and can always be stopped: asked first, which a run of futures hears between its
 * tasks; ended and replaced if it does not stop, since reading a text or planning it hears nothing.
 *
 * Not by a pool's abort: that of Piscina ends the thread at once, which takes the model's reading with it, and has no limit
 * on the time a running task takes.
 */
export class Desk {
  /** Times its thread was ended, or died, and was replaced. */
  restarts = 0;
  private readonly memoryMb: number;
  private thread: Worker;
  private running: Running | undefined;
  private lastId = 0;
  private closed = false;
  private isReady = false;
  private retry: NodeJS.Timeout | undefined;
  private readonly onFree: () => void;

  /** @param onFree - called when a task can be given, the first time when the thread is ready */
  constructor(memoryMb: number, onFree: () => void) {
    this.memoryMb = memoryMb;
    this.onFree = onFree;
    this.thread = this.start();
  }

  get isFree(): boolean {
    return this.isReady && this.running === undefined && !this.closed;
  }

  /** Does a task. `onEnd` is called once, whatever happens; the desk is then free again. */
  do(task: Task, threads: number, on: Pick<Running, 'onProgress' | 'onEnd'>): void {
    if (!this.isFree) throw new TypeError('a desk does one task at a time');
    this.lastId += 1;
    const watch = setInterval(() => void this.watchMemory(), watchMs);
    this.running = { id: this.lastId, ...on, stopped: undefined, timer: undefined, watch };
    this.tell({ to: 'do', id: this.lastId, task, threads });
  }

  /** Stops what is running. Its end is told when nothing of it is left. */
  stop(why: StoppedError): void {
    const { running } = this;
    if (running === undefined || running.stopped !== undefined) return;
    running.stopped = why;
    this.tell({ to: 'stop', id: running.id });
    running.timer = setTimeout(() => void this.thread.terminate(), graceMs);
  }

  /** Ends the thread for good; what is running fails as cancelled. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    if (this.running !== undefined)
      this.running.stopped ??= new StoppedError('cancelled', 'The work was stopped since the server is closing');
    await this.thread.terminate();
  }

  /** The heap has a limit of its own; the columns of futures lie outside it. */
  private async watchMemory(): Promise<void> {
    const { running, thread } = this;
    // A thread that has ended has no memory.
    const memory = await thread.getHeapStatistics().catch(() => undefined);
    if (memory === undefined || running === undefined || running !== this.running) return;
    if (memory.used_heap_size + memory.external_memory < this.memoryMb * 2 ** 20) return;
    running.stopped ??= new StoppedError('limit', tooMuchMemory);
    await thread.terminate();
  }

  private tell(message: ToDesk): void {
    this.thread.postMessage(message);
  }

  private start(): Worker {
    const thread = new Worker(new URL('./desk-thread.ts', import.meta.url), {
      // Nothing of what the server knows of its surroundings.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: Math.ceil(this.memoryMb * 0.75), maxYoungGenerationSizeMb: 64 },
    });
    let died: Error | undefined;
    thread.on('message', (message: FromDesk) => this.hear(message));
    thread.on('error', (error) => {
      died = error as Error;
    });
    thread.on('exit', () => {
      const began = this.isReady;
      this.isReady = false;
      if (!this.closed) {
        this.restarts += 1;
        // One that cannot even start is not tried again and again at once.
        if (began) this.thread = this.start();
        else this.retry = setTimeout(() => (this.thread = this.start()), graceMs);
      }
      this.end({ error: deathOf(died) });
    });
    return thread;
  }

  private hear(message: FromDesk): void {
    if (message.says === 'ready') {
      this.isReady = true;
      this.onFree();
      return;
    }
    // What an earlier task still had to say is of no interest.
    if (message.id !== this.running?.id) return;
    if (message.says === 'progress') {
      if (this.running.stopped === undefined) this.running.onProgress(message.done, message.all);
    } else this.end(message.says === 'found' ? { found: message.found } : { error: receivedError(message.error) });
  }

  private end(end: TaskEnd): void {
    const { running } = this;
    if (running === undefined) return;
    this.running = undefined;
    clearTimeout(running.timer);
    clearInterval(running.watch);
    running.onEnd(running.stopped === undefined ? end : { error: running.stopped });
    if (this.isFree) this.onFree();
  }
}

function deathOf(error: (Error & { code?: string }) | undefined): Error {
  if (error?.code === 'ERR_WORKER_OUT_OF_MEMORY') return new StoppedError('limit', tooMuchMemory);
  return error ?? new Error('The thread that did this ended');
}
