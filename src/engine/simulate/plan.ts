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
  JavaScriptBackEnd,
  type JavaScriptCode,
  type Ledger,
  type Model,
  type PlannedValue,
  type Program,
  Relations,
  type RunSettings,
  withLedger,
  type YearColumns,
} from '../compile/index.ts';
import { endsOfPlanned, type InstantiatedScenario, likelyOf } from '../scenario/index.ts';
import { type Dependence, ParameterDraws } from './parameter-draws.ts';
import { withOutputsFor } from './region-outputs.ts';
import { withRulesSought } from './rules-sought.ts';
import { solvers } from './solvers/index.ts';
import { type Component, componentsOf } from './solvers/market.ts';
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
  const market = firstYear(model, before, settings, dependence, [
    'localSales',
    'sales',
    'litres',
    'huffShare',
    'pairSales',
    'groceryDemand',
    'fuelDemand',
    'townScale',
    'fuelTownScale',
  ]);
  const asOpen = firstYearAsOpen(model, before, settings, dependence) ?? market;
  const calibrated = withValues(before, 'shop', {
    likelyOpeningSales: (shop) => asOpen('sales', shop),
    likelyOpeningLitres: (shop) => asOpen('litres', shop),
  });
  checkCalibration(model, calibrated, market);
  const pay = firstYear(model, calibrated, settings, dependence, ['ownerPay']);
  const withPay = withValues(calibrated, 'shop', { likelyFirstYearPay: (shop) => pay('ownerPay', shop) });
  const shared = withValues(withPay, 'shopPair', {
    likelyShare: (pair) => market('huffShare', pair),
    likelyPairSales: (pair) => market('pairSales', pair),
  }).shared;
  const instances: Instances = { shared, alternatives: scenario.instances.alternatives };
  checkEffects(model, instances);
  const full = withLedger(withRulesSought(model, instances), instances);
  const reported = withOutputsFor(full.model, full.instances);
  const program = arrangeProgram(reported, full.instances);
  return {
    model: reported,
    instances: full.instances,
    ledger: full.ledger,
    program,
    code: emitJavaScript(reported, program),
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
  return {
    years: plan.years,
    startYear: plan.start,
    seed: plan.seed,
    parameters: new ParameterDraws(plan.seed, plan.dependence),
    solvers,
  };
}

/** A back end for a plan. The interpreter keeps the program's outputs and outcomes, or the variables named. */
export function backEndFor(plan: Plan, name: BackEndName, blockSize: number, names?: readonly string[]): BackEnd {
  const settings = runSettings(plan);
  if (name === 'interpreter') return interpreterFor(plan, names);
  return new JavaScriptBackEnd(plan.model, plan.program, plan.code, plan.instances, settings, blockSize);
}

/** The interpreter for a plan, which also shows single futures. */
export function interpreterFor(
  plan: Plan,
  names: readonly string[] = [...new Set([...plan.program.outputs, ...plan.program.outcomes])],
): InterpreterBackEnd {
  return new InterpreterBackEnd(plan.model, plan.instances, runSettings(plan), names);
}

/** What shops that are closed at the start would sell if they were not; undefined where all are open. */
function firstYearAsOpen(
  model: Model,
  before: Instances,
  settings: { years: number; start: number; seed: string },
  dependence: Dependence,
): ((variable: string, instance: number) => number) | undefined {
  const shops = before.shared.get('shop') ?? [];
  const closed = (index: number): boolean => likelyIn(shops[index], 'openAtStart') === 0;
  if (!shops.some((_, index) => closed(index))) return undefined;
  const opened = withValues(before, 'shop', { openAtStart: () => 1 });
  const asOpen = firstYear(model, opened, settings, dependence, ['sales', 'litres']);
  const asIs = firstYear(model, before, settings, dependence, ['sales', 'litres']);
  return (variable, index) => (closed(index) ? asOpen : asIs)(variable, index);
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
        variable.role === 'formula'
          ? ({
              ...variable,
              output: wanted.includes(name) ? 'mean' : undefined,
              outcome: false,
            } satisfies FormulaVariable)
          : variable,
      ]),
    ),
  };
  const program = arrangeProgram(trimmed, instances);
  const backEnd = new JavaScriptBackEnd(
    trimmed,
    program,
    emitJavaScript(trimmed, program),
    instances,
    runSettings({ ...settings, years: 1, dependence }),
    1,
  );
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

