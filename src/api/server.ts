import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { engineVersion } from '../app/engine-version.ts';
import { headersAsked, SignInError } from '../service/access/index.ts';
import type { Configuration } from '../service/configuration.ts';
import type { Service } from '../service/service.ts';
import type { Viewer } from '../service/viewer.ts';
import { writeBackup } from '../store/backup.ts';
import type { Context } from './context.ts';
import {
  type Caller,
  createGuardedYoga,
  createLog,
  createService,
  type Service as HttpService,
  Refusal,
  type Route,
} from './http/index.ts';
import { jobEventsRoute } from './http/job-events.ts';
import { turns } from './in-turn.ts';
import { defaultLimits, type Limits } from './limits/index.ts';
import { builtPage, pageRoutes } from './page.ts';
import { schema } from './schema.ts';
import { tellError } from './tell-error.ts';

/** A running server. */
export type Server = {
  /** Where it is reached from this machine: `http://localhost:4000`. */
  readonly address: string;
  readonly port: number;
  /** Takes no more work, lets what runs finish for the grace time, and gives everything back. */
  stop(): Promise<void>;
};

/** A key that lets in the commands of whoever owns the data folder. */
export function newAdminKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Serves what can be asked over HTTP. */
export async function startServer(
  service: Service,
  configuration: Configuration,
  options: {
    readonly limits?: Partial<Limits>;
    readonly log?: ReturnType<typeof createLog>;
    readonly pageFolder?: string;
  } = {},
): Promise<Server> {
  const limits: Limits = {
    ...defaultLimits,
    bodyBytes: configuration.bodyMegabytes * 1_000_000,
    requestMs: (configuration.querySeconds + 5) * 1000,
    stopMs: configuration.graceSeconds * 1000,
    ...options.limits,
  };
  const log = options.log ?? createLog({ level: configuration.logLevel });
  const yoga = createGuardedYoga<{ viewer: Viewer; requestId: string; signal: AbortSignal }, Context>({
    schema,
    limits,
    tellError,
    context: ({ viewer, requestId, signal }) => ({
      service,
      viewer,
      requestId,
      signal,
      limits,
      inTurn: turns(),
      cost: { villageDrawYears: 0 },
    }),
  });
  const http = createService({
    graphql: yoga,
    limits,
    log,
    ready: () => readiness(service),
    callerOf: (request) => callerOf(service, configuration, request),
    hosts: configuration.acceptedHosts ?? 'any',
    allowedOrigins: configuration.allowedOrigins,
    extraRoutes: [
      ...pageRoutes(options.pageFolder ?? builtPage),
      backupRoute(service),
      jobEventsRoute(service.jobs, limits.readMs),
    ],
    openMetrics: configuration.signIn === 'none',
  });
  tellMetrics(http, service);
  const { port } = await http.listen(configuration.port, configuration.host);
  return {
    address: `http://${configuration.host === '127.0.0.1' ? 'localhost' : hostInUrl(configuration.host)}:${port}`,
    port,
    stop: async () => {
      const graceMs = configuration.graceSeconds * 1000;
      await Promise.all([http.stop(), service.jobs.stop(graceMs)]);
      await service.computing.close(0);
      await service.database.close();
    },
  };
}

function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

async function callerOf(service: Service, configuration: Configuration, request: IncomingMessage): Promise<Caller> {
  const headers = new Headers();
  for (const name of headersAsked) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, String(value));
  }
  try {
    const viewer = await service.access.viewerOf({ headers, address: addressOf(request, configuration.trustProxy) });
    return { key: viewer.caller, context: { viewer } };
  } catch (error) {
    if (!(error instanceof SignInError)) throw error;
    const code = error.code === 'unauthenticated' ? 'UNAUTHENTICATED' : 'TOO_MANY_ATTEMPTS';
    throw new Refusal(error.status, code, error.message, error.headers);
  }
}

/** The client's own address: the last that a proxy we believe has written. */
function addressOf(request: IncomingMessage, proxies: number): string {
  const direct = request.socket.remoteAddress ?? '';
  if (proxies === 0) return direct;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return forwarded.at(-proxies) ?? direct;
}

async function readiness(service: Service): Promise<{ ready: boolean; reasons: string[] }> {
  try {
    await service.database.sql.query('SELECT 1');
    return { ready: true, reasons: [] };
  } catch {
    return { ready: false, reasons: ['the database cannot be reached'] };
  }
}

function tellMetrics({ metrics }: HttpService, service: Service): void {
  const gauges = [
    ['bygdekalkyl_desks', 'Threads that do scenario work', () => service.computing.state.desks],
    ['bygdekalkyl_work_running', 'Pieces of scenario work under way', () => service.computing.state.running],
    ['bygdekalkyl_work_waiting', 'Pieces of scenario work that wait', () => service.computing.state.waiting],
    ['bygdekalkyl_desk_restarts', 'Times a thread was replaced', () => service.computing.state.restarts],
  ] as const;
  for (const [name, help, value] of gauges) metrics.addGauge(name, help, value);
  for (const state of ['queued', 'running'] as const)
    metrics.addGauge(
      `bygdekalkyl_jobs_${state}`,
      `Jobs that are ${state}`,
      async () => (await service.jobs.counts())[state],
    );
}

/** `GET /backup`: everything that is kept, as one file, for whoever runs the service. */
function backupRoute(service: Service): Route {
  return {
    method: 'GET',
    path: '/backup',
    stream: true,
    async handle(_request, response, { caller }) {
      const { viewer } = caller.context as { viewer: Viewer };
      if (viewer.operator !== true)
        throw new Refusal(403, 'FORBIDDEN', 'Only whoever runs the service may take a backup, by the command backup.');
      response.setHeader('Content-Type', 'application/gzip');
      response.setHeader('Content-Disposition', 'attachment; filename="bygdekalkyl.backup.gz"');
      await writeBackup(service.database, response, { engine: engineVersion });
    },
  };
}
