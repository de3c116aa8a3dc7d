import { setTimeout as wait } from 'node:timers/promises';
import { type Random, randomOf } from '../../src/api/testing/random.ts';
import { Left, type Reply } from './ask.ts';
import type { Caller } from './callers.ts';
import { badBodies, fliseryd, readings } from './known-answers.ts';

/** What clients do, and how often, of a hundred times. */
const mixture = { cached: 57, reading: 18, bad: 15, new: 4, left: 5, job: 1 } as const;
export type Act = keyof typeof mixture;
const acts = Object.keys(mixture) as Act[];

/** Draws of the new comparisons, small: what is tried is the service. */
export const newDraws = 64;
export const newInner = 2;

/** What a load came to, as it is counted up. */
export type Tally = {
  /** Milliseconds of the right answers. */
  readonly times: Record<Act, number[]>;
  /** The same of stored comparisons, by number of the caller. */
  readonly cachedOfCaller: number[][];
  /** Right answers by number of the caller. */
  readonly doneByCaller: number[];
  readonly byStatus: Record<string, number>;
  requests: number;
  /** 5xx but for 503 with Retry-After. */
  serverErrors: number;
  /** Told by 429 or 503 to come back. */
  putOff: number;
  /** Went away before the answer. */
  left: number;
  /** Events of jobs that were followed. */
  events: number;
  readonly wrong: string[];
  /** Id of each new comparison, by seed. */
  readonly comparisons: Map<string, string>;
};

export function newTally(callers: number): Tally {
  return {
    times: Object.fromEntries(acts.map((act) => [act, []])) as unknown as Tally['times'],
    cachedOfCaller: Array.from({ length: callers }, () => []),
    doneByCaller: Array.from({ length: callers }, () => 0),
    byStatus: {},
    ...{ requests: 0, serverErrors: 0, putOff: 0, left: 0, events: 0 },
    wrong: [],
    comparisons: new Map(),
  };
}

/** What the cached comparison and each reading must answer, byte for byte. */
export type KnownAnswers = { readonly cached: string; readonly readings: readonly string[] };

/** Lets clients ask without a pause, each the next as soon as the last is answered, until the time is over. */
export async function load(options: {
  readonly callers: readonly Caller[];
  readonly clients: number;
  readonly seconds: number;
  readonly name: string;
  readonly known: KnownAnswers;
}): Promise<Tally> {
  const { callers, clients, seconds, name, known } = options;
  const tally = newTally(callers.length);
  const until = performance.now() + seconds * 1000;
  const one = async (number: number): Promise<void> => {
    const random = randomOf(`${name}/${number}`);
    const of = number % callers.length;
    const client = new LoadClient({
      caller: callers[of] as Caller,
      of,
      random,
      tally,
      known,
      name: `${name}-${number}`,
      until,
    });
    while (performance.now() < until) await client.next();
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => one(number)));
  return tally;
}

type Given = {
  readonly caller: Caller;
  /** Number of the caller. */
  readonly of: number;
  readonly random: Random;
  readonly tally: Tally;
  readonly known: KnownAnswers;
  /** Of this client, for seeds that nobody else asks for. */
  readonly name: string;
  readonly until: number;
};

class LoadClient {
  private readonly given: Given;
  private count = 0;

  constructor(given: Given) {
    this.given = given;
  }

  /** Does one thing; what is not as it must be is noted. */
  async next(): Promise<void> {
    let lot = this.given.random.whole(0, 99);
    const act = acts.find((each) => {
      lot -= mixture[each];
      return lot < 0;
    }) as Act;
    this.count += 1;
    const start = performance.now();
    try {
      if (!(await this[act]())) return;
    } catch (error) {
      this.note(act, error instanceof Error ? error.message : String(error));
      await wait(50);
      return;
    }
    const ms = performance.now() - start;
    this.given.tally.times[act].push(ms);
    if (act === 'cached') this.given.tally.cachedOfCaller[this.given.of]?.push(ms);
    this.given.tally.doneByCaller[this.given.of] = (this.given.tally.doneByCaller[this.given.of] ?? 0) + 1;
  }

  private async cached(): Promise<boolean> {
    const reply = await this.ask({ query: fliseryd });
    if (reply === undefined) return false;
    return this.demand('cached', reply, reply.status === 200 && reply.text === this.given.known.cached);
  }

  private async reading(): Promise<boolean> {
    const which = this.given.random.whole(0, readings.length - 1);
    const reply = await this.ask({ query: readings[which] as string });
    if (reply === undefined) return false;
    return this.demand('reading', reply, reply.status === 200 && reply.text === this.given.known.readings[which]);
  }

  private async bad(): Promise<boolean> {
    const reply = await this.ask({ body: this.given.random.pick(badBodies) });
    if (reply === undefined) return false;
    return this.demand('bad', reply, reply.status >= 400 && reply.status < 500 && reply.text.includes('"errors"'));
  }

  private async new(): Promise<boolean> {
    const seed = this.seed();
    const reply = await this.ask({ query: comparisonOf(seed, newDraws) });
    if (reply === undefined) return false;
    return this.demand('new', reply, this.isOf(seed, comparisonIn(reply.text)));
  }

  /** Asks for something and goes away, at some moment while it is worked on. */
  private async left(): Promise<boolean> {
    const query = this.given.random.chance(0.3)
      ? comparisonOf(`${this.given.name}-left-${this.count}`, 1024)
      : fliseryd;
    this.given.tally.requests += 1;
    try {
      await this.given.caller.client.ask({ query, leaveAfterMs: this.given.random.whole(1, 400) });
    } catch (error) {
      if (!(error instanceof Left)) throw error;
      this.given.tally.left += 1;
    }
    return true;
  }

