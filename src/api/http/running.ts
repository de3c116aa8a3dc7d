/** One piece of work that is going on for a client. */
export type Work = {
  /** Aborted when the client is gone, the time is up, or the service stops and waits no longer. */
  readonly signal: AbortSignal;
  abort(reason: unknown): void;
  /** Says that it lasts until somebody ends it: when the service stops it is ended at once, not waited for. */
  becomeStream(): void;
  /** Says that it is over. */
  end(): void;
};

/** All that is at work, so that stopping can wait for it. */
export class Running {
  readonly #open = new Set<{ isStream: boolean; readonly controller: AbortController; readonly over: Promise<void> }>();
  #stopping = false;

  get isStopping(): boolean {
    return this.#stopping;
  }

  start(): Work {
    const controller = new AbortController();
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const work = { isStream: false, controller, over };
    this.#open.add(work);
    return {
      signal: controller.signal,
      abort: (reason) => controller.abort(reason),
      becomeStream: () => {
        work.isStream = true;
        if (this.#stopping) controller.abort(stopped());
      },
      end: () => {
        this.#open.delete(work);
        resolve();
      },
    };
  }

  /** Ends streams, waits for the rest at most so long, and aborts what is left. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    for (const work of this.#open) if (work.isStream) work.controller.abort(stopped());
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([Promise.all([...this.#open].map((work) => work.over)), grace]);
    clearTimeout(timer);
    for (const work of this.#open) work.controller.abort(stopped());
  }
}

function stopped(): DOMException {
  return new DOMException('The service is stopping', 'AbortError');
}
