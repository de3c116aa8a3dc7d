import { Command, Option } from 'commander';
import { importOptions, positiveNumber, type ShopImportCommandOptions } from '../options.ts';

/** `shops`: registers of real shops and filling stations. */
export function shopsCommand(): Command {
  const command = new Command('import')
    .description('check a register of shops, match each to a place, and write it as a shops file')
    .argument('<file>', 'CSV file');
  for (const option of importOptions()) command.addOption(option);
  command
    .addOption(new Option('--places <file>', 'a places file instead of the embedded table'))
    .addOption(
      new Option('--within <km>', 'farthest from the centre of its place, as the crow flies')
        .argParser(positiveNumber)
        .default(5),
    )
    .addOption(
      new Option('--turnover-unit <unit>', 'what turnover is written in')
        .choices(['sek', 'tkr', 'msek'])
        .default('sek'),
    )
    .addOption(
      new Option('--yaml', 'print the shops as lines to paste into a scenario; the report goes to standard error'),
    )
    .action(async (file: string, options: ShopImportCommandOptions) => {
      const { runShopsImport } = await import('../actions/import.ts');
      await runShopsImport(file, options);
    });
  return new Command('shops').description('import a register of shops and filling stations').addCommand(command);
}
