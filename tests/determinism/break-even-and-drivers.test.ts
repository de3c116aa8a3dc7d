import { describe, expect, it } from 'vitest';
import { type CompareOptions, type ComparisonDocument, compareScenario } from '../../src/app/compare-scenario.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { scenarioOf, villagesWith } from './villages.ts';

const model = loadModel();
const scenario = scenarioOf(villagesWith({ years: 3, correlations: null }));
const breakEven = { quantities: ['visitsEffect@punkt-boda', 'turnover@handel-alby'], futures: 32 };

async function compared(options: CompareOptions): Promise<ComparisonDocument> {
  return (await compareScenario(model, scenario, { outer: 32, inner: 4 }, options)).document;
}

describe('break-even and drivers of a comparison', () => {
  it('are the same bytes with one thread and two, in blocks of 64 and 128', async () => {
    const one = await compared({ threads: 1, blockSize: 64, breakEven });
    const two = await compared({ threads: 2, blockSize: 128, breakEven });
    expect(one.breakEven?.length).toBeGreaterThan(0);
    expect(one.drivers?.length).toBeGreaterThan(0);
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  });

  it('stand beside what the hash is over: it is the same whether they are asked for or not', async () => {
    const asked = await compared({ threads: 1, breakEven });
    const not = await compared({ threads: 1 });
    expect(not.breakEven).toBeNull();
    expect(not.certificate).toEqual(asked.certificate);
    expect(JSON.stringify(not.drivers)).toBe(JSON.stringify(asked.drivers));
  });

  it('say what cannot be asked before anything is computed', async () => {
    let told = 0;
    const began = compared({ breakEven: { quantities: ['nothing@alby'], futures: 0 }, onProgress: () => (told += 1) });
    await expect(began).rejects.toThrow(RangeError);
    expect(told).toBe(0);
  });
});
