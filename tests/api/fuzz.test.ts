import { expect, it } from 'vitest';
import { type BadAnswer, fuzz } from '../../src/api/testing/fuzz.ts';
import { onBothDatabases } from '../store/databases.ts';
import { runServer } from './running-server.ts';

onBothDatabases((_kind, open) => {
  it('the service answers random documents, inputs and bytes properly, with ids of what is there', async () => {
    const server = await runServer(await open(), { ship: ['fliseryd'] });
    try {
      const { data } = await server.ask(`{
        scenario(slug: "fliseryd") { id latest { id } }
        comparison(scenario: "fliseryd", draws: 64, inner: 2) { id }
        places(first: 2) { nodes { place { id } } }
      }`);
      const ids = [...JSON.stringify(data).matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id);
      expect(ids.length).toBeGreaterThanOrEqual(5);
      const bad: BadAnswer[] = [];
      // 10 000 of them on each database by `npm run evidence`; here others.
      const report = await fuzz({
        url: `${server.address}/graphql`,
        headers: { authorization: `Bearer ${server.adminKey}` },
        seed: 'every change',
        count: 300,
        ids,
        onBad: (one) => bad.push(one),
      });
      expect(bad).toEqual([]);
      expect(report.sent).toBe(300);
      expect(report.executed).toBeGreaterThan(30);
      expect((await server.ask('{ viewer { name } }')).status).toBe(200);
    } finally {
      await server.stop();
    }
  });
});
