import { expect, test } from 'vitest';
import { auditServer } from './audit-server.ts';
import { startSmallService } from './small-service.ts';

test('the service keeps every MUST and SHOULD of GraphQL over HTTP', async () => {
  const { url, service } = await startSmallService();
  try {
    const outcomes = await auditServer(url);
    expect(outcomes.length).toBeGreaterThan(50);
    expect(outcomes.filter((one) => !one.passed && !one.name.startsWith('MAY'))).toEqual([]);
    expect(outcomes.filter((one) => !one.passed)).toEqual([]);
  } finally {
    await service.stop();
  }
});
