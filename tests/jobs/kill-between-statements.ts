import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Jobs, openJobs } from '../../src/service/jobs/index.ts';
import { type Database, type DatabasePlace, openDatabase } from '../../src/store/database.ts';
import { type KilledProcess, quickJobs } from './killed-process.ts';
import { draws, plannerWithRevision, smallHash, smallWork } from './small-work.ts';

/** What a series of deaths came to. */
export type Deaths = {
  /** Moments between statements of a job that was let live. */
  readonly moments: number;
  readonly died: number;
  /** Jobs that somebody was told of. */
  readonly acknowledged: number;
  readonly done: number;
  /** What is not as it should be; empty where nothing was lost. */
  readonly wrong: readonly string[];
};

/**
 * Kills a process at moments between the statements of a job, one process and one new job for each moment, all on one
 * database; then lets one process live and looks whether everything is as if nobody had died.
 *
 * @param momentsOf - which moments, of how many there are
 */
export async function killBetweenStatements(
  place: DatabasePlace,
  momentsOf: (moments: number) => readonly number[],
): Promise<Deaths> {
  const before = await openDatabase(place);
  const { viewer, revisionId } = await plannerWithRevision(before);
  await before.close();
  const living = await runProcess({ place, viewer, revisionId, seed: 'lives' });
  const moments = Number(living.said.find(([what]) => what === 'moments')?.[1]);
  const runs = [living];
  for (const dieAt of momentsOf(moments)) {
    runs.push(await runProcess({ place, viewer, revisionId, seed: `dies at ${dieAt}`, dieAt }));
  }
  const database = await openDatabase(place);
  const jobs = await openJobs(database, smallWork(database, 3, 50), quickJobs);
  try {
    await settled(jobs);
    const acknowledged = runs.flatMap(({ said }) =>
      said.filter(([what]) => what === 'acknowledged').map(([, id]) => id),
    );
    const heard = new Map(runs.map(({ said }) => [said.find(([what]) => what === 'acknowledged')?.[1], said] as const));
    const wrong = [
      ...(await wrongWith(database, acknowledged as string[], (job) => smallHash(draws(job.seed ?? '')))),
      ...runs.flatMap(({ ended, seed }) => (ended === 'as told' ? [] : [`the process of ${seed} ended ${ended}`])),
      ...[...heard.values()].flatMap((said) =>
        said.filter(([what]) => what === 'event').some(([, number], index) => Number(number) !== index + 1)
          ? ['a follower missed an event, or got one twice']
          : [],
      ),
    ];
    const done = await database.prisma.job.count({ where: { state: 'done' } });
    const died = runs.filter(({ died: dead }) => dead).length;
    return { moments, died, acknowledged: acknowledged.length, done, wrong };
  } finally {
    await jobs.stop(0);
    await database.close();
  }
}

/** Waits until no job waits or is worked on. */
async function settled(jobs: Pick<Jobs, 'counts'>, limitMs = 60_000): Promise<void> {
  const end = performance.now() + limitMs;
  for (;;) {
    const { queued, running } = await jobs.counts();
    if (queued + running === 0) return;
    if (performance.now() > end) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What is not as it should be when all jobs are over. */
export async function wrongWith(
  { prisma, sql }: Database,
  acknowledged: readonly string[],
  hashOf: (job: { readonly seed: string | null; readonly draws: number }) => string | undefined,
): Promise<string[]> {
  const jobs = await prisma.job.findMany({
    include: {
      events: { orderBy: { number: 'asc' } },
      comparison: { include: { result: { omit: { document: true } } } },
    },
  });
  const there = new Set(jobs.map(({ id }) => id));
  const wrong = acknowledged.filter((id) => !there.has(id)).map((id) => `job ${id} is lost`);
  for (const { id, state, events, lastEvent, comparison, attempt, deaths, ...job } of jobs) {
    const say = (what: string): number => wrong.push(`job ${id} (${job.seed}) ${what}`);
    if (state !== 'done') say(`is ${state}: ${job.problem}`);
    if (events.some(({ number }, index) => number !== index + 1) || events.length !== lastEvent)
      say(`has events ${events.map(({ number }) => number).join()}, the last is ${lastEvent}`);
    const lasts = events.filter(({ kind }) => kind === 'done' || kind === 'failed' || kind === 'cancelled');
    if (lasts.length !== 1 || events.at(-1) !== lasts[0]) say('does not end by one last event');
    if (comparison?.result.resultHash !== hashOf(job)) say(`has another result: ${comparison?.result.resultHash}`);
    if (deaths > attempt) say(`died ${deaths} times in ${attempt} attempts`);
  }
  const { rows } = await sql.query<{ id: string; state: string }>(
    `SELECT id, state::text AS state FROM pgboss.job WHERE state IN ('created', 'retry', 'active')`,
  );
  for (const { id, state } of rows) wrong.push(`the queue still holds ${id}, ${state}`);
  return wrong;
}

async function runProcess(told: KilledProcess): Promise<{
  readonly seed: string;
  readonly said: readonly (readonly string[])[];
  readonly died: boolean;
  readonly ended: string;
}> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('killed-process.ts', import.meta.url)), JSON.stringify(told)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let out = '';
  let errors = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    child.once('close', (...ended) => resolve(ended));
  });
  const said = out
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  const died = signal === 'SIGKILL';
  // Which statements there are varies by a few from run to run: a job that was done before its moment came is as good.
  const asTold = died ? told.dieAt !== undefined : code === 0;
  return { seed: told.seed, said, died, ended: asTold ? 'as told' : `${code ?? signal}: ${errors.slice(0, 500)}` };
}
