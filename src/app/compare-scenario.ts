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
import { engineVersion } from './engine-version.ts';
import { locateProblems } from './locate-problems.ts';

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
};

/**
 * Plans a scenario: everything that does not depend on which futures are computed.
 *
 * @throws {PlannerError} everything that is wrong in it, each with its place in the scenario's files
 */
export function planScenario(model: Model, scenario: Scenario): { plan: Plan; scenarioHash: string } {
  const instantiated = instantiateScenario(model, scenario);
  const plan = locateProblems(scenario, () => makePlan(model, instantiated));
  return { plan, scenarioHash: scenarioHash(instantiated) };
}

/** The calculations a scenario sets out, such as an estimate and a final account. */
function calculationsOf(model: Model, scenario: Scenario): StatedCalculation[] {
  return Object.keys(scenario.data.calculations ?? {}).map((id) => statedCalculation(model, scenario, id));
}

/**
 * Compares the alternatives of a scenario over the futures of a design.
 *
 * @throws {PlannerError} when the scenario has no meaning, {StoppedError} when cancelled
 */
export async function compareScenario(
  model: Model,
  scenario: Scenario,
  design: FutureDesign,
  options: RunOptions = {},
): Promise<{ document: ComparisonDocument; plan: Plan }> {
  const { plan, scenarioHash: scenarioDigest } = planScenario(model, scenario);
  const calculations = calculationsOf(model, scenario);
  const comparison = summarise(plan, await runFutures(plan, design, options));
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
    },
  };
}
