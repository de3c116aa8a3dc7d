import { Command } from 'commander';
import { breakEvenOf, breakEvenOptions, type CompareCommandOptions, designOf, drawOptions } from '../options.ts';

/** `compare FILE`: the alternatives of a scenario side by side, on the same futures. */
export function compareCommand(): Command {
  const command = new Command('compare')
    .description('compare the alternatives of a scenario on the same futures')
    .argument('<file>', 'scenario file (YAML)');
  for (const option of [...drawOptions(), ...breakEvenOptions()]) command.addOption(option);
  return command.action(async (file: string, options: CompareCommandOptions) => {
    const design = designOf(options);
    breakEvenOf(options);
    // The engine takes most of a second to load: wrong use and help should not wait for it.
    const { compare } = await import('../actions/compare.ts');
    await compare(file, options, design);
  });
}
