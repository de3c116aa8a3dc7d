import { createHash, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Database } from '../../store/database.ts';
import type { Workspace } from '../../store/generated/client.ts';
import type { Viewer } from '../viewer.ts';
import type { FailedAttempts } from './failed-attempts.ts';
import { SignInError } from './sign-in-error.ts';
import { type ReadToken, readToken } from './token-text.ts';
import { findToken } from './tokens.ts';

/** What a request says about who asks. */
export type Asking = {
  readonly headers: Headers;
  /** The client's own, as far as proxies are believed. */
  readonly address: string;
};

/**
 * One way to tell who asks. Another, such as the signed tokens of an OpenID provider, is one more in the chain:
 *
 * - gives the viewer, if the request carries credentials of its kind and they are valid;
 * - gives undefined, if it carries none of its kind: the next in the chain is asked;
 * - throws `SignInError`, if it carries some of its kind that are not valid: nobody else is asked.
 *
 * It looks at what is sent, never at what is asked for; roles and workspaces come from what it can prove. One for OpenID
 * would take a bearer token of three parts, check signature, issuer, audience and times by the provider's published keys,
 * and map claims to a role and a workspace of the database.
 */
export type Authenticator = (asking: Asking) => Promise<Viewer | undefined>;

const signsOfProxy = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

/** The headers that are looked at; all of them must be handed on. */
export const headersAsked = ['authorization', ...signsOfProxy] as const;

/** Tells who asks. */
export type SignIn = {
  /** @throws {SignInError} in the same words for a token that is missing, malformed, forged, expired or revoked */
  viewerOf(asking: Asking): Promise<Viewer>;
};

/** How long a token is believed without asking the database: a token revoked by another process dies within this. */
export const believedMs = 5000;

/** How long a token that was valid is remembered as one to be checked even when others fail from the same address. */
const rememberedMs = 3_600_000;

/** Tokens remembered at most. */
const mostRemembered = 10_000;

/**
 * Asks each authenticator in turn; whoever none of them knows is refused.
 *
 * @param failed - credentials that nobody accepts count as a failed attempt of their address
 */
export function signIn(authenticators: readonly Authenticator[], failed: FailedAttempts): SignIn {
  return {
    viewerOf: async (asking) => {
      try {
        for (const authenticate of authenticators) {
          const viewer = await authenticate(asking);
          if (viewer !== undefined) return viewer;
        }
        throw new SignInError();
      } catch (error) {
        if (!(error instanceof SignInError) || error.status !== 401 || !asking.headers.has('authorization'))
          throw error;
        // Whoever sends no credentials guesses none.
        const wait = failed.wait(asking.address);
        if (wait !== undefined) throw new SignInError(wait);
        failed.note(asking.address);
        throw error;
      }
    },
  };
}

/** Tokens that the service issued. Forget one that was revoked here, so that it dies at once. */
export type TokenAuthenticator = { readonly authenticate: Authenticator; forget(tokenId: string): void };

/** Lets in who sends a valid token of the service as `Authorization: Bearer bk_…`. */
export function tokenAuthenticator(database: Database, failed: FailedAttempts, now: () => number): TokenAuthenticator {
  type Known = { readonly viewer: Viewer; readonly expiresAt: number; readonly checkedAt: number };
  /** By hash: the tokens themselves are kept nowhere. */
  const known = new LRUCache<string, Known>({ max: mostRemembered });
  /** By id: a check that began before a token was revoked may not bring it back. */
  const revoked = new LRUCache<string, true>({ max: mostRemembered });

  const check = async ({ id, hash }: ReadToken): Promise<Viewer> => {
    const found = await findToken(database, { id, hash });
    if (found === undefined || found.revokedAt !== null || found.expiresAt.getTime() <= now()) {
      known.delete(hash);
      throw new SignInError();
    }
    const viewer: Viewer = Object.freeze({
      workspaceId: found.workspaceId,
      workspace: found.workspace.slug,
      role: found.role,
      name: found.name,
      caller: found.id,
    });
    known.set(hash, { viewer, expiresAt: found.expiresAt.getTime(), checkedAt: now() });
    return viewer;
  };

  return {
    authenticate: async ({ headers, address }) => {
      const text = bearer(headers);
      if (text === undefined || !text.startsWith('bk_')) return undefined;
      const read = readToken(text);
      if (read === undefined || revoked.has(read.id)) throw new SignInError();
      const before = known.get(read.hash);
      const fresh = before !== undefined && now() - before.checkedAt < believedMs && before.expiresAt > now();
      if (fresh) return before.viewer;
      // Colleagues behind the same address go on working; a token never seen here waits with whoever guesses.
      const wait = before !== undefined && now() - before.checkedAt < rememberedMs ? undefined : failed.wait(address);
      if (wait !== undefined) throw new SignInError(wait);
      return await check(read);
    },
    forget: (tokenId) => {
      revoked.set(tokenId, true);
    },
  };
}

/** Whoever runs the service; what they save is in the workspace of this machine. */
export function operatorOf(local: Workspace): Viewer {
  return Object.freeze({
    workspaceId: local.id,
    workspace: local.slug,
    role: 'admin',
    name: 'admin',
    caller: 'operator',
    operator: true,
  });
}

/**
 * Lets in the commands of whoever owns the data folder: `start` writes a key there that only this user can read, anew at
 * each start. It may make workspaces and issue tokens for any of them.
 */
export function adminKeyAuthenticator(key: string, local: Workspace): Authenticator {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const expected = digest(key);
  const viewer = operatorOf(local);
  return async ({ headers }) => {
    const text = bearer(headers);
    return text !== undefined && timingSafeEqual(digest(text), expected) ? viewer : undefined;
  };
}

/**
 * Lets in whoever uses this machine, without a token, as admin of the workspace `local`; only for a service that nobody
 * else can reach. A request that came through a proxy came from elsewhere, whatever address it comes from: it is refused.
 */
export function thisMachineAuthenticator(local: Workspace): Authenticator {
  const viewer: Viewer = Object.freeze({
    workspaceId: local.id,
    workspace: local.slug,
    role: 'admin',
    name: local.slug,
    caller: local.slug,
  });
  return async ({ headers }) =>
    headers.has('authorization') || signsOfProxy.some((name) => headers.has(name)) ? undefined : viewer;
}

/** The bearer token of a request, if it has one. */
function bearer(headers: Headers): string | undefined {
  const [, text] = /^bearer +(\S{1,4096})$/i.exec(headers.get('authorization') ?? '') ?? [];
  return text;
}
