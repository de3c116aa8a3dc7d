import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { Refusal } from './refusal.ts';

/** Who sends a request: told from its headers before anything of it is read. */
export type Caller = {
  /** Key for fair sharing: requests at once are counted by it, and the log names it. */
  readonly key: string;
  /** Handed on to GraphQL's context and to the routes: the viewer. */
  readonly context?: object;
};

/** Something answered beside GraphQL: a backup to download, a page, a stream of events. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The whole path; where it ends in `/` and is more than that, all paths below it. */
  readonly path: string;
  /** A file for anybody, signed in or not, and wherever a link to it stands. */
  readonly open?: boolean;
  /** Long-lived: counted with the event streams, and may take longer than a request. */
  readonly stream?: boolean;
  handle(request: IncomingMessage, response: ServerResponse, given: RouteGiven): Promise<void> | void;
};

export type RouteGiven = {
  readonly caller: Caller;
  readonly requestId: string;
  readonly log: Logger;
  /** Aborted when the client is gone, or the service stops and waits no longer. */
  readonly signal: AbortSignal;
};

/** What is at a path, by whichever method. */
export function routesAt(routes: readonly Route[], path: string): readonly Route[] {
  return routes.filter((route) =>
    route.path.length > 1 && route.path.endsWith('/') ? path.startsWith(route.path) : path === route.path,
  );
}

/**
 * Finds what answers a path.
 *
 * @throws {Refusal} 404 nothing is there; 405 something is, by another method
 */
export function findRoute(routes: readonly Route[], method: string, path: string): Route {
  const there = routesAt(routes, path);
  const route = there.find((one) => one.method === method || (one.method === 'GET' && method === 'HEAD'));
  if (route !== undefined) return route;
  if (there.length === 0)
    throw new Refusal(404, 'NOT_FOUND', 'There is nothing at this address; the API is at /graphql.');
  const allowed = there.map((one) => one.method).join(', ');
  throw new Refusal(405, 'WRONG_METHOD', `Use ${allowed} here.`, { Allow: allowed });
}
