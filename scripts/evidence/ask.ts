import { Agent, type IncomingMessage, request } from 'node:http';

/** An answer, and how long it took, milliseconds. */
export type Reply = {
  readonly status: number;
  /** Seconds after which the server wants to be asked again; where it says so. */
  readonly retryAfter: number | undefined;
  readonly text: string;
  readonly ms: number;
};

/** What is sent: GraphQL as JSON, unless `body` says otherwise. */
export type Asked = {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly body?: string | undefined;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Goes away after so many milliseconds. */
  readonly leaveAfterMs?: number;
  /** Called with what has come of an answer so far; goes away once it says so. */
  readonly enough?: (text: string) => boolean;
};

/** No whole answer for so long is a hang, milliseconds; streams of jobs end with their job. */
const hangMs = 90_000;

/** Left by the client itself before the answer was whole. */
export class Left extends Error {}

/** A client with connections of its own. */
export type Client = {
  ask(asked: Asked): Promise<Reply>;
  close(): void;
};

/** A client of a server at an address, who sends `headers` with everything. */
export function openClient(address: string, headers: Readonly<Record<string, string>> = {}): Client {
  const agent = new Agent({ keepAlive: true });
  const ask = async (asked: Asked, again = true): Promise<Reply> => {
    try {
      return await send(address, agent, { ...asked, headers: { ...headers, ...asked.headers } });
    } catch (error) {
      // A kept connection may be closed by the server just as it is used again: HTTP leaves it to the client to repeat.
      if (again && (error as { reused?: boolean }).reused === true) return await ask(asked, false);
      throw error;
    }
  };
  return { ask, close: () => agent.destroy() };
}

function send(address: string, agent: Agent, asked: Asked): Promise<Reply> {
  const { query, variables = {}, path = '/graphql', headers = {} } = asked;
  const body = asked.body ?? (query === undefined ? undefined : JSON.stringify({ query, variables }));
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let answer: IncomingMessage | undefined;
    const outgoing = request(`${address}${path}`, {
      agent,
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/graphql-response+json',
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
        ...headers,
      },
    });
    let text = '';
    const leave =
      asked.leaveAfterMs === undefined
        ? setTimeout(() => outgoing.destroy(new Error(`a hang: of ${path}, ${query} came ${text}`)), hangMs)
        : setTimeout(() => outgoing.destroy(new Left('left')), asked.leaveAfterMs);
    const fail = (error: Error): void => {
      clearTimeout(leave);
      const reused = outgoing.reusedSocket && answer === undefined && !(error instanceof Left);
      reject(Object.assign(error, { reused }));
    };
    outgoing.on('error', fail);
    outgoing.on('response', (incoming) => {
      answer = incoming;
      const done = (): void => {
        clearTimeout(leave);
        const wait = incoming.headers['retry-after'];
        const retryAfter = wait === undefined ? undefined : Number(wait);
        resolve({ status: incoming.statusCode ?? 0, retryAfter, text, ms: performance.now() - start });
      };
      incoming.setEncoding('utf8');
      incoming.on('data', (part: string) => {
        text += part;
        if (asked.enough?.(text) !== true) return;
        done();
        outgoing.destroy();
      });
      incoming.on('end', done);
      incoming.on('error', fail);
    });
    outgoing.end(body);
  });
}
