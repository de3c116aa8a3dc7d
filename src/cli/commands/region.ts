import { Command, Option } from 'commander';
import { jsonOption, languageOption, type RegionOptions, wholeNumber } from '../options.ts';

/** `region`: a scenario of a county or of all Sweden, with made-up shops where no register is given. */
export function regionCommand(): Command {
  const add = (text: string, before: readonly string[]): readonly string[] => [...before, text];
  return new Command('region')
    .description(
      'generate a region: every locality of a size as a place, shops and stations made up by a stated rule (docs/region.md)',
    )
    .addOption(
      new Option('--county <code>', 'county by code or name; may be repeated')
        .argParser(add)
        .default([], 'all of Sweden'),
    )
    .addOption(
      new Option('--municipality <code>', 'municipality by code or name; may be repeated')
        .argParser(add)
        .default([], ''),
    )
    .addOption(new Option('--places <file>', 'a places file instead of the embedded table'))
    .addOption(new Option('--shops <file>', 'a shops file: its shops instead of made-up ones'))
    .addOption(new Option('--min <number>', 'fewest inhabitants of a place').argParser(wholeNumber).default(500))
    .addOption(
      new Option('--max <number>', 'most inhabitants; larger localities are outside towns')
        .argParser(wholeNumber)
        .default(5000),
    )
    .addOption(new Option('--start <year>', 'first calendar year').argParser(wholeNumber).default(2014))
    .addOption(new Option('--years <number>', 'years simulated').argParser(wholeNumber).default(15))
    .addOption(new Option('--seed <text>', 'what the made-up numbers hang on').default('region'))
    .addOption(new Option('--out <file>', 'scenario file to write; without it the scenario is printed'))
    .addOption(new Option('--force', 'replace a file that is there already'))
    .addOption(languageOption)
    .addOption(jsonOption)
    .action(async (options: RegionOptions) => {
      const { region } = await import('../actions/region.ts');
      await region(options);
    });
}
