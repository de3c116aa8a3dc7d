import { execFile } from 'node:child_process';
import { getEventListeners } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { compareScenario } from '../../src/app/compare-scenario.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { futureDesign } from '../../src/engine/simulate/index.ts';
import type { RunOptions } from '../../src/engine/workers/index.ts';
import { StoppedError } from '../../src/errors.ts';
import { scenarioOf, villagesWith } from './villages.ts';

const model = loadModel();
const scenario = scenarioOf(villagesWith());

async function run(draws: number, options: RunOptions): Promise<string> {
  return (await compareScenario(model, scenario, futureDesign(draws), options)).document.certificate.resultHash;
}

describe('a comparison that is called off', () => {
  it.each([
    { when: 'while its threads start', argument: '100' },
    { when: 'while its threads compute', argument: 'progress' },
  ])('says so, and leaves nothing that keeps the process alive: $when', async ({ argument }) => {
    const script = fileURLToPath(new URL('./cancelled-run.ts', import.meta.url));
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, argument], { timeout: 60_000 });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ end: 'StoppedError', code: 'cancelled', message: 'The run was cancelled' });
  });

  it.each(['javascript', 'interpreter'] as const)(
    'computes nothing when it was called off before it began (%s)',
    async (backEnd) => {
      let told = 0;
      const began = run(1_000_000, { backEnd, signal: AbortSignal.abort(), onProgress: () => (told += 1) });
      await expect(began).rejects.toThrow(StoppedError);
      expect(told).toBe(0);
    },
  );

  it('stops the interpreter within a leaf of 64 futures, slow as it is', async () => {
    const abort = new AbortController();
    const told: number[] = [];
    const onProgress = (done: number): void => {
      told.push(done);
      abort.abort();
    };
    const short = scenarioOf(villagesWith({ years: 1, calculations: null, alternatives: null }));
    const began = compareScenario(model, short, futureDesign(1_000_000), {
      backEnd: 'interpreter',
      signal: abort.signal,
      onProgress,
    });
    await expect(began).rejects.toThrow(StoppedError);
    expect(told).toEqual([64]);
  });

  it('does not disturb the next one: same hash as ever', async () => {
    const first = await run(112, { threads: 2 });
    const abort = new AbortController();
    await expect(run(100_000, { threads: 2, signal: abort.signal, onProgress: () => abort.abort() })).rejects.toThrow(
      StoppedError,
    );
    expect(await run(112, { threads: 2 })).toBe(first);
  });
});

describe('a signal that outlives a comparison', () => {
  it('may fall after its end, and is not listened to any more', async () => {
    const abort = new AbortController();
    await run(16, { threads: 1, signal: abort.signal });
    expect(getEventListeners(abort.signal, 'abort')).toEqual([]);
    abort.abort();
  });
});

describe('the progress of a comparison', () => {
  it('rises with every task and ends at all futures, the last task not full', async () => {
    const told: [number, number][] = [];
    // 2 096 futures are 33 leaves of 64; in tasks of four leaves that is 8 whole tasks and one leaf
    const draws = 2 * 1024 + 48;
    await run(draws, { threads: 2, onProgress: (done, all) => told.push([done, all]) });
    expect(told.map(([, all]) => all)).toEqual(new Array(9).fill(draws));
    const done = told.map(([each]) => each);
    expect(done).toEqual([...new Set(done)].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(draws);
  });
});
