import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorkspace, ensureWorkspaces, issueToken, operatorOf } from '../../src/service/access/index.ts';
import { type RunningServer, runServer } from '../api/running-server.ts';
import { onBothDatabases } from '../store/databases.ts';

/** Asks who one is, with headers that a browser would not let a page write. */
async function statusOf(server: RunningServer, headers: Record<string, string>): Promise<number | undefined> {
  return await new Promise((resolve, reject) => {
    const sent = request(
      `${server.address}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        text(response).then(() => resolve(response.statusCode), reject);
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify({ query: '{ viewer { name } }' }));
  });
}

onBothDatabases((kind, open) => {
  describe('behind a proxy that is told of', () => {
    let server: RunningServer;
    let authorization: string;
    beforeAll(async () => {
      const database = await open();
      const operator = operatorOf((await ensureWorkspaces(database)).local);
      await createWorkspace(database, operator, { slug: 'kalmar', name: 'Kalmar kommun' });
      const { token } = await issueToken(database, operator, { workspace: 'kalmar', name: 'n', role: 'reader' });
      authorization = `Bearer ${token}`;
      server = await runServer(database, {
        ship: [],
        flags: { publicUrl: 'https://bygd.example.se', trustProxy: '1', failedSignIns: '3' },
      });
    });
    afterAll(async () => {
      await server?.stop();
    });
    const host = 'bygd.example.se';
    const from = (address: string, wrong = 'Bearer wrong') =>
      statusOf(server, { host, authorization: wrong, 'x-forwarded-for': address });

    test('nobody is let in without a token, though the service listens on this machine only', async () => {
      expect(await statusOf(server, { host })).toBe(401);
      expect(await statusOf(server, { host, 'x-forwarded-for': '127.0.0.1' })).toBe(401);
      expect(await statusOf(server, { host, authorization, 'x-forwarded-for': '203.0.113.1' })).toBe(200);
    });

    test('it answers to the name of its public address and of this machine, and to no other', async () => {
      expect(await statusOf(server, { host: 'bygd.example.se:443', authorization })).toBe(200);
      expect(await statusOf(server, { host: 'localhost', authorization })).toBe(200);
      expect(await statusOf(server, { host: 'evil.example.com', authorization })).toBe(421);
    });

    test('wrong tokens are counted by the address the proxy saw, whatever the client claims', async () => {
      for (const tried of [1, 2, 3]) expect([tried, await from('203.0.113.5')]).toEqual([tried, 401]);
      expect(await from('203.0.113.5')).toBe(429);
      expect(await from('10.1.2.3, 203.0.113.5')).toBe(429);
      expect(await from('203.0.113.5, 203.0.113.6')).toBe(401);
      // A token that was valid here goes on working for colleagues behind that address.
      expect(await from('203.0.113.5', authorization)).toBe(200);
    });
  });

  test('a proxy that is not told of finds no open door', async () => {
    const server = await runServer(await open(), { ship: [] });
    try {
      // On a server's database everybody signs in anyway.
      expect(await statusOf(server, {})).toBe(kind === 'embedded' ? 200 : 401);
      for (const name of ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via'])
        expect([name, await statusOf(server, { [name]: '203.0.113.9' })]).toEqual([name, 401]);
    } finally {
      await server.stop();
    }
  });
});
