import { type StatedCalculation, statedCalculation } from '../engine/calculation/index.ts';
import type { BothLanguages, Model } from '../engine/compile/index.ts';
import { instantiateScenario, type Scenario } from '../engine/scenario/index.ts';
import {
  type Assumption,
  type Comparison,
  type FutureDesign,
  hashOf,
  makePlan,
  modelHash,
  type Plan,
  scenarioHash,
  summarise,
} from '../engine/simulate/index.ts';
import { type RunOptions, runFutures } from '../engine/workers/index.ts';
import { assumptionsOf } from './assumptions.ts';
import { type BreakEven, type BreakEvenRequest, breakEven, breakEvenReworded, usualQuantities } from './break-even.ts';
import { type ClosuresOfAlternative, closuresByClass } from './closures-by-class.ts';
import { type DifferenceDrivers, driversOf, driversReworded } from './drivers.ts';
import { engineVersion } from './engine-version.ts';
import { type Financed, financedToTheEnd } from './financed-to-the-end.ts';
import { locateProblems } from './locate-problems.ts';
import { type OpenQuestion, openQuestionsOf } from './open-questions.ts';
import { type OverviewRow, overviewOf } from './overview.ts';
import { rulesInForce, type SupportRulesInForce } from './rules-in-force.ts';
import { type SameMoney, withSameMoney } from './same-money.ts';
import { type SyntheticInputs, syntheticInputs } from './synthetic-inputs.ts';
import { variedQuantity } from './varied-quantity.ts';

/** What makes a result repeatable, and shows whether it has been. */
export type Certificate = {
  readonly engine: string;
  readonly modelHash: string;
  readonly scenarioHash: string;
  readonly seed: string;
  readonly draws: number;
  readonly inner: number;
  /** Over every number of the result; labels, threads, blocks, back end and Node version do not count. */
  readonly resultHash: string;
};

/** A comparison as it is shown, kept and sent: numbers, certificate, and the words that go with them. */
export type ComparisonDocument = {
  readonly format: 'bygdekalkyl/comparison@1';
  readonly certificate: Certificate;
  readonly scenario: {
    readonly id: string;
    readonly label: BothLanguages;
    readonly alternatives: readonly { readonly id: string; readonly label: BothLanguages }[];
  };
  /** The measures of each alternative, by name, and how long they are agreed for. */
  readonly measures: readonly {
    readonly alternative: string;
    readonly id: string;
    readonly label: BothLanguages;
    readonly agreementYears: number;
    readonly host: string | undefined;
  }[];
  readonly calculations: readonly StatedCalculation[];
  readonly comparison: Comparison;
  readonly assumptions: readonly Assumption[];
  /** The support rules the result stands on: the values used, who says so, and what is not known of them. */
  readonly supportRules: SupportRulesInForce;
  /** What value of a quantity makes alternatives even; null when it was not asked. Beside the comparison: the hash is not over it. */
  readonly breakEven: readonly BreakEven[] | null;
  /** What drives the differences over sets of parameters; null when single futures were not kept. */
  readonly drivers: readonly DifferenceDrivers[] | null;
  /** Each alternative in one row: costs by party, survival, what residents gain, what having no shop costs. */
  readonly overview: readonly OverviewRow[];
  /** The alternative added by itself, which gives the shop what another costs the municipality; null where none is. */
  readonly sameMoney: SameMoney | null;
  /** Of each measure with an agreement, whether somebody has promised its costs, year by year. */
  readonly financed: readonly Financed[];
  /** What nobody has told yet, and what the scenario does meanwhile. */
  readonly openQuestions: readonly OpenQuestion[];
  /** Pairs of a place and a shop, town or service point left out, as the scenario asks, since there is sea between them. */
  readonly pairsDroppedOverSea: number;
  /** How much of the scenario is made up; null when nothing is. */
  readonly synthetic: SyntheticInputs | null;
  /** How many shops close a year, by turnover; null of 20 shops and fewer. */
  readonly closures: readonly ClosuresOfAlternative[] | null;
};

