import { Command, Option } from 'commander';
import { designOf, drawOptions, type RunCommandOptions } from '../options.ts';

/** `run FILE`: one alternative year by year, or one future of it alone. */
export function runCommand(): Command {
  const command = new Command('run')
    .description('run one alternative of a scenario, year by year')
    .argument('<file>', 'scenario file (YAML)');
  for (const option of drawOptions()) command.addOption(option);
  command.addOption(new Option('--alternative <id>', 'which alternative; the first unless stated'));
  command.addOption(new Option('--replay <future>', 'one future alone, as outer.inner (17.3), or likely'));
  return command.action(async (file: string, options: RunCommandOptions) => {
    const design = designOf(options);
    const { replay, run } = await import('../actions/run.ts');
    if (options.replay === undefined) await run(file, options, design);
    else replay(file, options, options.replay);
  });
}
