import type { BothLanguages, FutureNumber } from '../engine/compile/index.ts';
import { likelyFuture, Relations } from '../engine/compile/index.ts';
import { type Failure, findFailure, interpreterFor } from '../engine/simulate/index.ts';
import type { PlannedScenario } from './compare-scenario.ts';
import { type SyntheticInputs, syntheticInputs } from './synthetic-inputs.ts';

/** One future of one alternative, year by year, computed by the interpreter. */
export type Replay = {
  readonly format: 'bygdekalkyl/replay@1';
  readonly scenario: string;
  readonly alternative: { readonly id: string; readonly label: BothLanguages };
  /** `outer.inner`, or `likely`. */
  readonly future: string;
  readonly start: number;
  readonly series: readonly {
    readonly variable: string;
    readonly entity: string;
    readonly instance: string;
    readonly unit: string;
    readonly values: readonly number[];
  }[];
  /** The first number that is not finite, if any is. */
  readonly failure: Failure | undefined;
  /** How much of the scenario is made up; null when nothing is. */
  readonly synthetic: SyntheticInputs | null;
};

/**
 * Computes one future alone.
 *
 * @param alternative - id; the first unless stated
 * @param future - `likely`, or outer and inner as `17.3`
 * @throws {RangeError} when there is no such alternative or future
 */
export function replayFuture(
  { plan, scenario }: Pick<PlannedScenario, 'plan' | 'scenario'>,
  alternative: string | undefined,
  future: string,
): Replay {
  const index = alternativeIndex(plan.alternatives, alternative);
  const number = futureNumber(future);
  const interpreter = interpreterFor(plan);
  const run = interpreter.future(index, number);
  const names = [...new Set([...plan.program.outputs, ...plan.program.outcomes])];
  const relations = plan.alternatives.map((_, each) => new Relations(plan.model, plan.instances, each));
  return {
    format: 'bygdekalkyl/replay@1',
    scenario: scenario.data.id,
    alternative: plan.alternatives[index] as Replay['alternative'],
    future,
    start: plan.start,
    series: names.flatMap((variable) => {
      const definition = plan.model.variables.get(variable);
      const entity = definition?.entity as string;
      return run.relations.list(entity).map((instance, position) => ({
        variable,
        entity,
        instance: instance.id,
        unit: definition?.unitText as string,
        values: Array.from({ length: plan.years }, (_, year) => run.number(variable, position, year)),
      }));
    }),
    failure: findFailure(plan, interpreter, number, relations),
    synthetic: syntheticInputs(scenario),
  };
}

/** Position of an alternative by id, the first when none is named. */
export function alternativeIndex(alternatives: readonly { readonly id: string }[], id: string | undefined): number {
  if (id === undefined) return 0;
  const index = alternatives.findIndex((each) => each.id === id);
  if (index < 0)
    throw new RangeError(
      `there is no alternative «${id}»; there are ${alternatives.map((each) => each.id).join(', ')}`,
    );
  return index;
}

/** Reads `likely` or `outer.inner`. */
export function futureNumber(text: string): FutureNumber {
  if (text === 'likely') return likelyFuture;
  const match = /^(\d{1,10})\.(\d{1,10})$/.exec(text);
  const [outer, inner] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || outer > 0xffffffff || inner > 0xffffffff)
    throw new RangeError(`«${text}» names no future; write likely, or outer.inner such as 17.3`);
  return { outer, inner, likely: false };
}
