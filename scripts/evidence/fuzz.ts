import { type BadAnswer, type FuzzReport, fuzz } from '../../src/api/testing/fuzz.ts';
import { type Caller, newCallers } from './callers.ts';
import { hashOfService, type Series } from './series.ts';
import { databaseKinds, newPlace, type ProcessState, type Served, serve } from './served.ts';

/** How many documents and inputs are sent to a service on each kind of database. */
const counts = { embedded: 10_000, server: 10_000 } as const;

type OnDatabase = FuzzReport & {
  readonly seed: string;
  /** The first that were not answered properly. */
  readonly badAnswers: readonly BadAnswer[];
  /** Whether the service answers rightly afterwards; otherwise what it does. */
  readonly afterwards: string;
  readonly errorsLogged: readonly string[];
  readonly memory: { readonly before: ProcessState; readonly after: ProcessState };
};

type Fuzz = { readonly databases: Readonly<Record<keyof typeof counts, OnDatabase>> };

/** Random documents, inputs and bytes against the real service, with ids of what is really there. */
export const fuzzSeries: Series<Fuzz> = {
  name: 'fuzz',
  inputs: () => hashOfService('scripts/evidence/{fuzz,callers}.ts', 'src/api/testing/*.ts'),
  async run(say) {
    const databases: Partial<Record<keyof typeof counts, OnDatabase>> = {};
    for (const kind of databaseKinds) databases[kind] = await onDatabase(kind, (text) => say(`${kind}: ${text}`));
    return { databases: databases as Fuzz['databases'] };
  },
  wrong: ({ databases }) => [
    ...databaseKinds.flatMap((kind) => {
      const { sent, bad, badAnswers, afterwards, errorsLogged, executed } = databases[kind];
      return [
        ...(sent >= counts[kind] && executed >= sent / 10 ? [] : [`${kind}: only ${sent} sent, ${executed} executed`]),
        ...(bad === 0 ? [] : [`${kind}: ${bad} bad answers, such as ${JSON.stringify(badAnswers[0])}`]),
        ...(afterwards === 'answers' ? [] : [`${kind}: afterwards ${afterwards}`]),
        ...(errorsLogged.length === 0 ? [] : [`${kind}: errors were logged: ${errorsLogged[0]}`]),
      ];
    }),
    ...(databaseKinds.reduce((sum, kind) => sum + databases[kind].sent, 0) >= 20_000
      ? []
      : ['fewer than 20 000 in all']),
  ],
};

async function onDatabase(kind: keyof typeof counts, say: (text: string) => void): Promise<OnDatabase> {
  const { place, remove } = await newPlace(kind);
  let served: Served | undefined;
  try {
    say('starting');
    served = await serve(place);
    const [caller] = await newCallers(served, 1, 1, 'agency');
    if (caller === undefined) throw new Error('no token');
    const ids = await idsThere(caller);
    const before = await served.look();
    const seed = `evidence/${kind}`;
    const badAnswers: BadAnswer[] = [];
    let done = 0;
    let report: FuzzReport | undefined;
    // In parts, to tell how far it has come; request number i is the same either way.
    for (; done < counts[kind]; done += 1_000) {
      const part = await fuzz({
        url: `${served.address}/graphql`,
        headers: caller.headers,
        ...{ seed, ids, first: done, count: Math.min(1_000, counts[kind] - done) },
        onBad: (bad) => {
          badAnswers.push(bad);
          say(`bad: ${JSON.stringify(bad)}`);
        },
      });
      report = report === undefined ? part : sum(report, part);
      say(`${report.sent} sent, ${report.bad} bad, slowest ${Math.round(report.slowestMs)} ms`);
    }
    const { status, text } = await caller.client.ask({ query: '{ places(first: 1) { nodes { place { name } } } }' });
    caller.client.close();
    const right = status === 200 && text.startsWith('{"data":{"places":{"nodes":[{"place":{"name":');
    return {
      ...(report as FuzzReport),
      seed,
      badAnswers: badAnswers.slice(0, 20),
      afterwards: served.ended() ?? (right ? 'answers' : `${status}: ${text.slice(0, 500)}`),
      errorsLogged: served.defects().slice(0, 20),
      memory: { before, after: await served.look() },
    };
  } finally {
    await served?.stop();
    await remove();
  }
}

function sum(one: FuzzReport, other: FuzzReport): FuzzReport {
  const added = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> =>
    Object.fromEntries(
      [...new Set([...Object.keys(a), ...Object.keys(b)])].sort().map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]),
    );
  return {
    sent: one.sent + other.sent,
    bad: one.bad + other.bad,
    byStatus: added(one.byStatus, other.byStatus),
    byKind: added(one.byKind, other.byKind),
    executed: one.executed + other.executed,
    slowestMs: Math.max(one.slowestMs, other.slowestMs),
  };
}

/** Ids of scenarios, revisions, a comparison, a job, a workspace and a place, some made for it. */
async function idsThere({ client }: Caller): Promise<string[]> {
  const { text } = await client.ask({
    query: `mutation {
      forkScenario(input: { scenario: "fliseryd", slug: "own" }) { ... on Revision { id scenario { id } } ... on UserError { message } }
      startComparison(input: { scenario: "fliseryd", draws: 64, inner: 2 }) { ... on Job { id } ... on UserError { message } }
    }`,
  });
  const read = await client.ask({
    query: `{
      scenarios(first: 10) { nodes { id latest { id } } }
      comparison(scenario: "fliseryd", draws: 64, inner: 2) { id }
      places(first: 3) { nodes { place { id } } }
      viewer { workspace { id } }
    }`,
  });
  const ids = [...`${text}${read.text}`.matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id);
  if (ids.length < 20) throw new Error(`there is too little to ask for: ${text} ${read.text}`);
  return [...new Set(ids)];
}
