import { Relations } from '../engine/compile/index.ts';
import { backEndFor, interpreterFor, type Plan } from '../engine/simulate/index.ts';
import { futureNumber } from './replay-future.ts';

/** Whether one future comes out the same from the compiled code as from the formulas walked one by one. */
export type Verification = {
  readonly future: string;
  /** Numbers compared: every year of everything the result is made of, in every alternative. */
  readonly numbers: number;
  readonly same: boolean;
  /** The first that differ. */
  readonly differences: readonly {
    readonly alternative: string;
    readonly variable: string;
    readonly instance: string;
    readonly year: number;
    readonly interpreter: number;
    readonly compiled: number;
  }[];
};

/** Most differences that are told. */
const mostTold = 20;

/**
 * Computes one future twice, by the compiled code and by the interpreter, and compares every number bit by bit.
 *
 * @param future - `likely`, or outer and inner as `17.3`
 * @throws {RangeError} when it names no future
 */
export function verifyFuture(plan: Plan, future: string): Verification {
  const number = futureNumber(future);
  const interpreter = interpreterFor(plan);
  const runs = plan.alternatives.map((_, alternative) => interpreter.future(alternative, number));
  const relations = plan.alternatives.map((_, alternative) => new Relations(plan.model, plan.instances, alternative));
  const names = [...new Set([...plan.program.outputs, ...plan.program.outcomes])];
  const differences: Verification['differences'][number][] = [];
  let numbers = 0;
  let different = 0;
  const block = {
    outer: Uint32Array.of(number.outer),
    inner: Uint32Array.of(number.inner),
    count: 1,
    likely: number.likely,
  };
  backEndFor(plan, 'javascript', 1).run(block, (year, alternative, columns) => {
    for (const variable of names) {
      const planned = plan.program.variables.get(variable);
      if (planned === undefined || !planned.stored) continue;
      const list = (relations[alternative] as Relations).list(planned.entity);
      for (const [position, { id }] of list.entries()) {
        const compiled = columns.memory[columns.offset(variable, position)] as number;
        const interpreted = (runs[alternative] as (typeof runs)[number]).number(variable, position, year);
        numbers += 1;
        if (Object.is(compiled, interpreted)) continue;
        different += 1;
        if (differences.length < mostTold)
          differences.push({
            alternative: (plan.alternatives[alternative] as { id: string }).id,
            variable,
            instance: id,
            year: plan.start + year,
            interpreter: interpreted,
            compiled,
          });
      }
    }
  });
  return { future, numbers, same: different === 0, differences };
}
