import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../src/api/schema.ts';
import { wholeSelection } from '../../src/api/testing/whole-selection.ts';
import { onBothDatabases } from '../store/databases.ts';
import { type Attempt, expectations } from './expectations.ts';
import { buildWorld, globalId, members, nobodies, nowhere, others, secretMark, type Who, type World } from './world.ts';

/** Every field that can be asked at the top: `Query.comparison`. */
const operations = new Map<string, GraphQLField<unknown, unknown>>(
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    type == null ? [] : Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const),
  ),
);

/** Every type that has a global id. */
const nodeTypes = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'))
  .map(({ name }) => name)
  .sort();

const somebodies = [...members, ...others, 'operator'] as const;

describe('the table', () => {
  test('has a row for every query, mutation and subscription of the schema, and none for what is gone', () => {
    expect(Object.keys(expectations).sort()).toEqual([...operations.keys()].sort());
  });

  test('tries every row that takes an id with a thing that is shared and one that is not', () => {
    for (const [name, field] of operations) {
      if (idPaths(field.args).length === 0 || name === 'Query.node' || /Token/.test(name) || /[jJ]ob/.test(name))
        continue;
      const whats = (expectations[name] ?? []).map(({ what }) => what).join('; ');
      expect([name, whats]).toEqual([name, expect.stringMatching(/unshared.*shared/)]);
    }
  });

  test('knows of every field below the top that takes an id', () => {
    const found = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !operations.has(`${type.name}.${Object.keys(type.getFields())[0]}`))
      .flatMap((type) =>
        Object.values((type as { getFields(): Record<string, GraphQLField<unknown, unknown>> }).getFields())
          .filter((field) => idPaths(field.args).length > 0)
          .map((field) => `${type.name}.${field.name}`),
      );
    expect(found).toEqual(['Revision.changesSince']);
  });
});

