import { type ComparisonDocument, compareScenario } from '../../app/compare-scenario.ts';
import { loadModel } from '../../app/load-model.ts';
import { openScenario } from '../../app/open-scenario.ts';
import type { Model } from '../../engine/compile/index.ts';
import type { FutureDesign } from '../../engine/simulate/index.ts';
import type { DrawOptions } from '../options.ts';
import { watchedRun } from '../progress.ts';
import { withSeed } from '../seed.ts';

/** Computes the comparison of a scenario file as the options say, with progress and a way to stop. */
export async function compute(
  file: string,
  options: DrawOptions,
  design: FutureDesign,
): Promise<{ model: Model; document: ComparisonDocument }> {
  const model = loadModel();
  const scenario = withSeed(openScenario(model, file), options.seed);
  const watched = watchedRun(options.lang);
  try {
    const { document } = await compareScenario(model, scenario, design, {
      ...watched,
      threads: options.threads,
      blockSize: options.block,
      backEnd: options.backend,
    });
    return { model, document };
  } finally {
    watched.done();
  }
}
