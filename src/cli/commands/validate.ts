import { Command } from 'commander';
import { loadModel } from '../../app/load-model.ts';
import { validateScenarioFile } from '../../app/validate-scenario.ts';
import { PlannerError } from '../../errors.ts';
import { fail } from '../fail.ts';
import { jsonOption, languageOption, type PrintOptions } from '../options.ts';

/** `validate FILE …`: says everything that is wrong in scenario files, or that nothing is. */
export function validateCommand(): Command {
  return new Command('validate')
    .description('check scenario files: everything that is wrong, at once')
    .argument('<files...>', 'scenario files (YAML)')
    .addOption(languageOption)
    .addOption(jsonOption)
    .action((files: string[], options: PrintOptions) => {
      const model = loadModel();
      const problems = files.flatMap((file) => [...validateScenarioFile(model, file)]);
      if (problems.length > 0) {
        process.exitCode = fail(new PlannerError(problems), options.json ?? false);
        return;
      }
      if (options.json) process.stdout.write(`${JSON.stringify({ valid: true, files })}\n`);
      else
        for (const file of files)
          process.stdout.write(`${file}: ${options.lang === 'sv' ? 'inget fel' : 'no problem'}\n`);
    });
}
