import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PlannerError } from '../../src/errors.ts';
import {
  type Access,
  type Authenticator,
  believedMs,
  createWorkspace,
  issueToken,
  listTokens,
  listWorkspaces,
  openAccess,
  operatorOf,
  revokeToken,
  SignInError,
} from '../../src/service/access/index.ts';
import { readConfiguration } from '../../src/service/configuration.ts';
import type { SettingName } from '../../src/service/settings.ts';
import { AccessError, type Role, type Viewer } from '../../src/service/viewer.ts';
import type { Database } from '../../src/store/database.ts';
import { onBothDatabases } from '../store/databases.ts';

const day = 86_400_000;
const home = '192.0.2.1';

const configurationOf = (flags: Partial<Record<SettingName, string | boolean>>) =>
  readConfiguration({ flags, environment: {}, usualFolder: '/data' }).configuration;
const asking = (authorization?: string, address = home, more: Record<string, string> = {}) => ({
  headers: new Headers({ ...(authorization === undefined ? {} : { authorization }), ...more }),
  address,
});
const refusal = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'let in',
    (error: unknown) => (error instanceof SignInError ? { ...error, message: error.message } : error),
  );
const unauthenticated = {
  name: 'SignInError',
  code: 'unauthenticated',
  status: 401,
  headers: { 'WWW-Authenticate': 'Bearer realm="bygdekalkyl"' },
  message: 'This needs a valid token, sent as the header Authorization: Bearer bk_…',
};