function withValues(
  instances: Instances,
  entity: string,
  found: Readonly<Record<string, (instance: number) => number>>,
): Instances {
  const list = (instances.shared.get(entity) ?? []).map((instance, index): Instance => {
    const values = { ...instance.values };
    const provenance = { ...instance.provenance };
    for (const [name, valueAt] of Object.entries(found)) {
      const value = valueAt(index);
      values[name] = { kind: 'constant', value };
      provenance[name] = {
        stated: value,
        status: 'derived',
        source: 'likely run without measures',
        priceYear: undefined,
        priceFactor: undefined,
        givenBy: 'program',
      };
    }
    return { ...instance, values, provenance };
  });
  return { ...instances, shared: new Map([...instances.shared, [entity, list]]) };
}

/** The two markets a shop may sell in, and what a scenario calls what it sells there. */
const markets = [
  {
    turnover: 'turnover',
    passing: 'passingTrade',
    sells: 'sellsGroceries',
    sold: 'localSales',
    demand: 'groceryDemand',
    townScale: 'townScale',
    unit: 'SEK a year',
  },
  {
    turnover: 'fuelTurnover',
    passing: 'passingLitres',
    sells: 'sellsFuel',
    sold: 'litres',
    demand: 'fuelDemand',
    townScale: 'fuelTownScale',
    unit: 'litres a year',
  },
] as const;

function groupsOf(model: Model, instances: Instances, sells: string): readonly Component[] {
  const shops = instances.shared.get('shop') ?? [];
  return componentsOf({
    relations: new Relations(model, instances, 0),
    sells: Uint8Array.from(shops, (shop) => likelyIn(shop, sells)),
  });
}

function likelyIn(instance: Instance | undefined, name: string): number {
  const planned = instance?.values[name];
  return planned === undefined ? Number.NaN : likelyOf(planned);
}

/** Stated turnovers that no attraction can reach are said before anything is solved. */
function checkMarket(model: Model, instances: Instances): void {
  const shops = instances.shared.get('shop') ?? [];
  const problems = markets.flatMap(({ turnover, sells }) =>
    groupsOf(model, instances, sells)
      .filter((group) => group.places.length === 0)
      .flatMap((group) => group.shops.map((index) => shops[index] as Instance))
      .filter((shop) => likelyIn(shop, `${turnover}Given`) === 1)
      .map(
        (shop): Problem => ({
          code: 'no-solution',
          path: `shops.${shop.id}.${turnover}`,
          message: `No place is within reach of ${shop.label.en}, so nobody can buy what it is stated to sell`,
          hint: 'Check its place, the distances and reach',
        }),
      ),
  );
  if (problems.length > 0) throw new PlannerError(problems);
}

