import { describe, expect, it } from 'vitest';
import { newPlace } from '../store/databases.ts';
import { killBetweenStatements } from './kill-between-statements.ts';

describe.each(['embedded', 'server'] as const)('on the %s database', (kind) => {
  it('a process that is killed between the statements of a job loses none, and leaves none stuck', {
    timeout: 400_000,
  }, async () => {
    const { place, remove } = await newPlace(kind);
    try {
      // Forty are tried by `npm run evidence`; here four, spread over the job.
      const fourth = (moments: number) =>
        Array.from({ length: 4 }, (_, index) => Math.ceil(((index + 0.8) * moments) / 4));
      const { wrong, died, acknowledged, done } = await killBetweenStatements(place, fourth);
      expect(wrong).toEqual([]);
      expect(died).toBeGreaterThanOrEqual(3);
      expect(done).toBeGreaterThanOrEqual(acknowledged);
    } finally {
      await remove();
    }
  });
});
