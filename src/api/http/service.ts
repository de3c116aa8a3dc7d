import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Logger } from 'pino';
import { defaultLimits, type Limits } from '../limits/index.ts';
import { answerGraphql, type GraphqlHandler } from './answer-graphql.ts';
import { checkHost } from './check-host.ts';
import { answerPreflight, checkOrigin, readAllowedOrigins } from './check-origin.ts';
import { conclude } from './conclude.ts';
import { type Exchange, inExchange, requestIdOf } from './exchange.ts';
import { InFlight } from './in-flight.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { Refusal } from './refusal.ts';
import { refuseBrokenRequest } from './refuse-broken-request.ts';
import { type Caller, findRoute, type Route, routesAt } from './route.ts';
import { Running } from './running.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { sendError, sendJson } from './send.ts';

export type ServiceOptions = {
  /** Answers `/graphql`: made by `createGuardedYoga`. */
  readonly graphql: GraphqlHandler;
  /** Whether work can be taken on; reasons are read by anybody, so they name no addresses and no errors of others. */
  readonly ready: () => Promise<{ readonly ready: boolean; readonly reasons: readonly string[] }>;
  /** Who sends a request; throws a `Refusal` (401) for nobody. */
  readonly callerOf: (request: IncomingMessage) => Caller | Promise<Caller>;
  readonly log: Logger;
  /** Names the service answers to, without ports (`loopbackNames` and the bound one); `any` only with sign-in. */
  readonly hosts: readonly string[] | 'any';
  /** Web origins whose pages may use the service beside its own. */
  readonly allowedOrigins?: readonly string[];
  readonly extraRoutes?: readonly Route[];
  readonly limits?: Limits;
  /** Lets everybody read `/metrics`; otherwise only those `callerOf` accepts. */
  readonly openMetrics?: boolean;
};

export type Service = {
  readonly server: Server;
  readonly metrics: Metrics;
  /** Starts to listen; port 0 takes any free one. */
  listen(port: number, host: string): Promise<{ readonly port: number; readonly host: string }>;
  /** Takes no more work, lets running requests finish for `limits.stopMs`, ends streams, then closes every connection. */
  stop(): Promise<void>;
};