/** Says of each group of shops that share customers why its sales cannot be met: the shops at fault, or all together. */
function checkCalibration(
  model: Model,
  instances: Instances,
  market: (variable: string, instance: number) => number,
): void {
  const problems: Problem[] = [];
  const shops = instances.shared.get('shop') ?? [];
  const places = instances.shared.get('place') ?? [];
  const pairs = instances.shared.get('shopPair') ?? [];
  const withTown = new Set((instances.shared.get('townPair') ?? []).map((pair) => pair.parents['place']));
  for (const { turnover, passing, sells, sold, demand, townScale, unit } of markets) {
    for (const group of groupsOf(model, instances, sells)) {
      // Where no turnover is stated the towns are scaled instead; a scale that cannot be found leaves sales of 0, not NaN.
      const unsolved =
        group.shops.some((index) => Number.isNaN(market(sold, index))) ||
        group.places.some((index) => Number.isNaN(market(townScale, index)));
      if (!unsolved) continue;
      const members = group.shops.map((index) => {
        const shop = shops[index] as Instance;
        const reached = new Set(
          pairs.filter((pair) => pair.parents['shop'] === shop.id).map((pair) => pair.parents['place']),
        );
        let buys = 0;
        for (const [position, place] of places.entries()) if (reached.has(place.id)) buys += market(demand, position);
        const known = likelyIn(shop, `${turnover}Given`) === 1;
        const stated = known ? likelyIn(shop, `${turnover}Stated`) : 0;
        const most = buys + likelyIn(shop, passing);
        const path = `shops.${shop.id}${known ? `.${turnover}` : ''}`;
        return { shop, known, stated, most, path, buys };
      });
      const alone = members.filter(({ known, stated, most, buys }) => buys === 0 || (known && stated >= most));
      for (const { shop, known, stated, most, path, buys } of alone) {
        problems.push({
          code: 'no-solution',
          path,
          ...(buys === 0
            ? {
                message: `Nobody within reach of ${shop.label.en} buys anything, so ${known ? 'what it is stated to sell cannot be met' : 'what it sells cannot be worked out'}`,
              }
            : {
                message: `${shop.label.en} is stated to sell more than all there is to buy within reach and from passers-by`,
              }),
          ...(known ? { found: `${Math.round(stated)} ${unit}` } : {}),
          ...(known && buys > 0 ? { allowed: `less than ${Math.floor(most)} ${unit}` } : {}),
          hint:
            buys === 0
              ? 'Check the inhabitants within reach'
              : `Check ${turnover}, ${passing} and the inhabitants within reach`,
        });
      }
      if (alone.length > 0) continue;
      const townless = group.places
        .map((index) => places[index] as Instance)
        .filter((place) => !withTown.has(place.id) && !place.id.includes('.'));
      for (const { shop, known, stated, path } of members) {
        problems.push({
          code: 'no-solution',
          path,
          message:
            townless.length > 0
              ? `No town stands open to those who buy at ${shop.label.en}, so ${known ? 'they buy everything in the shops, whatever these are stated to sell' : 'what it sells cannot be worked out'}`
              : `No attraction gives ${shop.label.en} and the shops it shares customers with what they are stated to sell`,
          ...(known ? { found: `${Math.round(stated)} ${unit}` } : {}),
          hint:
            townless.length > 0
              ? `State under towns where people of ${townless.map((place) => place.label.en).join(', ')} shop otherwise`
              : `Check ${turnover} of all of them, ${passing} and the inhabitants within reach`,
        });
      }
    }
  }
  if (problems.length > 0) throw new PlannerError(problems);
}

/** The effects on visits stated for measures of any kind. */
function statedEffects(
  model: Model,
  own: ReadonlyMap<string, readonly Instance[]>,
): { measure: Instance; effect: PlannedValue }[] {
  const measures = new Map((own.get('measure') ?? []).map((measure) => [measure.id, measure]));
  return [...model.variables.values()].flatMap((variable) =>
    variable.role !== 'input' || variable.field !== 'visitsEffect'
      ? []
      : (own.get(variable.entity) ?? []).map((kind) => ({
          measure: measures.get(kind.parents['measure'] as string) as Instance,
          effect: kind.values[variable.name] as PlannedValue,
        })),
  );
}

function checkEffects(model: Model, instances: Instances): void {
  const problems: Problem[] = [];
  const pairs = instances.shared.get('shopPair') ?? [];
  for (const alternative of instances.alternatives) {
    for (const { effect: planned, measure } of statedEffects(model, alternative.own)) {
      const host = measure.parents['host'];
      if (host === undefined) continue;
      const nodes = pairs
        .filter((pair) => pair.parents['shop'] === host)
        .map((pair) => ({ sales: likelyIn(pair, 'likelyPairSales'), share: likelyIn(pair, 'likelyShare') }));
      const wrong = [...new Set(endsOfPlanned(planned))].filter((effect) => Number.isNaN(upliftFor(nodes, effect)));
      if (wrong.length === 0) continue;
      const sales = nodes.reduce((sum, node) => sum + node.sales, 0);
      const reachable = nodes.reduce((sum, node) => sum + (node.share > 0 ? node.sales / node.share : 0), 0);
      problems.push({
        code: 'no-solution',
        path: `alternatives.${alternative.id}.measures.${measure.id}.visitsEffect`,
        message: 'The effect on visits asks for more than all there is to buy within reach of the host shop',
        found: wrong.map(String).join(' and '),
        allowed: `less than ${Math.floor((reachable / sales - 1) * 100) / 100}`,
      });
    }
  }
  if (problems.length > 0) throw new PlannerError(problems);
}
