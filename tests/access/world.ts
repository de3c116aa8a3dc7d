import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { issueToken, operatorOf } from '../../src/service/access/index.ts';
import type { Role, Viewer } from '../../src/service/viewer.ts';
import type { Database, DatabasePlace } from '../../src/store/database.ts';
import { type RunningServer, runServer } from '../api/running-server.ts';

/** Stands in everything of Kalmar's that nobody else may see. */
export const secretMark = 'zqhemligtkalmar';

/** Whoever asks: in Kalmar, which has the things asked about, or elsewhere, or nobody. */
export const members = ['reader', 'planner', 'agency', 'admin'] as const satisfies readonly Role[];
export const others = ['otherReader', 'otherPlanner', 'otherAgency', 'otherAdmin'] as const;
export const nobodies = ['stranger', 'expired', 'revoked', 'forged'] as const;
export type Somebody = (typeof members)[number] | (typeof others)[number] | 'operator';
export type Who = Somebody | (typeof nobodies)[number];

/** Two organisations on one server: what Kalmar has, by how it is shared. */
export type World = {
  readonly server: RunningServer;
  readonly viewers: Readonly<Record<Somebody, Viewer>>;
  headers(who: Who): Record<string, string>;
  /** Global ids of Kalmar's things; a fresh one for each attempt where attempts change it. */
  readonly unshared: Things;
  readonly sharedWithOther: Things;
  readonly sharedWithAll: Things;
  readonly job: string;
  readonly token: string;
  readonly workspaces: { readonly kalmar: string; readonly other: string };
  readonly place: string;
  /** A scenario of Kalmar's that no other attempt changes. */
  freshScenario(): Promise<Pick<Things, 'scenario' | 'revision'>>;
  freshToken(): Promise<string>;
};

export type Things = {
  readonly slug: string;
  readonly scenario: string;
  readonly revision: string;
  readonly comparison: string;
};

export function globalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64');
}

export const nowhere = '0190a0a0-0000-7000-8000-00000000dead';

export const fliseryd = readFileSync(new URL('../../scenarios/fliseryd.yaml', import.meta.url), 'utf8');