/** The service over HTTP: `/graphql`, `/health`, `/ready`, `/metrics` and the routes given. */
export function createService(options: ServiceOptions): Service {
  const { log, limits = defaultLimits } = options;
  const origins = readAllowedOrigins(options.allowedOrigins ?? []);
  const metrics = createMetrics();
  const requests = new InFlight('requests', { all: limits.requests, perCaller: limits.requestsPerCaller });
  const streams = new InFlight('event streams', { all: limits.streams, perCaller: limits.streamsPerCaller });
  metrics.addGauge('bygdekalkyl_http_requests_in_flight', 'Requests at work, streams apart', () => requests.count);
  metrics.addGauge('bygdekalkyl_http_streams_open', 'Event streams open', () => streams.count);

  const answering = new WeakMap<Socket, ServerResponse>();
  const running = new Running();
  const openPaths = new Set(['/health', '/ready', ...(options.openMetrics === true ? ['/metrics'] : [])]);

  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.receiveMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: Math.min(1_000, limits.headersMs),
      noDelay: true,
    },
    onRequest,
  );
  // Node by itself would invite a body that is refused unread.
  server.on('checkContinue', onRequest);
  server.on('clientError', (error, socket) =>
    refuseBrokenRequest(error, socket as Socket, answering.get(socket as Socket), log),
  );
  server.maxConnections = limits.connections;
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  // A connection on which nothing moves: longer than any request may take, so only what hangs is cut.
  server.timeout = limits.requestMs + limits.readMs;

  function onRequest(request: IncomingMessage, response: ServerResponse): void {
    const id = requestIdOf(request);
    const path = (request.url ?? '').split('?', 1)[0]!.slice(0, 200);
    const exchange: Exchange = {
      id,
      method: request.method ?? '',
      path,
      start: performance.now(),
      log: log.child({ requestId: id }),
    };
    const bytesBefore = request.socket.bytesWritten;
    const { socket } = request;
    answering.set(socket, response);
    response.once('close', () => conclude(exchange, response, socket.bytesWritten - bytesBefore, metrics));
    response.on('error', () => undefined); // the client is gone; `close` follows
    response.setHeader('X-Request-Id', id);
    if (running.isStopping) response.shouldKeepAlive = false;
    inExchange(exchange, () => {
      answer(request, response, exchange).catch((error: unknown) => sendError(request, response, exchange, error));
    });
  }

  async function answer(request: IncomingMessage, response: ServerResponse, exchange: Exchange): Promise<void> {
    setSecurityHeaders(request, response);
    checkHost(request.headers.host, options.hosts);
    if (!routesAt(routes, exchange.path).some(({ open }) => open === true)) checkOrigin(request, response, origins);
    if (!exchange.path.startsWith('/'))
      throw new Refusal(400, 'BAD_REQUEST', 'The address must be a path, such as /graphql.');
    if (request.method === 'OPTIONS') return answerPreflight(response);
    const route = exchange.path === '/graphql' ? undefined : findRoute(routes, request.method ?? '', exchange.path);
    if (route !== undefined && (route.open === true || openPaths.has(route.path)))
      return route.handle(request, response, {
        caller: { key: 'anybody' },
        requestId: exchange.id,
        log: exchange.log,
        signal: never,
      });
    if (running.isStopping) throw stopping();

    const caller = await options.callerOf(request);
    exchange.caller = caller.key;
    // Gone while we looked who it is: no event will ever tell so again, and whoever waits for the body would wait for ever.
    if (response.closed) return;
    let leave = (route?.stream === true ? streams : requests).take(caller.key);
    const work = running.start();
    if (route?.stream === true) work.becomeStream();
    response.once('close', () => {
      if (!response.writableFinished) work.abort(new DOMException('The client is gone', 'AbortError'));
    });
    const { signal } = work;
    try {
      if (route !== undefined) {
        await route.handle(request, response, { caller, requestId: exchange.id, log: exchange.log, signal });
        return;
      }
      const onStream = (): void => {
        const asRequest = leave;
        leave = streams.take(caller.key);
        asRequest();
        work.becomeStream();
      };
      const context = { requestId: exchange.id, signal, ...caller.context };
      await answerGraphql(request, response, { handler: options.graphql, limits, context, signal, onStream });
    } catch (error) {
      if (signal.aborted && error === signal.reason) throw stopping();
      work.abort(error);
      throw error;
    } finally {
      leave();
      work.end();
    }
  }

  const routes: readonly Route[] = [
    {
      method: 'GET',
      path: '/health',
      handle: (request, response) => sendJson(request, response, 200, { healthy: true }),
    },
    { method: 'GET', path: '/ready', handle: tellReadiness },
    {
      method: 'GET',
      path: '/metrics',
      handle: async (_, response) => {
        const text = await metrics.write();
        response.setHeader('Content-Type', metrics.contentType);
        response.end(text);
      },
    },
    ...(options.extraRoutes ?? []),
  ];

  async function tellReadiness(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const stated = running.isStopping
      ? { ready: false, reasons: ['the service is stopping'] }
      : await options.ready().catch(unready);
    if (!stated.ready) response.setHeader('Retry-After', '5');
    sendJson(request, response, stated.ready ? 200 : 503, { ready: stated.ready, reasons: stated.reasons });
  }

  function unready(error: unknown) {
    log.warn({ err: error }, 'the check of readiness failed');
    return { ready: false, reasons: ['a check failed; see the log'] };
  }

  return {
    server,
    metrics,
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve({ port: (server.address() as AddressInfo).port, host });
        });
      }),
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await running.stop(limits.stopMs);
      // What was just answered is given a moment to leave.
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 200).unref())]);
      server.closeAllConnections();
      await closed;
      metrics.close();
    },
  };
}

const never = new AbortController().signal;

function stopping(): Refusal {
  return new Refusal(503, 'STOPPING', 'The service is stopping; try again soon.', { 'Retry-After': '5' });
}
