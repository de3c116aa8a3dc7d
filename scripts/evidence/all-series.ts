import { documentedExamplesSeries } from './documented-examples.ts';
import { fuzzSeries } from './fuzz.ts';
import { killsSeries } from './kills.ts';
import { loadSeries } from './load.ts';
import { nodeVersions } from './node-versions.ts';
import type { Series } from './series.ts';

/** Every long series, the quick ones first. */
export const allSeries: readonly Series[] = [
  documentedExamplesSeries,
  nodeVersions,
  loadSeries,
  fuzzSeries,
  killsSeries,
];
