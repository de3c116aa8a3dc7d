import { Command } from 'commander';
import { compareScenario } from '../../app/compare-scenario.ts';
import { comparisonCsv } from '../../app/comparison-csv.ts';
import { loadModel } from '../../app/load-model.ts';
import { openScenario } from '../../app/open-scenario.ts';
import type { Scenario } from '../../engine/scenario/index.ts';
import { comparisonReport } from '../comparison-report.ts';
import { type DrawOptions, designOf, drawOptions } from '../options.ts';
import { watchedRun } from '../progress.ts';

/** `compare FILE`: the alternatives of a scenario side by side, on the same futures. */
export function compareCommand(): Command {
  const command = new Command('compare')
    .description('compare the alternatives of a scenario on the same futures')
    .argument('<file>', 'scenario file (YAML)');
  for (const option of drawOptions()) command.addOption(option);
  return command.action(async (file: string, options: DrawOptions) => {
    const model = loadModel();
    const scenario = withSeed(openScenario(model, file), options.seed);
    const watched = watchedRun(options.lang);
    try {
      const { document } = await compareScenario(model, scenario, designOf(options), {
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
  });
}

/** The scenario with another seed, where one is asked for. */
export function withSeed(scenario: Scenario, seed: string | undefined): Scenario {
  if (seed === undefined) return scenario;
  if (seed === '' || seed.length > 200) throw new RangeError('a seed is a text of 1 to 200 characters');
  return { ...scenario, data: { ...scenario.data, seed } };
}