onBothDatabases((kind, open) => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld(await open());
  });
  afterAll(async () => {
    await world?.server.stop();
  });

  const secretsOf = (text: string): string[] => (text.includes(secretMark) ? [text.slice(0, 2000)] : []);

  describe.each([...operations.keys()].filter((name) => expectations[name] !== undefined))('%s', (name) => {
    const field = operations.get(name) as GraphQLField<unknown, unknown>;

    test.each(expectations[name] as Attempt[])('$what', async (attempt) => {
      const came: Record<string, string> = {};
      for (const who of [...nobodies, ...somebodies]) {
        const variables = await attempt.variables(world, who);
        const answer = await send(world, who, operationOf(name, variables, attempt.select), variables);
        came[who] = outcomeOf(answer, field.name);
        expect([who, answer.status < 500, answer.text]).toEqual([who, true, expect.not.stringContaining('INTERNAL')]);
        if (!isMember(who) && who !== 'operator') expect([who, secretsOf(answer.text)]).toEqual([who, []]);
      }
      expect(came).toEqual({
        ...Object.fromEntries(nobodies.map((who) => [who, 'unauthenticated'])),
        ...attempt.outcome,
      });
    });

    const paths = idPaths(field.args);
    if (paths.length === 0) return;

    test('whatever is not there for others is told in the words of what is nowhere', async () => {
      for (const attempt of expectations[name] as Attempt[]) {
        for (const who of ['otherPlanner', 'otherAdmin'] as const) {
          if (attempt.outcome[who] !== 'not-found') continue;
          const variables = await attempt.variables(world, who);
          const document = operationOf(name, variables, attempt.select);
          const hidden = await send(world, who, document, variables);
          for (const path of paths) {
            const id = valueAt(variables, path);
            if (typeof id !== 'string') continue;
            const type = Buffer.from(id, 'base64').toString().split(':')[0] as string;
            const missing = await send(world, who, document, withValue(variables, path, globalId(type, nowhere)));
            expect(withoutRequest(hidden.text)).toBe(withoutRequest(missing.text));
          }
        }
      }
    });

    test.each(paths)('an id of another type, or none at all, is no way in and no defect: %s', async (...path) => {
      for (const who of ['admin', 'otherAdmin'] as const) {
        let variables: Record<string, unknown> = {};
        for (const attempt of expectations[name] as Attempt[]) {
          variables = await attempt.variables(world, who);
          if (valueAt(variables, path) !== undefined) break;
        }
        const [right = ''] = Buffer.from(String(valueAt(variables, path)), 'base64')
          .toString()
          .split(':');
        expect(nodeTypes).toContain(right);
        const ofOthers = Object.entries(thingsByType(world)).flatMap(([type, id]) =>
          type === right || name === 'Query.node' ? [] : [id],
        );
        for (const id of [...ofOthers, ...malformedIds(right)]) {
          const wrong = withValue(variables, path, id);
          const answer = await send(world, who, operationOf(name, wrong), wrong);
          const outcome = outcomeOf(answer, field.name);
          expect([id, answer.status < 500, answer.text]).toEqual([id, true, expect.not.stringContaining('INTERNAL')]);
          expect([id, outcome, answer.text]).toEqual([id, expect.stringMatching(/^(not-found|invalid)$/), answer.text]);
        }
      }
    });
  });

  describe('node(id)', () => {
    const query = 'query ($id: ID!) { node(id: $id) { __typename id } }';
    const seen = async (who: Who, id: string): Promise<string> => {
      const { status, json } = await send(world, who, query, { id });
      return status === 401
        ? 'unauthenticated'
        : ((json.data?.['node'] as { __typename?: string } | null)?.__typename ?? 'nothing');
    };

    test('is tried for every type that has an id', () => {
      expect(Object.keys(thingsByType(world)).sort()).toEqual(nodeTypes);
    });

    test.each(nodeTypes)('gives a %s of Kalmar to whom it is for, and to nobody else', async (type) => {
      const id = thingsByType(world)[type] as string;
      const isPublic = type === 'Place' || type === 'Workspace';
      const came = Object.fromEntries(
        await Promise.all([...nobodies, ...somebodies].map(async (who) => [who, await seen(who, id)])),
      );
      expect(came).toEqual({
        ...Object.fromEntries(nobodies.map((who) => [who, 'unauthenticated'])),
        ...Object.fromEntries(
          members.map((who) => [who, type === 'AccessToken' && who !== 'admin' ? 'nothing' : type]),
        ),
        // Of a workspace that shares something with you, you know the name.
        ...Object.fromEntries(others.map((who) => [who, isPublic ? type : 'nothing'])),
        // Whoever runs the service sees who may come in, not what they keep.
        operator: isPublic || type === 'AccessToken' ? type : 'nothing',
      });
    });

    test.each(['scenario', 'revision', 'comparison'] as const)(
      'gives a %s that is shared to whom it is shared with',
      async (what) => {
        const type = what[0]?.toUpperCase() + what.slice(1);
        for (const who of others) {
          expect([who, await seen(who, world.sharedWithOther[what])]).toEqual([who, type]);
          expect([who, await seen(who, world.sharedWithAll[what])]).toEqual([who, type]);
        }
        expect(await seen('operator', world.sharedWithOther[what])).toBe('nothing');
        expect(await seen('operator', world.sharedWithAll[what])).toBe(type);
      },
    );

    test("the other's workspace, which shares nothing, is not there for Kalmar", async () => {
      for (const who of members) expect(await seen(who, world.workspaces.other)).toBe('nothing');
    });

    test('ids that are none are nothing', async () => {
      for (const type of nodeTypes)
        for (const id of malformedIds(type)) {
          const { status, text } = await send(world, 'otherAdmin', query, { id });
          expect([id, status < 500, text]).toEqual([id, true, expect.not.stringContaining('INTERNAL')]);
          expect(text).not.toContain(`"__typename":"${type}"`);
        }
    });
  });

  describe('everything that can be reached from what is shared', () => {
    test('holds nothing of what is not', async () => {
      for (const who of ['otherReader', 'otherAdmin', 'operator'] as const) {
        for (const [type, id] of [
          ['Scenario', world.sharedWithOther.scenario],
          ['Revision', world.sharedWithOther.revision],
          ['Comparison', world.sharedWithOther.comparison],
          ['Scenario', world.sharedWithAll.scenario],
          ['Revision', world.sharedWithAll.revision],
          ['Comparison', world.sharedWithAll.comparison],
          ['Workspace', world.workspaces.kalmar],
        ] as const) {
          const { status, text } = await send(
            world,
            who,
            `query ($id: ID!) { node(id: $id) { ... on ${type} ${wholeSelection(schema, type)} } }`,
            { id },
          );
          expect([who, type, status, text.slice(0, 500)]).toEqual([
            who,
            type,
            200,
            expect.not.stringContaining('"errors"'),
          ]);
          expect(secretsOf(text)).toEqual([]);
        }
        for (const list of ['scenarios', 'workspaces', 'jobs', ...(who === 'otherAdmin' ? ['tokens'] : [])]) {
          const field = operations.get(`Query.${list}`) as GraphQLField<unknown, unknown>;
          const selection = wholeSelection(schema, getNamedType(field.type).name);
          const { status, text } = await send(world, who, `{ ${list}(first: 100) ${selection} }`, {});
          expect([who, list, status, text.slice(0, 300)]).toEqual([
            who,
            list,
            200,
            expect.not.stringContaining('"errors"'),
          ]);
          expect(secretsOf(text)).toEqual([]);
        }
      }
    });

    test('has no revision that something shared came from, unless that is shared too', async () => {
      const query = 'query ($id: ID!) { node(id: $id) { ... on Revision { parent { id } } } }';
      for (const who of others) {
        const { json } = await send(world, who, query, { id: world.sharedWithOther.revision });
        expect([who, json.data]).toEqual([who, { node: { parent: null } }]);
      }
      const { json } = await send(world, 'reader', query, { id: world.sharedWithOther.revision });
      expect(json.data).toEqual({ node: { parent: { id: expect.any(String) } } });
    });

    test('is not compared with what is not shared', async () => {
      const query =
        'query ($id: ID!, $from: ID!) { node(id: $id) { ... on Revision { changesSince(revision: $from) { path before after } } } }';
      const ask = async (who: Who, from: string): Promise<string> =>
        withoutRequest((await send(world, who, query, { id: world.sharedWithOther.revision, from })).text);
      for (const who of others) {
        const hidden = await ask(who, world.unshared.revision);
        expect(secretsOf(hidden)).toEqual([]);
        expect(hidden).toContain('NOT_FOUND');
        expect(hidden).toBe(await ask(who, globalId('Revision', nowhere)));
      }
      expect(await ask('reader', world.unshared.revision)).toContain(secretMark);
    });
  });

  describe('what is asked beside GraphQL', () => {
    const get = async (who: Who, path: string): Promise<number> => {
      const response = await fetch(`${world.server.address}${path}`, {
        headers: world.headers(who),
        signal: AbortSignal.timeout(20_000),
      });
      const text = await response.text();
      if (!isMember(who) && who !== 'operator') expect([who, secretsOf(text)]).toEqual([who, []]);
      return response.status;
    };

    test.each([
      ['/health', { nobody: 200, member: 200, other: 200, operator: 200 }],
      ['/ready', { nobody: 200, member: 200, other: 200, operator: 200 }],
      ['/backup', { nobody: 401, member: 403, other: 403, operator: 200 }],
      ['/jobs/JOB/events', { nobody: 401, member: 200, other: 404, operator: 404 }],
    ] as const)('GET %s is for whom it is for', async (path, expected) => {
      for (const who of [...nobodies, ...somebodies]) {
        const part =
          who === 'operator'
            ? 'operator'
            : isMember(who)
              ? 'member'
              : others.includes(who as never)
                ? 'other'
                : 'nobody';
        expect([who, await get(who, path.replace('JOB', encodeURIComponent(world.job)))]).toEqual([
          who,
          expected[part],
        ]);
      }
    });

    test('nobody is told more of a token than that it is not valid', async () => {
      const answers = await Promise.all(
        nobodies.map(async (who) => {
          const { status, text, headers } = await send(world, who, '{ __typename }', {});
          return JSON.stringify([status, headers.get('www-authenticate'), withoutRequest(text)]);
        }),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('Bearer realm');
    });
  });

  test(`the database under all this was the ${kind} one`, () => {
    expect(world.server.service.database.kind).toBe(kind);
  });
});

