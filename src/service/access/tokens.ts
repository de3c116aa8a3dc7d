import { timingSafeEqual } from 'node:crypto';
import { PlannerError } from '../../errors.ts';
import type { Database } from '../../store/database.ts';
import type { AccessToken, Prisma, Workspace } from '../../store/generated/client.ts';
import { notFound } from '../scenario-access.ts';
import { demand, type Role, type Viewer } from '../viewer.ts';
import { makeToken, type ReadToken, tokenIdOf } from './token-text.ts';
import { demandName, ownWorkspaces } from './workspaces.ts';

/** Days a token is valid, counted from its issue. */
const tokenDays = { least: 1, usual: 90, most: 366 } as const;

/** Valid tokens of one workspace at most: each is a caller of its own where work is shared fairly. */
const mostTokens = 100;

/** A token as it may be shown: never its hash. */
export type ShownToken = Omit<AccessToken, 'hash'> & { readonly workspace: Workspace };

const shown = { omit: { hash: true }, include: { workspace: true } } as const satisfies Prisma.AccessTokenDefaultArgs;

/**
 * Issues a token for a workspace: the viewer's own, or any if the viewer runs the service.
 *
 * @returns its row, and the token itself, which cannot be shown again
 * @throws {AccessError} unless the viewer is admin of the workspace
 * @throws {PlannerError} for what cannot be issued
 */
export async function issueToken(
  database: Database,
  viewer: Viewer,
  input: {
    readonly workspace?: string | undefined;
    readonly name: string;
    readonly role: Role;
    readonly days?: number | undefined;
  },
  now = new Date(),
): Promise<{ readonly issued: ShownToken; readonly token: string }> {
  demand(viewer, 'admin');
  const slug = input.workspace ?? viewer.workspace;
  // Whether another workspace exists is told to nobody but whoever runs the service.
  const workspace =
    viewer.operator === true || slug === viewer.workspace
      ? await database.prisma.workspace.findUnique({ where: { slug } })
      : null;
  if (workspace === null) throw notFound('workspace');
  const name = demandName(input.name, 'name');
  const days = input.days ?? tokenDays.usual;
  const problems = [
    ...(Number.isSafeInteger(days) && days >= tokenDays.least && days <= tokenDays.most
      ? []
      : [
          {
            code: 'token',
            path: 'days',
            message: 'A token cannot be valid so long',
            found: String(days),
            allowed: `${tokenDays.least} to ${tokenDays.most} whole days`,
          },
        ]),
    ...(workspace.slug === ownWorkspaces.examples.slug
      ? [
          {
            code: 'token',
            path: 'workspace',
            message: 'The shipped scenarios are written by no token; everyone reads them with their own',
          },
        ]
      : []),
    ...((await database.prisma.accessToken.count({ where: { workspaceId: workspace.id, ...valid(now) } })) < mostTokens
      ? []
      : [
          {
            code: 'token',
            path: 'workspace',
            message: `This workspace has ${mostTokens} valid tokens already, as many as it may`,
            hint: 'Revoke those that nobody uses',
          },
        ]),
  ];
  if (problems.length > 0) throw new PlannerError(problems);
  const { id, token, hash } = makeToken();
  const issued = await database.prisma.accessToken.create({
    data: {
      id,
      hash,
      name,
      role: input.role,
      workspaceId: workspace.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + days * 86_400_000),
    },
    ...shown,
  });
  return { issued, token };
}

/**
 * Ends a token for good; one that is ended already stays as it is.
 *
 * @param text - its id, with hyphens or without, or the token itself
 * @throws {AccessError} in the same words whether there is none or it is another workspace's
 */
export async function revokeToken(
  database: Database,
  viewer: Viewer,
  text: string,
  now = new Date(),
): Promise<ShownToken> {
  demand(viewer, 'admin');
  const id = tokenIdOf(text);
  const where = { id: id ?? '00000000-0000-0000-0000-000000000000', ...tokensOf(viewer) };
  // One statement, so that the first to revoke it says when.
  await database.prisma.accessToken.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: now } });
  const found = await database.prisma.accessToken.findFirst({ where, ...shown });
  if (found === null) throw notFound('token');
  return found;
}

/**
 * Tokens of the viewer's workspace, or of all if the viewer runs the service; the newest first.
 *
 * @throws {AccessError} unless the viewer is admin
 */
export async function listTokens(database: Database, viewer: Viewer): Promise<ShownToken[]> {
  demand(viewer, 'admin');
  return await database.prisma.accessToken.findMany({
    where: tokensOf(viewer),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...shown,
  });
}

/** Whether a token lets anybody in. */
export function tokenState(
  { revokedAt, expiresAt }: Pick<AccessToken, 'revokedAt' | 'expiresAt'>,
  now = new Date(),
): 'valid' | 'expired' | 'revoked' {
  return revokedAt !== null ? 'revoked' : expiresAt <= now ? 'expired' : 'valid';
}

/** Which tokens an admin sees; nobody else sees any. */
export function tokensOf(viewer: Viewer): { readonly workspaceId?: string } {
  return viewer.operator === true ? {} : { workspaceId: viewer.workspaceId };
}

/** Whether anybody could sign in. */
export async function anyValidToken(database: Database, now = new Date()): Promise<boolean> {
  return (await database.prisma.accessToken.findFirst({ where: valid(now), select: { id: true } })) !== null;
}

/** The row of a token that is kept and has this hash, whether or not it is still valid. */
export async function findToken(
  database: Database,
  { id, hash }: ReadToken,
): Promise<(AccessToken & { readonly workspace: Workspace }) | undefined> {
  const found = await database.prisma.accessToken.findUnique({ where: { id }, include: { workspace: true } });
  if (found === null) return undefined;
  return timingSafeEqual(Buffer.from(found.hash, 'hex'), Buffer.from(hash, 'hex')) ? found : undefined;
}

function valid(now: Date): Prisma.AccessTokenWhereInput {
  return { revokedAt: null, expiresAt: { gt: now } };
}
