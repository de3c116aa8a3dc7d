import { PlannerError } from '../../errors.ts';
import type { Database } from '../../store/database.ts';
import type { Prisma, Workspace } from '../../store/generated/client.ts';
import { plainLine, slugOf } from '../storable-text.ts';
import { AccessError, type Viewer } from '../viewer.ts';

/** Workspaces that are there from the first start. */
export const ownWorkspaces = {
  /** Of whoever uses the service on this machine without signing in. */
  local: { slug: 'local', name: 'This machine' },
  /** Of the shipped scenarios: shared with everyone, written by no token. */
  examples: { slug: 'exempel', name: 'Bygdekalkyl' },
} as const;

/** Longest name of a workspace or a token, in characters. */
const longestName = 100;

/** Makes the workspaces that every database has, where they are missing. */
export async function ensureWorkspaces(database: Database): Promise<{
  readonly local: Workspace;
  readonly examples: Workspace;
}> {
  const ensure = (data: { readonly slug: string; readonly name: string }): Promise<Workspace> =>
    database.prisma.workspace.upsert({ where: { slug: data.slug }, update: {}, create: { ...data } });
  return { local: await ensure(ownWorkspaces.local), examples: await ensure(ownWorkspaces.examples) };
}

/**
 * Makes a workspace for an organisation.
 *
 * @throws {AccessError} unless the viewer runs the service
 * @throws {PlannerError} for a short name that cannot be one or is taken
 */
export async function createWorkspace(
  database: Database,
  viewer: Viewer,
  input: { readonly slug: string; readonly name: string },
): Promise<Workspace> {
  demandOperator(viewer);
  const slug = slugOf(input.slug, 'slug');
  const name = demandName(input.name, 'name');
  try {
    return await database.prisma.workspace.create({ data: { slug, name } });
  } catch (error) {
    if ((error as { code?: string }).code !== 'P2002') throw error;
    throw new PlannerError([
      {
        code: 'taken',
        path: 'slug',
        message: 'There is already a workspace of this short name',
        found: slug,
        hint: 'Choose another; `workspace list` tells which there are',
      },
    ]);
  }
}

/** Every workspace, by short name; only for whoever runs the service. */
export async function listWorkspaces(database: Database, viewer: Viewer): Promise<Workspace[]> {
  demandOperator(viewer);
  return await database.prisma.workspace.findMany({ orderBy: { slug: 'asc' } });
}

/** Which workspaces a viewer knows of: the own, and those that share a scenario with it or with everyone. */
export function workspacesOf(viewer: Viewer): { OR?: Prisma.WorkspaceWhereInput[] } {
  if (viewer.operator === true) return {};
  const shared = { shares: { some: { OR: [{ workspaceId: null }, { workspaceId: viewer.workspaceId }] } } };
  return { OR: [{ id: viewer.workspaceId }, { scenarios: { some: shared } }] };
}

/** A name as it is kept, which may not be empty. */
export function demandName(text: string, path: string): string {
  const name = plainLine(text, path, longestName);
  if (name === '')
    throw new PlannerError([
      { code: 'text', path, message: 'A name is needed', allowed: `1 to ${longestName} characters that can be seen` },
    ]);
  return name;
}

/** @throws {AccessError} unless the viewer runs the service */
function demandOperator(viewer: Viewer): void {
  if (viewer.operator !== true)
    throw new AccessError(
      'forbidden',
      'This is for whoever runs the service: with the commands `workspace create` and `workspace list` on its machine',
    );
}
