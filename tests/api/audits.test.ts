import { expect, it } from 'vitest';
import { auditServer } from '../../src/api/testing/audit-server.ts';
import { onBothDatabases } from '../store/databases.ts';
import { runServer } from './running-server.ts';

onBothDatabases((kind, open) => {
  it('the service keeps every MUST and SHOULD of GraphQL over HTTP', async () => {
    const server = await runServer(await open(), { ship: ['fliseryd'] });
    try {
      const outcomes = await auditServer(
        `${server.address}/graphql`,
        // On a server's database everybody signs in.
        kind === 'server' ? { authorization: `Bearer ${server.adminKey}` } : {},
      );
      expect(outcomes.filter(({ name }) => name.startsWith('MUST')).length).toBeGreaterThanOrEqual(13);
      expect(outcomes.filter(({ name }) => name.startsWith('SHOULD')).length).toBeGreaterThanOrEqual(23);
      expect(outcomes.filter(({ name, passed }) => !passed && !name.startsWith('MAY'))).toEqual([]);
    } finally {
      await server.stop();
    }
  });
});
