import { Command } from 'commander';
import { jsonOption, languageOption, type PrintOptions } from '../options.ts';

/** `validate FILE …`: says everything that is wrong in scenario files, or that nothing is. */
export function validateCommand(): Command {
  return new Command('validate')
    .description('check scenario files: everything that is wrong, at once')
    .argument('<files...>', 'scenario files (YAML)')
    .addOption(languageOption)
    .addOption(jsonOption)
    .action(async (files: string[], options: PrintOptions) => {
      const { validate } = await import('../actions/validate.ts');
      validate(files, options);
    });
}
