import { readFileSync } from 'node:fs';
import fc, { type Arbitrary } from 'fast-check';
import mergePatch from 'json-merge-patch';
import { parse } from 'yaml';
import { planScenario } from '../../src/app/compare-scenario.ts';
import { loadModel } from '../../src/app/load-model.ts';
import type { FutureNumber, FutureRun } from '../../src/engine/compile/index.ts';
import { asParty, type Flow } from '../../src/engine/compile/model.ts';
import { readScenario } from '../../src/engine/scenario/index.ts';
import { interpreterFor, type Plan } from '../../src/engine/simulate/index.ts';

/** What is written in a scenario file, as far as a test says it. */
export type Written = Readonly<Record<string, unknown>>;

/** Years of every village here; its first is 2023. */
export const years = 8;
export const start = 2023;

/**
 * The village of the worked ledgers with what they leave out: growth and luck, a hinterland, a second village, a pump, and a
 * reinvestment on the way.
 */
const base = mergePatch.apply(parse(readFileSync('scenarios/measures/village.yaml', 'utf8')), {
  start,
  years,
  parameters: { groceryPriceGrowth: null, wageGrowth: null, otherCostGrowth: null, productivity: null, trend: null },
  places: { byn: { hinterland: { inhabitants: 60, distance: 6 } }, norrbyn: { inhabitants: 80 } },
  distances: [
    { between: ['byn', 'staden'], km: 20 },
    { between: ['norrbyn', 'staden'], km: 30 },
    { between: ['byn', 'norrbyn'], km: 12 },
  ],
  shops: {
    butiken: { sellsFuel: true, fuelTurnover: 40_000, yearsSinceReinvestment: 9, reservationPay: null, patience: null },
  },
}) as Written;

/** Shops that do well, and shops that close within the years. */
export const anyShop: Arbitrary<Written> = fc.record({
  openingCash: fc.integer({ min: -250_000, max: 300_000 }),
  premises: fc.integer({ min: 60_000, max: 420_000 }),
  reinvestmentCost: fc.integer({ min: 100_000, max: 600_000 }),
  exitRate: fc.constantFrom(0, 0.3),
});

const share = fc.integer({ min: 0, max: 100 }).map((per) => per / 100);
const kronor = (max: number): Arbitrary<number> => fc.integer({ min: 0, max });
const served: Arbitrary<Written> = fc
  .subarray(['byn', 'norrbyn'], { minLength: 1 })
  .map((places) => Object.fromEntries(places.map((place) => [place, {}])));

