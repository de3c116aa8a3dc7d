import { Refusal } from './refusal.ts';

/**
 * How many things are going on at once, in all and for each caller. Taking one more than allowed is refused at once: waiting in line would
 * only hide that the service is full.
 */
export class InFlight {
  readonly #what: string;
  readonly #most: { readonly all: number; readonly perCaller: number };
  readonly #byCaller = new Map<string, number>();
  #all = 0;

  /** @param what - in the plural, for the messages */
  constructor(what: string, most: { readonly all: number; readonly perCaller: number }) {
    this.#what = what;
    this.#most = most;
  }

  get count(): number {
    return this.#all;
  }

  /**
   * Takes a place; the returned function gives it back, once.
   *
   * @throws {Refusal} 503 if the service is full, 429 if this caller has as many as one may; both with `Retry-After`
   */
  take(caller: string): () => void {
    const own = this.#byCaller.get(caller) ?? 0;
    if (own >= this.#most.perCaller)
      throw new Refusal(
        429,
        'TOO_MANY_REQUESTS',
        `You have as many ${this.#what} open as one may; wait for some to end.`,
        retry,
      );
    if (this.#all >= this.#most.all)
      throw new Refusal(503, 'BUSY', `The service has as many ${this.#what} open as it can; try again soon.`, retry);
    this.#all++;
    this.#byCaller.set(caller, own + 1);
    let taken = true;
    return () => {
      if (!taken) return;
      taken = false;
      this.#all--;
      const left = (this.#byCaller.get(caller) ?? 1) - 1;
      if (left === 0) this.#byCaller.delete(caller);
      else this.#byCaller.set(caller, left);
    };
  }
}

const retry = { 'Retry-After': '1' };
