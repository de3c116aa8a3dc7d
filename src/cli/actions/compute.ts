import { type CompareOptions, type ComparisonDocument, compareScenario } from '../../app/compare-scenario.ts';
import { modelOf } from '../../app/model-of.ts';
import { openScenario } from '../../app/open-scenario.ts';
import { withSeed } from '../../app/seed.ts';
import type { Model } from '../../engine/compile/index.ts';
import type { FutureDesign } from '../../engine/simulate/index.ts';
import type { DrawOptions } from '../options.ts';
import { watchedRun } from '../progress.ts';

/** Computes the comparison of a scenario file as the options say, with progress and a way to stop. */
export async function compute(
  file: string,
  options: DrawOptions,
  design: FutureDesign,
  breakEven?: CompareOptions['breakEven'],
): Promise<{ model: Model; document: ComparisonDocument }> {
  const model = modelOf(file);
  const scenario = withSeed(openScenario(model, file), options.seed);
  const watched = watchedRun(options.lang);
  try {
    const { document } = await compareScenario(model, scenario, design, {
      ...watched,
      threads: options.threads,
      blockSize: options.block,
      backEnd: options.backend,
      breakEven,
    });
    return { model, document };
  } finally {
    watched.done();
  }
}
