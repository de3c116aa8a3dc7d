import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import seedrandom from 'seedrandom';
import { openComputing } from '../../src/computing/index.ts';
import { issueToken } from '../../src/service/access/index.ts';
import { type DatabasePlace, openDatabase } from '../../src/store/database.ts';
import { wrongWith } from './kill-between-statements.ts';
import { plannerOf } from './open-service.ts';

/** What a series of kills came to. */
export type KillSeries = {
  readonly kind: 'embedded' | 'server';
  /** Servers that were killed. */
  readonly kills: number;
  /** Of those, how many before they answered. */
  readonly whileStarting: number;
  /** Revisions and jobs that a client was told are kept. */
  readonly revisions: number;
  readonly jobs: number;
  /** Jobs whose server died while working on them, and attempts there were in all. */
  readonly interrupted: number;
  readonly attempts: number;
  /** What is not as it should be; empty where nothing was lost. */
  readonly wrong: readonly string[];
};

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const fliseryd = readFileSync(new URL('../../scenarios/fliseryd.yaml', import.meta.url), 'utf8');

/** Longest that a server may take to answer, and that the last may take to finish every job. */
const startMs = 240_000;
const finishMs = 600_000;

/**
 * Starts the real server again and again on one database; clients save scenarios and start jobs; after a random time it is
 * killed by SIGKILL. Then one is let live until every job is over, and everything is looked at: what was acknowledged is
 * there, word for word; no job is stuck; each result is the one that an uninterrupted computation gives.
 *
 * @param seed - of the moments and the requests
 */
export async function killSeries(asked: {
  readonly place: DatabasePlace;
  readonly times: number;
  readonly seed: string;
}): Promise<KillSeries> {
  const { place, times, seed } = asked;
  const random = seedrandom(seed);
  const wrong: string[] = [];
  const token = await prepare(place);
  const kept: Kept = { revisions: new Map(), jobs: new Set() };
  let whileStarting = 0;
  // The first start puts in what is shipped, which takes longest.
  const first = await startServer(place);
  for (let kill = 1; kill <= times; kill++) {
    if (kill % 5 === 0) {
      // One in five is killed at some moment of its start.
      const server = launch(place);
      await rest(random() * 5_000);
      await server.kill();
      whileStarting += 1;
      continue;
    }
    const server = await (kill === 1 ? Promise.resolve(first) : startServer(place)).catch((error: Error) => {
      wrong.push(`server ${kill} did not start: ${error.message}`);
    });
    if (server === undefined) break;
    const clients = [write, startJobs].map((client) => client(server.address, token, `${seed}-${kill}`, random, kept));
    await rest(500 + random() * 7_500);
    await server.kill();
    wrong.push(...(await Promise.all(clients)).flat());
  }
  const last = await startServer(place);
  wrong.push(...(await finished(last.address, token)));
  wrong.push(...(await missing(last.address, token, kept)));
  await last.kill();

  const database = await openDatabase(place);
  const computing = openComputing();
  try {
    const jobs = await database.prisma.job.findMany({
      select: { seed: true, draws: true, attempt: true, deaths: true },
    });
    const hashes = new Map<string | null, string>();
    for (const job of jobs) {
      if (hashes.has(job.seed)) continue;
      const question = { seed: job.seed ?? '', draws: job.draws, inner: 16, breakEvenFutures: null };
      const files = { file: 'fliseryd.yaml', files: { 'fliseryd.yaml': fliseryd } };
      const { certificate } = await computing.compare(files, question, { caller: 'the same without kills' });
      hashes.set(job.seed, certificate.resultHash);
    }
    wrong.push(...(await wrongWith(database, [...kept.jobs], (job) => hashes.get(job.seed))));
    return {
      kind: database.kind,
      kills: times,
      whileStarting,
      revisions: kept.revisions.size,
      jobs: kept.jobs.size,
      interrupted: jobs.filter(({ deaths }) => deaths > 0).length,
      attempts: jobs.reduce((sum, { attempt }) => sum + attempt, 0),
      wrong,
    };
  } finally {
    await computing.close(0);
    await database.close();
  }
}

/** What clients were told is kept: revisions by global id with their text, jobs by id. */
type Kept = { readonly revisions: Map<string, string>; readonly jobs: Set<string> };

/** Makes a workspace with a token that may write. */
async function prepare(place: DatabasePlace): Promise<string> {
  const database = await openDatabase(place);
  try {
    const viewer = { ...(await plannerOf(database, 'kills')), role: 'admin' } as const;
    return (await issueToken(database, viewer, { name: 'kills', role: 'planner' })).token;
  } finally {
    await database.close();
  }
}

type Launched = { readonly child: ChildProcess; readonly said: () => string; kill(): Promise<void> };

