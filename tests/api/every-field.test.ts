import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type GraphQLSchema, getNamedType, isInterfaceType, isObjectType, isRequiredArgument } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schema } from '../../src/api/schema.ts';
import { manyShops } from '../../src/api/testing/many-shops.ts';
import { rareDocument } from '../../src/api/testing/rare-document.ts';
import { fieldsSeen, wholeSelection } from '../../src/api/testing/whole-selection.ts';
import { openDatabase } from '../../src/store/database.ts';
import { onBothDatabases, type TestDatabase } from '../store/databases.ts';
import { type Answer, type RunningServer, runServer } from './running-server.ts';

const fliseryd = readFileSync(new URL('../../scenarios/fliseryd.yaml', import.meta.url), 'utf8');

/** Far beyond what anybody may ask: here everything is asked at once. */
const limits = {
  documentLength: 1e8,
  tokens: 1e7,
  nesting: 1e4,
  depth: 1000,
  fields: 1e8,
  breadth: 1e5,
  rootFields: 1e4,
  aliases: 1e4,
  complexity: Number.MAX_SAFE_INTEGER,
};

/** Pages say the same by their nodes, which are asked for. */
const isEdge = (field: string): boolean => /\.edges$|Edge\.(cursor|node)$/.test(field);

/** Every field of every object of the schema. */
function allFields(of: GraphQLSchema): string[] {
  return Object.values(of.getTypeMap())
    .filter((type) => isObjectType(type) && !isInterfaceType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    )
    .sort();
}

