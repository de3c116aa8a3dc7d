import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Client, openClient } from './ask.ts';
import { type Caller, metricsOf, newCallers } from './callers.ts';
import { fliseryd, fliserydAmounts, hashComputedHere, readings } from './known-answers.ts';
import { type Act, hashIn, type KnownAnswers, load, newDraws, newInner, type Tally } from './load-clients.ts';
import { hashOfService, type Series } from './series.ts';
import { type DatabaseKind, databaseKinds, newPlace, type ProcessState, type Served, serve } from './served.ts';

const clients = 200;
const seconds = 60;
const warmUpSeconds = 20;
const quietSeconds = 20;
const tokens = 20;
const workspaces = 3;

/** Milliseconds of so many answers. */
type Times = {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
};

type OnDatabase = {
  readonly clients: number;
  readonly seconds: number;
  readonly requests: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** 5xx but for 503 with Retry-After. */
  readonly serverErrors: number;
  readonly putOff: number;
  readonly leftByClient: number;
  readonly jobEvents: number;
  /** How many answers were not as they must be, and the first of them. */
  readonly wrongAnswers: number;
  readonly wrong: readonly string[];
  /** Comparisons computed anew, and how many of them were computed again by the engine alone and compared. */
  readonly newComparisons: number;
  readonly computedHere: number;
  readonly errorsLogged: readonly string[];
  readonly times: Readonly<Record<Act, Times>>;
  /** Between the callers: the most by the least. */
  readonly fairness: { readonly cachedP95: number; readonly done: number };
  readonly memory: {
    readonly afterWarmUp: ProcessState;
    readonly atEnd: ProcessState;
    readonly afterQuiet: ProcessState;
    /** Of the service after the quiet, by its own metrics. */
    readonly requestsInFlight: number;
    readonly streamsOpen: number;
    readonly workRunning: number;
    readonly workWaiting: number;
  };
  /** The cached comparison and a bare Yoga's constant by turns, by how many clients ask at once; the ratio is of their p95. */
  readonly besideBareYoga: readonly {
    readonly clients: number;
    readonly cachedComparison: Times;
    readonly bareYoga: Times;
    readonly p95Ratio: number;
  }[];
  /** New comparisons of Fliseryd, 10 000 draws each, one client, nothing else going on. */
  readonly warm: {
    readonly draws: number;
    readonly count: number;
    readonly p50Ms: number;
    readonly p95Ms: number;
    /** Of the total, what is not the engine computing: median and p95. */
    readonly notEngineShare: { readonly p50: number; readonly p95: number };
  };
};

type Load = { readonly databases: Readonly<Record<DatabaseKind, OnDatabase>> };

/** 200 clients for a minute, doing everything at once, and what the service is like for them, during and after. */
export const loadSeries: Series<Load> = {
  name: 'load',
  inputs: () => hashOfService('scripts/evidence/{load,load-clients,known-answers,callers,bare-yoga}.ts'),
  async run(say) {
    const databases: Partial<Record<DatabaseKind, OnDatabase>> = {};
    for (const kind of databaseKinds) databases[kind] = await onDatabase(kind, (text) => say(`${kind}: ${text}`));
    return { databases: databases as Load['databases'] };
  },
  wrong: ({ databases }) => databaseKinds.flatMap((kind) => wrongOn(databases[kind]).map((text) => `${kind}: ${text}`)),
};

