import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Limits } from '../limits/index.ts';
import { checkContentType, checkQueryString, paramsOfBody } from './graphql-params.ts';
import { readBody } from './read-body.ts';
import { Refusal } from './refusal.ts';
import { sendJson } from './send.ts';
import { isStream, sendStream } from './send-stream.ts';

/** The part of a Yoga that is used here. */
export type GraphqlHandler = {
  readonly fetchAPI: { readonly Request: typeof Request };
  // biome-ignore lint/suspicious/noExplicitAny: what the context must hold is between the Yoga and `callerOf`
  handleRequest(request: Request, context: any): Response | Promise<Response>;
};

export type GraphqlGiven = {
  readonly handler: GraphqlHandler;
  readonly limits: Limits;
  /** Handed to Yoga's context. */
  readonly context: object;
  readonly signal: AbortSignal;
  /** Called when the answer proves to be a stream, before it is sent; may refuse. */
  readonly onStream: () => void;
};

/** Answers one GraphQL request over HTTP: GET for queries, POST with a JSON body for everything. */
export async function answerGraphql(
  request: IncomingMessage,
  response: ServerResponse,
  given: GraphqlGiven,
): Promise<void> {
  const { handler, limits, context, signal } = given;
  const at = request.url!.indexOf('?');
  const search = at < 0 ? '' : request.url!.slice(at + 1);
  const init = { method: request.method!, headers: headersOf(request), signal };
  let asked: Request;
  if (request.method === 'GET') {
    checkQueryString(search);
    asked = new handler.fetchAPI.Request(`http://service/graphql?${search}`, init);
  } else if (request.method === 'POST') {
    checkContentType(request);
    const params = paramsOfBody(await readBody(request, response, limits.bodyBytes));
    asked = new handler.fetchAPI.Request('http://service/graphql', init);
    Object.defineProperty(asked, 'json', { value: () => Promise.resolve(params) }); // parsed above, so not once more
  } else throw new Refusal(405, 'WRONG_METHOD', 'Use POST, or GET for queries.', { Allow: 'GET, POST' });

  const answer = await inTime(limits.requestMs, signal, () => handler.handleRequest(asked, context));
  if (response.destroyed) return void answer.body?.cancel().catch(() => undefined);
  if (!isStream(answer) || answer.body === null) return sendWhole(request, response, answer, limits.readMs);
  try {
    given.onStream();
  } catch (error) {
    answer.body.cancel().catch(() => undefined);
    throw error;
  }
  copyHead(answer, response);
  response.setHeader('X-Accel-Buffering', 'no');
  await sendStream(answer.body as ReadableStream<Uint8Array>, response, limits.readMs, signal);
  const isEvents = /^text\/event-stream/.test(answer.headers.get('content-type') ?? '');
  response.end(signal.aborted && isEvents ? ': the service is stopping, connect again\n\n' : undefined);
}

/** Headers as Yoga reads them; the type of the body has been checked to mean this. */
function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers[name] = value;
  if (request.method === 'POST') headers['content-type'] = 'application/json';
  return headers;
}

async function inTime(ms: number, signal: AbortSignal, work: () => Response | Promise<Response>): Promise<Response> {
  let stop: () => void = () => undefined;
  const late = new Promise<never>((_, reject) => {
    const timer = setTimeout(
      () =>
        reject(
          new Refusal(503, 'TOO_SLOW', 'It took longer than a request may; start it as a job.', {
            'Retry-After': '30',
          }),
        ),
      ms,
    );
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    stop();
  }
}

async function sendWhole(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Response,
  readMs: number,
): Promise<void> {
  const text = await answer.text();
  if (text === '' && answer.status >= 400) {
    const message =
      answer.status === 406 ? 'Accept application/json or application/graphql-response+json.' : 'Bad request.';
    return sendJson(request, response, answer.status, {
      errors: [{ message, extensions: { code: 'NOT_ACCEPTABLE' } }],
    });
  }
  copyHead(answer, response);
  const bytes = Buffer.from(text);
  response.setHeader('Content-Length', bytes.length);
  const late = setTimeout(() => response.destroy(), readMs);
  response.once('close', () => clearTimeout(late));
  response.end(bytes);
}

function copyHead(answer: Response, response: ServerResponse): void {
  const own = ['connection', 'transfer-encoding', 'content-encoding', 'content-length', 'cache-control'];
  response.statusCode = answer.status;
  answer.headers.forEach((value, name) => {
    if (!own.includes(name.toLowerCase())) response.setHeader(name, value);
  });
}
