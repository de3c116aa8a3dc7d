import {
  GraphQLError,
  type GraphQLFieldConfig,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import type { Logger } from 'pino';
import { createGuardedYoga } from '../http/guarded-yoga.ts';
import { createLog, createService, loopbackNames, type Service, type ServiceOptions } from '../http/index.ts';
import { defaultLimits, type Limits } from '../limits/index.ts';

/** What a resolver of the small schema may look at. */
type Context = {
  readonly signal: AbortSignal;
  readonly requestId: string;
  readonly cost: { villageDrawYears: number };
};

const page = { first: { type: GraphQLInt }, after: { type: GraphQLString } };

/** Refuses with a plain error, as a scalar should not. */
const Year = new GraphQLScalarType<number>({
  name: 'Year',
  parseValue: (value) => {
    if (typeof value !== 'number') throw new TypeError('at /srv/secret/year.ts: SELECT secret');
    return value;
  },
});

const Village: GraphQLObjectType<{ id: number }, Context> = new GraphQLObjectType<{ id: number }, Context>({
  name: 'Village',
  fields: () => ({
    id: { type: new GraphQLNonNull(GraphQLInt) },
    name: { type: new GraphQLNonNull(GraphQLString), resolve: ({ id }) => `By ${id}` },
    neighbours: { type: new GraphQLList(Village), resolve: ({ id }) => [{ id: (id % 1_000) + 1 }] },
    nearby: { type: new GraphQLNonNull(VillageConnection), args: page, resolve: () => connection(2) },
  }),
});

const VillageConnection = new GraphQLObjectType({
  name: 'VillageConnection',
  fields: {
    totalCount: { type: GraphQLInt },
    pageInfo: {
      type: new GraphQLNonNull(
        new GraphQLObjectType({ name: 'PageInfo', fields: { endCursor: { type: GraphQLString } } }),
      ),
    },
    edges: {
      type: new GraphQLList(
        new GraphQLObjectType({
          name: 'VillageEdge',
          fields: { cursor: { type: GraphQLString }, node: { type: Village } },
        }),
      ),
    },
  },
});

const Filter: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: 'Filter',
  fields: () => ({ name: { type: GraphQLString }, year: { type: Year }, and: { type: new GraphQLList(Filter) } }),
});

function connection(count: number) {
  const edges = Array.from({ length: count }, (_, id) => ({ cursor: String(id), node: { id } }));
  return { totalCount: count, pageInfo: {}, edges };
}

function breakDown(): never {
  throw new Error(
    'connect to postgres://planner:hemligt@db.example/x failed at /srv/secret/file.ts: SELECT * FROM "Token"',
  );
}

const field = (config: GraphQLFieldConfig<unknown, Context>): GraphQLFieldConfig<unknown, Context> => config;

/** Fields that fail or take as long as they are asked to. */
const unsound = {
  broken: field({ type: GraphQLString, resolve: breakDown }),
  brokenWhole: field({ type: new GraphQLNonNull(GraphQLString), resolve: breakDown }),
  slow: field({
    type: GraphQLString,
    args: { ms: { type: new GraphQLNonNull(GraphQLInt) } },
    resolve: (_, { ms }, { signal }) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => resolve('done'), ms);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          watched.aborted++;
          reject(signal.reason);
        });
      }),
  }),
};

/**
 * A schema with one of everything the service must stand: pages, lists, inputs inside inputs, streams; and, unless it is to be
 * `sound`, defects and slow work.
 */
export const smallSchema = (sound = false): GraphQLSchema =>
  new GraphQLSchema({
    query: new GraphQLObjectType<unknown, Context>({
      name: 'Query',
      fields: {
        hello: field({ type: GraphQLString, resolve: () => 'hej' }),
        requestId: field({ type: GraphQLString, resolve: (_, __, context) => context.requestId }),
        village: field({
          type: Village,
          args: { id: { type: GraphQLInt }, filter: { type: Filter }, year: { type: Year } },
          resolve: (_, { id }) => ({ id: id ?? 1 }),
        }),
        villages: field({
          type: new GraphQLNonNull(VillageConnection),
          args: page,
          resolve: (_, { first }) => connection(first ?? 3),
        }),
        compute: field({
          type: GraphQLInt,
          resolve: (_, __, { cost }) => {
            cost.villageDrawYears += 30_000;
            return 1;
          },
        }),
        refused: field({
          type: GraphQLString,
          resolve: () => {
            throw new GraphQLError('Not yours', { extensions: { code: 'FORBIDDEN' } });
          },
        }),
        large: field({
          type: GraphQLString,
          args: { characters: { type: new GraphQLNonNull(GraphQLInt) } },
          resolve: (_, { characters }) => 'x'.repeat(Math.min(Math.max(characters, 0), 10_000_000)),
        }),
        ...(sound ? {} : unsound),
      },
    }),
    mutation: new GraphQLObjectType<unknown, Context>({
      name: 'Mutation',
      fields: {
        save: field({
          type: GraphQLString,
          args: { text: { type: GraphQLString } },
          resolve: (_, { text }) => `saved ${text}`,
        }),
      },
    }),
    subscription: new GraphQLObjectType<unknown, Context>({
      name: 'Subscription',
      fields: {
        ticks: field({
          type: GraphQLString,
          args: { every: { type: GraphQLInt }, size: { type: GraphQLInt }, count: { type: GraphQLInt } },
          resolve: (tick) => tick,
          subscribe: async function* (_, { every, size, count }) {
            try {
              for (let i = 0; i < (count ?? Number.POSITIVE_INFINITY); i++) {
                watched.made++;
                yield `${i}:${'x'.repeat(size ?? 0)}`;
                await new Promise((resolve) => setTimeout(resolve, Math.max(every ?? 10, 0)));
              }
            } finally {
              watched.streamsEnded++;
            }
          },
        }),
      },
    }),
  });

/** What the resolvers saw, for tests to look at. */
export const watched = { aborted: 0, made: 0, streamsEnded: 0 };

export type SmallService = {
  readonly url: string;
  readonly port: number;
  readonly service: Service;
  /** Lines of the log, as objects. */
  readonly lines: Record<string, unknown>[];
  query(query: string, options?: { variables?: unknown; headers?: Record<string, string> }): Promise<Response>;
};

/** Starts a service over the small schema on a free port of this machine. */
export async function startSmallService(
  options: { readonly limits?: Partial<Limits>; readonly sound?: boolean } & Partial<
    Omit<ServiceOptions, 'limits' | 'graphql'>
  > = {},
): Promise<SmallService> {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const lines: Record<string, unknown>[] = [];
  const log: Logger = createLog({
    level: 'debug',
    destination: { write: (line) => void lines.push(JSON.parse(line)) },
  });
  const graphql = createGuardedYoga<Omit<Context, 'cost'>, Pick<Context, 'cost'>>({
    schema: smallSchema(options.sound),
    limits,
    context: () => ({ cost: { villageDrawYears: 0 } }),
  });
  const service = createService({
    ready: async () => ({ ready: true, reasons: [] }),
    callerOf: () => ({ key: 'tester' }),
    hosts: loopbackNames,
    log,
    ...options,
    graphql,
    limits,
  });
  const { port } = await service.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}/graphql`;
  return {
    url,
    port,
    service,
    lines,
    query: (query, { variables, headers } = {}) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, ...(variables === undefined ? {} : { variables }) }),
      }),
  };
}