/** What every kind may have: things that are bought and things that are paid for each year. */
const parts: Arbitrary<Written> = fc.record({
  owner: fc.constantFrom('municipality', 'association'),
  investments: fc.array(
    fc.record({
      label: fc.constant('item'),
      cost: fc.constant(300_000),
      life: fc.integer({ min: 1, max: 6 }),
      rate: fc.constantFrom(0, 0.05),
      renew: fc.boolean(),
      grants: fc.array(fc.record({ from: fc.constantFrom('region', 'eu'), amount: kronor(140_000) }), { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
  running: fc.array(fc.record({ label: fc.constant('line'), amount: kronor(90_000), payer: fc.constant('region') }), {
    maxLength: 2,
  }),
});

const none = fc.constant({});
const hosted = { host: 'butiken' };

/** Kinds of measure: what one of this kind may be, and what takes all its effects away. */
type Kind = { readonly some: Arbitrary<Written>; readonly noEffect: Written };

const kinds: Readonly<Record<string, Kind>> = {
  servicePoint: {
    some: fc.record({
      ...constants(hosted),
      visitsEffect: fc.constantFrom(0, 0.03),
      hostCompensation: kronor(90_000),
      agencyGain: kronor(40_000),
      income: kronor(20_000),
      errandsHandled: share,
    }),
    noEffect: { visitsEffect: 0, hostCompensation: 0, agencyGain: 0, errandsHandled: 0 },
  },
  mobileService: {
    some: fc.record({
      serves: served,
      toursPerYear: fc.integer({ min: 0, max: 200 }),
      kmPerTour: kronor(150),
      errandsHandled: share,
    }),
    noEffect: { errandsHandled: 0 },
  },
  homeDelivery: {
    some: fc.record({ serves: served, dropsPerYear: kronor(104), costPerDrop: kronor(300), feePerDrop: kronor(100) }),
    noEffect: { dropsPerYear: 0, serves: { byn: { householdShare: 0 } } },
  },
  serviceAgreement: {
    some: fc.record({
      ...constants(hosted),
      tasks: fc.integer({ min: 3, max: 8 }),
      paymentPerTask: kronor(20_000),
      taskCost: kronor(30_000),
      visitsEffect: fc.constantFrom(0, 0.02),
      errandsHandled: share,
    }),
    noEffect: { paymentPerTask: 0, taskCost: 0, visitsEffect: 0, errandsHandled: 0 },
  },
  unstaffedHours: {
    some: fc.record({ ...constants(hosted), staffSaving: share.map((each) => each * 0.9), systemCost: kronor(60_000) }),
    noEffect: { staffSaving: 0, systemCost: 0, shrinkage: 0, visitsEffect: 0 },
  },
  communityOwnership: {
    some: fc.record({ ...constants(hosted), memberCapital: kronor(300_000), unpaidWork: share }),
    noEffect: { memberCapital: 0, unpaidWork: 0, visitsEffect: 0 },
  },
  investmentSupport: {
    some: fc.record({ ...constants(hosted), grantShare: share, grantMaximum: kronor(400_000) }),
    noEffect: { grantShare: 0, rules: [] },
  },
  operatingSupport: {
    some: fc.record({ ...constants(hosted), yearlySupport: kronor(300_000), nominalSupport: kronor(90_000) }),
    noEffect: { yearlySupport: 0, nominalSupport: 0, rules: [] },
  },
  specialOperatingSupport: {
    some: fc.record({ ...constants(hosted), applicationCost: kronor(30_000) }),
    noEffect: { applicationCost: 0, rules: [] },
  },
  fuelSupport: {
    some: fc.record({ ...constants(hosted), supportPerLitre: share }),
    noEffect: { supportPerLitre: 0, rules: [] },
  },
  reopenShop: { some: fc.record({ ...constants(hosted), startCapital: kronor(300_000) }), noEffect: {} },
  ruralPost: {
    some: fc.record({ serves: served, postCost: kronor(900), errandsHandled: share }),
    noEffect: { errandsHandled: 0 },
  },
  villageCaretaker: {
    some: fc.record({ serves: served, posts: share, wageSubsidy: share, errandsHandled: share }),
    noEffect: { errandsHandled: 0 },
  },
};

function constants(values: Written): Record<string, Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fc.constant(value)]));
}

/** The kinds measures of these properties are of. */
export const kindNames: readonly string[] = Object.keys(kinds);

/** Any measure of a kind, with anything bought and paid for beside. */
export function anyMeasureOf(kind: string): Arbitrary<Written> {
  const { some } = kinds[kind] as Kind;
  return fc.tuple(some, fc.oneof(none, parts)).map(([own, beside]) => ({ kind, ...own, ...beside }));
}

/** The same measure with every effect on others taken away; what it costs by itself stays. */
export function withoutEffect(measure: Written): Written {
  return { ...measure, ...(kinds[measure['kind'] as string] as Kind).noEffect };
}

/** A village with two alternatives: none, and one with the measure. */
export function planWith(measure: Written, changes: Written = {}): Plan {
  const written = mergePatch.apply(structuredClone(base), {
    ...structuredClone(changes),
    alternatives: { none: {}, with: { measures: { atgarden: measure } } },
  });
  const scenario = readScenario(loadModel(), 'village.yaml', JSON.stringify(written), () => undefined);
  return planScenario(loadModel(), scenario).plan;
}

/** A future of both alternatives, row by row. */
export class BothRuns {
  readonly plan: Plan;
  readonly without: FutureRun<number>;
  readonly with: FutureRun<number>;

  constructor(plan: Plan, number: FutureNumber) {
    this.plan = plan;
    const interpreter = interpreterFor(plan);
    this.without = interpreter.future(0, number);
    this.with = interpreter.future(1, number);
  }

  /** Flows of shops, places and towns: everything but what belongs to the measure. */
  get others(): readonly Flow[] {
    return this.plan.model.flows.filter(({ entity }) => this.plan.model.entities.get(entity)?.perAlternative !== true);
  }

  /** Flows of the measure itself, what it bought, its lines, its stops. */
  get own(): readonly Flow[] {
    return this.plan.model.flows.filter(({ entity }) => this.plan.model.entities.get(entity)?.perAlternative === true);
  }

  /** The rows of flows in a year of a run, by flow, thing and parties. */
  rows(run: FutureRun<number>, flows: readonly Flow[], year: number): Record<string, number> {
    const rows: Record<string, number> = {};
    for (const { id, entity, from, to } of flows) {
      for (const [position, instance] of run.relations.list(entity).entries()) {
        const side = (word: string): string => asParty(word) ?? (instance.parties[word] as string);
        rows[`${id} ${instance.id}: ${side(from)} > ${side(to)}`] = run.number(id, position, year);
      }
    }
    return rows;
  }
}

/** A number of a run, summed over all things of its entity. */
export function total(run: FutureRun<number>, plan: Plan, name: string, year: number): number {
  const entity = plan.model.variables.get(name)?.entity as string;
  return run.relations.list(entity).reduce((sum, _, position) => sum + run.number(name, position, year), 0);
}
