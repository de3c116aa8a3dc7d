import { Agent, type IncomingMessage, request as send } from 'node:http';
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { findLeak } from './find-leak.ts';
import { randomOf } from './random.ts';
import type { DocumentOptions } from './random-documents.ts';
import { type RandomRequest, randomRequest } from './random-requests.ts';

export type FuzzOptions = DocumentOptions & {
  /** Of the GraphQL endpoint. */
  readonly url: string;
  /** Sent with each request, such as an Authorization. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Request number i of a seed is the same on every machine, whatever came before it. */
  readonly seed: string;
  readonly count: number;
  /** Number of the first, to repeat one alone. */
  readonly first?: number;
  /** Asked of the server by introspection where it is not given. */
  readonly schema?: GraphQLSchema;
  readonly atOnce?: number;
  /** No answer for so long is a hang. */
  readonly hangMs?: number;
  readonly onBad?: (bad: BadAnswer) => void;
};

/** An answer that no request should get. */
export type BadAnswer = {
  readonly number: number;
  readonly why: string;
  readonly status: number;
  readonly kind: RandomRequest['kind'];
  /** Beginning of what was sent; `first: number, count: 1` sends it all again. */
  readonly asked: string;
  /** Beginning of the answer. */
  readonly answer: string;
};

export type FuzzReport = {
  readonly sent: number;
  readonly bad: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, number>>;
  /** Documents made by the schema that were run: were there none, nothing behind validation was tried. */
  readonly executed: number;
  readonly slowestMs: number;
};

type Answer = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly text: string };

/** Sends random documents and bodies to a running server, and checks that each gets a proper answer: no 5xx, no hang, no leak. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { url, seed, count, first = 0, atOnce = 8, hangMs = 60_000, headers = {} } = options;
  const schema = options.schema ?? (await askSchema(url, headers));
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const byStatus: Record<string, number> = {};
  const byKind: Record<string, number> = {};
  let [next, bad, executed, slowestMs] = [first, 0, 0, 0];

  const work = async (): Promise<void> => {
    while (next < first + count) {
      const number = next++;
      const request = randomRequest(schema, randomOf(`${seed}/${number}`), options);
      const start = performance.now();
      const answer = await exchange(request).catch((error: Error) => error);
      slowestMs = Math.max(slowestMs, performance.now() - start);
      const status = answer instanceof Error ? 0 : answer.status;
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      byKind[request.kind] = (byKind[request.kind] ?? 0) + 1;
      if (!(answer instanceof Error) && /^\{"(?:data|errors":.*"data)"/s.test(answer.text)) executed++;
      const why = answer instanceof Error ? answer.message : whatIsWrong(request, answer);
      if (why === undefined) continue;
      bad++;
      const asked = request.search + (request.body?.toString().slice(0, 1_000) ?? '');
      const text = answer instanceof Error ? '' : answer.text.slice(0, 1_000);
      options.onBad?.({ number, why, status, kind: request.kind, asked, answer: text });
    }
  };

  const exchange = async (request: RandomRequest, again = true): Promise<Answer> => {
    try {
      return await sendOne(url, request, headers, agent, hangMs);
    } catch (error) {
      // A kept connection may be closed by the server just as it is used again: HTTP leaves it to the client to repeat.
      if (again && (error as { reused?: boolean }).reused === true) return exchange(request, false);
      throw error;
    }
  };

  await Promise.all(Array.from({ length: atOnce }, work));
  agent.destroy();
  return { sent: count, bad, byStatus, byKind, executed, slowestMs };
}

function sendOne(
  url: string,
  request: RandomRequest,
  headers: Readonly<Record<string, string>>,
  agent: Agent,
  hangMs: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = request.body === undefined ? {} : { 'content-length': String(request.body.length) };
    const outgoing = send(url + request.search, {
      method: request.method,
      agent,
      headers: { ...length, ...request.headers, ...headers },
    });
    const hang = setTimeout(() => outgoing.destroy(new Error(`no answer in ${hangMs} ms`)), hangMs);
    let answered = false;
    outgoing.on('error', (error) => {
      clearTimeout(hang);
      if (!answered) reject(Object.assign(error, { reused: outgoing.reusedSocket }));
    });
    outgoing.on('response', (incoming) => {
      answered = true;
      const chunks: Buffer[] = [];
      const done = (): void => {
        clearTimeout(hang);
        clearTimeout(enough);
        const text = Buffer.concat(chunks).toString();
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text });
        if (!incoming.complete) outgoing.destroy();
      };
      // Streams may last for ever; the beginning shows whether they are proper.
      const isStream = incoming.headers['content-type']?.startsWith('text/event-stream');
      const enough = setTimeout(done, isStream ? 300 : hangMs);
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', done).on('error', done);
    });
    outgoing.end(request.body);
  });
}

function whatIsWrong(request: RandomRequest, answer: Answer): string | undefined {
  const { status, headers, text } = answer;
  if (status >= 500 && !(status === 503 && headers['retry-after'] !== undefined)) return `status ${status}`;
  const leak = findLeak(text);
  if (leak !== undefined) return `the answer shows ${leak}`;
  if (request.method === 'HEAD' || status === 204) return text === '' ? undefined : 'a body where none may be';
  const type = headers['content-type'] ?? '';
  const mayStream = !request.headers['accept']?.startsWith('application/');
  if (mayStream && type === 'text/event-stream')
    return text.startsWith(':') ? undefined : 'an event stream that does not begin with a comment';
  if (!/^application\/(?:graphql-response\+)?json; charset=utf-8$/.test(type)) return `content type "${type}"`;
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null || !('data' in body || 'errors' in body))
      return 'neither data nor errors';
  } catch {
    return 'not JSON';
  }
  return undefined;
}

async function askSchema(url: string, headers: Readonly<Record<string, string>>): Promise<GraphQLSchema> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: getIntrospectionQuery({ oneOf: true }) }),
  });
  const { data, errors } = (await response.json()) as { data?: IntrospectionQuery; errors?: unknown };
  if (data === undefined) throw new Error(`The server does not tell its schema: ${JSON.stringify(errors)}`);
  return buildClientSchema(data);
}
