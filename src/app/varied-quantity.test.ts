import mergePatch from 'json-merge-patch';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '../engine/compile/index.ts';
import { likelyOf, readScenario, type Scenario } from '../engine/scenario/index.ts';
import type { Plan } from '../engine/simulate/index.ts';
import { planScenario } from './compare-scenario.ts';
import { loadModel } from './load-model.ts';
import { type VariedQuantity, variedQuantity } from './varied-quantity.ts';

const village = {
  id: 'village',
  label: 'Village',
  start: 2014,
  years: 3,
  seed: 'village',
  parameters: { distanceDecay: 1.3 },
  places: {
    byn: { inhabitants: 700, hinterland: { inhabitants: 300, distance: 4 } },
    alby: { young: 50, working: 100, older: 40, oldest: 10 },
  },
  towns: { staden: { inhabitants: 8000 } },
  distances: [
    { between: ['byn', 'staden'], km: 20 },
    { between: ['alby', 'staden'], km: 30 },
    { between: ['byn', 'alby'], km: 12 },
  ],
  shops: {
    handeln: { place: 'byn', floorArea: 200, turnover: { low: 5e6, likely: 6e6, high: 8e6 }, passingTrade: 300_000 },
  },
  alternatives: {
    none: {},
    point: { measures: { punkt: { kind: 'servicePoint', host: 'handeln', visitsEffect: 0.02 } } },
  },
};

let model: Model;
let scenario: Scenario;
let plan: Plan;

const written = (change: object = {}): Scenario =>
  readScenario(
    model,
    'village.yaml',
    JSON.stringify(mergePatch.apply(structuredClone(village), structuredClone(change))),
    () => undefined,
  );

const quantity = (name: string): VariedQuantity => variedQuantity(model, scenario, plan, name);

/** The same to the model: every planned value of every instance. */
const hash = (of: Scenario): string => planScenario(model, of).scenarioHash;

beforeAll(() => {
  model = loadModel();
  scenario = written();
  plan = planScenario(model, scenario).plan;
});

describe('a number of a scenario that is varied', () => {
  it.each([
    ['turnover@handeln', 7_500_000, { shops: { handeln: { turnover: 7_500_000 } } }],
    ['passingTrade@handeln', 250_000, { shops: { handeln: { passingTrade: 250_000 } } }],
    ['inhabitants@staden', 9000, { towns: { staden: { inhabitants: 9000 } } }],
    ['trend@byn.hinterland', -0.01, { places: { byn: { hinterland: { trend: -0.01 } } } }],
    ['visitsEffect@punkt', 0.07, { alternatives: { point: { measures: { punkt: { visitsEffect: 0.07 } } } } }],
    ['visitsEffect@point/punkt', 0.07, { alternatives: { point: { measures: { punkt: { visitsEffect: 0.07 } } } } }],
    ['spend', 21_000, { parameters: { spend: 21_000 } }],
  ])('%s = %d gives the scenario a planner would write', (name, value, change) => {
    expect(hash(quantity(name).with(value))).toBe(hash(written(change)));
    expect(hash(quantity(name).with(value))).not.toBe(hash(scenario));
  });

  it('leaves the scenario it came from as it was', () => {
    const before = hash(scenario);
    quantity('turnover@handeln').with(9_000_000);
    expect(hash(scenario)).toBe(before);
  });

  it('carries turnover along with inhabitants: what each person buys where stays as it was', () => {
    const { with: withValue, followedBy } = quantity('inhabitants@byn');
    expect(followedBy).toEqual(['handeln']);
    const larger = planScenario(model, withValue(1400)).plan;
    const pair = (of: Plan, name: string): number =>
      likelyOf(of.instances.shared.get('shopPair')?.find(({ id }) => id === 'byn>handeln')?.values[name] as never);
    expect(pair(larger, 'likelyShare')).toBeCloseTo(pair(plan, 'likelyShare'), 9);
    expect(pair(larger, 'likelyPairSales') / pair(plan, 'likelyPairSales')).toBeCloseTo(2, 9); // 1 400 / 700
  });

  it('keeps age bands in proportion', () => {
    const { data } = quantity('inhabitants@alby').with(300);
    // 200 → 300: half as many again of each band
    expect(data.places['alby']).toMatchObject({ young: 75, working: 150, older: 60, oldest: 15 });
    expect(() => planScenario(model, { ...scenario, data })).not.toThrow();
  });

  it('lets go of correlations and joint samples that name it, and of no others', () => {
    const correlations = [
      { between: ['spend', 'tripsPerWeek'], value: 0.3 },
      { between: ['tripsPerWeek', 'valueOfTime'], value: 0.2 },
    ];
    const tied = written({
      correlations,
      samples: {
        parameters: ['turnover@handeln', 'errandsChained'],
        rows: [
          [5e6, 0.4],
          [7e6, 0.6],
        ],
      },
    });
    const tiedPlan = planScenario(model, tied).plan;
    const spend = variedQuantity(model, tied, tiedPlan, 'spend').with(20_000);
    expect(spend.data.correlations).toEqual([correlations[1]]);
    expect(spend.data.samples).toEqual(tied.data.samples);
    const turnover = variedQuantity(model, tied, tiedPlan, 'turnover@handeln').with(6e6);
    expect(turnover.data.samples).toEqual({ parameters: ['errandsChained'], rows: [[0.4], [0.6]] });
    for (const each of [spend, turnover]) expect(() => planScenario(model, each)).not.toThrow();
  });

  it('is searched over its range and as far again, from half to double, or from 0 to three times', () => {
    expect(quantity('turnover@handeln')).toMatchObject({ likely: 6e6, low: 2e6, high: 11e6 }); // 5 − 3, 8 + 3
    expect(quantity('inhabitants@byn')).toMatchObject({ low: 350, high: 1400 });
    expect(quantity('visitsEffect@punkt')).toMatchObject({ likely: 0.02, low: 0, high: 0.06 });
    expect(quantity('turnover@handeln=1000000..20000000')).toMatchObject({ low: 1e6, high: 2e7 });
  });

  it.each([
    ['turnovr@handeln', 'Did you mean turnover?'],
    ['turnover@handel', 'Did you mean handeln?'],
    ['spnd', 'Did you mean spend?'],
    ['visitsEffect@other/punkt', 'no place, shop, town or measure'],
    ['turnover@handeln=9..1', 'low..high'],
    ['turnover@handeln=..9', 'low..high'],
    ['visitsEffect@punkt=-2..1', 'at least -0.9'],
    ['sellsFuel@handeln', 'no number that can be varied'],
    ['fuelTurnover@handeln', 'not stated'],
    ['=1..2', 'names no number'],
  ])('%s is refused: %s', (name, message) => {
    expect(() => quantity(name)).toThrow(RangeError);
    expect(() => quantity(name)).toThrow(message);
  });
});
