import { PlannerError, type Problem } from '../errors.ts';
import { planScenario } from './compare-scenario.ts';
import { modelOf } from './model-of.ts';
import { openScenario } from './open-scenario.ts';

/**
 * Everything that is wrong in a scenario file, as far as can be known before any future is simulated: its form, its
 * meaning, and whether its shops can sell what they are stated to sell.
 *
 * @returns the problems; none when the scenario can be run
 */
export function validateScenarioFile(file: string): Problem[] {
  try {
    const model = modelOf(file);
    planScenario(model, openScenario(model, file));
    return [];
  } catch (error) {
    if (error instanceof PlannerError) return [...error.problems];
    throw error;
  }
}
