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
import { type BreakEven, type BreakEvenRequest, breakEven, usualQuantities } from './break-even.ts';
import { type ClosuresOfAlternative, closuresByClass } from './closures-by-class.ts';
import { type DifferenceDrivers, driversOf } from './drivers.ts';
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
};

/** A plan, with what is known of the scenario it was made of. */
type PlannedScenario = {
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
  return { ...(whole === scenario ? stated : planAsStated(model, whole)), scenario: whole, sameMoney };
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
  const { plan, scenario, sameMoney, scenarioHash: scenarioDigest, pairsDroppedOverSea } = planScenario(model, stated);
  const calculations = calculationsOf(model, scenario);
  // What cannot be asked is said before anything is run.
  for (const name of options.breakEven?.quantities ?? []) variedQuantity(model, scenario, plan, name);
  const collected = await runFutures(plan, design, options);
  const comparison = summarise(plan, collected);
  const drivers = collected.kept ? driversOf(plan, collected) : null;
  const asked = options.breakEven;
  const evens =
    asked === undefined
      ? null
      : await breakEven(model, scenario, plan, {
          ...asked,
          quantities: asked.quantities ?? usualQuantities(model, scenario, plan, drivers ?? []),
          signal: options.signal,
          ...(options.onTrial === undefined ? {} : { onTrial: options.onTrial }),
        });
  const modelDigest = modelHash(model);
  const seed = plan.seed;
  const resultHash = hashOf({
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
  return {
    plan,
    document: {
      format: 'bygdekalkyl/comparison@1',
      certificate: {
        engine: engineVersion,
        modelHash: modelDigest,
        scenarioHash: scenarioDigest,
        seed,
        draws: design.outer * design.inner,
        inner: design.inner,
        resultHash,
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
    },
  };
}
