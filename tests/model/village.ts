import mergePatch from 'json-merge-patch';
import { planScenario } from '../../src/app/compare-scenario.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { openScenario } from '../../src/app/open-scenario.ts';
import {
  type FutureNumber,
  type FutureRun,
  type InterpreterBackEnd,
  likelyFuture,
  type Variable,
} from '../../src/engine/compile/index.ts';
import { readScenario, type Scenario } from '../../src/engine/scenario/index.ts';
import { interpreterFor, type Plan } from '../../src/engine/simulate/index.ts';

/** What is written in a scenario file, as far as a test says it. */
export type Written = Readonly<Record<string, unknown>>;

/** The worked example: one village with a hinterland, two towns, one shop. */
const example: Written = {
  id: 'by',
  label: 'by',
  start: 2011,
  years: 15,
  seed: 'by',
  parameters: { spend: 22_500, distanceDecay: 1.2 },
  places: { by: { inhabitants: 700, hinterland: { inhabitants: 700, distance: 5 } } },
  towns: { near: { inhabitants: 5127 }, far: { inhabitants: 18_817 } },
  distances: [
    { between: ['by', 'near'], km: 17 },
    { between: ['by', 'far'], km: 22 },
  ],
  shops: {
    butik: {
      place: 'by',
      distance: 1,
      floorArea: 200,
      turnover: 9_000_000,
      passingTrade: 500_000,
      openingCash: 300_000,
      openingDebt: 0,
      agencyIncome: 110_000,
      staffFixed: 400_000,
      premises: 420_000,
      reinvestmentCost: 800_000,
      yearsSinceReinvestment: 10,
    },
  },
};

/** The worked example with changes: maps merge, null removes. */
export function village(changes: Written = {}): Written {
  return mergePatch.apply(structuredClone(example), structuredClone(changes)) as Written;
}

/** The worked example with other facts about its shop. */
export function villageWithShop(shop: Written, changes: Written = {}): Written {
  return village({ ...changes, shops: { butik: shop } });
}

/** Two alternatives: none, and one with a service point in the shop. */
export function villageWithServicePoint(point: Written, changes: Written = {}): Written {
  return village({
    ...changes,
    alternatives: {
      none: {},
      with: { measures: { punkt: { kind: 'servicePoint', host: 'butik', visitsEffect: 0, ...point } } },
    },
  });
}

/** Parameters without any chance of their own: no shocks, no owner who leaves, no effect never measured. */
export const noLuck: Written = {
  groceryPriceShockSize: 0,
  wageShockSize: 0,
  otherCostShockSize: 0,
  populationShockSize: 0,
  exitRate: 0,
};

export const noGrowth: Written = {
  groceryPriceGrowth: 0,
  wageGrowth: 0,
  otherCostGrowth: 0,
  productivity: 0,
  trend: 0,
};

/** A scenario checked as a file is. */
export function scenarioOf(written: Written): Scenario {
  return readScenario(loadModel(), 'test.yaml', JSON.stringify(written), () => undefined);
}

/** A scenario of the folder `scenarios`. */
export function scenarioFile(name: string): Scenario {
  return openScenario(loadModel(), `${import.meta.dirname}/../../scenarios/${name}.yaml`);
}

/** The futures of a scenario. */
export class Futures {
  readonly plan: Plan;
  private readonly interpreter: InterpreterBackEnd;

  constructor(scenario: Written | Scenario) {
    this.plan = planScenario(loadModel(), isScenario(scenario) ? scenario : scenarioOf(scenario)).plan;
    this.interpreter = interpreterFor(this.plan);
  }

  /** One future of an alternative, the first unless named. */
  run(future: FutureNumber = likelyFuture, alternative?: string): Run {
    const index = alternative === undefined ? 0 : this.plan.alternatives.findIndex(({ id }) => id === alternative);
    if (index < 0) throw new RangeError(`no alternative ${alternative}`);
    return new Run(this.plan, this.interpreter.future(index, future));
  }

  /** The likely run of an alternative. */
  likely(alternative?: string): Run {
    return this.run(likelyFuture, alternative);
  }
}

function isScenario(scenario: Written | Scenario): scenario is Scenario {
  return 'data' in scenario && 'text' in scenario;
}

/** A future by its numbers: which parameters, which luck. */
export function future(outer: number, inner = 0): FutureNumber {
  return { outer, inner, likely: false };
}

/** One future of one alternative, number by number. */
export class Run {
  readonly years: number;
  private readonly plan: Plan;
  private readonly run: FutureRun<number>;

  constructor(plan: Plan, run: FutureRun<number>) {
    this.plan = plan;
    this.run = run;
    this.years = plan.years;
  }

  /** A number of a year; of the only instance there is unless one is named. A truth value is 1 or 0. */
  at(name: string, year: number, id?: string): number {
    const { entity } = this.variable(name);
    const list = this.run.relations.list(entity);
    const position = id === undefined ? 0 : list.findIndex((instance) => instance.id === id);
    if (position < 0 || (id === undefined && list.length !== 1))
      throw new RangeError(`which ${entity}? ${list.map((each) => each.id).join(', ')}`);
    return this.run.number(name, position, year);
  }

  /** A number in every year. */
  all(name: string, id?: string): number[] {
    return Array.from({ length: this.years }, (_, year) => this.at(name, year, id));
  }

  ids(entity: string): readonly string[] {
    return this.run.relations.list(entity).map(({ id }) => id);
  }

  variable(name: string): Variable {
    const variable = this.plan.model.variables.get(name);
    if (variable === undefined) throw new RangeError(`no variable ${name}`);
    return variable;
  }
}

/** Sum of a list, from 0. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
