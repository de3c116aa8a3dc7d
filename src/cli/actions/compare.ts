import { compareScenario } from '../../app/compare-scenario.ts';
import { comparisonCsv } from '../../app/comparison-csv.ts';
import { loadModel } from '../../app/load-model.ts';
import { openScenario } from '../../app/open-scenario.ts';
import type { FutureDesign } from '../../engine/simulate/index.ts';
import { comparisonReport } from '../comparison-report.ts';
import type { DrawOptions } from '../options.ts';
import { watchedRun } from '../progress.ts';
import { withSeed } from '../seed.ts';

/** Compares and prints, as a report, JSON or CSV. */
export async function compare(file: string, options: DrawOptions, design: FutureDesign): Promise<void> {
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
    const text = options.json
      ? JSON.stringify(document)
      : options.csv
        ? comparisonCsv(document)
        : comparisonReport(model, document, options.lang);
    process.stdout.write(`${text.trimEnd()}\n`);
  } finally {
    watched.done();
  }
}
