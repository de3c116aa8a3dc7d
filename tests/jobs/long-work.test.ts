import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PlannerError, StoppedError } from '../../src/errors.ts';
import {
  type Job,
  type JobEvent,
  type JobOptions,
  type Jobs,
  type JobWork,
  openJobs,
} from '../../src/service/jobs/index.ts';
import { AccessError, type Viewer } from '../../src/service/viewer.ts';
import { onBothDatabases, type TestDatabase } from '../store/databases.ts';
import { draws, plannerWithRevision, type SmallDraft, smallHash, smallWork } from './small-work.ts';

/** Reads events until the job is over, or until so many. */
async function read(jobs: Jobs, viewer: Viewer, id: string, after = 0, most = Number.POSITIVE_INFINITY) {
  const events: JobEvent[] = [];
  for await (const event of await jobs.events(viewer, id, after)) if (events.push(event) >= most) break;
  return events;
}

const kindsOf = (events: readonly JobEvent[]) => events.map(({ kind }) => kind).filter((kind) => kind !== 'progress');
const numbersOf = (events: readonly JobEvent[]) => events.map(({ number }) => number);
const fromOne = (length: number) => Array.from({ length }, (_, index) => index + 1);

onBothDatabases((kind, open) => {
  let database: TestDatabase;
  let viewer: Viewer;
  let revisionId: string;
  const opened: Jobs[] = [];
  /** A server on the database: what it works on is given back at the end of the test. */
  async function serve(work?: Partial<JobWork<SmallDraft>>, options: JobOptions = {}): Promise<Jobs> {
    const errors = { onError: (error: Error) => console.error(error) };
    const jobs = await openJobs(database, { ...smallWork(database), ...work }, { ...errors, ...options });
    opened.push(jobs);
    return jobs;
  }
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    ({ viewer, revisionId } = await plannerWithRevision(database));
    return async () => {
      for (const jobs of opened.splice(0)) await jobs.stop(0);
      await database.sql.exec('TRUNCATE "JobEvent", "Job", "Comparison", "Result"; TRUNCATE pgboss.job');
    };
  });

  it('a job is queued, begun and done; its events are numbered from 1 and its result is kept', async () => {
    const jobs = await serve();
    const { id, state } = await jobs.start(viewer, { revisionId, ...draws('a') });
    expect(state).toBe('queued');
    const events = await read(jobs, viewer, id);
    expect(kindsOf(events)).toEqual(['queued', 'started', 'done']);
    expect(numbersOf(events)).toEqual(fromOne(events.length));
    const job = await jobs.get(viewer, id);
    expect(job).toMatchObject({ state: 'done', attempt: 1, futuresDone: 1000, futures: 1000, problem: null });
    const { result } = await database.prisma.comparison.findUniqueOrThrow({
      where: { id: job.comparisonId ?? '' },
      include: { result: true },
    });
    expect(result.resultHash).toBe(smallHash(draws('a')));
  });

  it('a job that waits is begun as soon as the one before is done', async () => {
    // Who looks only every ten minutes would not find it while the test runs.
    const jobs = await serve(smallWork(database, 3, 100), { atOnce: 1, lookSeconds: 600 });
    const started = await Promise.all(
      ['a', 'b', 'c'].map((seed) => jobs.start(viewer, { revisionId, ...draws(seed) })),
    );
    for (const { id } of started) expect(kindsOf(await read(jobs, viewer, id))).toEqual(['queued', 'started', 'done']);
  });

  it('progress is told about every second, with the time that is left', async () => {
    const jobs = await serve(smallWork(database, 10, 400));
    const { id } = await jobs.start(viewer, { revisionId, ...draws('a') });
    const events = await read(jobs, viewer, id);
    const progress = events.filter(({ kind }) => kind === 'progress');
    expect(progress.length).toBeGreaterThanOrEqual(2);
    expect(progress.length).toBeLessThanOrEqual(6);
    const [first] = progress;
    // After a part p of the work at an even pace, (1 - p) / p of the time spent is left: of 4 s, at least 1 s at the first look.
    expect(first?.etaMs).toBeGreaterThan(500);
    expect(first?.etaMs).toBeLessThan(20_000);
    expect(numbersOf(events)).toEqual(fromOne(events.length));
  });

  it('the same asked for again while it is not over is the same job; another seed is another', async () => {
    const jobs = await serve(smallWork(database, 20, 100));
    const asked = { revisionId, ...draws('a') };
    const [one, same] = await Promise.all([jobs.start(viewer, asked), jobs.start(viewer, asked)]);
    const other = await jobs.start(viewer, { revisionId, ...draws('b') });
    expect(same.id).toBe(one.id);
    expect(other.id).not.toBe(one.id);
  });

  it('what is kept already is done at once, as a job with events', async () => {
    const jobs = await serve();
    const first = await jobs.start(viewer, { revisionId, ...draws('a') });
    await read(jobs, viewer, first.id);
    const again = await jobs.start(viewer, { revisionId, ...draws('a') });
    expect(again).toMatchObject({ state: 'done', attempt: 0 });
    expect(again.id).not.toBe(first.id);
    expect(again.comparisonId).toBe((await jobs.get(viewer, first.id)).comparisonId);
    expect(kindsOf(await read(jobs, viewer, again.id))).toEqual(['queued', 'done']);
  });

  describe('cancelling', () => {
    it('ends a waiting job at once, and it is never begun', async () => {
      const idle = await serve(undefined, { atOnce: 0 });
      const { id } = await idle.start(viewer, { revisionId, ...draws('a') });
      expect(await idle.cancel(viewer, id)).toMatchObject({ state: 'cancelled' });
      const jobs = await serve();
      await read(jobs, viewer, (await jobs.start(viewer, { revisionId, ...draws('b') })).id);
      expect(kindsOf(await read(jobs, viewer, id))).toEqual(['queued', 'cancelled']);
    });

    it('ends a job that is worked on, and the work is stopped', async () => {
      let stopped = false;
      const begun = Promise.withResolvers<void>();
      const jobs = await serve({
        computeResult: async (_question, { signal }) => {
          begun.resolve();
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
          stopped = true;
          throw new StoppedError('cancelled', 'The work was cancelled');
        },
      });
      const { id } = await jobs.start(viewer, { revisionId, ...draws('a') });
      await begun.promise;
      expect(await jobs.cancel(viewer, id)).toMatchObject({ state: 'running' });
      expect(kindsOf(await read(jobs, viewer, id))).toEqual(['queued', 'started', 'cancelled']);
      expect(stopped).toBe(true);
      expect(await jobs.cancel(viewer, id)).toMatchObject({ state: 'cancelled', comparisonId: null });
    });

    it('that is asked of one server ends the work on another, within a few seconds', async () => {
      await serve(smallWork(database, 1000, 100));
      const other = await serve(undefined, { atOnce: 0 });
      const { id } = await other.start(viewer, { revisionId, ...draws('a') });
      await read(other, viewer, id, 0, 2);
      await other.cancel(viewer, id);
      expect(kindsOf(await read(other, viewer, id))).toEqual(['queued', 'started', 'cancelled']);
    });
  });

  describe('what goes wrong', () => {
    it('a mistake in what was asked fails the job, in words', async () => {
      const jobs = await serve({
        computeResult: async () => {
          throw new PlannerError([{ code: 'x', message: 'The shop has no floor' }]);
        },
      });
      const { id } = await jobs.start(viewer, { revisionId, ...draws('a') });
      await read(jobs, viewer, id);
      expect(await jobs.get(viewer, id)).toMatchObject({
        state: 'failed',
        problem: 'The shop has no floor',
        attempt: 1,
      });
    });

    it('a defect is tried twice more, then told by the id it is logged under, without what it was', async () => {
      const defects: { id: string; error: unknown }[] = [];
      const jobs = await serve(
        {
          computeResult: async () => {
            throw new Error('a secret path /etc/x');
          },
        },
        { onDefect: (defect) => defects.push(defect) },
      );
      const { id } = await jobs.start(viewer, { revisionId, ...draws('a') });
      const events = await read(jobs, viewer, id);
      expect(kindsOf(events)).toEqual(['queued', 'started', 'queued', 'resumed', 'queued', 'resumed', 'failed']);
      expect(numbersOf(events)).toEqual(fromOne(events.length));
      expect(defects).toHaveLength(3);
      expect((await jobs.get(viewer, id)).problem).toBe(`An internal error, logged as ${defects[2]?.id}`);
      expect(JSON.stringify(events)).not.toContain('secret');
    });

    it('a job that takes too long is ended and says so', async () => {
      const jobs = await serve(smallWork(database, 1000, 100), { limitSeconds: 1 });
      const { id } = await jobs.start(viewer, { revisionId, ...draws('a') });
      await read(jobs, viewer, id);
      expect(await jobs.get(viewer, id)).toMatchObject({
        state: 'failed',
        problem: 'It took longer than the 1 seconds a job may take',
      });
    });

    it('too many waiting jobs of a workspace are refused, those of another are not', async () => {
      const jobs = await serve(undefined, { atOnce: 0, mostWaiting: 2 });
      for (const seed of ['a', 'b']) await jobs.start(viewer, { revisionId, ...draws(seed) });
      await expect(jobs.start(viewer, { revisionId, ...draws('c') })).rejects.toThrow(/Too many jobs/);
      const other = await plannerWithRevision(database);
      await jobs.start(other.viewer, { revisionId: other.revisionId, ...draws('c') });
    });
  });

  describe('stopping', () => {
    it('returns what is worked on to the queue, and the next server goes on with it', async () => {
      const first = await serve(smallWork(database, 1000, 100));
      const { id } = await first.start(viewer, { revisionId, ...draws('a') });
      await read(first, viewer, id, 0, 2);
      await first.stop(0);
      const second = await serve();
      const events = await read(second, viewer, id);
      expect(kindsOf(events)).toEqual(['queued', 'started', 'queued', 'resumed', 'done']);
      expect(events.find(({ number, kind: what }) => what === 'queued' && number > 1)?.message).toMatch(/goes on when/);
      expect(numbersOf(events)).toEqual(fromOne(events.length));
      expect(await second.get(viewer, id)).toMatchObject({ state: 'done', attempt: 2, deaths: 0 });
    });

    it('lets a job finish that needs less than the time it is given', async () => {
      const jobs = await serve(smallWork(database, 5, 100));
      const { id } = await jobs.start(viewer, { revisionId, ...draws('a') });
      await read(jobs, viewer, id, 0, 2);
      await jobs.stop(10_000);
      expect(await database.prisma.job.findUniqueOrThrow({ where: { id } })).toMatchObject({
        state: 'done',
        attempt: 1,
      });
    });

    it('ends whoever follows a job', async () => {
      const jobs = await serve(undefined, { atOnce: 0 });
      const { id } = await jobs.start(viewer, { revisionId, ...draws('a') });
      const events = await jobs.events(viewer, id, 1);
      const next = events.next();
      await jobs.stop(0);
      expect(await next).toEqual({ done: true, value: undefined });
    });
  });

  describe('a server that died', () => {
    /** Marks a waiting job as one that a server, which is no more, has begun. */
    async function died(id: string): Promise<void> {
      await database.sql.query(`UPDATE "Job" SET state = 'running', attempt = 1, "lastEvent" = 2 WHERE id = $1::uuid`, [
        id,
      ]);
      await database.sql.query(
        `INSERT INTO "JobEvent" ("jobId", number, kind, "futuresDone", futures, message) VALUES ($1::uuid, 2, 'started', 0, 1, '')`,
        [id],
      );
      await database.sql.query(
        `UPDATE pgboss.job SET state = 'active', started_on = now(), heartbeat_on = now() WHERE id = $1::uuid`,
        [id],
      );
    }

    it('leaves a job that another takes over', async () => {
      const quick = kind === 'server' ? { silenceSeconds: 10, watchSeconds: 1 } : {};
      const idle = await serve(undefined, { ...quick, atOnce: 0 });
      const { id } = await idle.start(viewer, { revisionId, ...draws('a') });
      await died(id);
      // Embedded, the folder's new owner knows; on a server it takes the time after which the silent are given up.
      const before = performance.now();
      const jobs = await serve(undefined, quick);
      const events = await read(jobs, viewer, id);
      expect(kindsOf(events)).toEqual(['queued', 'started', 'resumed', 'done']);
      expect(await jobs.get(viewer, id)).toMatchObject({ state: 'done', attempt: 2, deaths: 1 });
      if (kind === 'embedded') expect(performance.now() - before).toBeLessThan(5000);
    });

    it('again and again with the same job is not let kill for ever', async () => {
      const idle = await serve(undefined, { atOnce: 0 });
      const { id } = await idle.start(viewer, { revisionId, ...draws('a') });
      await database.sql.query(`UPDATE "Job" SET state = 'running', attempt = 99, deaths = 99 WHERE id = $1::uuid`, [
        id,
      ]);
      const jobs = await serve();
      await read(jobs, viewer, id);
      expect(await jobs.get(viewer, id)).toMatchObject({
        state: 'failed',
        problem: 'The server died 100 times while working on this, so it is given up',
      });
    });

    it('and lives after all writes nothing more', async () => {
      let go = (): void => {};
      const slow = await serve({
        computeResult: async (question) => {
          await new Promise<void>((resolve) => {
            go = resolve;
          });
          return { question, hash: smallHash(question.design) };
        },
      });
      const { id } = await slow.start(viewer, { revisionId, ...draws('a') });
      await read(slow, viewer, id, 0, 2);
      // Somebody took it over meanwhile.
      await database.sql.query(`UPDATE "Job" SET attempt = 2 WHERE id = $1::uuid`, [id]);
      const before = await database.prisma.job.findUniqueOrThrow({ where: { id }, include: { events: true } });
      go();
      await wait(1500);
      expect(await database.prisma.job.findUniqueOrThrow({ where: { id }, include: { events: true } })).toEqual(before);
      expect(await database.prisma.result.count()).toBe(0);
    });
  });

  it('jobs that have lost their place in the queue, as after a restored backup, are sent again', async () => {
    const idle = await serve(undefined, { atOnce: 0 });
    const { id } = await idle.start(viewer, { revisionId, ...draws('a') });
    await idle.stop(0);
    await database.sql.exec('DROP SCHEMA pgboss CASCADE');
    const jobs = await serve();
    expect(kindsOf(await read(jobs, viewer, id))).toEqual(['queued', 'started', 'done']);
  });

  it('two servers share the jobs, and each job is worked on once', async () => {
    const taken: string[] = [];
    const work = (who: string) => ({
      ...smallWork(database, 3, 100),
      computeResult: (async (question, options) => {
        taken.push(who);
        return await smallWork(database, 3, 100).computeResult(question, options);
      }) satisfies JobWork<SmallDraft>['computeResult'],
    });
    const [one] = await Promise.all([
      serve(work('one'), { lookSeconds: 0.5 }),
      serve(work('two'), { lookSeconds: 0.5 }),
    ]);
    const started: Job[] = [];
    for (const seed of fromOne(8)) started.push(await one.start(viewer, { revisionId, ...draws(String(seed)) }));
    for (const { id } of started) expect(kindsOf(await read(one, viewer, id))).toEqual(['queued', 'started', 'done']);
    expect(taken).toHaveLength(8);
    expect(new Set(taken)).toEqual(new Set(['one', 'two']));
  });

  describe('following', () => {
    it('goes on after any number, without a gap and without a repeat', async () => {
      const jobs = await serve(smallWork(database, 20, 150));
      const { id } = await jobs.start(viewer, { revisionId, ...draws('a') });
      const events: JobEvent[] = [];
      let last: JobEvent | undefined;
      while (last?.kind !== 'done') {
        // A reader that drops after each single event and comes back.
        [last] = await read(jobs, viewer, id, last?.number ?? 0, 1);
        if (last !== undefined) events.push(last);
      }
      expect(numbersOf(events)).toEqual(fromOne(events.length));
      expect(await read(jobs, viewer, id)).toEqual(events);
      expect(await read(jobs, viewer, id, events.length)).toEqual([]);
      expect(await read(jobs, viewer, id, 1_000_000)).toEqual([]);
    });

    it('a job on another server tells each event within about two seconds', async () => {
      const follower = await serve(undefined, { atOnce: 0 });
      const { id } = await follower.start(viewer, { revisionId, ...draws('a') });
      const reading = read(follower, viewer, id);
      await serve();
      expect(kindsOf(await reading)).toEqual(['queued', 'started', 'done']);
    });

    it('beyond the last event waits for the next', async () => {
      const jobs = await serve(undefined, { atOnce: 0 });
      const { id } = await jobs.start(viewer, { revisionId, ...draws('a') });
      const reading = read(jobs, viewer, id, 1);
      await wait(300);
      await jobs.cancel(viewer, id);
      expect(numbersOf(await reading)).toEqual([2]);
    });

    it('ends at once with the signal, and when the reader leaves while it waits', async () => {
      const jobs = await serve(undefined, { atOnce: 0 });
      const { id } = await jobs.start(viewer, { revisionId, ...draws('a') });
      const gone = new AbortController();
      const events = await jobs.events(viewer, id, 1, gone.signal);
      const next = events.next();
      gone.abort();
      expect(await next).toEqual({ done: true, value: undefined });
      const others = await jobs.events(viewer, id, 1);
      const waiting = others.next();
      await others.return?.();
      expect(await waiting).toEqual({ done: true, value: undefined });
    });

    it.each([-1, 0.5, Number.NaN, 2 ** 31])('after %s is refused in words', async (after) => {
      const jobs = await serve(undefined, { atOnce: 0 });
      const { id } = await jobs.start(viewer, { revisionId, ...draws('a') });
      await expect(jobs.events(viewer, id, after)).rejects.toThrow(
        /No event has such a number .*allowed whole numbers from 0/,
      );
    });
  });

  it('a job is nobody else’s, a reader starts and cancels none, and no id is one that is no id', async () => {
    const jobs = await serve(undefined, { atOnce: 0 });
    const { id } = await jobs.start(viewer, { revisionId, ...draws('a') });
    const { viewer: stranger } = await plannerWithRevision(database);
    for (const [who, which] of [
      [stranger, id],
      [viewer, 'x'],
      [viewer, "'; DROP TABLE x; --"],
      [viewer, '00000000-0000-0000-0000-000000000000'],
    ] as const) {
      await expect(jobs.get(who, which)).rejects.toThrow('There is no such job');
      await expect(jobs.cancel(who, which)).rejects.toThrow('There is no such job');
      await expect(jobs.events(who, which, 0)).rejects.toThrow('There is no such job');
    }
    const reader: Viewer = { ...viewer, role: 'reader' };
    await expect(jobs.start(reader, { revisionId, ...draws('b') })).rejects.toThrow(AccessError);
    await expect(jobs.cancel(reader, id)).rejects.toThrow(AccessError);
    expect(await jobs.get(reader, id)).toMatchObject({ id });
  });
});