function launch(place: DatabasePlace): Launched {
  const child = spawn(
    process.execPath,
    [main, 'start', '--port', '0', ...('folder' in place ? ['--data', place.folder] : [])],
    {
      env: {
        ...process.env,
        BYGDEKALKYL_LOG_LEVEL: 'warn',
        ...('url' in place ? { DATABASE_URL: place.url } : { BYGDEKALKYL_REQUIRE_SIGN_IN: 'true' }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said += data;
    });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    child,
    said: () => said,
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

async function startServer(place: DatabasePlace): Promise<Launched & { readonly address: string }> {
  const launched = launch(place);
  const end = performance.now() + startMs;
  for (;;) {
    const address = /answers at (\S+)/.exec(launched.said())?.[1];
    if (address !== undefined) return { ...launched, address };
    if (launched.child.exitCode !== null || performance.now() > end) {
      await launched.kill();
      throw new Error(launched.said().slice(-1000));
    }
    await rest(20);
  }
}

/** Asks, and gives what was answered; undefined when the server died before it could. */
async function ask<Data>(
  address: string,
  token: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Data | undefined> {
  let text: string;
  try {
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    text = await answer.text();
  } catch {
    return undefined;
  }
  const { data, errors } = JSON.parse(text) as { data?: Data | null; errors?: unknown };
  if (data == null || errors !== undefined) throw new Error(`refused: ${text.slice(0, 500)}`);
  return data;
}

type Client = (
  address: string,
  token: string,
  name: string,
  random: () => number,
  kept: Kept,
) => Promise<readonly string[]>;

/** Saves scenarios and revisions of them until the server is dead. */
const write: Client = async (address, token, name, _random, kept) => {
  let basedOn: string | undefined;
  for (let number = 1; ; number++) {
    const text = `${fliseryd}# ${name}, ${number}\n`;
    const input = basedOn === undefined ? { slug: name, text } : { basedOn, text };
    const [kind, mutation] = basedOn === undefined ? ['Create', 'createScenario'] : ['Revise', 'reviseScenario'];
    const query = `mutation ($input: ${kind}ScenarioInput!) { saved: ${mutation}(input: $input) {
      __typename ... on Revision { id } ... on UserError { message } } }`;
    try {
      const data = await ask<{ saved: { id?: string } }>(address, token, query, { input });
      if (data === undefined) return [];
      const { id } = data.saved;
      if (id === undefined) return [`${mutation} was refused: ${JSON.stringify(data)}`];
      kept.revisions.set(id, text);
      basedOn = id;
    } catch (error) {
      return [`${mutation}: ${(error as Error).message}`];
    }
  }
};

/** Starts jobs until the server is dead. */
const startJobs: Client = async (address, token, name, random, kept) => {
  for (let number = 1; ; number++) {
    const draws = 512 * (1 + Math.floor(random() * 8));
    const query = `mutation ($seed: String!, $draws: Int!) { started: startComparison(input: { scenario: "fliseryd", seed: $seed, draws: $draws }) {
      __typename ... on Job { id } ... on UserError { message } } }`;
    try {
      const data = await ask<{ started: { id?: string } }>(address, token, query, { seed: `${name}-${number}`, draws });
      if (data === undefined) return [];
      const { id } = data.started;
      if (id === undefined) return [`startComparison was refused: ${JSON.stringify(data)}`];
      kept.jobs.add(Buffer.from(id, 'base64').toString().replace('Job:', ''));
    } catch (error) {
      return [`startComparison: ${(error as Error).message}`];
    }
    await rest(random() * 4_000);
  }
};

/** Waits until every job is over. */
async function finished(address: string, token: string): Promise<string[]> {
  const end = performance.now() + finishMs;
  while (performance.now() < end) {
    const open = await ask<Record<'queued' | 'running', { totalCount: number }>>(
      address,
      token,
      '{ queued: jobs(state: queued) { totalCount } running: jobs(state: running) { totalCount } }',
    );
    if (open === undefined) return ['the last server does not answer'];
    if (open.queued.totalCount + open.running.totalCount === 0) return [];
    await rest(250);
  }
  return ['jobs are stuck: they were not over in time'];
}

/** Revisions that were acknowledged and are not there, or say something else. */
async function missing(address: string, token: string, { revisions }: Kept): Promise<string[]> {
  const wrong: string[] = [];
  for (const [id, text] of revisions) {
    const data = await ask<{ node: { files: { text: string }[] } | null }>(
      address,
      token,
      'query ($id: ID!) { node(id: $id) { ... on Revision { files { text } } } }',
      { id },
    );
    if (data?.node?.files[0]?.text !== text) wrong.push(`revision ${id} is lost or changed`);
  }
  return wrong;
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
