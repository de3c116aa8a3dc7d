import { Command } from 'commander';
import { csvOption, jsonOption, languageOption, type RulesOptions } from '../options.ts';

/** `rules [ID…]`: support rules with their dated values, status and sources, and the limits of state aid. */
export function rulesCommand(): Command {
  return new Command('rules')
    .description('list support rules with their dated values, conditions, status and sources')
    .argument('[ids...]', 'rules or state aid regimes by id; all unless named')
    .option('--scenario <file>', 'with the rules of its own formula files')
    .addOption(languageOption)
    .addOption(jsonOption)
    .addOption(csvOption)
    .action(async (ids: string[], options: RulesOptions) => {
      const { rules } = await import('../actions/rules.ts');
      rules(ids, options);
    });
}
