import { Command, Option } from 'commander';
import { type ExplainOptions, jsonOption, languageOption, wholeNumber } from '../options.ts';

/** `explain FILE WHAT`: how a number came about, down to parameters and sources. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('tell how a number came about: explain scenarios/fliseryd.yaml forkalkyl, or … cash@ica-fliseryd@2021')
    .argument('<file>', 'scenario file (YAML)')
    .argument('<what>', 'a calculation by its id, or variable@id@year')
    .addOption(languageOption)
    .addOption(jsonOption)
    .addOption(new Option('--alternative <id>', 'which alternative; the first unless stated'))
    .addOption(new Option('--future <future>', 'likely, or outer.inner such as 17.3').default('likely'))
    .addOption(new Option('--view <view>', 'of a calculation: project, society or a party').default('project'))
    .addOption(
      new Option('--depth <number>', 'how many formulas deep to print; the inputs are always listed in full')
        .argParser(wholeNumber)
        .default(3),
    )
    .addOption(new Option('--seed <text>', "another seed than the scenario's"))
    .action(async (file: string, what: string, options: ExplainOptions) => {
      const { explain } = await import('../actions/explain.ts');
      explain(file, what, options);
    });
}
