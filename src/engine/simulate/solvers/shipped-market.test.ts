import { describe, expect, it } from 'vitest';
import { loadModel } from '../../../app/load-model.ts';
import { openScenario } from '../../../app/open-scenario.ts';
import { InterpreterBackEnd, likelyFuture } from '../../compile/index.ts';
import { instantiateScenario, readScenario } from '../../scenario/index.ts';
import { ParameterDraws } from '../parameter-draws.ts';
import { interpreterFor, makePlan } from '../plan.ts';
import { solvers } from './index.ts';

const model = loadModel();

/** The likely first year of a scenario file's first alternative. */
function firstYear(file: string) {
  const plan = makePlan(model, instantiateScenario(model, openScenario(model, file)));
  const run = interpreterFor(plan).future(0, likelyFuture);
  return { plan, at: (name: string, instance = 0) => run.number(name, instance, 0) };
}

describe('the market of the shipped model', () => {
  it('is calibrated to b = 0.24563667 in the worked example', () => {
    const { at } = firstYear('scenarios/worked-example.yaml');
    expect(Math.abs(at('calibration') - 0.24563667)).toBeLessThan(1e-8);
    // The same equation written out: village at 1 km, hinterland at √(1² + 5²); 700 · 22 500 SEK each; sizes 200 m² and thousands of inhabitants.
    const sales = [0, 5].reduce((sum, away) => {
      const weight = (km: number): number => Math.sqrt(km ** 2 + away ** 2) ** -1.2;
      const shop = at('calibration') * 2 * weight(1);
      return sum + (700 * 22_500 * shop) / (shop + 5.127 * weight(17) + 18.817 * weight(22));
    }, 0);
    expect(sales / 8_500_000).toBeCloseTo(1, 12); // turnover 9 000 000 less passing trade 500 000
  });

  it('sells in the first year what the shops state they sell, passing trade included', () => {
    for (const scenario of ['worked-example', 'fliseryd']) {
      const { at } = firstYear(`scenarios/${scenario}.yaml`);
      expect(at('sales') / 9_000_000).toBeCloseTo(1, 12);
    }
  });

  it('gives a shop four times the customers of an equal one twice as far away, where distance counts squared', () => {
    const text = `
id: two-shops
label: Two shops
start: 2024
years: 1
seed: two shops
parameters: { distanceDecay: 2 }
places: { byn: { label: The village, inhabitants: 500 } }
shops:
  far: { label: Far, place: byn, distance: 6 }
  near: { label: Near, place: byn, distance: 3 }
`;
    const scenario = instantiateScenario(
      model,
      readScenario(model, 'two-shops.yaml', text, () => undefined),
    );
    const settings = {
      years: 1,
      startYear: 2024,
      seed: 'two shops',
      parameters: new ParameterDraws('two shops'),
      // There is nothing to calibrate: no town, and equal shops.
      solvers: new Map(
        [...solvers.keys()].map((name) => [
          name,
          (access: Parameters<NonNullable<ReturnType<typeof solvers.get>>>[0]) => {
            for (const given of model.solvers.get(name)?.gives ?? []) {
              const count = access.relations.count(model.variables.get(given)?.entity as string);
              for (let at = 0; at < count; at += 1) access.write(given, at, 1);
            }
          },
        ]),
      ),
    };
    const run = new InterpreterBackEnd(model, scenario.instances, settings, []).future(0, likelyFuture);
    const [far, near] = [0, 1].map((pair) => run.number('huffShare', pair, 0)) as [number, number];
    expect(near).toBeCloseTo(0.8, 14); // (1/3²) / (1/3² + 1/6²) = 4/5
    expect(far).toBeCloseTo(0.2, 14);
    expect(near + far).toBeCloseTo(1, 15);
    expect(run.number('localSales', 1, 0) / run.number('localSales', 0, 0)).toBeCloseTo(4, 13);
  });
});