/** How a comparison is computed, and what else is asked of it. */
export type CompareOptions = RunOptions & {
  /**
   * Asks what makes the alternatives even: of quantities named as `variedQuantity` takes them, or of the usual ones; in the
   * likely run, and on average over so many futures unless 0. Not asked unless stated.
   */
  readonly breakEven?: { readonly quantities?: readonly string[] | undefined; readonly futures: number } | undefined;
  /** Called after each value that is tried, with how many there will be at least. */
  readonly onTrial?: BreakEvenRequest['onTrial'];
  /** Numbers found earlier for the same plan and design, as {@link earlierNumbers} has checked: no future is then computed. */
  readonly earlier?: ComparisonNumbers | undefined;
  /** Called when the futures are computed and summarised, before anything else is asked of them. */
  readonly onSummary?: () => void;
};

/** The part of a comparison that takes long: everything that comes of computing futures, and nothing else. */
export type ComparisonNumbers = Pick<ComparisonDocument, 'comparison' | 'drivers' | 'breakEven'>;

/** A plan, with what is known of the scenario it was made of. */
export type PlannedScenario = {
  readonly model: Model;
  readonly plan: Plan;
  /** The scenario as it is computed: with the alternative that is added by itself. */
  readonly scenario: Scenario;
  readonly sameMoney: SameMoney | undefined;
  readonly scenarioHash: string;
  readonly pairsDroppedOverSea: number;
};

/**
 * Plans a scenario: everything that does not depend on which futures are computed.
 *
 * @throws {PlannerError} everything that is wrong in it, each with its place in the scenario's files
 */
export function planScenario(model: Model, scenario: Scenario): PlannedScenario {
  const stated = planAsStated(model, scenario);
  const { scenario: whole, sameMoney } = withSameMoney(scenario, stated.plan);
  return { model, ...(whole === scenario ? stated : planAsStated(model, whole)), scenario: whole, sameMoney };
}

function planAsStated(
  model: Model,
  scenario: Scenario,
): Pick<PlannedScenario, 'plan' | 'scenarioHash' | 'pairsDroppedOverSea'> {
  const instantiated = instantiateScenario(model, scenario);
  return {
    plan: locateProblems(scenario, () => makePlan(model, instantiated)),
    scenarioHash: scenarioHash(instantiated),
    pairsDroppedOverSea: instantiated.pairsDroppedOverSea,
  };
}

/** The calculations a scenario sets out, such as an estimate and a final account. */
function calculationsOf(model: Model, scenario: Scenario): StatedCalculation[] {
  return Object.keys(scenario.data.calculations ?? {}).map((id) => statedCalculation(model, scenario, id));
}

/**
 * Compares the alternatives of a scenario over the futures of a design.
 *
 * @throws {PlannerError} when the scenario has no meaning, {RangeError} when it has no quantity that break-even is asked of,
 *   {StoppedError} when cancelled
 */
export async function compareScenario(
  model: Model,
  stated: Scenario,
  design: FutureDesign,
  options: CompareOptions = {},
): Promise<{ document: ComparisonDocument; plan: Plan }> {
  const planned = planScenario(model, stated);
  const calculations = calculationsOf(model, planned.scenario);
  const numbers = await comparisonNumbers(planned, design, options);
  return { plan: planned.plan, document: comparisonDocument(planned, numbers, calculations) };
}

/**
 * Computes the futures of a design and what is asked of them.
 *
 * @throws {RangeError} when there is no quantity that break-even is asked of, {StoppedError} when cancelled
 */
export async function comparisonNumbers(
  { model, plan, scenario }: PlannedScenario,
  design: FutureDesign,
  options: CompareOptions = {},
): Promise<ComparisonNumbers> {
  // What cannot be asked is said before anything is run.
  for (const name of options.breakEven?.quantities ?? []) variedQuantity(model, scenario, plan, name);
  const { comparison, drivers } = options.earlier ?? (await computed(plan, design, options));
  if (options.breakEven === undefined) return { comparison, drivers, breakEven: null };
  const asked = {
    futures: options.breakEven.futures,
    quantities: options.breakEven.quantities ?? usualQuantities(model, scenario, plan, drivers ?? []),
  };
  const known = options.earlier?.breakEven ?? null;
  const evens =
    (known === null ? undefined : breakEvenReworded(model, scenario, plan, asked, known)) ??
    (await breakEven(model, scenario, plan, {
      ...asked,
      signal: options.signal,
      ...(options.onTrial === undefined ? {} : { onTrial: options.onTrial }),
    }));
  return { comparison, drivers, breakEven: evens };
}

async function computed(
  plan: Plan,
  design: FutureDesign,
  options: CompareOptions,
): Promise<Pick<ComparisonNumbers, 'comparison' | 'drivers'>> {
  const collected = await runFutures(plan, design, options);
  const comparison = summarise(plan, collected);
  options.onSummary?.();
  return { comparison, drivers: collected.kept ? driversOf(plan, collected) : null };
}

