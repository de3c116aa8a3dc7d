import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComparisonDocument, compareScenario } from '../../src/app/compare-scenario.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { futureDesign, hashOf, summarise } from '../../src/engine/simulate/index.ts';
import type { RunOptions } from '../../src/engine/workers/index.ts';
import { collectHere, compareHere, planOf, type Way } from './compare-here.ts';
import { scenarioOf, villagesWith, type Written } from './villages.ts';

const model = loadModel();

async function documentOf(written: Written, draws: number, options: RunOptions = {}): Promise<ComparisonDocument> {
  const { document } = await compareScenario(model, scenarioOf(written), futureDesign(draws), options);
  return document;
}

describe('the same scenario and seed', async () => {
  // 71 sets of parameters × 16: one whole task of 1 024 futures, then 112, whose last leaf of 64 is not full.
  const draws = 1136;
  const first = await documentOf(villagesWith(), draws, { threads: 1 });

  it.each([
    { again: 'once more', options: { threads: 1 } },
    { again: 'with two threads', options: { threads: 2 } },
    { again: 'without threads, where it is called', options: { threads: 0 } },
    { again: 'in blocks of 64', options: { threads: 2, blockSize: 64 } },
    { again: 'in blocks of 192, which no task fills', options: { threads: 1, blockSize: 192 } },
    { again: 'in blocks of 512', options: { threads: 2, blockSize: 512 } },
  ])('gives the same bytes $again', async ({ options }) => {
    const second = await documentOf(villagesWith(), draws, options);
    expect(second.certificate.resultHash).toBe(first.certificate.resultHash);
    expect(JSON.stringify(second) === JSON.stringify(first)).toBe(true);
  });

  it.each(['one', 'two'])(
    'gives the same bytes from the compiled code as from the interpreter (seed %s)',
    async (seed) => {
      const written = villagesWith({ years: 3, seed });
      const compiled = await documentOf(written, 80, { backEnd: 'javascript', threads: 1 });
      const interpreted = await documentOf(written, 80, { backEnd: 'interpreter' });
      expect(interpreted.certificate.resultHash).toBe(compiled.certificate.resultHash);
      expect(JSON.stringify(interpreted) === JSON.stringify(compiled)).toBe(true);
    },
  );

  it('certifies what gave the result, by hashes of the model, the scenario and every number', () => {
    const { modelHash, scenarioHash, resultHash, ...rest } = first.certificate;
    expect(rest).toEqual({ engine: '0.1.0', seed: 'villages', draws, inner: 16 });
    for (const hash of [modelHash, scenarioHash, resultHash]) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('however the futures are shared out', () => {
  const plan = planOf(villagesWith());
  // 35 sets of parameters × 16 = 560 futures: 8 leaves of 64 and one of 48.
  const design = futureDesign(560);
  const hashes = new Map(
    [true, false].map((keep) => [keep, hashOf(summarise(plan, collectHere(plan, design, { keep })))]),
  );

  it('the numbers are the same: task sizes, block sizes, the order of tasks, futures kept or not', () => {
    const ways: fc.Arbitrary<Way> = fc
      .record({
        leavesPerTask: fc.constantFrom(1, 2, 4, 8, 16),
        blockSize: fc.constantFrom(64, 128, 192, 512),
        keep: fc.boolean(),
        shuffle: fc.array(fc.nat(), { minLength: 9, maxLength: 9 }),
      })
      .map(({ shuffle, ...way }) => ({
        ...way,
        order: (tasks) => tasks.sort((a, b) => (shuffle[a] as number) - (shuffle[b] as number)),
      }));
    fc.assert(
      fc.property(ways, (way) => {
        expect(hashOf(summarise(plan, collectHere(plan, design, way)))).toBe(hashes.get(way.keep as boolean));
      }),
      { numRuns: 12 },
    );
  });
});

describe('another seed', () => {
  it('gives other numbers in every future, and the same likely run', () => {
    const runs = ['one', 'two', 'three', 'fyra å'].map((seed) => compareHere(villagesWith({ seed }), futureDesign(64)));
    const part = (name: 'mean' | 'likely') =>
      runs.map(({ alternatives }) =>
        hashOf(
          alternatives.map(({ series, outcomes }) => [
            series.map((each) => each[name]),
            outcomes.map((each) => each[name]),
          ]),
        ),
      );
    expect(new Set(part('mean')).size).toBe(runs.length);
    expect(new Set(part('likely')).size).toBe(1);
  });
});