/** An id of each type that has one: Kalmar's, not shared. */
function thingsByType(world: World): Record<string, string> {
  return {
    AccessToken: world.token,
    Comparison: world.unshared.comparison,
    Job: world.job,
    Place: world.place,
    Revision: world.unshared.revision,
    Scenario: world.unshared.scenario,
    Workspace: world.workspaces.kalmar,
  };
}

function malformedIds(type: string): string[] {
  const uuid = nowhere;
  return [
    '',
    ' ',
    'x',
    '\0',
    '🌲',
    uuid,
    globalId(type, ''),
    globalId(type, '1'),
    globalId(type, `${uuid}\0`),
    globalId(type, `${uuid}' OR '1'='1`),
    globalId(type, uuid.toUpperCase()),
    globalId(type, 'x'.repeat(5000)),
    globalId('Nothing', uuid),
    globalId('__proto__', uuid),
    globalId('', uuid),
    Buffer.from(type).toString('base64'),
    globalId(type, uuid),
  ];
}

function isMember(who: Who): boolean {
  return (members as readonly string[]).includes(who);
}

type Sent = {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly json: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  };
};

/** Sends an operation as somebody; of a subscription, the answer is its first event. */
async function send(world: World, who: Who, query: string, variables: Record<string, unknown>): Promise<Sent> {
  const isStream = query.startsWith('subscription');
  const response = await fetch(`${world.server.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(isStream ? { accept: 'text/event-stream' } : {}),
      ...world.headers(who),
    },
    body: JSON.stringify({ query, variables }),
  });
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
    const text = await response.text();
    return { status: response.status, text, headers: response.headers, json: JSON.parse(text) };
  }
  const events = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  let data: string | undefined;
  while (data === undefined) {
    const { value, done } = await events.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
    data = /^data: ?(\{.*\})$/m.exec(text)?.[1];
  }
  await events.cancel();
  return { status: response.status, text, headers: response.headers, json: JSON.parse(data ?? '{}') };
}

/** What came of it, in one word. */
function outcomeOf({ status, json }: Sent, field: string): string {
  if (status === 401) return 'unauthenticated';
  const [error] = json.errors ?? [];
  if (error !== undefined) {
    const code = error.extensions?.code;
    if (code === 'FORBIDDEN') return 'forbidden';
    if (code === 'NOT_FOUND') return 'not-found';
    // Refused before anything was asked: an argument that is none, an id of another type.
    return code === undefined || status === 400 ? 'invalid' : `${status} ${code}: ${error.message}`;
  }
  const value = json.data?.[field] as { readonly __typename?: string; readonly code?: string } | null | undefined;
  if (value === null || value === undefined) return 'not-found';
  if (value.__typename === 'NotAllowed') return value.code as string;
  if (value.__typename === 'InvalidInput') return 'invalid';
  return value.__typename === 'Busy' || value.__typename === 'Stopped' ? value.__typename : 'given';
}

/** An operation that asks for one field, with the arguments there are variables for. */
function operationOf(name: string, variables: Record<string, unknown>, select?: string): string {
  const [type] = name.split('.') as [string];
  const field = operations.get(name) as GraphQLField<unknown, unknown>;
  const args = field.args.filter((arg) => arg.name in variables);
  const declared = args.map(({ name: arg, type: of }) => `$${arg}: ${of}`).join(', ');
  const given = args.map(({ name: arg }) => `${arg}: $${arg}`).join(', ');
  const inBrackets = (text: string): string => (text === '' ? '' : `(${text})`);
  return `${type.toLowerCase()} ${inBrackets(declared)} { ${field.name}${inBrackets(given)} ${select ?? leastSelection(field.type)} }`;
}

function leastSelection(output: GraphQLOutputType): string {
  const type = getNamedType(output);
  if (isUnionType(type)) return '{ __typename ... on NotAllowed { code message } ... on InvalidInput { message } }';
  return isObjectType(type) || isInterfaceType(type) ? '{ __typename }' : '';
}

/** Where ids stand in the arguments of a field: `['input', 'scenario']`. */
function idPaths(args: readonly GraphQLArgument[]): string[][] {
  return args.flatMap(({ name, type }) => idPathsOf(type).map((path) => [name, ...path]));
}

function idPathsOf(type: GraphQLInputType): string[][] {
  const named = getNullableType(type);
  if (isListType(named)) return idPathsOf(named.ofType).map((path) => ['0', ...path]);
  if (isInputObjectType(named))
    return Object.values(named.getFields()).flatMap((field) =>
      idPathsOf(field.type).map((path) => [field.name, ...path]),
    );
  return getNamedType(named).name === 'ID' ? [[]] : [];
}

function valueAt(variables: Record<string, unknown>, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], variables);
}

function withValue(
  variables: Record<string, unknown>,
  path: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const [step, ...rest] = path as [string, ...string[]];
  return {
    ...variables,
    [step]: rest.length === 0 ? value : withValue((variables[step] ?? {}) as Record<string, unknown>, rest, value),
  };
}

/** An answer without what differs from one request to the next. */
function withoutRequest(text: string): string {
  return text.replace(/"requestId":"[^"]*"/g, '').replace(/"cost":\{[^}]*\}/g, '');
}