onBothDatabases((_kind, open) => {
  let server: RunningServer;
  let database: TestDatabase;
  const seen = new Map<string, boolean>();

  /** As whoever runs the service, who may do everything. */
  const asOperator = <Data>(operation: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> =>
    server.ask<Data>(operation, variables, { authorization: `Bearer ${server.adminKey}` });

  /** Asks for everything there is of what a field gives, and notes what came. */
  const ask = async (operation: string, variables: Record<string, unknown> = {}): Promise<Record<string, never>> => {
    const { data, errors } = await asOperator<Record<string, never>>(operation, variables);
    expect(errors?.map(({ message }) => message)).toBeUndefined();
    fieldsSeen(data, seen);
    return data;
  };
  const whole = (type: string): string => wholeSelection(schema, type);

  beforeAll(async () => {
    database = await open();
    server = await runServer(database, { ship: ['fliseryd'], limits, flags: { querySeconds: '600' } });
  });
  afterAll(async () => {
    await server?.stop();
  });

  it('every field of the schema comes, with a value, from what is stored', async () => {
    const made = async (mutation: string, input: Record<string, unknown>, type: string): Promise<{ id: string }> => {
      const asked = schema.getMutationType()?.getFields()[mutation]?.args[0]?.type;
      const data = await ask(
        `mutation ($input: ${asked}) { __typename ${mutation}(input: $input) { __typename ... on ${type} ${whole(type)} ... on UserError { message } } }`,
        { input },
      );
      expect(data[mutation]).toMatchObject({ __typename: type });
      return data[mutation] as unknown as { id: string };
    };
    await made('createWorkspace', { slug: 'grannen', name: 'Grannkommunen' }, 'Workspace');
    const token = await asOperator<{ issueToken: { accessToken: { id: string } } }>(
      `mutation { __typename issueToken(input: { workspace: "grannen", name: "Anna", role: planner }) { __typename ... on IssuedToken ${whole('IssuedToken')} ... on UserError { message } } }`,
    );
    fieldsSeen(token.data, seen);
    const first = await made('createScenario', { slug: 'hel', text: fliseryd, note: 'första' }, 'Revision');
    await made('reviseScenario', { basedOn: first.id, text: `${fliseryd}\n#`, note: 'andra' }, 'Revision');
    const forked = await made(
      'forkScenario',
      {
        scenario: 'hel',
        slug: 'gren',
        note: 'gren',
        changes: [{ path: 'alternatives.servicepunkt.measures.servicepunkt.agreementYears', value: 8 }],
      },
      'Revision',
    );
    const many = await made('createScenario', { slug: 'manga', text: manyShops }, 'Revision');
    const { data: found } = await asOperator<{ scenario: { id: string } }>('{ scenario(slug: "hel") { id } }');
    await made('shareScenario', { scenario: found.scenario.id, workspace: 'grannen' }, 'Scenario');

    const compare = async (revision: string, more: string): Promise<{ id: string }> => {
      const data = await ask(
        `query ($revision: ID!) { __typename comparison(revision: $revision, ${more}) ${whole('Comparison')} }`,
        { revision },
      );
      return data['comparison'] as never;
    };
    const compared = await compare(forked.id, 'draws: 64, inner: 2, breakEvenFutures: 0');
    await compare(many.id, 'draws: 2, inner: 1');
    const rare = await storeRareResult(forked.id);
    await ask(
      `query ($id: ID!) { __typename node(id: $id) { __typename ... on Comparison ${whole('Comparison')} } verifyComparison(comparison: $id) ${whole('VerifiedComparison')} }`,
      { id: rare },
    );

    const design = { scenario: 'fliseryd', draws: 25_600, seed: 'frö', breakEvenFutures: 0 };
    const job = await made('startComparison', design, 'Job');
    await follow(job.id);
    const other = await made('startComparison', { scenario: 'fliseryd', draws: 409_600 }, 'Job');
    await expect.poll(async () => (await jobNow(other.id)).etaSeconds, { timeout: 120_000 }).not.toBeNull();
    await ask(`mutation ($id: ID!) { __typename cancelJob(id: $id) { __typename ... on Job ${whole('Job')} } }`, {
      id: other.id,
    });
    expect(await jobNow(job.id)).toMatchObject({ state: 'done' });
    await everythingAtTheTop(forked.id, first.id, compared.id);
    await made('unshareScenario', { scenario: found.scenario.id, workspace: 'grannen' }, 'Scenario');
    const revoked = await ask(
      `mutation ($id: ID!) { __typename revokeToken(id: $id) { __typename ... on AccessToken ${whole('AccessToken')} ... on UserError { message } } }`,
      { id: token.data.issueToken.accessToken.id },
    );
    expect(revoked['revokeToken']).toMatchObject({ __typename: 'AccessToken' });
    await insideThemselves(forked.id, many.id);
    await refusals();
    await atItsLimits();

    const missing = allFields(schema).filter((field) => seen.get(field) !== true && !isEdge(field));
    expect(missing).toEqual([]);
  });

  /** A result that no small scenario comes to, of an earlier program, stored as the others are. */
  async function storeRareResult(revisionId: string): Promise<string> {
    const { prisma } = server.service.database;
    const id = Buffer.from(revisionId, 'base64').toString().split(':')[1] as string;
    const { result } = await prisma.comparison.findFirstOrThrow({
      where: { revisionId: id },
      include: { result: true },
    });
    const document = JSON.parse((await promisify(gunzip)(result.document)).toString());
    const stored = await prisma.result.create({
      data: {
        ...result,
        id: randomUUID(),
        key: 'rare',
        engine: 'bygdekalkyl 0.0.1',
        breakEvenFutures: null,
        document: new Uint8Array(await promisify(gzip)(JSON.stringify(rareDocument(document)))),
      },
    });
    const rare = await prisma.comparison.create({ data: { revisionId: id, resultId: stored.id } });
    return Buffer.from(`Comparison:${rare.id}`).toString('base64');
  }

  /** Every event of a job, as a subscription. */
  async function follow(job: string): Promise<void> {
    const response = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        authorization: `Bearer ${server.adminKey}`,
      },
      body: JSON.stringify({
        // Nothing may stand beside it, not even its type.
        query: `subscription ($job: ID!) { jobEvents(job: $job) ${whole('JobEvent')} }`,
        variables: { job },
      }),
    });
    for (const [, data] of (await response.text()).matchAll(/^data: (.+)$/gm)) {
      const next = JSON.parse(data as string) as { data?: object; errors?: unknown };
      expect(next.errors).toBeUndefined();
      fieldsSeen({ __typename: 'Subscription', ...next.data }, seen);
    }
  }

  async function everythingAtTheTop(revision: string, earlier: string, comparison: string): Promise<void> {
    const of = { revision, earlier, comparison };
    for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
      // These want a revision, though no argument of theirs is required by itself.
      if (['comparison', 'verifyDraw'].includes(field.name) || field.args.some(isRequiredArgument)) continue;
      const paged = field.args.some(({ name }) => name === 'first') ? '(first: 100)' : '';
      await ask(`{ __typename ${field.name}${paged} ${whole(getNamedType(field.type).name)} }`);
    }
    const asked = [
      ['node(id: $revision)', 'Node'],
      ['scenario(slug: "hel")', 'Scenario'],
      ['places(filter: { near: { latitude: 57.14, longitude: 16.28 } }, first: 2)', 'QueryPlacesConnection'],
      ['comparison(revision: $revision, draws: 64, inner: 2, breakEvenFutures: 0)', 'Comparison'],
      ['draft(revision: $revision, changes: [{ path: "years", value: 10 }])', 'Draft'],
      ['verifyComparison(comparison: $comparison)', 'VerifiedComparison'],
      ['verifyDraw(revision: $revision)', 'VerifiedDraw'],
      ['cost(query: "{ comparison(scenario: \\"fliseryd\\") { id } }")', 'QueryCost'],
      ['explanation(revision: $revision, what: "cash@ica-fliseryd@2021")', 'Explanation'],
      ['explanation(revision: $revision, what: "forkalkyl")', 'Explanation'],
      ['measureKind(name: "servicePoint")', 'MeasureKind'],
      ['supportRule(key: "sarskiltDriftstod")', 'SupportRule'],
    ] as const;
    for (const [field, type] of asked) {
      const used = Object.keys(of).filter((name) => field.includes(`$${name}`));
      const variables = used.map((name) => `$${name}: ID!`).join(' ');
      await ask(
        `query ${variables === '' ? '' : `(${variables})`} { __typename ${field} ${whole(type)} }`,
        Object.fromEntries(used.map((name) => [name, of[name as keyof typeof of]])),
      );
    }
    await ask(
      `query ($revision: ID!, $earlier: ID!) { __typename node(id: $revision) { ... on Revision { __typename parent ${whole('Revision')} changesSince(revision: $earlier) ${whole('ScenarioChange')} } } }`,
      { revision, earlier },
    );
    const { data } = await asOperator<{ model: { hash: string } }>('{ model { hash } }');
    await ask(
      `query ($hash: String!) { __typename modelVersion(hash: $hash) ${whole('ModelVersion')} model { __typename variable(name: "cash") ${whole('ModelVariable')} } }`,
      { hash: data.model.hash },
    );
    await ask(
      `query ($revision: ID!) { __typename draft(revision: $revision, changes: []) { __typename future ${whole('SingleFuture')} explanation(what: "forkalkyl") { __typename view { __typename view } } } }`,
      { revision },
    );
    await ask(
      `query ($comparison: ID!) { __typename node(id: $comparison) { ... on Comparison { __typename result { __typename alternative(key: "servicepunkt") { __typename key } calculation(key: "forkalkyl") { __typename key view(of: project) { __typename view } } difference(alternative: "servicepunkt", variable: "people") { __typename variable } } } } }`,
      { comparison },
    );
  }

  /** What holds more of its own kind, one step in. */
  async function insideThemselves(revision: string, synthetic: string): Promise<void> {
    const number = `{ __typename numbers(first: 100) { __typename nodes { __typename solver parts { __typename key } } } }`;
    const variables = { revision, synthetic };
    await ask(
      `query ($revision: ID!, $synthetic: ID!) {
        __typename
        solved: explanation(revision: $revision, what: "calibration") ${number}
        calculation: explanation(revision: $revision, what: "forkalkyl") {
          __typename total { __typename parts { __typename parts { __typename number { __typename key } } number { __typename key } } }
        }
        madeUp: explanation(revision: $synthetic, what: "cash@butik-01@2024") { __typename synthetic ${whole('SyntheticInputs')} }
        model { __typename variable(name: "yearlyRunningCost") { __typename collects dependsOn { __typename name } usedBy { __typename name } } }
      }`,
      variables,
    );
  }

  async function jobNow(id: string): Promise<{ readonly state: string; readonly etaSeconds: number | null }> {
    const { node } = await ask(
      `query ($id: ID!) { __typename node(id: $id) { __typename ... on Job ${whole('Job')} } }`,
      { id },
    );
    return node as never;
  }

  async function refusals(): Promise<void> {
    const wrong = await ask(
      `mutation { __typename createScenario(input: { slug: "fel", text: "id: fel\\nplats: 3\\nstart: -1" }) { __typename ... on InvalidInput ${whole('InvalidInput')} } }`,
    );
    expect(wrong['createScenario']).toMatchObject({ __typename: 'InvalidInput' });
    const nobody = Buffer.from('Revision:00000000-0000-0000-0000-000000000000').toString('base64');
    const notThere = await ask(
      `mutation ($id: ID!) { __typename forkScenario(input: { from: $id, slug: "ingen" }) { __typename ... on NotAllowed ${whole('NotAllowed')} } }`,
      { id: nobody },
    );
    expect(notThere['forkScenario']).toMatchObject({ __typename: 'NotAllowed' });
  }

  /** The same, run by somebody who allows a caller one thing at a time, and a second for it. */
  async function atItsLimits(): Promise<void> {
    const { place } = database;
    await server.stop();
    server = await runServer(
      { ...(await openDatabase(place)), place },
      { ship: ['fliseryd'], limits, flags: { querySeconds: '1', perCaller: '1' }, jobs: { limitSeconds: 1 } },
    );
    const { startComparison } = await ask(
      `mutation { __typename startComparison(input: { scenario: "fliseryd", draws: 204800 }) { __typename ... on Job { id } } }`,
    );
    const { id } = startComparison as unknown as { id: string };
    await expect.poll(async () => (await jobNow(id)).state, { timeout: 120_000 }).toBe('failed');
    const tooMuch = `id: stor\nstart: 2020\nplaces:\n${Array.from({ length: 60_000 }, (_, number) => `  by-${number}: { inhabitants: 700 }\n`).join('')}`;
    const save = async (slug: string) =>
      (
        await ask(
          `mutation ($text: String!) { __typename createScenario(input: { slug: "${slug}", text: $text }) { __typename ... on Busy ${whole('Busy')} ... on Stopped ${whole('Stopped')} } }`,
          { text: tooMuch },
        )
      )['createScenario'] as unknown as { __typename: string };
    const answers = await Promise.all(['en', 'tva', 'tre'].map(save));
    expect(answers.map((answer) => answer.__typename).sort()).toEqual(['Busy', 'Busy', 'Stopped']);
  }
});
