import type { Scenario } from '../engine/scenario/index.ts';

/** The scenario with another seed, where one is asked for. */
export function withSeed(scenario: Scenario, seed: string | undefined): Scenario {
  if (seed === undefined) return scenario;
  if (seed === '' || seed.length > 200) throw new RangeError('a seed is a text of 1 to 200 characters');
  return { ...scenario, data: { ...scenario.data, seed } };
}
