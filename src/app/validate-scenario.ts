import type { Model } from '../engine/compile/index.ts';
import { instantiateScenario, type Scenario } from '../engine/scenario/index.ts';
import { makePlan, type Plan } from '../engine/simulate/index.ts';
import { valueAt } from '../engine/text/index.ts';
import { PlannerError, type Problem } from '../errors.ts';
import { openScenario } from './open-scenario.ts';

/**
 * Everything that is wrong in a scenario file, as far as can be known before any future is simulated: its form, its
 * meaning, and whether its shops can sell what they are stated to sell.
 *
 * @returns the problems; none when the scenario can be run
 */
export function validateScenarioFile(model: Model, file: string): Problem[] {
  try {
    planScenario(model, openScenario(model, file));
    return [];
  } catch (error) {
    if (error instanceof PlannerError) return [...error.problems];
    throw error;
  }
}

/**
 * Makes a scenario ready to run, and says of what has no solution where in its file it stands.
 *
 * @throws {PlannerError} everything that is wrong in it
 */
export function planScenario(model: Model, scenario: Scenario): Plan {
  const instantiated = instantiateScenario(model, scenario);
  try {
    return makePlan(model, instantiated);
  } catch (error) {
    if (error instanceof PlannerError)
      throw new PlannerError(error.problems.map((problem) => located(problem, scenario)));
    throw error;
  }
}

/** A problem of a plan, which knows no file, with the place of its path in the scenario's. */
function located(problem: Problem, scenario: Scenario): Problem {
  if (problem.file !== undefined || problem.path === undefined) return problem;
  const steps = problem.path.split('.');
  // A measure that every alternative has is written outside of them.
  const common = steps[0] === 'alternatives' && valueAt(scenario.text.data, steps.slice(0, 4)) === undefined;
  const path = common ? steps.slice(2) : steps;
  return { ...problem, ...scenario.text.place(path), path: path.join('.') };
}