onBothDatabases((_kind, open) => {
  let database: Database;
  let now: number;
  let access: Access;
  let operator: Viewer;
  let kalmar: Viewer;

  const opened = (flags: Partial<Record<SettingName, string | boolean>> = { requireSignIn: true }) =>
    openAccess(database, configurationOf(flags), { now: () => now });
  const tokenFor = async (role: Role, workspace = 'kalmar', days?: number) =>
    await access.issue(operator, { workspace, name: `a ${role}`, role, days });

  beforeAll(async () => {
    database = await open();
  });

  beforeEach(async () => {
    await database.sql.exec('DELETE FROM "AccessToken"; DELETE FROM "Workspace"');
    now = Date.UTC(2026, 10, 23);
    access = await opened();
    operator = operatorOf(access.local);
    const { id } = await createWorkspace(database, operator, { slug: 'kalmar', name: 'Kalmar kommun' });
    await createWorkspace(database, operator, { slug: 'lindesberg', name: 'Lindesbergs kommun' });
    kalmar = { workspaceId: id, workspace: 'kalmar', role: 'admin', name: 'k', caller: 'k' };
  });

  describe('signing in', () => {
    test.each(['reader', 'planner', 'agency', 'admin'] as const)(
      'a token of a %s says who its holder is',
      async (role) => {
        const { token, issued } = await tokenFor(role);
        expect(await access.viewerOf(asking(`Bearer ${token}`))).toEqual({
          workspaceId: issued.workspaceId,
          workspace: 'kalmar',
          role,
          name: `a ${role}`,
          caller: issued.id,
        });
      },
    );

    test('the scheme is read in any letters, as the standard says', async () => {
      const { token } = await tokenFor('reader');
      expect((await access.viewerOf(asking(`bEARER ${token}`))).role).toBe('reader');
    });

    test('a token that is missing, malformed, forged, of another scheme, expired or revoked is refused in the same words', async () => {
      const { token } = await tokenFor('admin');
      const other = await tokenFor('admin');
      const expired = await tokenFor('admin', 'kalmar', 1);
      const revoked = await tokenFor('admin');
      await access.revoke(operator, revoked.issued.id);
      now += day;
      // The id of one token with the secret of another: the checksum is made anew, as somebody who knows the form would.
      const { crc32 } = await import('node:zlib');
      const body = token.slice(0, 36) + other.token.slice(36, 79);
      const forged = body + crc32(body).toString(36).padStart(7, '0');
      const headers = [
        undefined,
        '',
        'Bearer',
        'Bearer ',
        'Bearer x',
        'Bearer bk_',
        `Basic ${btoa(`admin:${token}`)}`,
        token,
        `Bearer ${token} ${token}`,
        `Bearer ${token}, Bearer ${token}`,
        `Bearer ${token.toUpperCase()}`,
        `Bearer ${forged}`,
        `Bearer ${expired.token}`,
        `Bearer ${revoked.token}`,
        `Bearer ${'bk_'.repeat(1000)}`,
      ];
      for (const header of headers)
        expect([header, await refusal(access.viewerOf(asking(header)))]).toEqual([header, unauthenticated]);
      expect(await refusal(access.viewerOf(asking(`Bearer ${token}`)))).toBe('let in');
    });

    test('a token lets in until the millisecond its time is over, though it was believed a moment ago', async () => {
      const { token } = await tokenFor('reader', 'kalmar', 1);
      now += day - 1;
      expect(await refusal(access.viewerOf(asking(`Bearer ${token}`)))).toBe('let in');
      now += 1;
      expect(await refusal(access.viewerOf(asking(`Bearer ${token}`)))).toEqual(unauthenticated);
    });

    test('a revoked token dies at once where it was revoked', async () => {
      const { token, issued } = await tokenFor('reader');
      await access.viewerOf(asking(`Bearer ${token}`));
      await access.revoke(kalmar, issued.id);
      expect(await refusal(access.viewerOf(asking(`Bearer ${token}`)))).toEqual(unauthenticated);
    });

    test('a token that was revoked by another process dies within five seconds', async () => {
      const { token, issued } = await tokenFor('reader');
      const elsewhere = await opened();
      await elsewhere.viewerOf(asking(`Bearer ${token}`));
      await access.revoke(kalmar, issued.id);
      now += believedMs;
      expect(believedMs).toBe(5000);
      expect(await refusal(elsewhere.viewerOf(asking(`Bearer ${token}`)))).toEqual(unauthenticated);
    });

    test('a token revoked while it is being checked does not come back', async () => {
      const { token, issued } = await tokenFor('reader');
      const checks = Array.from({ length: 19 }, () => refusal(access.viewerOf(asking(`Bearer ${token}`))));
      await access.revoke(kalmar, issued.id);
      await Promise.all(checks);
      expect(await refusal(access.viewerOf(asking(`Bearer ${token}`)))).toEqual(unauthenticated);
    });

    test('after twenty wrong tokens in a minute an address is told to wait; others are not, nor colleagues at work', async () => {
      const known = await tokenFor('reader');
      const fresh = await tokenFor('reader');
      await access.viewerOf(asking(`Bearer ${known.token}`));
      for (let tried = 1; tried <= 20; tried += 1)
        expect([tried, await refusal(access.viewerOf(asking('Bearer wrong')))]).toEqual([tried, unauthenticated]);
      const waiting = {
        name: 'SignInError',
        code: 'too-many-attempts',
        status: 429,
        headers: { 'Retry-After': '60' },
        message: 'Too many wrong tokens came from this address; try again in 60 seconds',
      };
      expect(await refusal(access.viewerOf(asking('Bearer wrong')))).toEqual(waiting);
      // Otherwise one could go on guessing, and see from the answer whether a guess was right.
      expect(await refusal(access.viewerOf(asking(`Bearer ${fresh.token}`)))).toEqual(waiting);
      expect(await refusal(access.viewerOf(asking(`Bearer ${fresh.token}`, '192.0.2.2')))).toBe('let in');
      now += believedMs;
      expect(await refusal(access.viewerOf(asking(`Bearer ${known.token}`)))).toBe('let in');
      // Whoever sends nothing guesses nothing.
      expect(await refusal(access.viewerOf(asking()))).toEqual(unauthenticated);
      now += 60_000;
      expect(await refusal(access.viewerOf(asking('Bearer wrong')))).toEqual(unauthenticated);
    });

    test('another way to sign in is one more in the chain, and is asked about what is not ours', async () => {
      const signed: Authenticator = async ({ headers }) =>
        headers.get('authorization') === 'Bearer a.signed.token' ? kalmar : undefined;
      const { viewerOf } = await openAccess(database, configurationOf({ requireSignIn: true }), { more: [signed] });
      expect(await viewerOf(asking('Bearer a.signed.token'))).toBe(kalmar);
      expect(await refusal(viewerOf(asking('Bearer an.other.token')))).toEqual(unauthenticated);
    });
  });

  describe('this machine', () => {
    test('where nobody else reaches the service, its user is admin of the workspace local, without a token', async () => {
      const { viewerOf, local } = await opened({});
      expect(await viewerOf(asking())).toEqual({
        workspaceId: local.id,
        workspace: 'local',
        role: 'admin',
        name: 'local',
        caller: 'local',
      });
    });

    test('a token that is sent all the same must be a valid one', async () => {
      const { token } = await tokenFor('reader');
      const { viewerOf } = await opened({});
      expect((await viewerOf(asking(`Bearer ${token}`))).workspace).toBe('kalmar');
      expect(await refusal(viewerOf(asking('Bearer wrong')))).toEqual(unauthenticated);
    });

    test.each(['X-Forwarded-For', 'X-Forwarded-Host', 'Forwarded', 'X-Real-IP', 'Via'])(
      'a request with %s came through a proxy, so from elsewhere: it is not let in',
      async (name) => {
        const { viewerOf } = await opened({});
        expect(await refusal(viewerOf(asking(undefined, '127.0.0.1', { [name]: '203.0.113.9' })))).toEqual(
          unauthenticated,
        );
      },
    );

    test('the key of the data folder lets its owner make workspaces; anything near it does not', async () => {
      const key = 'k'.repeat(43);
      const { viewerOf } = await openAccess(database, configurationOf({ requireSignIn: true }), { adminKey: key });
      expect(await viewerOf(asking(`Bearer ${key}`))).toEqual(operator);
      for (const wrong of [key.slice(1), `${key}k`, 'K'.repeat(43), ''])
        expect(await refusal(viewerOf(asking(`Bearer ${wrong}`)))).toEqual(unauthenticated);
    });
  });

  describe('starting', () => {
    const start = (flags: Partial<Record<SettingName, string | boolean>>) => refusal(opened(flags));

    test('a service that others reach does not start while nobody has a valid token, and tells how to issue one', async () => {
      const refused = await start({ host: '0.0.0.0', data: '/srv/bygd' });
      expect(refused).toBeInstanceOf(PlannerError);
      expect((refused as PlannerError).message).toBe(
        "Others can reach the service (it listens on 0.0.0.0), and nobody has a valid token: it does not start like this. Make a workspace and issue a token first: npm run -s cli -- workspace create my-organisation 'My organisation' --data '/srv/bygd'; npm run -s cli -- token issue --workspace my-organisation --name me --role admin --data '/srv/bygd'",
      );
      expect(await start({ publicUrl: 'https://bygd.kommun.se' })).toBeInstanceOf(PlannerError);
    });

    test('an expired or revoked token is none', async () => {
      await tokenFor('admin', 'kalmar', 1);
      await access.revoke(operator, (await tokenFor('admin')).issued.id);
      expect(await start({ host: '0.0.0.0' })).toBe('let in');
      now += day;
      expect(await start({ host: '0.0.0.0' })).toBeInstanceOf(PlannerError);
    });

    test('on this machine it starts without any', async () => {
      expect(await start({})).toBe('let in');
      expect(await start({ requireSignIn: true })).toBe('let in');
    });

    test('the workspaces of every database are made once, however many start at the same time', async () => {
      const many = await Promise.all(Array.from({ length: 5 }, () => opened()));
      expect(new Set(many.map(({ local, examples }) => `${local.id} ${examples.id}`)).size).toBe(1);
      expect((await listWorkspaces(database, operator)).map(({ slug }) => slug)).toEqual([
        'exempel',
        'kalmar',
        'lindesberg',
        'local',
      ]);
    });
  });

  describe('tokens', () => {
    const problem = async (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'done',
        (error: unknown) =>
          error instanceof PlannerError || error instanceof AccessError ? error.message : String(error),
      );

    test('a token is valid 90 days unless stated, and only its hash is kept', async () => {
      const { issued, token } = await issueToken(database, kalmar, { name: ' Åsa  ', role: 'planner' }, new Date(now));
      expect(issued.expiresAt.getTime() - now).toBe(90 * day);
      expect(issued.name).toBe('Åsa');
      const { rows } = await database.sql.query('SELECT * FROM "AccessToken"');
      const kept = JSON.stringify(rows);
      for (const part of [token, token.slice(36, 79), token.slice(36, 60)]) expect(kept).not.toContain(part);
      expect(JSON.stringify(await listTokens(database, kalmar))).not.toContain(String(rows[0]?.['hash']));
      expect(JSON.stringify(issued)).not.toContain(String(rows[0]?.['hash']));
    });

    test.each([0, -1, 367, 1.5, Number.NaN, 1e300])('a token cannot be valid for %d days', async (days) => {
      expect(await problem(access.issue(kalmar, { name: 'n', role: 'reader', days }))).toContain(
        'allowed 1 to 366 whole days',
      );
    });

    test('a token cannot have a name that is empty, too long or not to be seen, and none is issued for the shipped scenarios', async () => {
      for (const name of ['', '  ', 'x'.repeat(101), 'a\u202Eb', 'a\0b', 'a\nb'])
        expect(await problem(access.issue(kalmar, { name, role: 'reader' }))).toContain('name: ');
      expect(await problem(access.issue(operator, { workspace: 'exempel', name: 'n', role: 'reader' }))).toContain(
        'shipped scenarios',
      );
    });

    test.each(['reader', 'planner', 'agency'] as const)(
      'a %s neither issues, lists nor revokes tokens',
      async (role) => {
        const viewer = { ...kalmar, role };
        const { issued } = await tokenFor('reader');
        for (const work of [
          access.issue(viewer, { name: 'n', role: 'reader' }),
          listTokens(database, viewer),
          revokeToken(database, viewer, issued.id),
        ])
          expect(await problem(work)).toBe(`This needs the role admin; the token's role is ${role}`);
      },
    );

    test("another workspace's tokens do not exist, in the same words as none", async () => {
      const { issued } = await tokenFor('reader', 'lindesberg');
      const none = 'There is no such token, or it is not shared with you';
      expect(await problem(access.revoke(kalmar, issued.id))).toBe(none);
      expect(await problem(access.revoke(kalmar, '0b7e6c0a-4d1e-4f0f-9a3b-2c1d0e9f8a7b'))).toBe(none);
      expect(await problem(access.revoke(kalmar, "'; DROP TABLE"))).toBe(none);
      expect(await listTokens(database, kalmar)).toEqual([]);
      expect((await listTokens(database, operator)).map(({ revokedAt }) => revokedAt)).toEqual([null]);
    });

    test('an admin issues no token for another workspace, and learns not whether there is one', async () => {
      const words = await problem(access.issue(kalmar, { workspace: 'lindesberg', name: 'n', role: 'reader' }));
      expect(words).toBe(await problem(access.issue(kalmar, { workspace: 'nowhere', name: 'n', role: 'reader' })));
      expect(words).toBe('There is no such workspace, or it is not shared with you');
    });

    test('whoever revokes a token first says when; a whole token may be given in place of its id', async () => {
      const { issued, token } = await tokenFor('reader');
      const first = await access.revoke(kalmar, token);
      expect(first.id).toBe(issued.id);
      now += 1000;
      expect((await access.revoke(kalmar, issued.id)).revokedAt).toEqual(first.revokedAt);
    });

    test('a workspace has at most a hundred valid tokens', async () => {
      for (let count = 0; count < 100; count += 1) await access.issue(kalmar, { name: 'n', role: 'reader', days: 1 });
      expect(await problem(access.issue(kalmar, { name: 'n', role: 'reader' }))).toContain('100 valid tokens already');
      now += day;
      expect(await problem(access.issue(kalmar, { name: 'n', role: 'reader' }))).toBe('done');
    });
  });

  describe('workspaces', () => {
    test('only whoever runs the service makes them, an admin does not', async () => {
      await expect(createWorkspace(database, kalmar, { slug: 'ny', name: 'Ny' })).rejects.toBeInstanceOf(AccessError);
      await expect(listWorkspaces(database, kalmar)).rejects.toBeInstanceOf(AccessError);
    });

    test.each([
      '',
      'Kalmar',
      'ka lmar',
      '-kalmar',
      'kalmar-',
      'kälmar',
      'x'.repeat(64),
      'kalmar',
      'local',
      'exempel',
      'a\0',
    ])('none can be made under the short name %j', async (slug) => {
      await expect(createWorkspace(database, operator, { slug, name: 'Ny' })).rejects.toBeInstanceOf(PlannerError);
    });
  });
});
