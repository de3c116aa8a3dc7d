import { parse, stringify } from 'yaml';
import { readModelTexts } from '../../src/app/load-model.ts';
import { checkModel, type FutureRun, likelyFuture, type Model, readModel } from '../../src/engine/compile/index.ts';
import { instantiateScenario, readScenarioText } from '../../src/engine/scenario/index.ts';
import { interpreterFor, makePlan, type Plan, solverSignatures } from '../../src/engine/simulate/index.ts';
import { readYaml } from '../../src/engine/text/index.ts';
import { PlannerError } from '../../src/errors.ts';

/** Formula files by name. */
export type Files = ReadonlyMap<string, string>;

/** The shipped formula files. */
export const shipped: Files = new Map(readModelTexts().map(({ file, text }) => [file, text]));

const folder = 'src/engine/model/';

/** The files with one of them changed; its name without folder. */
export function changed(files: Files, file: string, change: (data: RuleFile) => void): Files {
  const data = parse(files.get(folder + file) as string) as RuleFile;
  change(data);
  return new Map([...files, [folder + file, stringify(data)]]);
}

/** The files without some of them. */
export function without(files: Files, ...names: readonly string[]): Files {
  return new Map([...files].filter(([file]) => !names.includes(file.slice(folder.length))));
}

/** As much of a rule's file as tests change. */
export type RuleFile = {
  rules: Record<
    string,
    { values: Record<string, { dated: { from: string; value: number; status: string; source: string }[] }> } & Record<
      string,
      unknown
    >
  >;
} & Record<string, unknown>;

/** Reads and checks formula files, in the order given. */
export function modelOf(files: Files): Model {
  const model = readModel(
    [...files].map(([file, text]) => ({ file, text })),
    solverSignatures,
  );
  const { problems } = checkModel(model);
  if (problems.length > 0) throw new PlannerError(problems);
  return model;
}

/** What a test says of the village. */
export type VillageWithRules = {
  readonly start: number;
  readonly years?: number;
  readonly turnover?: number;
  readonly investment?: number;
  readonly nextShop?: number;
  readonly priority?: boolean;
  readonly broad?: boolean;
  readonly parameters?: Readonly<Record<string, number>>;
  /** Measures besides «nothing»; by default one for each rule. */
  readonly measures?: Readonly<Record<string, object>>;
};

/** Measures that seek every rule. */
const allMeasures: Readonly<Record<string, object>> = {
  drift: { kind: 'specialOperatingSupport', host: 'butiken' },
  bidrag: { kind: 'operatingSupport', host: 'butiken', rules: ['servicebidrag'] },
  pump: { kind: 'fuelSupport', host: 'butiken' },
  investering: { kind: 'investmentSupport', host: 'butiken', rules: ['investeringsstod', 'leader'] },
  bud: { kind: 'homeDelivery', serves: { byn: { householdShare: 0.2 } } },
  punkt: {
    kind: 'servicePoint',
    host: 'butiken',
    owner: 'municipality',
    rules: ['pilotkommun'],
    running: [{ label: 'Personal', amount: 100_000, payer: 'municipality' }],
  },
};

/** A village whose shop sells groceries and fuel, reinvests in the first year, and seeks support in one of two alternatives. */
export function planOf(model: Model, village: VillageWithRules): Plan {
  const scenario = {
    id: 'village-with-rules',
    label: 'A village with rules',
    start: village.start,
    years: village.years ?? 6,
    seed: 'rules',
    sameMoney: false,
    parameters: village.parameters ?? {},
    places: { byn: { inhabitants: 900, hinterland: { inhabitants: 700, distance: 5 } } },
    towns: { staden: { inhabitants: 9000 } },
    distances: [{ between: ['byn', 'staden'], km: 22 }],
    shops: {
      butiken: {
        place: 'byn',
        turnover: village.turnover ?? 5_000_000,
        sellsFuel: true,
        fuelTurnover: 400_000,
        reinvestmentCost: village.investment ?? 700_000,
        yearsSinceReinvestment: 12,
        openingCash: 600_000,
        distanceToNextOpenShop: village.nextShop ?? 16,
        priorityCase: village.priority ?? false,
        broadService: village.broad ?? false,
      },
    },
    alternatives: { ingen: {}, stod: { measures: village.measures ?? allMeasures } },
  };
  const none = (): never => {
    throw new TypeError('the scenario extends no other');
  };
  const read = readScenarioText(model, readYaml(JSON.stringify(scenario), 'village.yaml'), none);
  return makePlan(model, instantiateScenario(model, read));
}

/** A future by its numbers; the likely one has none. */
export type FutureOf = 'likely' | readonly [outer: number, inner: number];

/** One future of one alternative. */
export function futureOf(plan: Plan, alternative: number, future: FutureOf): FutureRun<number> {
  const number = future === 'likely' ? likelyFuture : { outer: future[0], inner: future[1], likely: false };
  return interpreterFor(plan).future(alternative, number);
}

/** Every number of every variable, by `alternative variable@instance`, year by year, to a year (not included). */
export function columnsOf(plan: Plan, future: FutureOf, years = plan.years): Map<string, number[]> {
  const columns = new Map<string, number[]>();
  for (const [alternative, { id }] of plan.alternatives.entries()) {
    const run = futureOf(plan, alternative, future);
    for (const { name } of plan.program.variables.values()) {
      const entity = plan.model.variables.get(name)?.entity;
      if (entity === undefined) continue;
      for (const [at, instance] of run.relations.list(entity).entries())
        columns.set(
          `${id} ${name}@${instance.id}`,
          Array.from({ length: years }, (_, year) => run.number(name, at, year)),
        );
    }
  }
  return columns;
}

/** Numbers of a variable of the only instance with measures, year by year. */
export function numbersOf(run: FutureRun<number>, plan: Plan, variable: string, instance = 0): number[] {
  return Array.from({ length: plan.years }, (_, year) => run.number(variable, instance, year));
}
