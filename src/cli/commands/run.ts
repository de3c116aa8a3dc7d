import { Command, Option } from 'commander';
import { compareScenario } from '../../app/compare-scenario.ts';
import { comparisonCsv } from '../../app/comparison-csv.ts';
import { loadModel } from '../../app/load-model.ts';
import { openScenario } from '../../app/open-scenario.ts';
import { replayFuture } from '../../app/replay-future.ts';
import { type DrawOptions, designOf, drawOptions } from '../options.ts';
import { watchedRun } from '../progress.ts';
import { replayReport, runReport } from '../run-report.ts';
import { withSeed } from './compare.ts';

type RunCommandOptions = DrawOptions & { readonly alternative?: string; readonly replay?: string };

/** `run FILE`: one alternative year by year, or one future of it alone. */
export function runCommand(): Command {
  const command = new Command('run')
    .description('run one alternative of a scenario, year by year')
    .argument('<file>', 'scenario file (YAML)');
  for (const option of drawOptions()) command.addOption(option);
  command.addOption(new Option('--alternative <id>', 'which alternative; the first unless stated'));
  command.addOption(new Option('--replay <future>', 'one future alone, as outer.inner (17.3), or likely'));
  return command.action(async (file: string, options: RunCommandOptions) => {
    const model = loadModel();
    const scenario = withSeed(openScenario(model, file), options.seed);
    if (options.replay !== undefined) {
      const replay = replayFuture(model, scenario, options.alternative, options.replay);
      process.stdout.write(`${options.json ? JSON.stringify(replay) : replayReport(model, replay, options.lang)}\n`);
      return;
    }
    const watched = watchedRun(options.lang);
    try {
      const { document } = await compareScenario(model, scenario, designOf(options), {
        ...watched,
        threads: options.threads,
        blockSize: options.block,
        backEnd: options.backend,
      });
      const index =
        options.alternative === undefined
          ? 0
          : document.scenario.alternatives.findIndex(({ id }) => id === options.alternative);
      if (index < 0)
        throw new RangeError(
          `there is no alternative «${options.alternative}»; there are ${document.scenario.alternatives.map(({ id }) => id).join(', ')}`,
        );
      // The certificate is of the whole comparison, which the alternative is a part of.
      const alone = {
        ...document,
        comparison: {
          ...document.comparison,
          alternatives: document.comparison.alternatives.slice(index, index + 1),
          differences: [],
        },
      };
      const text = options.json
        ? JSON.stringify(alone)
        : options.csv
          ? comparisonCsv(alone)
          : runReport(model, alone, options.lang);
      process.stdout.write(`${text.trimEnd()}\n`);
    } finally {
      watched.done();
    }
  });
}
