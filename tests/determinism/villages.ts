import mergePatch from 'json-merge-patch';
import { loadModel } from '../../src/app/load-model.ts';
import type { Model } from '../../src/engine/compile/index.ts';
import { readScenario, type Scenario } from '../../src/engine/scenario/index.ts';

/** A scenario as it is written: maps, lists, texts and numbers. */
export type Written = { readonly [name: string]: unknown };

/**
 * Three villages that share customers: one with a hinterland, one by age bands with holiday homes, one without a shop. Two
 * shops and a pump, of which one shop has no stated turnover; two towns; distances stated and by coordinates; values that
 * vary together; two service points against none, with grants, running lines and every effect.
 */
const villages: Written = {
  id: 'villages',
  // The alternative that is added by itself has tests of its own.
  sameMoney: false,
  label: 'Three villages',
  start: 2014,
  years: 5,
  seed: 'villages',
  parameters: { wageGrowth: { low: 0.02, likely: 0.025, high: 0.04 }, realDiscountRate: 0.035 },
  places: {
    alby: { inhabitants: 700, lat: 57.1, lon: 16.2, hinterland: { inhabitants: 300, distance: 5 } },
    boda: { young: 100, working: 260, older: 120, oldest: 40, holidayHomes: 60, lat: 57.2, lon: 16.1 },
    dal: { inhabitants: 150, lat: 57.15, lon: 16.3 },
  },
  towns: {
    staden: { inhabitants: 9000, lat: 57.0, lon: 16.45 },
    koping: { inhabitants: 4000, lat: 57.35, lon: 15.9 },
  },
  distances: [
    { between: ['alby', 'boda'], km: 14 },
    { between: ['dal', 'alby'], km: 11 },
    { between: ['alby', 'staden'], km: 25 },
    { between: ['koping', 'alby'], km: 38 },
    { between: ['boda', 'koping'], km: 27 },
  ],
  shops: {
    'handel-alby': { place: 'alby', turnover: 8_000_000, passingTrade: 400_000, openingCash: 100_000 },
    'handel-boda': { place: 'boda', floorArea: 120, sellsFuel: true, yearsSinceReinvestment: 11 },
    'mack-alby': { place: 'alby', distance: 2, sellsGroceries: false, sellsFuel: true, fuelTurnover: 250_000 },
  },
  alternatives: {
    none: {},
    points: {
      measures: {
        'punkt-alby': {
          kind: 'servicePoint',
          host: 'handel-alby',
          owner: 'association',
          agreementYears: 3,
          hostCompensation: 20_000,
          agencyGain: 12_000,
          income: 4_000,
          investments: [
            { label: 'Premises', cost: 300_000, life: 10, rate: 0.05, grants: [{ from: 'region', amount: 120_000 }] },
            { label: 'Computers', cost: 40_000, life: 3, rate: 0.05, renew: true },
          ],
          running: [
            { label: 'Heat and light', category: 'premises', amount: 30_000, payer: 'municipality' },
            { label: 'Staff', category: 'staff', posts: 0.2, postCost: 350_000, payer: 'municipality' },
          ],
        },
        'punkt-boda': { kind: 'servicePoint', host: 'handel-boda', start: 2016, visitsEffect: 0.03 },
      },
    },
  },
  calculations: {
    utfall: { alternative: 'points', measure: 'punkt-alby' },
    enkel: { measure: { kind: 'servicePoint', investments: [{ label: 'Sign', cost: 9_999.5, life: 7, rate: 0.03 }] } },
  },
  correlations: [
    { between: ['spend', 'distanceDecay'], value: 0.3 },
    { between: ['tripsPerWeek', 'distanceDecay'], value: -0.2 },
  ],
};

/** The villages with changes, by the rules of a scenario that extends another: `null` removes, maps merge. */
export function villagesWith(change: Written = {}): Written {
  return mergePatch.apply(structuredClone(villages) as object, structuredClone(change) as object) as Written;
}

/** A scenario from what is written, its order kept, as if read from a file. */
export function scenarioOf(written: Written, model: Model = loadModel()): Scenario {
  return readScenario(model, 'villages.yaml', JSON.stringify(written), () => undefined);
}