function wrongOn(figures: OnDatabase): string[] {
  const { memory } = figures;
  const demands: readonly (readonly [boolean, string])[] = [
    [figures.clients >= 200 && figures.seconds >= 60, 'fewer than 200 clients, or less than a minute'],
    [figures.wrongAnswers === 0, `${figures.wrongAnswers} wrong answers, such as ${figures.wrong[0]}`],
    [figures.serverErrors === 0, `${figures.serverErrors} answers 5xx`],
    [figures.errorsLogged.length === 0, `errors were logged: ${figures.errorsLogged[0]}`],
    [figures.computedHere >= 20, 'fewer than 20 new comparisons were computed again'],
    [figures.leftByClient > 0 && figures.jobEvents > 0, 'nobody left, or no job was followed'],
    ...Object.entries(figures.times).map(([act, { count }]) => [count > 0, `nothing done of ${act}`] as const),
    [figures.fairness.done <= 2, `one caller got ${figures.fairness.done.toFixed(2)} times as much done as another`],
    [
      figures.fairness.cachedP95 <= 2,
      `one caller waited ${figures.fairness.cachedP95.toFixed(2)} times as long as another`,
    ],
    ...(['heapMb', 'rssMb'] as const).map((what) => {
      const [before, after] = [memory.afterWarmUp[what], memory.afterQuiet[what]];
      return [after <= before * 1.15 + 40, `${what} grew from ${before.toFixed(0)} to ${after.toFixed(0)}`] as const;
    }),
    [
      [memory.requestsInFlight, memory.streamsOpen, memory.workRunning, memory.workWaiting].every((each) => each === 0),
      'something is still open or at work after the quiet',
    ],
  ];
  return demands.filter(([holds]) => !holds).map(([, text]) => text);
}

async function onDatabase(kind: DatabaseKind, say: (text: string) => void): Promise<OnDatabase> {
  const { place, remove } = await newPlace(kind);
  let served: Served | undefined;
  try {
    say('starting');
    served = await serve(place);
    const callers = await newCallers(served, tokens, workspaces);
    const known = await knownAnswers(callers[0] as Caller);
    say(`warming up, ${warmUpSeconds} s`);
    const warmUp = await load({ callers, clients, seconds: warmUpSeconds, name: 'warm-up', known });
    await wait(2_000);
    const afterWarmUp = await served.look();
    say(`${clients} clients, ${seconds} s`);
    const tally = await load({ callers, clients, seconds, name: 'load', known });
    const atEnd = await served.look();
    await wait(quietSeconds * 1000);
    const afterQuiet = await served.look();
    const metrics = await metricsOf(callers[0] as Caller);
    tally.wrong.push(...warmUp.wrong);
    say('computing a sample of the new comparisons here');
    const computedHere = await checkResults(callers[0] as Caller, tally, 20);
    say('beside a bare Yoga');
    const besideBareYoga = await besideBare(callers, known.cached);
    say('10 000 draws');
    const warm = await warmComparisons((callers[0] as Caller).client);
    for (const { client } of callers) client.close();
    const death = served.ended();
    if (death !== undefined) tally.wrong.push(death);
    return {
      ...{ clients, seconds, requests: tally.requests, byStatus: tally.byStatus },
      serverErrors: tally.serverErrors,
      putOff: tally.putOff,
      leftByClient: tally.left,
      jobEvents: tally.events,
      wrongAnswers: tally.wrong.length,
      wrong: tally.wrong.slice(0, 10),
      newComparisons: tally.comparisons.size,
      computedHere,
      errorsLogged: served.defects().slice(0, 10),
      times: Object.fromEntries(
        Object.entries(tally.times).map(([act, times]) => [act, timesOf(times)]),
      ) as OnDatabase['times'],
      fairness: {
        cachedP95: ratio(tally.cachedOfCaller.map((times) => timesOf(times).p95)),
        done: ratio(tally.doneByCaller),
      },
      memory: {
        ...{ afterWarmUp, atEnd, afterQuiet },
        // The request that asks is at work itself.
        requestsInFlight: (metrics['bygdekalkyl_http_requests_in_flight'] ?? Number.NaN) - 1,
        streamsOpen: metrics['bygdekalkyl_http_streams_open'] ?? Number.NaN,
        workRunning: metrics['bygdekalkyl_work_running'] ?? Number.NaN,
        workWaiting: metrics['bygdekalkyl_work_waiting'] ?? Number.NaN,
      },
      besideBareYoga,
      warm,
    };
  } finally {
    await served?.stop();
    await remove();
  }
}

/** What is right, learnt before the load and held against the engine run here. */
async function knownAnswers({ client }: Caller): Promise<KnownAnswers> {
  const twice = async (query: string): Promise<string> => {
    await client.ask({ query });
    return (await client.ask({ query })).text;
  };
  const cached = await twice(fliseryd);
  if (
    fliserydAmounts.some((amount) => !cached.includes(`"${amount}"`)) ||
    hashIn(cached) !== (await hashComputedHere(4096, 16))
  )
    throw new Error(`this is not Fliseryd's comparison: ${cached.slice(0, 2000)}`);
  const read: string[] = [];
  for (const query of readings) {
    const text = await twice(query);
    if (text.includes('"errors"')) throw new Error(`cannot be read: ${query} gives ${text}`);
    read.push(text);
  }
  return { cached, readings: read };
}

