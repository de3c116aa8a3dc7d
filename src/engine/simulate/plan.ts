import { PlannerError, type Problem } from '../../errors.ts';
import {
  arrangeProgram,
  type BackEnd,
  type Block,
  type BothLanguages,
  emitJavaScript,
  type FormulaVariable,
  type Instance,
  type Instances,
  InterpreterBackEnd,
  type JavaScriptCode,
  JavaScriptBackEnd,
  type Ledger,
  type Model,
  type Program,
  Relations,
  type RunSettings,
  type YearColumns,
  withLedger,
} from '../compile/index.ts';
import type { InstantiatedScenario } from '../scenario/index.ts';
import { type Dependence, ParameterDraws } from './parameter-draws.ts';
import { solvers } from './solvers/index.ts';
import { componentsOf } from './solvers/market.ts';
import { upliftFor } from './solvers/uplift.ts';

export type BackEndName = 'javascript' | 'interpreter';

/** A scenario and the model made ready to run: everything that does not depend on which futures are computed. */
export type Plan = {
  readonly model: Model;
  readonly instances: Instances;
  readonly ledger: Ledger;
  readonly program: Program;
  readonly code: JavaScriptCode;
  readonly years: number;
  readonly start: number;
  readonly seed: string;
  readonly dependence: Dependence;
  readonly label: BothLanguages;
  readonly alternatives: readonly { readonly id: string; readonly label: BothLanguages }[];
};

/** One block with the one future of the likely run. */
export const likelyBlock: Block = { outer: new Uint32Array(1), inner: new Uint32Array(1), count: 1, likely: true };

/**
 * Makes a scenario ready to run. Two short likely runs of the first year come first, without measures: one calibrates and
 * shows what shops without a stated turnover sell, one shows what their owners earn. What they find is fixed in the plan,
 * since effects on visits and the pay an owner accepts are stated against it.
 *
 * @throws {PlannerError} when a calibration or an effect on visits has no solution
 */
export function makePlan(model: Model, scenario: InstantiatedScenario): Plan {
  const settings = { years: scenario.years, start: scenario.start, seed: scenario.seed };
  const dependence = { correlations: scenario.correlations, samples: scenario.samples };
  const before: Instances = { shared: scenario.instances.shared, alternatives: [{ id: 'before', own: new Map() }] };
  checkMarket(model, before);
  const market = firstYear(model, before, settings, dependence, ['localSales', 'passingSales', 'litres', 'huffShare', 'pairSales']);
  const calibrated = withValues(before, 'shop', {
    likelyOpeningSales: (shop) => market('localSales', shop) + market('passingSales', shop),
    likelyOpeningLitres: (shop) => market('litres', shop),
  });
  checkCalibration(calibrated, market);
  const pay = firstYear(model, calibrated, settings, dependence, ['ownerPay']);
  const withPay = withValues(calibrated, 'shop', { likelyFirstYearPay: (shop) => pay('ownerPay', shop) });
  const shared = withValues(withPay, 'shopPair', {
    likelyShare: (pair) => market('huffShare', pair),
    likelyPairSales: (pair) => market('pairSales', pair),
  }).shared;
  const instances: Instances = { shared, alternatives: scenario.instances.alternatives };
  checkEffects(instances);
  const full = withLedger(model, instances);
  const program = arrangeProgram(full.model, full.instances);
  return {
    model: full.model,
    instances: full.instances,
    ledger: full.ledger,
    program,
    code: emitJavaScript(full.model, program),
    years: scenario.years,
    start: scenario.start,
    seed: scenario.seed,
    dependence,
    label: scenario.label,
    alternatives: scenario.alternatives.map(({ id, label }) => ({ id, label })),
  };
}

/** What a back end needs to know of a plan besides its program. */
export function runSettings(plan: Pick<Plan, 'years' | 'start' | 'seed' | 'dependence'>): RunSettings {
  return { years: plan.years, startYear: plan.start, seed: plan.seed, parameters: new ParameterDraws(plan.seed, plan.dependence), solvers };
}

/** A back end for a plan. The interpreter keeps the program's outputs and outcomes, or the variables named. */
export function backEndFor(plan: Plan, name: BackEndName, blockSize: number, names?: readonly string[]): BackEnd {
  const settings = runSettings(plan);
  if (name === 'interpreter') return interpreterFor(plan, names);
  return new JavaScriptBackEnd(plan.model, plan.program, plan.code, plan.instances, settings, blockSize);
}

/** The interpreter for a plan, which also shows single futures. */
export function interpreterFor(plan: Plan, names: readonly string[] = [...new Set([...plan.program.outputs, ...plan.program.outcomes])]): InterpreterBackEnd {
  return new InterpreterBackEnd(plan.model, plan.instances, runSettings(plan), names);
}

