import type { IssueOptions, KeepOptions } from '../options.ts';
import { table } from '../tables.ts';
import { withAccessDoor } from './access-door.ts';

/**
 * Makes a workspace.
 *
 * @throws {PlannerError} for a short name that cannot be one or is taken
 */
export async function createWorkspace(
  input: { readonly slug: string; readonly name: string },
  options: KeepOptions,
): Promise<void> {
  const made = await withAccessDoor(options, 'make', (door) => door.createWorkspace(input));
  process.stdout.write(`Made the workspace ${made.slug}: ${made.name}\n`);
}

/** Prints the workspaces, as a table or JSON. */
export async function listWorkspaces(options: KeepOptions & { readonly json?: boolean }): Promise<void> {
  const workspaces = await withAccessDoor(options, 'look', (door) => door.listWorkspaces());
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ format: 'bygdekalkyl/workspaces@1', workspaces })}\n`
      : `${table(
          ['workspace', 'name'],
          workspaces.map(({ slug, name }) => [slug, name]),
          [0, 1],
        )}\n`,
  );
}

/**
 * Issues a token: alone on standard output, so that scripts can take it; what is to be known of it on standard error.
 *
 * @throws {AccessError} when there is no such workspace
 */
export async function issueToken({ workspace, name, role, days, ...options }: IssueOptions): Promise<void> {
  const { token, id, expiresAt } = await withAccessDoor(options, 'make', (door) =>
    door.issueToken({ workspace, name, role, days }),
  );
  process.stderr.write(
    `Token ${id} for ${name}, ${role} of ${workspace}, valid until ${expiresAt.slice(0, 10)}. It is shown this once: keep it as a password.\n`,
  );
  process.stdout.write(`${token}\n`);
}

/** Prints the tokens, as a table or JSON; never a secret. */
export async function listTokens(options: KeepOptions & { readonly json?: boolean }): Promise<void> {
  const tokens = await withAccessDoor(options, 'look', (door) => door.listTokens());
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ format: 'bygdekalkyl/tokens@1', tokens })}\n`
      : `${table(
          ['id', 'workspace', 'role', 'state', 'issued', 'valid until', 'name'],
          tokens.map(({ id, workspace, role, state, createdAt, expiresAt, name }) => [
            id,
            workspace,
            role,
            state,
            createdAt.slice(0, 10),
            expiresAt.slice(0, 10),
            name,
          ]),
          [0, 1, 2, 3, 4, 5, 6],
        )}\n`,
  );
}

/**
 * Ends a token.
 *
 * @throws {AccessError} when there is none of this id
 */
export async function revokeToken(id: string, options: KeepOptions): Promise<void> {
  const revoked = await withAccessDoor(options, 'look', (door) => door.revokeToken(id));
  process.stdout.write(
    `Revoked the token ${revoked.id} (${revoked.name}, ${revoked.role} of ${revoked.workspace}). Servers that run refuse it within five seconds.\n`,
  );
}
