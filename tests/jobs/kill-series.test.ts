import { describe, expect, it } from 'vitest';
import { newPlace } from '../store/databases.ts';
import { killSeries } from './kill-series.ts';

describe.each(['embedded', 'server'] as const)('on the %s database', (kind) => {
  it('a server that is killed again and again loses nothing it acknowledged, and no job', {
    timeout: 400_000,
  }, async () => {
    const { place, remove } = await newPlace(kind);
    try {
      // Fifty by `npm run evidence`; here the first two of the same series.
      const { wrong, revisions, jobs } = await killSeries({ place, times: 2, seed: 'kills' });
      expect(wrong).toEqual([]);
      expect(revisions).toBeGreaterThan(0);
      expect(jobs).toBeGreaterThan(0);
    } finally {
      await remove();
    }
  });
});
