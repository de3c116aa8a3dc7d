import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allSeries } from '../../scripts/evidence/all-series.ts';
import { evidenceFile, readEvidence } from '../../scripts/evidence/series.ts';
import { root } from '../../scripts/source-files.ts';

describe.each(allSeries.map((series) => [series.name, series] as const))('the evidence of %s', (name, series) => {
  const again = `run \`npm run evidence -- ${name}\` and commit what it writes`;

  it('is there, and of the files as they are now', () => {
    expect(existsSync(join(root, evidenceFile(name))), `${evidenceFile(name)} is not there: ${again}`).toBe(true);
    expect(readEvidence(name).inputs, `${evidenceFile(name)} is of other files than these: ${again}`).toBe(
      series.inputs(),
    );
  });

  it('shows what it must', () => {
    expect(series.wrong(readEvidence(name))).toEqual([]);
  });
});
