import type { Scenario } from '../engine/scenario/index.ts';
import { valueAt } from '../engine/text/index.ts';
import { PlannerError, type Problem } from '../errors.ts';

/**
 * Does something with a scenario, and gives every problem it finds without a file the place of its path in the scenario's.
 *
 * @throws {PlannerError} what the work throws, located
 */
export function locateProblems<T>(scenario: Scenario, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PlannerError)) throw error;
    throw new PlannerError(error.problems.map((problem) => located(problem, scenario)));
  }
}

function located(problem: Problem, scenario: Scenario): Problem {
  if (problem.file !== undefined || problem.path === undefined) return problem;
  const steps = problem.path.split('.');
  // A measure that every alternative has is written outside of them.
  const common = steps[0] === 'alternatives' && valueAt(scenario.text.data, steps.slice(0, 4)) === undefined;
  const path = common ? steps.slice(2) : steps;
  return { ...problem, ...scenario.text.place(path), path: path.join('.') };
}
