import { beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '../engine/compile/index.ts';
import type { Scenario } from '../engine/scenario/index.ts';
import { likelyRun } from '../engine/simulate/index.ts';
import { planScenario } from './compare-scenario.ts';
import { loadModel } from './load-model.ts';
import { openScenario } from './open-scenario.ts';

let model: Model;
let fliseryd: Scenario;

beforeAll(() => {
  model = loadModel();
  fliseryd = openScenario(model, 'scenarios/fliseryd.yaml');
});

const changed = (change: Partial<Scenario['data']>): Scenario => ({
  text: fliseryd.text,
  data: { ...fliseryd.data, calculations: {}, ...change },
});

describe('the same money, other use', () => {
  it('gives the shop in the first year what the service point costs the municipality: 112 869 kr in Fliseryd', () => {
    // 10 295.20 depreciation + 2 573.80 interest of its 102 952, + 30 000 + 70 000 running, and no shop is missing yet
    const { sameMoney } = planScenario(model, fliseryd);
    expect(sameMoney).toMatchObject({ alternative: 'samma-pengar', as: 'servicepunkt', shop: 'ica-fliseryd' });
    expect(sameMoney?.byYear['2014']).toBe(112_869);
    // the second year's wages are 2.5 % and other costs 2 % up: 12 869 + 30 000 · 1.02 + 70 000 · 1.025 = 115 219
    expect(sameMoney?.byYear['2015']).toBe(115_219);
  });

  it('is paid to the shop by the municipality, every year that the shop is open', () => {
    const { plan, sameMoney } = planScenario(model, fliseryd);
    const run = likelyRun(plan);
    const at = plan.alternatives.findIndex(({ id }) => id === 'samma-pengar');
    for (let year = 0; year < plan.years; year += 1) {
      const open = year === 0 ? 1 : run.value('standing', at, 0, year - 1);
      expect(run.value('ledger_agreedSupportPaid_municipality_shop', at, 0, year)).toBe(
        open * (sameMoney?.byYear[String(plan.start + year)] as number),
      );
    }
  });

  it('changes no number of the alternatives that were there', () => {
    const { plan } = planScenario(model, fliseryd);
    const alone = planScenario(model, changed({ sameMoney: false })).plan;
    expect(alone.alternatives.map(({ id }) => id)).toEqual(['ingen', 'servicepunkt']);
    const [run, other] = [likelyRun(plan), likelyRun(alone)];
    for (const variable of ['presentValue_municipality', 'presentValue_society', 'cash'])
      for (const alternative of [0, 1])
        expect(run.value(variable, alternative, 0, 14)).toBe(other.value(variable, alternative, 0, 14));
  });

  it('is added neither where one is enough, nor where nothing costs the municipality anything, nor without a shop', () => {
    const { ingen } = fliseryd.data.alternatives ?? {};
    const added = (scenario: Scenario): unknown => planScenario(model, scenario).sameMoney;
    expect(added(changed({ alternatives: { ingen: ingen ?? {} } }))).toBeUndefined();
    expect(added(changed({ alternatives: { ingen: ingen ?? {}, annan: {} } }))).toBeUndefined();
    expect(added(changed({ shops: {}, alternatives: { ingen: {}, annan: {} } }))).toBeUndefined();
    expect(added(changed({ sameMoney: false }))).toBeUndefined();
  });
});
