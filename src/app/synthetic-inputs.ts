import type { Scenario } from '../engine/scenario/index.ts';

/** How much of a scenario is made up: marked `status: synthetic`. */
export type SyntheticInputs = {
  /** Values marked so. */
  readonly values: number;
  /** Shops and places with such a value, of how many. */
  readonly shops: number;
  readonly ofShops: number;
  readonly places: number;
  readonly ofPlaces: number;
};

/** What is made up in a scenario; null when nothing is. Every output of such a scenario carries it as a watermark. */
export function syntheticInputs(scenario: Scenario): SyntheticInputs | null {
  const { shops = {}, places } = scenario.data;
  const values = syntheticValues(scenario.data);
  if (values === 0) return null;
  const marked = (things: object): number => Object.values(things).filter((thing) => syntheticValues(thing) > 0).length;
  return {
    values,
    shops: marked(shops),
    ofShops: Object.keys(shops).length,
    places: marked(places),
    ofPlaces: Object.keys(places).length,
  };
}

function syntheticValues(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  let count = (data as { status?: unknown }).status === 'synthetic' ? 1 : 0;
  for (const part of Object.values(data)) count += syntheticValues(part);
  return count;
}
