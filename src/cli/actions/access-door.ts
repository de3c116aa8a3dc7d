import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PlannerError, type Problem } from '../../errors.ts';
import {
  createWorkspace,
  ensureWorkspaces,
  issueToken,
  listTokens,
  listWorkspaces,
  operatorOf,
  revokeToken,
  type ShownToken,
  tokenIdOf,
  tokenState,
} from '../../service/access/index.ts';
import { readPlace } from '../../service/configuration.ts';
import { AccessError, type Role } from '../../service/viewer.ts';
import { type DatabasePlace, openDatabase } from '../../store/database.ts';
import { defaultDataFolder } from '../../store/folder.ts';
import { readFolderOwner } from '../../store/folder-lock.ts';
import { StoreError } from '../../store/store-error.ts';
import type { KeepOptions } from '../options.ts';

/** A workspace as commands print it. */
export type ListedWorkspace = { readonly slug: string; readonly name: string };

/** A token as commands print it; times in ISO 8601. */
export type ListedToken = {
  readonly id: string;
  readonly workspace: string;
  readonly name: string;
  readonly role: Role;
  readonly state: 'valid' | 'expired' | 'revoked';
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
};

/** What commands do with workspaces and tokens, wherever these are kept. */
export type AccessDoor = {
  createWorkspace(input: ListedWorkspace): Promise<ListedWorkspace>;
  listWorkspaces(): Promise<readonly ListedWorkspace[]>;
  issueToken(input: {
    readonly workspace: string;
    readonly name: string;
    readonly role: Role;
    readonly days: number;
  }): Promise<ListedToken & { readonly token: string }>;
  listTokens(): Promise<readonly ListedToken[]>;
  revokeToken(id: string): Promise<ListedToken>;
};

/**
 * Does work on workspaces and tokens: through the server that runs on the data folder, which nobody else may open then;
 * otherwise on the data folder or the PostgreSQL server itself.
 *
 * @param purpose - only `make` makes a data folder that is not there
 * @throws {StoreError} when what is kept cannot be reached
 */
export async function withAccessDoor<T>(
  { data }: KeepOptions,
  purpose: 'make' | 'look',
  work: (door: AccessDoor) => Promise<T>,
): Promise<T> {
  const place = readPlace({ flags: { data }, environment: process.env, usualFolder: defaultDataFolder() });
  if ('folder' in place) {
    const owner = await readFolderOwner(place.folder);
    if (owner?.address !== undefined && owner.adminKey !== undefined)
      return await work(serverDoor(owner.address, owner.adminKey));
    if (purpose === 'look' && !existsSync(join(place.folder, 'database')))
      throw new StoreError(
        'no-folder',
        `There is no data in ${place.folder}. Tell with --data where it is, or set DATABASE_URL.`,
      );
  }
  return await onDatabase(place, work);
}

async function onDatabase<T>(place: DatabasePlace, work: (door: AccessDoor) => Promise<T>): Promise<T> {
  const database = await openDatabase(place);
  try {
    const operator = operatorOf((await ensureWorkspaces(database)).local);
    return await work({
      createWorkspace: (input) => createWorkspace(database, operator, input),
      listWorkspaces: async () => (await listWorkspaces(database, operator)).map(({ slug, name }) => ({ slug, name })),
      issueToken: async (input) => {
        const { issued, token } = await issueToken(database, operator, input);
        return { ...listed(issued), token };
      },
      listTokens: async () => (await listTokens(database, operator)).map(listed),
      revokeToken: async (id) => listed(await revokeToken(database, operator, id)),
    });
  } finally {
    await database.close();
  }
}

