import { Command, Option } from 'commander';
import { type CasesOptions, jsonOption, languageOption } from '../options.ts';

/** `cases [FILE …]`: runs cases that say in sentences what must come out, and tells where it does not. */
export function casesCommand(): Command {
  return new Command('cases')
    .description('run cases: sentences that say what must come out of the engine')
    .argument('[files...]', 'files of cases (YAML), or folders of them', ['tests/cases'])
    .addOption(languageOption)
    .addOption(jsonOption)
    .addOption(new Option('--filter <text>', 'only cases whose name holds this text').default(''))
    .addOption(new Option('--explain', 'tell how each number of the cases came about'))
    .action(async (files: string[], options: CasesOptions) => {
      const { cases } = await import('../actions/cases.ts');
      cases(files, options);
    });
}
