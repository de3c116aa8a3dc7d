import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';

/** One request and its answer, as the log and the metrics tell of them. */
export type Exchange = {
  readonly id: string;
  readonly method: string;
  /** Without the query string, which may hold variables. */
  readonly path: string;
  /** Milliseconds of the process' clock when it came. */
  readonly start: number;
  /** Writes lines that carry the request's id. */
  readonly log: Logger;
  /** Key for fair sharing, once known. */
  caller?: string;
  operationType?: string;
  operationName?: string;
  cost?: unknown;
};

const exchanges = new AsyncLocalStorage<Exchange>();

/** Runs work that belongs to an exchange; whatever it calls, now or later, finds it by `currentExchange`. */
export function inExchange<Result>(exchange: Exchange, work: () => Result): Result {
  return exchanges.run(exchange, work);
}

export function currentExchange(): Exchange | undefined {
  return exchanges.getStore();
}

/** The client's own `X-Request-Id` if it is a harmless one, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : randomUUID();
}