function listed(token: ShownToken): ListedToken {
  const { id, workspace, name, role, createdAt, expiresAt, revokedAt } = token;
  return {
    id,
    workspace: workspace.slug,
    name,
    role,
    state: tokenState(token),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}

/** A token as the API tells it: its `id` is a global one, its workspace a node. */
type AnsweredToken = Omit<ListedToken, 'id' | 'workspace'> & {
  readonly key: string;
  readonly workspace: { readonly slug: string };
};

const tokenFields = 'key name role state createdAt expiresAt revokedAt workspace { slug }';

const errorFields =
  '... on InvalidInput { problems { code message path found allowed hint } } ... on NotAllowed { code message }';

function serverDoor(address: string, adminKey: string): AccessDoor {
  const ask = <T>(query: string, variables: object = {}): Promise<T> => answer<T>(address, adminKey, query, variables);
  return {
    createWorkspace: async (input) => {
      const { made } = await ask<{ made: Answered<ListedWorkspace> }>(
        `mutation ($input: CreateWorkspaceInput!) { made: createWorkspace(input: $input) { __typename ... on Workspace { slug name } ${errorFields} } }`,
        { input },
      );
      const { slug, name } = demanded(made);
      return { slug, name };
    },
    listWorkspaces: () =>
      everyPage(async (after) => {
        const { found } = await ask<{ found: Page<ListedWorkspace> }>(
          'query ($after: String) { found: workspaces(first: 100, after: $after) { nodes { slug name } pageInfo { hasNextPage endCursor } } }',
          { after },
        );
        return found;
      }),
    issueToken: async (input) => {
      const { made } = await ask<{ made: Answered<{ token: string; accessToken: AnsweredToken }> }>(
        `mutation ($input: IssueTokenInput!) { made: issueToken(input: $input) { __typename ... on IssuedToken { token accessToken { ${tokenFields} } } ${errorFields} } }`,
        { input },
      );
      const { token, accessToken } = demanded(made);
      return { ...answered(accessToken), token };
    },
    listTokens: async () =>
      (
        await everyPage(async (after) => {
          const { found } = await ask<{ found: Page<AnsweredToken> }>(
            `query ($after: String) { found: tokens(first: 100, after: $after) { nodes { ${tokenFields} } pageInfo { hasNextPage endCursor } } }`,
            { after },
          );
          return found;
        })
      ).map(answered),
    revokeToken: async (text) => {
      const globalId = Buffer.from(`AccessToken:${tokenIdOf(text) ?? 'none'}`).toString('base64');
      const { made } = await ask<{ made: Answered<AnsweredToken> }>(
        `mutation ($id: ID!) { made: revokeToken(id: $id) { __typename ... on AccessToken { ${tokenFields} } ${errorFields} } }`,
        { id: globalId },
      );
      return answered(demanded(made));
    },
  };
}

type Answered<T> =
  | (T & { readonly __typename: string })
  | { readonly __typename: 'InvalidInput'; readonly problems: readonly (Problem & Record<string, string | null>)[] }
  | { readonly __typename: 'NotAllowed'; readonly code: 'forbidden' | 'not-found'; readonly message: string };

type Page<T> = {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

function answered({ key, workspace, ...rest }: AnsweredToken): ListedToken {
  return { id: key, workspace: workspace.slug, ...rest };
}

/** The result, or the error that the server told in its place, as the engine would have thrown it. */
function demanded<T>(result: Answered<T>): T {
  if ('problems' in result && result.__typename === 'InvalidInput')
    throw new PlannerError(
      result.problems.map(
        (problem) => Object.fromEntries(Object.entries(problem).filter(([, value]) => value !== null)) as Problem,
      ),
    );
  if (result.__typename === 'NotAllowed' && 'code' in result)
    throw new AccessError(result.code as 'forbidden' | 'not-found', result.message as string);
  return result as T;
}

async function everyPage<T>(page: (after: string | null) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo }: Page<T> = await page(after);
    all.push(...nodes);
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
}

/** @throws {StoreError} when the server gives no answer that can be used */
async function answer<T>(address: string, adminKey: string, query: string, variables: object): Promise<T> {
  const response = await fetch(new URL('/graphql', address), {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  }).catch((error: unknown) => {
    throw unreachable(address, 'does not answer', error);
  });
  const body = (await response.json().catch(() => undefined)) as
    | { readonly data?: T | null; readonly errors?: readonly { readonly message: string }[] }
    | undefined;
  if (body?.data == null || (body.errors ?? []).length > 0)
    throw unreachable(address, `answered with status ${response.status}: ${body?.errors?.[0]?.message ?? 'no data'}`);
  return body.data;
}

function unreachable(address: string, what: string, cause?: unknown): StoreError {
  return new StoreError(
    'unreachable',
    `The server at ${address} owns the data folder, but ${what}. Try again, or stop the server and run the command again.`,
    cause,
  );
}
