import { tmpdir } from 'node:os';
import { createLog } from '../../src/api/http/index.ts';
import type { Limits } from '../../src/api/limits/index.ts';
import { newAdminKey, type Server, startServer } from '../../src/api/server.ts';
import { readConfiguration } from '../../src/service/configuration.ts';
import type { JobOptions } from '../../src/service/jobs/index.ts';
import { openService } from '../../src/service/open-service.ts';
import type { Service } from '../../src/service/service.ts';
import type { Database, DatabasePlace } from '../../src/store/database.ts';

/** A server of a test, listening on a port of its own. */
export type RunningServer = Server & {
  readonly service: Service;
  /** Lets in as whoever runs the service. */
  readonly adminKey: string;
  /** What the server answers, as a program sees it. */
  ask<Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Answer<Data>>;
};

export type Answer<Data> = {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  readonly extensions?: { readonly cost: Record<string, number> };
};

/** What a test wants otherwise. */
export type ServerWishes = {
  /** Short names of the shipped scenarios it needs. */
  readonly ship?: readonly string[];
  readonly flags?: Readonly<Record<string, string | boolean>>;
  readonly limits?: Partial<Limits>;
  readonly jobs?: JobOptions;
  /** Where the page was built to. */
  readonly pageFolder?: string;
};

/** Starts the real service on an open database; closing is the caller's, by `stop`, which closes the database too. */
export async function runServer(
  database: Database & { readonly place: DatabasePlace },
  wishes: ServerWishes = {},
): Promise<RunningServer> {
  const { place } = database;
  const { configuration } = readConfiguration({
    flags: {
      port: '0',
      querySeconds: '300',
      logLevel: 'silent',
      graceSeconds: '2',
      ...('folder' in place ? { data: place.folder } : {}),
      ...wishes.flags,
    },
    environment: 'url' in place ? { DATABASE_URL: place.url } : {},
    usualFolder: tmpdir(),
  });
  const adminKey = newAdminKey();
  const { ship = ['fliseryd'], jobs = {} } = wishes;
  const service = await openService(database, configuration, { adminKey, ship, jobs });
  const server = await startServer(service, configuration, {
    log: createLog({ level: 'error' }),
    ...(wishes.limits === undefined ? {} : { limits: wishes.limits }),
    ...(wishes.pageFolder === undefined ? {} : { pageFolder: wishes.pageFolder }),
  });
  return {
    ...server,
    service,
    adminKey,
    async ask(query, variables = {}, headers = {}) {
      const response = await fetch(`${server.address}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          // On a server's database everybody signs in.
          ...('url' in place ? { authorization: `Bearer ${adminKey}` } : {}),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as object) } as never;
    },
  };
}
