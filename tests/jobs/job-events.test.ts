import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../../src/api/http/index.ts';
import { type Server, startServer } from '../../src/api/server.ts';
import { type Computing, openComputing } from '../../src/computing/index.ts';
import type { Service } from '../../src/service/service.ts';
import type { Viewer } from '../../src/service/viewer.ts';
import { onBothDatabases } from '../store/databases.ts';
import { openSmallService, plannerOf, saveFliseryd } from './open-service.ts';

/** A message of an event stream. */
type Message = { readonly id: number; readonly event: string; readonly data: Record<string, unknown> };

let computing: Computing;
beforeAll(() => {
  computing = openComputing({ desks: 2 });
});
afterAll(() => computing.close(0));

onBothDatabases((_kind, open) => {
  let service: Service;
  let server: Server;
  let planner: Viewer;
  const tokens = { planner: '', stranger: '' };
  beforeAll(async () => {
    const database = await open();
    service = await openSmallService(database, database.place, {
      computing,
      settings: { BYGDEKALKYL_REQUIRE_SIGN_IN: 'true', BYGDEKALKYL_PORT: '0' },
    });
    planner = await plannerOf(database);
    const stranger = await plannerOf(database, 'annan');
    for (const [name, viewer] of Object.entries({ planner, stranger }))
      tokens[name as keyof typeof tokens] = (
        await service.access.issue({ ...viewer, role: 'admin' }, { name, role: 'planner' })
      ).token;
    await saveFliseryd(service, planner);
    const log = createLog({ level: 'silent' });
    // The threads are shared by both databases.
    const borrowed = { ...service, computing: Object.assign(Object.create(computing), { close: async () => {} }) };
    server = await startServer(borrowed, service.configuration, { log });
    return () => server.stop();
  });

  async function ask(query: string, token = tokens.planner): Promise<Record<string, never>> {
    const answer = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    return ((await answer.json()) as { data: Record<string, never> }).data;
  }

  async function start(seed: string, draws = 1024): Promise<string> {
    const { startComparison } = await ask(
      `mutation { startComparison(input: { scenario: "fliseryd", seed: "${seed}", draws: ${draws} }) {
        __typename ... on Job { id } ... on InvalidInput { message } ... on NotAllowed { message } } }`,
    );
    expect(startComparison).toMatchObject({ __typename: 'Job' });
    return (startComparison as unknown as { id: string }).id;
  }

  function stream(id: string, headers: Record<string, string> = {}, query = '', token = tokens.planner) {
    return fetch(`${server.address}/jobs/${encodeURIComponent(id)}/events${query}`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
  }

  /** Messages of a stream, to its end or so many. */
  async function messages(answer: Response, most = Number.POSITIVE_INFINITY): Promise<Message[]> {
    const found: Message[] = [];
    let text = '';
    for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += part;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
        if (fields.id !== undefined)
          found.push({ id: Number(fields.id), event: fields.event, data: JSON.parse(fields.data) });
        if (found.length >= most) return found;
      }
    }
    return found;
  }

  it('tells each event of a job by number, and ends when it is over', async () => {
    const id = await start('a');
    const answer = await stream(id);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const all = await messages(answer);
    expect(all.map((message) => message.id)).toEqual(all.map((_, index) => index + 1));
    expect(all.map(({ event }) => event).filter((event) => event !== 'progress')).toEqual([
      'queued',
      'started',
      'done',
    ]);
    expect(all.at(-1)?.data).toMatchObject({ kind: 'done', futuresDone: 1024, futures: 1024 });
    const { node } = await ask(`{ node(id: "${id}") { ... on Job { state progress etaSeconds problem finishedAt
      comparison { result { certificate { resultHash } } } revision { number } events(first: 1) { totalCount nodes { number kind } } } } }`);
    expect(node).toMatchObject({
      state: 'done',
      progress: 1,
      etaSeconds: null,
      problem: null,
      revision: { number: 1 },
      events: { totalCount: all.length, nodes: [{ number: 1, kind: 'queued' }] },
    });
  });

  it('a result of a job is the one that a query computes', async () => {
    const id = await start('same');
    await messages(await stream(id));
    const certificate = '{ result { certificate { resultHash } } villageDrawYears }';
    const asked = await ask(`{ node(id: "${id}") { ... on Job { comparison ${certificate} } } }`);
    const { json } = await service.computing
      .compare(
        {
          file: 'fliseryd.yaml',
          files: (await service.database.prisma.revision.findFirstOrThrow()).files as Record<string, string>,
        },
        { seed: 'same', draws: 1024, inner: 16, breakEvenFutures: null },
        { caller: 'test' },
      )
      .then(({ certificate: { resultHash } }) => ({ json: resultHash }));
    expect(asked).toMatchObject({ node: { comparison: { result: { certificate: { resultHash: json } } } } });
  });

  it('a client that drops and comes back misses nothing and gets nothing twice', async () => {
    const id = await start('b', 8192);
    const all: Message[] = [];
    while (all.at(-1)?.event !== 'done') {
      const last = all.at(-1)?.id;
      all.push(...(await messages(await stream(id, last === undefined ? {} : { 'last-event-id': String(last) }), 1)));
    }
    expect(all.map((message) => message.id)).toEqual(all.map((_, index) => index + 1));
    expect(await messages(await stream(id, {}, '?after=1'))).toEqual(all.slice(1));
    // Tells a browser, which comes back by itself, that there is no more.
    expect((await stream(id, { 'last-event-id': String(all.length) })).status).toBe(204);
  });

  it('is told of a job of nobody, of another organisation, and of what is no number', async () => {
    const id = await start('c');
    expect((await stream('Sm9iOng')).status).toBe(404);
    expect((await stream('%00')).status).toBe(404);
    expect((await stream(id, {}, '', tokens.stranger)).status).toBe(404);
    expect((await stream(id, {}, '', 'bk_wrong')).status).toBe(401);
    for (const number of ['-1', '1.5', 'x', '99999999999', '4294967296'])
      expect((await stream(id, { 'last-event-id': number })).status).toBe(400);
    expect(await ask(`{ node(id: "${id}") { id } jobs { totalCount } }`, tokens.stranger)).toEqual({
      node: null,
      jobs: { totalCount: 0 },
    });
    const cancelled = await ask(`mutation { cancelJob(id: "${id}") { __typename } }`, tokens.stranger);
    expect(cancelled).toEqual({ cancelJob: { __typename: 'NotAllowed' } });
  });

  it('a cancelled job ends the stream, and the threads are free', async () => {
    const id = await start('d', 200_000);
    const reading = stream(id).then((answer) => messages(answer));
    while (computing.state.running === 0) await wait(20);
    expect(await ask(`mutation { cancelJob(id: "${id}") { __typename ... on Job { cancelAsked } } }`)).toEqual({
      cancelJob: { __typename: 'Job', cancelAsked: true },
    });
    expect((await reading).at(-1)?.event).toBe('cancelled');
    while (computing.state.running > 0) await wait(20);
    const { jobs } = await ask('{ jobs(state: cancelled) { totalCount nodes { state comparison { id } } } }');
    expect(jobs).toEqual({ totalCount: 1, nodes: [{ state: 'cancelled', comparison: null }] });
  });

  it('the subscription tells the same events as the stream', async () => {
    const id = await start('e');
    const query = `subscription { jobEvents(job: "${id}", after: 1) { number kind progress } }`;
    const answer = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${tokens.planner}`,
      },
      body: JSON.stringify({ query }),
    });
    const text = await answer.text();
    const numbers = [...text.matchAll(/"number":(\d+)/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.map((_, index) => index + 2));
    expect(text).toContain('"kind":"done","progress":1');
  });
});
