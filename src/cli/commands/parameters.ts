import { Command } from 'commander';
import { csvOption, jsonOption, languageOption, type PrintOptions } from '../options.ts';

/** `parameters [FILE]`: every parameter with unit, default, price year, status and source; with a file, as it uses them. */
export function parametersCommand(): Command {
  return new Command('parameters')
    .description('list every parameter with unit, value, status and source; with a scenario, as it uses them')
    .argument('[file]', 'scenario file (YAML)')
    .addOption(languageOption)
    .addOption(jsonOption)
    .addOption(csvOption)
    .action(async (file: string | undefined, options: PrintOptions) => {
      const { parameters } = await import('../actions/parameters.ts');
      parameters(file, options);
    });
}
