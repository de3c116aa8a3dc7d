import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeProgram, checkModel, readModel } from '../../src/engine/compile/index.ts';
import { ParameterDraws } from '../../src/engine/simulate/parameter-draws.ts';
import { instancesOf, type ModelSize, type RandomPlan, randomPlans, randomSolver, writeModel } from './random-model.ts';
import { compareBackEnds, type Futures } from './same-columns.ts';

/** A failing plan as what a modeller would read, not as the trees it was drawn as. */
function shown(plan: RandomPlan): RandomPlan {
  const text = (): string => JSON.stringify({ model: JSON.parse(writeModel(plan.model)), instances: plan });
  return Object.defineProperty(plan, fc.toStringMethod, { value: text, enumerable: false });
}

/** Checks, compiles and arranges a random plan; a model the checker refuses is a fault of the generator. */
function compiled(plan: RandomPlan) {
  const model = readModel(
    [{ file: 'random.yaml', text: writeModel(plan.model) }],
    new Map([['solver', randomSolver[0]]]),
  );
  expect(checkModel(model).problems).toEqual([]);
  const instances = instancesOf(plan);
  const settings = {
    years: plan.years,
    startYear: plan.startYear,
    seed: 'random models',
    parameters: new ParameterDraws('random models'),
    solvers: new Map([['solver', randomSolver[1]]]),
  };
  return { model, instances, settings, program: arrangeProgram(model, instances) };
}

/** `count` futures: the parameters change every third, the luck every time. */
function futures(count: number, likely = false): Futures {
  const outer = Uint32Array.from({ length: count }, (_, at) => Math.floor(at / 3));
  return { outer, inner: Uint32Array.from({ length: count }, (_, at) => at * 7), likely };
}

const plans = (size: ModelSize): fc.Arbitrary<RandomPlan> => randomPlans(size).map(shown);

/** A failing model is shown as small as it has become by then, with its seed, before the test itself runs out of time. */
const stopShrinking = { interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true } as const;

describe('the interpreter and JavaScript give the same bits in every stored column of every year', () => {
  const agree = (plan: RandomPlan, count: number, blockSizes: readonly number[]): void => {
    const ready = compiled(plan);
    expect(compareBackEnds(ready, futures(count), blockSizes).difference).toBeUndefined();
    expect(compareBackEnds(ready, futures(1, true), [1, 64]).difference).toBeUndefined();
  };

  it('on small models, in blocks of 1, 5 and 64 futures', () => {
    fc.assert(
      fc.property(plans({ least: 4, most: 40, depth: 4 }), (plan) => agree(plan, 7, [1, 5, 64])),
      { numRuns: 100, ...stopShrinking },
    );
  });

  it('with fewer futures in the last block than in the others', () => {
    fc.assert(
      fc.property(plans({ least: 4, most: 12, depth: 3 }), (plan) => agree(plan, 130, [64, 128])), // 64 + 64 + 2, 128 + 2
      { numRuns: 5, ...stopShrinking },
    );
  });

  it('with more than 48 variables in one yearly loop, so that it is split in functions', () => {
    fc.assert(
      fc.property(plans({ least: 180, most: 200, depth: 2, oneLoop: 'yearly' }), (plan) => agree(plan, 5, [64])),
      { numRuns: 8, ...stopShrinking },
    );
  });

  it('with more than 48 variables in one loop that is run once for the plan', () => {
    fc.assert(
      fc.property(plans({ least: 110, most: 130, depth: 2, oneLoop: 'static' }), (plan) => agree(plan, 2, [64])),
      { numRuns: 8, ...stopShrinking },
    );
  });

  it('with more than 200 variables in one loop', () => {
    fc.assert(
      fc.property(plans({ least: 520, most: 550, depth: 2, oneLoop: 'yearly' }), (plan) => agree(plan, 5, [64])),
      { numRuns: 4, ...stopShrinking },
    );
  });
});
