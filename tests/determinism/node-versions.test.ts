import { describe, expect, it } from 'vitest';
import {
  arithmeticChecksum,
  evidenceScenarios,
  majors,
  type NodeVersions,
} from '../../scripts/evidence/node-versions.ts';
import { readEvidence } from '../../scripts/evidence/series.ts';
import { root } from '../../scripts/source-files.ts';
import { compareScenario } from '../../src/app/compare-scenario.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { openScenario } from '../../src/app/open-scenario.ts';
import { futureDesign } from '../../src/engine/simulate/index.ts';

const evidence = readEvidence<NodeVersions>('node-versions');
const [first] = evidence.versions;

/** What to do where this engine is not the one that was tried. */
const mend =
  'evidence/node-versions.json is not of this engine and these scenarios: run `npm run evidence -- node-versions`';

describe('the evidence on versions of Node', () => {
  it(`is of Node ${majors.join(', ')}, which give the same bits in every number`, () => {
    expect(evidence.versions.map(({ node }) => Number(node.slice(1).split('.')[0]))).toEqual(majors);
    for (const { arithmetic, resultHashes } of evidence.versions) {
      expect({ arithmetic, resultHashes }).toEqual({
        arithmetic: first?.arithmetic,
        resultHashes: first?.resultHashes,
      });
    }
    expect(Object.keys(first?.resultHashes ?? {})).toEqual(evidenceScenarios);
  });

  it('is what this Node gives as well: the arithmetic', () => {
    expect(arithmeticChecksum(), mend).toBe(first?.arithmetic);
  });

  it.each(evidenceScenarios)('is what this Node gives as well: %s', async (file) => {
    const model = loadModel();
    const { document } = await compareScenario(
      model,
      openScenario(model, `${root}/${file}`),
      futureDesign(evidence.draws),
    );
    expect(document.certificate.resultHash, mend).toBe(first?.resultHashes[file]);
  });
});