/** Values of the first year of the likely run, by variable and instance. */
function firstYear(
  model: Model,
  instances: Instances,
  settings: { years: number; start: number; seed: string },
  dependence: Dependence,
  wanted: readonly string[],
): (variable: string, instance: number) => number {
  const trimmed: Model = {
    ...model,
    variables: new Map(
      [...model.variables].map(([name, variable]) => [
        name,
        variable.role === 'formula' ? ({ ...variable, output: wanted.includes(name) ? 'mean' : undefined, outcome: false } satisfies FormulaVariable) : variable,
      ]),
    ),
  };
  const program = arrangeProgram(trimmed, instances);
  const backEnd = new JavaScriptBackEnd(trimmed, program, emitJavaScript(trimmed, program), instances, runSettings({ ...settings, years: 1, dependence }), 1);
  const kept = new Map<string, Float64Array>();
  backEnd.run(likelyBlock, (_year, _alternative, columns) => {
    for (const name of wanted) kept.set(name, readColumn(columns, instances, model, name));
  });
  return (variable, instance) => (kept.get(variable) as Float64Array)[instance] as number;
}

function readColumn(columns: YearColumns, instances: Instances, model: Model, name: string): Float64Array {
  const list = instances.shared.get(model.variables.get(name)?.entity as string) ?? [];
  return Float64Array.from(list, (_, index) => columns.memory[columns.offset(name, index)] as number);
}

function withValues(instances: Instances, entity: string, found: Readonly<Record<string, (instance: number) => number>>): Instances {
  const list = (instances.shared.get(entity) ?? []).map((instance, index): Instance => {
    const values = { ...instance.values };
    const provenance = { ...instance.provenance };
    for (const [name, valueOf] of Object.entries(found)) {
      const value = valueOf(index);
      values[name] = { kind: 'constant', value };
      provenance[name] = { stated: value, status: 'derived', source: 'likely run without measures', priceYear: undefined, priceFactor: undefined, givenBy: 'program' };
    }
    return { ...instance, values, provenance };
  });
  return { ...instances, shared: new Map([...instances.shared, [entity, list]]) };
}

function likelyConstant(instance: Instance | undefined, name: string): number {
  const planned = instance?.values[name];
  return planned?.kind === 'constant' ? planned.value : Number.NaN;
}

/** Stated turnovers that no attraction can reach are said before anything is solved. */
function checkMarket(model: Model, instances: Instances): void {
  const problems: Problem[] = [];
  const relations = new Relations(model, instances, 0);
  const shops = instances.shared.get('shop') ?? [];
  for (const [known, sells, what] of [
    ['turnoverGiven', 'sellsGroceries', 'turnover'],
    ['fuelTurnoverGiven', 'sellsFuel', 'fuelTurnover'],
  ] as const) {
    const selling = Uint8Array.from(shops, (shop) => likelyConstant(shop, sells));
    for (const component of componentsOf({ relations, sells: selling })) {
      for (const index of component.shops) {
        if (component.places.length > 0) continue;
        const shop = shops[index] as Instance;
        if (likelyConstant(shop, known) !== 1) continue;
        problems.push({ code: 'no-solution', path: `shops.${shop.id}.${what}`, message: `No place is within reach of ${shop.label.en}, so its ${what} cannot be met` });
      }
    }
  }
  if (problems.length > 0) throw new PlannerError(problems);
}

function checkCalibration(instances: Instances, market: (variable: string, instance: number) => number): void {
  const problems: Problem[] = [];
  const shops = instances.shared.get('shop') ?? [];
  const places = instances.shared.get('place') ?? [];
  const pairs = instances.shared.get('shopPair') ?? [];
  for (const [index, shop] of shops.entries()) {
    if (!Number.isNaN(market('localSales', index)) && !Number.isNaN(market('litres', index))) continue;
    const reached = pairs.filter((pair) => pair.parents['shop'] === shop.id).map((pair) => places.find((place) => place.id === pair.parents['place'])?.id);
    problems.push({
      code: 'no-solution',
      path: `shops.${shop.id}.turnover`,
      message: `No attraction gives ${shop.label.en} its stated turnover: it is more than what reaches the shop, or less than its passing trade, or places without an outside town hold it`,
      found: `${likelyConstant(shop, 'turnoverStated')} SEK a year, with demand from ${reached.join(', ') || 'no place'}`,
      hint: 'Check the turnover, the passing trade, the inhabitants within reach and that an outside town is stated',
    });
  }
  if (problems.length > 0) throw new PlannerError(problems);
}

function checkEffects(instances: Instances): void {
  const problems: Problem[] = [];
  const pairs = instances.shared.get('shopPair') ?? [];
  for (const alternative of instances.alternatives) {
    for (const point of alternative.own.get('servicePoint') ?? []) {
      const host = alternative.own.get('measure')?.find((measure) => measure.id === point.parents['measure'])?.parents['host'];
      if (host === undefined) continue;
      const planned = point.values['visitsEffect'];
      const effects = planned?.kind === 'constant' ? [planned.value] : planned?.kind === 'drawn' && 'high' in planned.distribution ? [planned.distribution.low ?? 0, planned.distribution.high ?? 0] : [];
      const nodes = pairs
        .filter((pair) => pair.parents['shop'] === host)
        .map((pair) => ({ sales: likelyConstant(pair, 'likelyPairSales'), share: likelyConstant(pair, 'likelyShare') }));
      for (const effect of effects) {
        if (!Number.isNaN(upliftFor(nodes, effect))) continue;
        problems.push({
          code: 'no-solution',
          path: `alternatives.${alternative.id}.measures.${point.id}.visitsEffect`,
          message: 'No gain in attraction gives this effect on visits: it asks for more than all there is to buy within reach',
          found: String(effect),
        });
      }
    }
  }
  if (problems.length > 0) throw new PlannerError(problems);
}
