import { PlannerError } from '../../errors.ts';
import type { Database } from '../../store/database.ts';
import type { Workspace } from '../../store/generated/client.ts';
import type { Configuration } from '../configuration.ts';
import type { Viewer } from '../viewer.ts';
import { failedAttempts } from './failed-attempts.ts';
import {
  type Asking,
  type Authenticator,
  adminKeyAuthenticator,
  signIn,
  thisMachineAuthenticator,
  tokenAuthenticator,
} from './sign-in.ts';
import { anyValidToken, issueToken, revokeToken, type ShownToken } from './tokens.ts';
import { ensureWorkspaces } from './workspaces.ts';

/** Who may do what, on a running service. */
export type Access = {
  /** The workspace of this machine. */
  readonly local: Workspace;
  /** The workspace of the shipped scenarios. */
  readonly examples: Workspace;
  /** @throws {SignInError} 401 or 429, with headers for the answer */
  viewerOf(asking: Asking): Promise<Viewer>;
  issue(viewer: Viewer, input: Parameters<typeof issueToken>[2]): ReturnType<typeof issueToken>;
  /** As `revokeToken`; the token dies at once here, and within `believedMs` in other processes. */
  revoke(viewer: Viewer, id: string): Promise<ShownToken>;
};

/**
 * Makes the workspaces that are always there, and checks that nobody is let in by mistake.
 *
 * @param options.adminKey - lets in the commands of whoever owns the data folder
 * @param options.more - further ways to tell who asks, asked before an answer is refused
 * @throws {PlannerError} when others can reach the service and no token is valid, telling how to issue one
 */
export async function openAccess(
  database: Database,
  configuration: Pick<Configuration, 'signIn' | 'reachable' | 'failedSignIns' | 'place'>,
  options: { readonly adminKey?: string; readonly more?: readonly Authenticator[]; readonly now?: () => number } = {},
): Promise<Access> {
  const now = options.now ?? Date.now;
  const { local, examples } = await ensureWorkspaces(database);
  if (configuration.reachable !== undefined && !(await anyValidToken(database, new Date(now()))))
    throw new PlannerError([noToken(configuration)]);
  const failed = failedAttempts(configuration.failedSignIns, now);
  const tokens = tokenAuthenticator(database, failed, now);
  const { viewerOf } = signIn(
    [
      ...(options.adminKey === undefined ? [] : [adminKeyAuthenticator(options.adminKey, local)]),
      tokens.authenticate,
      ...(options.more ?? []),
      ...(configuration.signIn === 'none' ? [thisMachineAuthenticator(local)] : []),
    ],
    failed,
  );
  return {
    local,
    examples,
    viewerOf,
    issue: (viewer, input) => issueToken(database, viewer, input, new Date(now())),
    revoke: async (viewer, id) => {
      const revoked = await revokeToken(database, viewer, id, new Date(now()));
      tokens.forget(revoked.id);
      return revoked;
    },
  };
}

function noToken({ reachable, place }: Pick<Configuration, 'reachable' | 'place'>) {
  const data = 'folder' in place ? ` --data '${place.folder}'` : '';
  return {
    code: 'no-token',
    message: `Others can reach the service (${reachable}), and nobody has a valid token: it does not start like this`,
    hint: `Make a workspace and issue a token first: npm run -s cli -- workspace create my-organisation 'My organisation'${data}; npm run -s cli -- token issue --workspace my-organisation --name me --role admin${data}`,
  };
}
