import { stringify } from 'yaml';
import { planScenario } from '../../src/app/compare-scenario.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { readScenario } from '../../src/engine/scenario/index.ts';
import type { Plan } from '../../src/engine/simulate/index.ts';
import { formatProblem, PlannerError } from '../../src/errors.ts';

/** A scenario of one village as YAML would be read, free to be made wrong. */
export function village(): Record<string, unknown> {
  return {
    id: 'village',
    label: 'A village',
    start: 2014,
    seed: 'village',
    places: { byn: { inhabitants: 700 } },
    towns: { staden: { inhabitants: 5000 } },
    distances: [{ between: ['byn', 'staden'], km: 17 }],
    shops: { butiken: { place: 'byn', turnover: 6_000_000 } },
  };
}

/**
 * A scenario's text read and planned.
 *
 * @returns the plan, or what is wrong
 * @throws what is no problem of the scenario
 */
export function planOf(text: string): Plan | PlannerError {
  try {
    const scenario = readScenario(loadModel(), 'x.yaml', text, () => undefined);
    return planScenario(loadModel(), scenario).plan;
  } catch (error) {
    if (error instanceof PlannerError) return error;
    throw error;
  }
}

/** The messages for a text, or for data written as YAML; empty when it can be planned. */
export function messagesFor(scenario: string | Record<string, unknown>): string[] {
  const text = typeof scenario === 'string' ? scenario : stringify(scenario, { aliasDuplicateObjects: false });
  const result = planOf(text);
  return result instanceof PlannerError ? result.problems.map(formatProblem) : [];
}