/** Builds the world through the API, as its users would. */
export async function buildWorld(database: Database & { readonly place: DatabasePlace }): Promise<World> {
  const server = await runServer(database, {
    ship: ['fliseryd'],
    // Wrong tokens all come from one address here. A planner's job may compute 5 000 village-draw-years.
    flags: { requireSignIn: true, failedSignIns: '10000', plannerWork: '5000', perCaller: '1000' },
    limits: { complexity: 1e15, fields: 1e6, depth: 60, tokens: 1e6, documentLength: 1e7, aliases: 1e4, breadth: 1e4 },
  });
  const { prisma } = database;
  const operator = operatorOf(server.service.access.local);
  const kalmar = await prisma.workspace.create({ data: { slug: 'kalmar', name: 'Kalmar kommun' } });
  const other = await prisma.workspace.create({ data: { slug: 'lindesberg', name: 'Lindesbergs kommun' } });

  const tokens: Partial<Record<Who, string>> = { operator: server.adminKey };
  const viewers: Partial<Record<Somebody, Viewer>> = { operator };
  for (const [workspace, prefix] of [
    [kalmar, ''],
    [other, 'other'],
  ] as const)
    for (const role of members) {
      const { token } = await issueToken(database, operator, {
        workspace: workspace.slug,
        name: `${role} i ${workspace.slug}`,
        role,
      });
      const who = (prefix === '' ? role : `${prefix}${role[0]?.toUpperCase()}${role.slice(1)}`) as Somebody;
      tokens[who] = token;
      viewers[who] = { workspaceId: workspace.id, workspace: workspace.slug, role, name: who, caller: who };
    }
  const past = new Date(Date.now() - 2 * 86_400_000);
  tokens.expired = (
    await issueToken(database, operator, { workspace: 'kalmar', name: 'expired', role: 'admin', days: 1 }, past)
  ).token;
  const revoked = await issueToken(database, operator, { workspace: 'kalmar', name: 'revoked', role: 'admin' });
  await server.service.access.revoke(operator, revoked.issued.id);
  tokens.revoked = revoked.token;
  // The id of a real token, a secret of one's own, and a right checksum.
  const body = `${(tokens.admin as string).slice(0, 36)}${'A'.repeat(43)}`;
  tokens.forged = body + crc32(body).toString(36).padStart(7, '0');
  const headers = (who: Who): Record<string, string> =>
    who === 'stranger' ? {} : { authorization: `Bearer ${tokens[who]}` };

  const asked = async <T>(query: string, variables: Record<string, unknown>, who: Who = 'agency'): Promise<T> => {
    const answer = await server.ask<T>(query, variables, headers(who));
    if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  const revisionFields = '{ __typename ... on Revision { id scenario { id } } ... on InvalidInput { message } }';
  type Made = {
    readonly made: { readonly id: string; readonly scenario: { readonly id: string }; readonly message?: string };
  };
  const thingsOf = async (slug: string, { made }: Made): Promise<Things> => {
    if (made.message !== undefined) throw new Error(made.message);
    const { found } = await asked<{ found: { id: string } }>(
      'query ($revision: ID!) { found: comparison(revision: $revision, draws: 64) { id } }',
      { revision: made.id },
    );
    return { slug, scenario: made.scenario.id, revision: made.id, comparison: found.id };
  };
  const share = async (scenario: string, workspace: string | null): Promise<void> => {
    const { made } = await asked<{ made: { __typename: string } }>(
      'mutation ($input: ShareScenarioInput!) { made: shareScenario(input: $input) { __typename } }',
      { input: { scenario, workspace } },
    );
    if (made.__typename !== 'Scenario') throw new Error(`not shared: ${made.__typename}`);
  };

  // A formula of one's own is as hidden as the scenario that brings it.
  const ownFormulas = readFileSync(
    new URL('../../scenarios/measures/charging-post.formulas.yaml', import.meta.url),
    'utf8',
  ).replace('Laddstolpe', secretMark);
  const unshared = await thingsOf(
    'hemlig',
    await asked<Made>(
      `mutation ($input: CreateScenarioInput!) { made: createScenario(input: $input) ${revisionFields} }`,
      {
        input: {
          slug: 'hemlig',
          note: secretMark,
          text: `${relabelled(secretMark)}\nformulaFiles: [own.yaml]\n`,
          files: [{ name: 'own.yaml', text: ownFormulas }],
        },
      },
    ),
  );
  const forked = async (slug: string): Promise<Things> =>
    await thingsOf(
      slug,
      await asked<Made>(
        `mutation ($input: ForkScenarioInput!) { made: forkScenario(input: $input) ${revisionFields} }`,
        {
          input: {
            slug,
            from: plain.revision,
            changes: [{ path: 'label', value: { sv: `Delad ${slug}`, en: `Shared ${slug}` } }],
          },
        },
      ),
    );
  // What is shared comes from something that is not: its history must end where sharing ends.
  const plain = await thingsOf(
    'botten',
    await asked<Made>(
      `mutation ($input: CreateScenarioInput!) { made: createScenario(input: $input) ${revisionFields} }`,
      { input: { slug: 'botten', note: secretMark, text: relabelled(`${secretMark} botten`) } },
    ),
  );
  const sharedWithOther = await forked('delad');
  await share(sharedWithOther.scenario, 'lindesberg');
  const sharedWithAll = await forked('oppen');
  await share(sharedWithAll.scenario, null);

  const { started } = await asked<{ started: { id: string } }>(
    'mutation ($input: StartComparisonInput!) { started: startComparison(input: $input) { ... on Job { id } } }',
    { input: { revision: unshared.revision, draws: 64 } },
  );
  const place = await prisma.place.findFirstOrThrow({ where: { name: 'Fliseryd' } });
  const rowOf = async (revision: string) =>
    await prisma.revision.findUniqueOrThrow({ where: { id: uuid(revision) }, include: { readings: true } });
  // Some attempts share it: it must hold nothing that is secret.
  const copied = await rowOf(sharedWithAll.revision);

  let count = 0;
  return {
    server,
    viewers: viewers as Record<Somebody, Viewer>,
    headers,
    unshared,
    sharedWithOther,
    sharedWithAll,
    job: started.id,
    token: globalId('AccessToken', revoked.issued.id),
    workspaces: { kalmar: globalId('Workspace', kalmar.id), other: globalId('Workspace', other.id) },
    place: globalId('Place', place.id),
    freshScenario: async () => {
      count += 1;
      const { id: _id, parentId: _parent, readings, scenarioId: _scenario, ...columns } = copied;
      const scenario = await prisma.scenario.create({ data: { workspaceId: kalmar.id, slug: `farsk-${count}` } });
      const revision = await prisma.revision.create({
        data: { ...columns, files: columns.files as object, data: columns.data as object, scenarioId: scenario.id },
      });
      for (const { revisionId: _revision, ...reading } of readings)
        await prisma.reading.create({
          data: { ...reading, alternatives: reading.alternatives as object, revisionId: revision.id },
        });
      return { scenario: globalId('Scenario', scenario.id), revision: globalId('Revision', revision.id) };
    },
    freshToken: async () =>
      globalId(
        'AccessToken',
        (await issueToken(database, operator, { workspace: 'kalmar', name: secretMark, role: 'reader' })).issued.id,
      ),
  };
}

function relabelled(label: string): string {
  const text = fliseryd.replace(/^label:.*$/m, `label: { sv: "${label}", en: "${label}" }`);
  if (text === fliseryd) throw new Error('scenarios/fliseryd.yaml has no label on one line any more');
  return text;
}

/** The id inside a global id. */
function uuid(id: string): string {
  return Buffer.from(id, 'base64').toString().split(':')[1] as string;
}
