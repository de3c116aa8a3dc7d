import { request as send } from 'node:http';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { type SmallService, startSmallService, watched } from '../testing/small-service.ts';
import { Refusal } from './refusal.ts';

const started: SmallService[] = [];
async function start(...options: Parameters<typeof startSmallService>): Promise<SmallService> {
  const service = await startSmallService(...options);
  started.push(service);
  return service;
}
afterEach(async () => {
  await Promise.all(started.splice(0).map((service) => service.service.stop()));
});

type Answer = { readonly status: number; readonly headers: Record<string, unknown>; readonly text: string };

/** Sends a request as it stands; `fetch` would not let a client name its own host or origin. */
function raw(
  service: SmallService,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string | Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = send({ port: service.port, host: '127.0.0.1', method, path, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const json = { 'content-type': 'application/json' };
const hello = JSON.stringify({ query: '{ hello }' });
const codeOf = (answer: Answer): string => JSON.parse(answer.text).errors[0].extensions.code;

/** A connection on which bytes are written as they stand; `all` is what has come back. */
async function dial(service: SmallService): Promise<{ socket: Socket; all: () => string; closed: Promise<void> }> {
  const socket = connect(service.port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  await new Promise<void>((resolve) => socket.on('connect', () => resolve()));
  return { socket, all: () => text, closed };
}

test.each([
  ['text/plain', hello],
  ['application/x-www-form-urlencoded', 'query=%7Bhello%7D'],
  ['multipart/form-data; boundary=x', '--x--'],
  ['application/graphql', '{ hello }'],
  ['application/json; charset=utf-16', hello],
  ['application/json, text/plain', hello],
])('a body sent as %s is refused with 415: a page of another site could send it', async (type, body) => {
  const service = await start();
  expect((await raw(service, 'POST', '/graphql', { 'content-type': type }, body)).status).toBe(415);
  expect((await raw(service, 'POST', '/graphql', {}, body)).status).toBe(415);
});

test.each([
  ['no JSON', '{"query": "{ hello }"'],
  ['a list', `[${hello}]`],
  ['null', 'null'],
  ['nothing', ''],
  ['an empty object', '{}'],
  ['a query that is no text', '{"query": 1}'],
  ['an operation name that is no text', '{"query": "{ hello }", "operationName": {}}'],
  ['variables that are a list', '{"query": "{ hello }", "variables": []}'],
  ['a parameter nobody knows', '{"query": "{ hello }", "__proto__": {}}'],
  [
    'bytes that are not UTF-8',
    Buffer.concat([Buffer.from('{"query":"{ hello #'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
  ],
])('a body that is %s is refused with 400, as clients of GraphQL read it', async (_, body) => {
  const service = await start();
  const answer = await raw(service, 'POST', '/graphql', json, body);
  expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST']);
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
});

test('a byte order mark before the JSON is no mistake', async () => {
  const service = await start();
  expect((await raw(service, 'POST', '/graphql', json, `\ufeff${hello}`)).status).toBe(200);
});

test('a query may come by GET; a mutation, broken variables or broken bytes may not', async () => {
  const service = await start();
  const get = (search: string) => raw(service, 'GET', `/graphql?${search}`, {});
  expect((await get('query=%7Bhello%7D')).status).toBe(200);
  expect((await get('query=mutation%7Bsave%7D')).status).toBe(405);
  expect((await get('query=%7Bhello%7D&variables=%7B')).status).toBe(400);
  expect((await get('query=%7Bhello%7D&variables=%5B%5D')).status).toBe(400);
  expect((await get('query=%7Bhello%7D%ff')).status).toBe(400);
  expect((await get('')).status).toBe(400);
  expect((await get('x=/health')).status).toBe(400); // Yoga's own health check would answer whatever ends so
});

test('other methods and addresses get 405 and 404', async () => {
  const service = await start();
  const put = await raw(service, 'PUT', '/graphql', json, hello);
  expect([put.status, put.headers['allow']]).toEqual([405, 'GET, POST']);
  expect((await raw(service, 'POST', '/health', json, hello)).status).toBe(405);
  for (const path of ['/', '/graphql/', '/graphql/x', '/..%2f', '/health/x', '//', '/graphiql']) {
    const answer = await raw(service, 'GET', path, {});
    expect([path, answer.status, codeOf(answer)]).toEqual([path, 404, 'NOT_FOUND']);
  }
  expect((await raw(service, 'GET', 'http://other.example/graphql?query={hello}', {})).status).toBe(400);
});

test('a body beyond the limit is refused by its declared length, and while it streams in', async () => {
  const service = await start({ limits: { bodyBytes: 1_000 } });
  const large = JSON.stringify({ query: `{ hello } # ${'x'.repeat(1_000)}` });
  const declared = await raw(service, 'POST', '/graphql', json, large);
  expect([declared.status, codeOf(declared)]).toEqual([413, 'BODY_TOO_LARGE']);

  const { socket, all, closed } = await dial(service);
  socket.write(
    'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
  );
  const chunk = `100\r\n${'x'.repeat(256)}\r\n`;
  const more = setInterval(() => socket.write(chunk), 5); // goes on for ever
  await closed;
  clearInterval(more);
  expect(all()).toMatch(/^HTTP\/1\.1 413 /);
  expect(all()).toMatch(/Connection: close/i);
});

test('a client that asks before it sends is told that its body is too large without sending it', async () => {
  const service = await start({ limits: { bodyBytes: 1_000 } });
  const { socket, all, closed } = await dial(service);
  socket.write(
    'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2000\r\nExpect: 100-continue\r\n\r\n',
  );
  await closed;
  expect(all()).toMatch(/^HTTP\/1\.1 413 /);
  const small = await raw(service, 'POST', '/graphql', { ...json, expect: '100-continue' }, hello);
  expect(small.status).toBe(200);
});

test('a compressed body is refused', async () => {
  const service = await start();
  const answer = await raw(service, 'POST', '/graphql', { ...json, 'content-encoding': 'gzip' }, gzipSync(hello));
  expect([answer.status, codeOf(answer)]).toEqual([415, 'COMPRESSED_BODY']);
});

test('pages of other sites may neither send nor read, unless their origin is allowed', async () => {
  const service = await start({ allowedOrigins: ['https://planering.example'] });
  const post = (headers: Record<string, string>) => raw(service, 'POST', '/graphql', { ...json, ...headers }, hello);
  const get = (headers: Record<string, string>) => raw(service, 'GET', '/graphql?query=%7Bhello%7D', headers);
  expect((await post({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await post({ origin: 'null' })).status).toBe(403);
  expect((await get({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await get({ 'sec-fetch-site': 'same-site' })).status).toBe(403); // another port of this machine
  expect((await get({ 'sec-fetch-site': 'none' })).status).toBe(200); // typed by hand
  expect((await post({ origin: `http://127.0.0.1:${service.port}` })).status).toBe(200);
  expect((await post({})).headers['access-control-allow-origin']).toBeUndefined();

  const allowed = await post({ origin: 'https://planering.example', 'sec-fetch-site': 'cross-site' });
  expect([allowed.status, allowed.headers['access-control-allow-origin']]).toEqual([200, 'https://planering.example']);
  expect(allowed.headers['access-control-allow-credentials']).toBeUndefined();
});

test('a browser that asks first is told yes only for allowed origins', async () => {
  const service = await start({ allowedOrigins: ['https://planering.example'] });
  const ask = (origin: string) =>
    raw(service, 'OPTIONS', '/graphql', { origin, 'access-control-request-method': 'POST' });
  expect((await ask('https://evil.example')).status).toBe(403);
  const yes = await ask('https://planering.example');
  expect([yes.status, yes.headers['access-control-allow-origin']]).toEqual([204, 'https://planering.example']);
});

test('an allow list holds origins, never all of them', async () => {
  for (const origin of ['*', 'https://x.example/', 'planering.example', 'null', 'file:///'])
    await expect(start({ allowedOrigins: [origin] })).rejects.toThrow(RangeError);
});

test('a name that is not the service’s own is refused, so that no page can make its own name point here', async () => {
  const service = await start();
  const at = (host: string) => raw(service, 'POST', '/graphql', { ...json, host }, hello);
  for (const host of ['localhost', 'localhost:1', 'LOCALHOST:4000', '127.0.0.1:80', '[::1]:4000', 'localhost.'])
    expect([host, (await at(host)).status]).toEqual([host, 200]);
  for (const host of [
    'evil.example',
    'localhost.evil.example',
    'evil.example:4000',
    '127.0.0.1.evil.example',
    'localhost@evil',
    '::1',
  ])
    expect([host, (await at(host)).status]).toEqual([host, 421]);
  const anywhere = await start({ hosts: 'any' });
  expect((await raw(anywhere, 'POST', '/graphql', { ...json, host: 'kommun.example' }, hello)).status).toBe(200);
});

test('every answer tells the browser to treat it as data', async () => {
  const service = await start();
  for (const answer of [
    await raw(service, 'POST', '/graphql', json, hello),
    await raw(service, 'GET', '/nowhere', {}),
    await raw(service, 'GET', '/health', {}),
  ]) {
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
    });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['x-powered-by']).toBeUndefined();
  }
});

test('a browser is not sent a page that loads its scripts from another host', async () => {
  const service = await start();
  const answer = await raw(service, 'GET', '/graphql', { accept: 'text/html' });
  expect([answer.status, answer.text.includes('<')]).toEqual([400, false]);
});

test('a harmless request id is kept, another is replaced', async () => {
  const service = await start();
  const idOf = async (id: string) =>
    (await raw(service, 'POST', '/graphql', { ...json, 'x-request-id': id }, hello)).headers['x-request-id'];
  expect(await idOf('abc-12345')).toBe('abc-12345');
  for (const id of ['short', 'with space in it', 'a'.repeat(65), '<script>x</script>']) {
    const made = await idOf(id);
    expect(made).not.toBe(id);
    expect(made).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('a defect is told by the request’s id only, and logged with it', async () => {
  const service = await start();
  const response = await service.query('{ brokenWhole }');
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).not.toMatch(/SELECT|secret|hemligt|postgres/);
  const id = response.headers.get('x-request-id');
  expect(JSON.parse(text).errors[0]).toMatchObject({ message: 'Unexpected error', extensions: { requestId: id } });
  const line = service.lines.find((one) => one['level'] === 'error');
  expect(line).toMatchObject({ requestId: id, field: 'brokenWhole', err: { type: 'Error' } });
  expect(JSON.stringify(line)).not.toContain('hemligt');
});

test('what a scalar threw is not quoted', async () => {
  const service = await start();
  for (const [query, variables] of [
    ['{ village(year: "x") { id } }'],
    ['query($y: Year) { village(year: $y) { id } }', { y: 'x' }],
  ] as const) {
    const response = await service.query(query, {
      variables,
      headers: { accept: 'application/graphql-response+json' },
    });
    const text = await response.text();
    expect([response.status, JSON.parse(text).errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(text).not.toMatch(/SELECT|srv/);
  }
});

test('the log tells of a request what an operator needs, and nothing that could be secret', async () => {
  const service = await start();
  const response = await service.query('query Greeting($s: String) { compute village(filter: { name: $s }) { id } }', {
    variables: { s: 'hemligt' },
    headers: { authorization: 'Bearer hemligt' },
  });
  await response.text();
  await raw(service, 'GET', '/graphql?query=%7Bhello%7D&variables=%7B%22s%22%3A%22hemligt%22%7D', {});
  await vi.waitFor(() => expect(service.lines.length).toBe(2));
  expect(service.lines[0]).toMatchObject({
    requestId: response.headers.get('x-request-id'),
    method: 'POST',
    path: '/graphql',
    status: 200,
    operationType: 'query',
    operation: 'Greeting',
    caller: 'tester',
    cost: { fields: 3, complexity: 3, villageDrawYears: 30_000 },
  });
  expect(JSON.stringify(service.lines)).not.toContain('hemligt');
});

test('health, readiness and metrics answer, and readiness says why not', async () => {
  const reasons: string[] = [];
  const service = await start({ ready: async () => ({ ready: reasons.length === 0, reasons }) });
  await (await service.query('{ hello }')).text();
  service.service.metrics.addGauge('bygdekalkyl_jobs_waiting', 'Jobs waiting', () => 7);
  service.service.metrics.addGauge('bygdekalkyl_unreadable', 'Cannot be read', () => Promise.reject(new Error('gone')));
  expect((await raw(service, 'GET', '/health', {})).status).toBe(200);
  expect((await raw(service, 'HEAD', '/health', {})).status).toBe(200);
  expect((await raw(service, 'GET', '/ready', {})).status).toBe(200);
  reasons.push('the database does not answer');
  const unready = await raw(service, 'GET', '/ready', {});
  expect([unready.status, JSON.parse(unready.text).reasons]).toEqual([503, reasons]);
  const metrics = (await raw(service, 'GET', '/metrics', {})).text;
  expect(metrics).toContain('bygdekalkyl_http_requests_total{status="200",operation="query"} 1');
  expect(metrics).toContain('bygdekalkyl_jobs_waiting 7');
  expect(metrics).toContain('bygdekalkyl_unreadable Nan');
  expect(metrics).toContain('process_resident_memory_bytes');
});

test('a check of readiness that fails says no, and not why', async () => {
  const service = await start({ ready: () => Promise.reject(new Error('password hemligt')) });
  const answer = await raw(service, 'GET', '/ready', {});
  expect(answer.status).toBe(503);
  expect(answer.text).not.toContain('hemligt');
});

test('nobody is answered without being known, before the body is read', async () => {
  const service = await start({
    callerOf: () => {
      throw new Refusal(401, 'UNAUTHENTICATED', 'Send a token.', { 'WWW-Authenticate': 'Bearer' });
    },
  });
  const answer = await raw(service, 'POST', '/graphql', json, hello);
  expect([answer.status, answer.headers['www-authenticate'], codeOf(answer)]).toEqual([
    401,
    'Bearer',
    'UNAUTHENTICATED',
  ]);
  expect((await raw(service, 'GET', '/metrics', {})).status).toBe(401);
  expect((await raw(service, 'GET', '/health', {})).status).toBe(200);
});

test('a caller with too many requests at work is told 429, all callers together 503, both when to come again', async () => {
  const service = await start({
    limits: { requestsPerCaller: 2, requests: 3 },
    callerOf: (request) => ({ key: String(request.headers['x-caller']) }),
  });
  const slow = (caller: string) => service.query('{ slow(ms: 400) }', { headers: { 'x-caller': caller } });
  const first = [slow('a'), slow('a'), slow('b')];
  await vi.waitFor(async () => expect(await gauge(service, 'bygdekalkyl_http_requests_in_flight')).toBe(3));
  const third = await slow('a');
  expect([third.status, third.headers.get('retry-after')]).toEqual([429, '1']);
  const other = await slow('c');
  expect([other.status, other.headers.get('retry-after')]).toEqual([503, '1']);
  expect((await Promise.all(first)).map((response) => response.status)).toEqual([200, 200, 200]);
  expect((await slow('a')).status).toBe(200);
});

async function gauge(service: SmallService, name: string): Promise<number> {
  return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(await service.service.metrics.write())?.[1]);
}

test('a request that takes too long is ended with 503 and its work aborted', async () => {
  const service = await start({ limits: { requestMs: 100 } });
  const before = watched.aborted;
  const response = await service.query('{ slow(ms: 5000) }');
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
  await vi.waitFor(() => expect(watched.aborted).toBe(before + 1));
});

test('a client that leaves aborts its query', async () => {
  const service = await start();
  const before = watched.aborted;
  const leave = new AbortController();
  const asked = fetch(service.url, {
    method: 'POST',
    headers: json,
    body: '{"query":"{ slow(ms: 60000) }"}',
    signal: leave.signal,
  });
  await vi.waitFor(async () => expect(await gauge(service, 'bygdekalkyl_http_requests_in_flight')).toBe(1));
  leave.abort();
  await expect(asked).rejects.toThrow();
  await vi.waitFor(() => expect(watched.aborted).toBe(before + 1));
  await vi.waitFor(async () => expect(await gauge(service, 'bygdekalkyl_http_requests_in_flight')).toBe(0));
});

const subscribe = (service: SmallService, query: string) =>
  service.query(query, { headers: { accept: 'text/event-stream' } });

test('a client that leaves while it is looked up who it is leaves nothing at work', async () => {
  const asked = Promise.withResolvers<void>();
  const known = Promise.withResolvers<void>();
  const service = await start({
    callerOf: async () => {
      asked.resolve();
      await known.promise;
      return { key: 'anybody' };
    },
    openMetrics: true,
  });
  const { socket, closed } = await dial(service);
  const head = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json';
  socket.write(`${head}\r\nContent-Length: ${hello.length}\r\n\r\n${hello}`);
  await asked.promise;
  socket.destroy();
  await closed;
  await vi.waitFor(() => expect(JSON.stringify(service.lines)).toContain('499'));
  known.resolve();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await gauge(service, 'bygdekalkyl_http_requests_in_flight')).toBe(0);
});

test('streams of events are counted apart from requests, and have their own limits', async () => {
  const service = await start({ limits: { requestsPerCaller: 1, streamsPerCaller: 2 } });
  const open = [await subscribe(service, 'subscription { ticks }'), await subscribe(service, 'subscription { ticks }')];
  expect(open.map((response) => response.status)).toEqual([200, 200]);
  const third = await subscribe(service, 'subscription { ticks }');
  expect([third.status, third.headers.get('retry-after')]).toEqual([429, '1']);
  expect((await service.query('{ hello }')).status).toBe(200);
  for (const response of open) await response.body?.cancel();
  await vi.waitFor(async () => expect(await gauge(service, 'bygdekalkyl_http_streams_open')).toBe(0));
  expect((await subscribe(service, 'subscription { ticks(count: 1) }')).status).toBe(200);
});

test('a client that leaves ends its subscription at the source', async () => {
  const service = await start();
  const before = watched.streamsEnded;
  const response = await subscribe(service, 'subscription { ticks }');
  const reader = response.body!.getReader();
  await reader.read();
  await reader.cancel();
  await vi.waitFor(() => expect(watched.streamsEnded).toBe(before + 1));
});

test('a client that reads slowly makes the source wait, and is cut off when it stops reading', async () => {
  const service = await start({ limits: { readMs: 300 } });
  const [made, ended] = [watched.made, watched.streamsEnded];
  const body = JSON.stringify({ query: 'subscription { ticks(every: 0, size: 100000) }' });
  const { socket, closed } = await dial(service);
  socket.pause();
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  await vi.waitFor(() => expect(watched.streamsEnded).toBe(ended + 1), 10_000);
  // What fits in the sockets' buffers, some MB, not the thousands of parts that could be made in the time.
  expect(watched.made - made).toBeLessThan(200);
  socket.resume();
  await closed;
});

test('a client that sends its headers, or its body, too slowly is cut off with 408', async () => {
  const service = await start({ limits: { headersMs: 200, receiveMs: 300 } });
  const headers = await dial(service);
  headers.socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\n');
  const body = await dial(service);
  body.socket.write(
    'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
  );
  await Promise.all([headers.closed, body.closed]);
  expect(headers.all()).toMatch(/^HTTP\/1\.1 408 /);
  expect(body.all()).toMatch(/^HTTP\/1\.1 408 /);
});

test('what is not HTTP, or has too large headers, gets an error in JSON', async () => {
  const service = await start();
  for (const [bytes, status] of [
    ['\0\x01nonsense\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nX: ${'x'.repeat(50_000)}\r\n\r\n`, 431],
    ['GET /graphql HTTP/1.1\r\n\r\n', 400],
  ] as const) {
    const { socket, all, closed } = await dial(service);
    socket.write(bytes);
    await closed;
    expect(all()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(all()).toMatch(/\r\n\r\n\{"errors":\[.*\]\}$|^HTTP\/1\.1 400 Bad Request\r\nConnection: close/); // Node itself misses the host
  }
});

test('stopping says so, lets running requests finish, ends streams with a comment, then closes', async () => {
  const service = await start();
  const running = service.query('{ slow(ms: 300) }');
  const stream = await subscribe(service, 'subscription { ticks }');
  const text = stream.text();
  await vi.waitFor(async () => expect(await gauge(service, 'bygdekalkyl_http_requests_in_flight')).toBe(1));
  const idle = await dial(service); // a connection from before
  idle.socket.write('GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await vi.waitFor(() => expect(idle.all()).toContain('200 OK'));
  const stopping = service.service.stop();
  await expect(fetch(service.url)).rejects.toThrow(); // nobody listens any more
  expect(await text).toMatch(/: the service is stopping, connect again\n\n$/);
  expect((await running).status).toBe(200);
  await stopping;
  await idle.closed;
});

test('a request that outlasts the grace time is told 503', async () => {
  const service = await start({ limits: { stopMs: 100 } });
  const running = service.query('{ slow(ms: 30000) }');
  await vi.waitFor(async () => expect(await gauge(service, 'bygdekalkyl_http_requests_in_flight')).toBe(1));
  await service.service.stop();
  const response = await running;
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
});

test('routes beside GraphQL are guarded the same, and their defects masked', async () => {
  const service = await start({
    extraRoutes: [
      { method: 'GET', path: '/backup', handle: (_, response) => void response.end('a backup') },
      {
        method: 'GET',
        path: '/files/',
        handle: () => {
          throw new Error('at /srv/secret.ts');
        },
      },
    ],
  });
  expect((await raw(service, 'GET', '/backup', {})).text).toBe('a backup');
  expect((await raw(service, 'POST', '/backup', json, hello)).headers['allow']).toBe('GET');
  expect((await raw(service, 'GET', '/backup', { origin: 'https://evil.example' })).status).toBe(403);
  const broken = await raw(service, 'GET', '/files/x', {});
  expect([broken.status, codeOf(broken), broken.text.includes('srv')]).toEqual([500, 'INTERNAL_SERVER_ERROR', false]);
});