/**
 * The numbers of an earlier document, where they are those that this plan and design would give: only words differ.
 *
 * @returns undefined when they are not, or the document is not what its certificate says
 */
export function earlierNumbers(
  { model, plan, scenarioHash: scenarioDigest }: PlannedScenario,
  design: FutureDesign,
  { certificate, comparison: stored, calculations, drivers, breakEven: evens }: ComparisonDocument,
): ComparisonNumbers | undefined {
  const comparison = withoutNulls(stored);
  const modelDigest = modelHash(model);
  const isSame =
    certificate.engine === engineVersion &&
    certificate.modelHash === modelDigest &&
    certificate.scenarioHash === scenarioDigest &&
    certificate.seed === plan.seed &&
    certificate.draws === design.outer * design.inner &&
    certificate.inner === design.inner &&
    certificate.resultHash === resultHash(modelDigest, scenarioDigest, comparison, calculations);
  if (!isSame) return undefined;
  return { comparison, drivers: drivers === null ? null : driversReworded(plan, drivers), breakEven: evens };
}

/** A comparison that was JSON, which knows no NaN: null stands for it where a number must be. */
function withoutNulls(comparison: Comparison): Comparison {
  const numbers = (value: unknown): unknown =>
    value === null
      ? Number.NaN
      : Array.isArray(value)
        ? value.map(numbers)
        : typeof value === 'object'
          ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, numbers(each)]))
          : value;
  return {
    ...comparison,
    alternatives: comparison.alternatives.map((each) => ({
      ...each,
      series: numbers(each.series) as typeof each.series,
      ledger: numbers(each.ledger) as typeof each.ledger,
      outcomes: numbers(each.outcomes) as typeof each.outcomes,
    })),
    differences: numbers(comparison.differences) as Comparison['differences'],
  };
}

/** Puts the numbers of a scenario together with its words; computes no future. */
export function comparisonDocument(
  planned: PlannedScenario,
  { comparison, drivers, breakEven: evens }: ComparisonNumbers,
  calculations: readonly StatedCalculation[] = calculationsOf(planned.model, planned.scenario),
): ComparisonDocument {
  const { model, plan, scenario, sameMoney, scenarioHash: scenarioDigest, pairsDroppedOverSea } = planned;
  const { design } = comparison;
  const modelDigest = modelHash(model);
  return {
    format: 'bygdekalkyl/comparison@1',
    certificate: {
      engine: engineVersion,
      modelHash: modelDigest,
      scenarioHash: scenarioDigest,
      seed: plan.seed,
      draws: design.outer * design.inner,
      inner: design.inner,
      resultHash: resultHash(modelDigest, scenarioDigest, comparison, calculations),
    },
    scenario: { id: scenario.data.id, label: plan.label, alternatives: plan.alternatives },
    measures: plan.instances.alternatives.flatMap(({ id, own }) =>
      (own.get('measure') ?? []).map((measure) => ({
        alternative: id,
        id: measure.id,
        label: measure.label,
        host: measure.parents['host'],
        agreementYears:
          measure.values['agreementYears']?.kind === 'constant' ? measure.values['agreementYears'].value : 0,
      })),
    ),
    calculations,
    comparison,
    assumptions: assumptionsOf(plan),
    supportRules: rulesInForce(plan),
    overview: overviewOf(comparison),
    sameMoney: sameMoney ?? null,
    breakEven: evens,
    drivers,
    financed: financedToTheEnd(plan, scenario),
    openQuestions: openQuestionsOf(scenario),
    pairsDroppedOverSea,
    synthetic: syntheticInputs(scenario),
    closures: closuresByClass(plan, comparison),
  };
}

/** A hash over every number of a result, and over what it is the result of. */
function resultHash(
  modelDigest: string,
  scenarioDigest: string,
  comparison: Comparison,
  calculations: readonly StatedCalculation[],
): string {
  return hashOf({
    format: 'bygdekalkyl/comparison@1',
    model: modelDigest,
    scenario: scenarioDigest,
    comparison,
    calculations: Object.fromEntries(
      calculations.map(({ id, views }) => [
        id,
        Object.values(views).map((view) => ({ view: view.id, byYear: view.byYear })),
      ]),
    ),
  });
}