  /** Starts a job and follows it; half of the clients lose the connection after the first event and go on from there. */
  private async job(): Promise<boolean> {
    const seed = this.seed();
    const started = await this.ask({
      query: `mutation { startComparison(input: { scenario: "fliseryd", draws: ${newDraws}, inner: ${newInner}, seed: "${seed}" }) { ... on Job { id } ... on Busy { retryAfterSeconds } ... on UserError { message } } }`,
    });
    if (started === undefined) return false;
    const { id, retryAfterSeconds } = (
      JSON.parse(started.text) as { data: { startComparison: { id?: string; retryAfterSeconds?: number } } }
    ).data.startComparison;
    if (retryAfterSeconds !== undefined) return await this.comeBack(retryAfterSeconds);
    if (id === undefined) return this.demand('job', started, false);
    const events = this.given.random.chance(0.5) ? await this.followStream(id) : await this.followSubscription(id);
    if (events === undefined) return false;
    this.given.tally.events += events.length;
    const last = events.at(-1);
    const gapless = events.every(({ number }, index) => number === index + 1);
    if (!gapless || last?.kind !== 'done') {
      this.note('job', `the events of ${id} came as ${JSON.stringify(events)}`);
      return false;
    }
    const reply = await this.ask({
      query: `{ node(id: "${id}") { ... on Job { comparison { id } } } }`,
    });
    if (reply === undefined) return false;
    return this.demand('job', reply, this.isOf(seed, comparisonIn(reply.text)));
  }

  /** Whether everybody who asked by this seed, in a query or by a job, was told of the same comparison. */
  private isOf(seed: string, id: string | undefined): boolean {
    const { comparisons } = this.given.tally;
    const known = comparisons.get(seed) ?? id;
    if (known !== undefined) comparisons.set(seed, known);
    return id !== undefined && id === known;
  }

  /** Over `/jobs/…/events`, cut off once and taken up again. */
  private async followStream(id: string): Promise<Event[] | undefined> {
    const path = `/jobs/${id}/events`;
    const first = await this.ask({ path, enough: (text) => eventsIn(text).length > 0 });
    if (first === undefined) return undefined;
    const had = eventsIn(first.text);
    const rest = await this.ask({ path, headers: { 'last-event-id': String(had.at(-1)?.number ?? 0) } });
    return rest === undefined ? undefined : [...had, ...eventsIn(rest.text)];
  }

  private async followSubscription(id: string): Promise<Event[] | undefined> {
    const reply = await this.ask({
      query: `subscription { jobEvents(job: "${id}", after: 0) { number kind } }`,
      headers: { accept: 'text/event-stream' },
    });
    return reply === undefined ? undefined : eventsIn(reply.text);
  }

  /** An own seed, mostly; now and then one that others ask for at the same moment. */
  private seed(): string {
    if (this.given.random.chance(0.3)) return `together-${Math.floor(performance.now() / 2_000)}`;
    return `${this.given.name}-${this.count}`;
  }

  /** The answer; undefined when the client was told to come back, which it waits for. */
  private async ask(asked: Parameters<Caller['client']['ask']>[0]): Promise<Reply | undefined> {
    const { tally } = this.given;
    tally.requests += 1;
    const reply = await this.given.caller.client.ask(asked);
    tally.byStatus[reply.status] = (tally.byStatus[reply.status] ?? 0) + 1;
    if ((reply.status === 429 || reply.status === 503) && reply.retryAfter !== undefined) {
      await this.comeBack(reply.retryAfter);
      return undefined;
    }
    if (reply.status >= 500) tally.serverErrors += 1;
    return reply;
  }

  private async comeBack(seconds: number): Promise<false> {
    this.given.tally.putOff += 1;
    await wait(Math.max(0, Math.min(seconds * 1000, this.given.until - performance.now())));
    return false;
  }

  private demand(act: Act, reply: Reply, right: boolean): boolean {
    if (!right) this.note(act, `${reply.status}: ${reply.text.slice(0, 300)}`);
    return right;
  }

  private note(act: Act, what: string): void {
    this.given.tally.wrong.push(`${act}: ${what}`);
  }
}

type Event = { readonly number: number; readonly kind: string };

/**
 * Its result is not asked for: documents that were read are kept ready, as many as there is room for, and filling that
 * room would look like a leak of memory. The results are read and checked when memory has been looked at.
 */
function comparisonOf(seed: string, draws: number): string {
  return `{ comparison(scenario: "fliseryd", draws: ${draws}, inner: ${newInner}, seed: "${seed}") { id engineSeconds } }`;
}

function comparisonIn(text: string): string | undefined {
  return /"comparison":\{"id":"([^"]+)"/.exec(text)?.[1];
}

export function hashIn(text: string): string | undefined {
  return /"resultHash":"([0-9a-f]{64})"/.exec(text)?.[1];
}

/** Whole events of a stream of either kind. */
function eventsIn(text: string): Event[] {
  return [...text.matchAll(/^data: (\{.*\})\n/gm)].flatMap(([, json = '{}']) => {
    const data = JSON.parse(json) as Partial<Event> & { data?: { jobEvents?: Event } };
    const event = data.data?.jobEvents ?? data;
    return event.number === undefined || event.kind === undefined ? [] : [{ number: event.number, kind: event.kind }];
  });
}
