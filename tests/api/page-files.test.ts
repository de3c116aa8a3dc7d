import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothDatabases } from '../store/databases.ts';
import { type RunningServer, runServer } from './running-server.ts';

onBothDatabases((_kind, open) => {
  let server: RunningServer;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bygdekalkyl-page-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Bygdekalkyl</title>');
    await writeFile(join(folder, 'assets', 'main-1234.js'), 'export {};');
    await writeFile(join(folder, 'secret.txt'), 'not part of the page');
    server = await runServer(await open(), {
      ship: ['fliseryd'],
      pageFolder: folder,
      flags: { requireSignIn: true },
    });
  });
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
    fetch(`${server.address}${path}`, { method, headers });

  it('the page is read without a token, also by who follows a link on another site; what it shows is not', async () => {
    const page = await get('/?vy=jamfor', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>Bygdekalkyl</title>');
    expect(page.headers.get('content-type')).toBe('text/html;charset=utf-8');
    expect((await get('/graphql?query={viewer{name}}')).status).toBe(401);
    expect((await get('/backup')).status).toBe(401);
  });

  it('the page may load its own files and nothing else, and runs nothing that is written into it', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    const rules = new Map(policy.split('; ').map((rule) => rule.split(/ (.*)/, 2) as [string, string]));
    expect(rules.get('default-src')).toBe("'none'");
    for (const name of ['script-src', 'style-src', 'connect-src', 'font-src']) expect(rules.get(name)).toBe("'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('the first page is asked for each time, what it loads is kept for good', async () => {
    expect((await get('/')).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/assets/main-1234.js')).headers.get('cache-control')).toMatch(/immutable/);
    const etag = (await get('/')).headers.get('etag') ?? '';
    const again = await get('/', { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(again.headers.get('content-security-policy')).toContain("script-src 'self'");
    const missing = await get('/assets/nothing.js');
    expect(missing.headers.get('cache-control')).toBe('no-store');
    expect(missing.headers.get('content-security-policy')).not.toContain("'self'");
  });

  it.each(['/secret.txt', '/assets/../secret.txt', '/assets/..%2fsecret.txt', '/assets/nothing.js', '/index.html'])(
    'nothing but the page is at %s',
    async (path) => {
      const answer = await get(path);
      expect(await answer.text()).not.toContain('not part');
      expect(answer.status).toBe(404);
    },
  );

  it('nothing can be sent to the page', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(405);
  });
});

onBothDatabases((_kind, open) => {
  it('a server whose page is not built says how to build it, and serves the API', async () => {
    const server = await runServer(await open(), { pageFolder: '/nowhere' });
    const answer = await fetch(`${server.address}/`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('npm run build');
    expect((await server.ask('{ viewer { name } }')).status).toBe(200);
    await server.stop();
  });
});