/** Reads some of the new comparisons, evenly spread over all, computes them here too, and notes what differs. */
async function checkResults({ client }: Caller, { comparisons, wrong }: Tally, count: number): Promise<number> {
  const all = [...comparisons];
  const step = Math.max(1, all.length / count);
  let computed = 0;
  for (let at = 0; at < all.length && computed < count; at += step) {
    const [seed, id] = all[Math.floor(at)] as (typeof all)[number];
    const query = 'query ($id: ID!) { node(id: $id) { ... on Comparison { result { certificate { resultHash } } } } }';
    const hash = hashIn((await client.ask({ query, variables: { id } })).text);
    const right = await hashComputedHere(newDraws, newInner, seed);
    if (hash !== right) wrong.push(`new: seed ${seed} has ${hash}, must have ${right}`);
    computed += 1;
  }
  return computed;
}

async function besideBare(callers: readonly Caller[], cached: string): Promise<OnDatabase['besideBareYoga']> {
  const file = fileURLToPath(new URL('bare-yoga.ts', import.meta.url));
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (line) => resolve(String(line).trim()));
      child.once('error', reject);
    });
    const bare = openClient(address);
    const found: OnDatabase['besideBareYoga'][number][] = [];
    for (const atOnce of [1, clients]) {
      const ours: number[] = [];
      const theirs: number[] = [];
      // By turns, so that a change of the machine's pace meets both; the first turn warms up.
      for (let turn = 0; turn < 4; turn += 1) {
        const one = await repeated(
          callers.map(({ client }) => client),
          atOnce,
          3,
          fliseryd,
          cached,
        );
        const other = await repeated([bare], atOnce, 3, '{ constant }', '{"data":{"constant":"constant"}}');
        if (turn === 0) continue;
        ours.push(...one);
        theirs.push(...other);
      }
      const [cachedComparison, bareYoga] = [timesOf(ours), timesOf(theirs)];
      found.push({ clients: atOnce, cachedComparison, bareYoga, p95Ratio: cachedComparison.p95 / bareYoga.p95 });
    }
    bare.close();
    return found;
  } finally {
    child.kill();
  }
}

async function repeated(
  callers: readonly Client[],
  atOnce: number,
  forSeconds: number,
  query: string,
  right: string,
): Promise<number[]> {
  const until = performance.now() + forSeconds * 1000;
  const times: number[] = [];
  const one = async (client: Client): Promise<void> => {
    while (performance.now() < until) {
      const { text, ms } = await client.ask({ query });
      if (text !== right) throw new Error(`a wrong answer: ${text.slice(0, 500)}`);
      times.push(ms);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, number) => one(callers[number % callers.length] as Client)));
  return times;
}

async function warmComparisons(client: Client): Promise<OnDatabase['warm']> {
  const [draws, count] = [10_000, 20];
  const totals: number[] = [];
  const shares: number[] = [];
  for (let number = -2; number < count; number += 1) {
    const query = `{ comparison(scenario: "fliseryd", draws: ${draws}, seed: "warm-${number}") { engineSeconds result { certificate { resultHash } } } }`;
    const { status, text, ms } = await client.ask({ query });
    const engine = /"engineSeconds":([\d.]+)/.exec(text)?.[1];
    if (status !== 200 || engine === undefined) throw new Error(`10 000 draws gave ${status}: ${text.slice(0, 500)}`);
    // The first two warm up.
    if (number < 0) continue;
    totals.push(ms);
    shares.push(1 - (Number(engine) * 1000) / ms);
  }
  const [total, share] = [timesOf(totals), timesOf(shares)];
  return { draws, count, p50Ms: total.p50, p95Ms: total.p95, notEngineShare: { p50: share.p50, p95: share.p95 } };
}

function timesOf(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

function ratio(values: readonly number[]): number {
  return Math.max(...values) / Math.min(...values);
}
