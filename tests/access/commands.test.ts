import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DatabasePlace, openDatabase } from '../../src/store/database.ts';
import { type RunningServer, runServer } from '../api/running-server.ts';
import type { Ended } from '../cli/run-cli.ts';
import { newPlace } from '../store/databases.ts';

const tokenForm = /^bk_[0-9a-f]{32}_[A-Za-z0-9_-]{43}[0-9a-z]{7}\n$/;

describe.each(['embedded', 'server'] as const)('commands on the %s database', (kind) => {
  let place: DatabasePlace;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ place, remove } = await newPlace(kind));
  });
  afterAll(async () => {
    await remove();
  });

  /** Runs a command while this process goes on serving. */
  const command = async (...words: string[]): Promise<Ended> => {
    const { DATABASE_URL: _url, BYGDEKALKYL_DATA: _data, ...environment } = process.env;
    const child = spawn(
      process.execPath,
      ['src/cli/main.ts', ...words, ...('folder' in place ? ['--data', place.folder] : [])],
      { env: { ...environment, ...('url' in place ? { DATABASE_URL: place.url } : {}) } },
    );
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { code, out, err };
  };
  const issue = async (name: string, role = 'planner'): Promise<string> => {
    const { code, out, err } = await command('token', 'issue', '--workspace', 'kalmar', '--name', name, '--role', role);
    expect([code, out]).toEqual([0, expect.stringMatching(tokenForm)]);
    expect(err).toContain(`for ${name}, ${role} of kalmar, valid until`);
    expect(err).not.toContain(out.trim());
    return out.trim();
  };
  const listed = async (): Promise<Record<string, string>[]> => {
    const { code, out } = await command('token', 'list', '--json');
    expect(code).toBe(0);
    expect(out).not.toMatch(/bk_|hash/);
    return (JSON.parse(out) as { tokens: Record<string, string>[] }).tokens;
  };

  test('others are not served before somebody has a token; then they are', async () => {
    const refused = await command('start', '--host', '0.0.0.0', '--port', '0');
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('nobody has a valid token')]);
    // The way out that is told.
    const ways = /: (npm run -s cli -- workspace create .*?); npm run/.exec(refused.err)?.[1];
    expect(ways).toBeDefined();
    expect(await command('workspace', 'create', 'kalmar', 'Kalmar kommun')).toEqual({
      code: 0,
      out: 'Made the workspace kalmar: Kalmar kommun\n',
      err: '',
    });
    await issue('Åsa', 'admin');
  });

  test('what is wrong is told, and nothing is done', async () => {
    const cases: [string[], number, string][] = [
      [['workspace', 'create', 'kalmar', 'Igen'], 3, 'There is already a workspace of this short name (found kalmar)'],
      [['token', 'issue', '--workspace', 'ingen', '--name', 'n', '--role', 'reader'], 3, 'There is no such workspace'],
      [
        ['token', 'issue', '--workspace', 'kalmar', '--name', 'n', '--role', 'boss'],
        2,
        'reader, planner, agency, admin',
      ],
      [['token', 'issue', '--workspace', 'kalmar', '--role', 'reader'], 2, "required option '--name <name>'"],
      [
        ['token', 'issue', '--workspace', 'kalmar', '--name', 'n', '--role', 'reader', '--days', '367'],
        3,
        'allowed 1 to 366 whole days',
      ],
    ];
    for (const [words, code, said] of cases) {
      const ended = await command(...words);
      expect([words, ended.code, ended.out, ended.err]).toEqual([words, code, '', expect.stringContaining(said)]);
    }
    expect(await listed()).toHaveLength(1);
  });

  test('a token that is revoked is listed so; by its id or by itself', async () => {
    const token = await issue('förlorad');
    const ended = await command('token', 'revoke', token);
    expect([ended.code, ended.out]).toEqual([0, expect.stringContaining('(förlorad, planner of kalmar)')]);
    expect((await listed()).map(({ name, role, state, workspace }) => ({ name, role, state, workspace }))).toEqual([
      { name: 'förlorad', role: 'planner', state: 'revoked', workspace: 'kalmar' },
      { name: 'Åsa', role: 'admin', state: 'valid', workspace: 'kalmar' },
    ]);
  });

  describe('while a server runs', () => {
    let server: RunningServer;
    beforeAll(async () => {
      const database = await openDatabase(place);
      server = await runServer({ ...database, place }, { ship: [], flags: { host: '0.0.0.0' } });
      await database.publish({ address: server.address, adminKey: server.adminKey });
    });
    afterAll(async () => {
      await server?.stop();
    });
    const statusOf = async (token: string): Promise<number> =>
      (await server.ask('{ viewer { name } }', {}, { authorization: `Bearer ${token}` })).status;

    test('tokens and workspaces are made through it or beside it, and hold at once', async () => {
      const token = await issue('vid drift', 'reader');
      expect(await statusOf(token)).toBe(200);
      expect((await command('workspace', 'create', 'lindesberg', 'Lindesbergs kommun')).code).toBe(0);
      expect((await command('workspace', 'list')).out.split('\n').slice(2)).toEqual([
        'exempel     Bygdekalkyl',
        'kalmar      Kalmar kommun',
        'lindesberg  Lindesbergs kommun',
        'local       This machine',
        '',
      ]);
      expect((await listed()).map(({ name }) => name)).toEqual(['vid drift', 'förlorad', 'Åsa']);
    });

    test('what is wrong is told as without it', async () => {
      const taken = await command('workspace', 'create', 'kalmar', 'Igen');
      expect([taken.code, taken.err]).toEqual([
        3,
        'slug: There is already a workspace of this short name (found kalmar). Choose another; `workspace list` tells which there are\n1 problem\n',
      ]);
      const missing = await command('token', 'issue', '--workspace', 'ingen', '--name', 'n', '--role', 'reader');
      expect([missing.code, missing.err]).toEqual([3, 'There is no such workspace, or it is not shared with you\n']);
      const none = await command('token', 'revoke', 'ingen');
      expect([none.code, none.err]).toEqual([3, 'There is no such token, or it is not shared with you\n']);
    });

    test('a token that is revoked opens nothing within five seconds', async () => {
      const token = await issue('snart borta');
      expect(await statusOf(token)).toBe(200);
      expect((await command('token', 'revoke', token)).code).toBe(0);
      // Through the server itself, which is the only way with the embedded database, it is gone at once.
      const since = Date.now();
      if (kind === 'server') while ((await statusOf(token)) === 200 && Date.now() - since < 10_000) await wait(200);
      expect(await statusOf(token)).toBe(401);
    });
  });
});

test('a folder without data is not made by looking into it', async () => {
  const { cli } = await import('../cli/run-cli.ts');
  const folder = `/nowhere/${process.pid}`;
  for (const words of [
    ['workspace', 'list'],
    ['token', 'list'],
    ['token', 'revoke', 'x'],
  ])
    expect(cli(...words, '--data', folder)).toEqual({
      code: 6,
      out: '',
      err: `There is no data in ${folder}. Tell with --data where it is, or set DATABASE_URL.\n`,
    });
});
