import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../src/app/load-model.ts';
import { openScenario } from '../../src/app/open-scenario.ts';
import { instantiateScenario } from '../../src/engine/scenario/index.ts';
import { makePlan, type Plan, runSettings } from '../../src/engine/simulate/index.ts';
import { compareBackEnds, type Futures } from './same-columns.ts';

function planOf(scenario: string): Plan {
  const file = fileURLToPath(new URL(`../../scenarios/${scenario}.yaml`, import.meta.url));
  return makePlan(loadModel(), instantiateScenario(loadModel(), openScenario(loadModel(), file)));
}

function compare(plan: Plan, futures: Futures, blockSizes: readonly number[]) {
  const { model, program, instances } = plan;
  return compareBackEnds({ model, program, instances, settings: runSettings(plan) }, futures, blockSizes);
}

const likely: Futures = { outer: new Uint32Array(1), inner: new Uint32Array(1), likely: true };

/** 4 sets of parameters, each with 16 years of luck. */
const manyFutures: Futures = {
  outer: Uint32Array.from({ length: 64 }, (_, future) => future >> 4),
  inner: Uint32Array.from({ length: 64 }, (_, future) => future & 15),
  likely: false,
};

describe.each(['worked-example', 'fliseryd'])('the shipped model on %s', (scenario) => {
  const plan = planOf(scenario);

  it('gives the same bits in both back ends, in every stored column of every year of the likely run', () => {
    const { difference, numbers } = compare(plan, likely, [1, 64]);
    expect(difference).toBeUndefined();
    expect(numbers).toBeGreaterThan(100 * plan.years); // or nothing much was compared
  });

  it('gives the same bits in both back ends for 64 futures of both alternatives', () => {
    const { difference, numbers } = compare(plan, manyFutures, [64, 128, 24]); // 24 + 24 + 16
    expect(difference).toBeUndefined();
    expect(numbers).toBeGreaterThan(100 * plan.years * 64);
  });
});
