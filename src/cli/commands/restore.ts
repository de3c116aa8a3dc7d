import { Command } from 'commander';
import { dataOption, type KeepOptions } from '../options.ts';

/** `restore FILE`: a backup into an empty place. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description(
      'put a backup into an empty data folder, or the empty database in DATABASE_URL; access tokens in it become valid, so restore only files you trust',
    )
    .argument('<file>', 'file written by backup')
    .addOption(dataOption)
    .action(async (file: string, options: KeepOptions) => {
      const { restore } = await import('../actions/restore.ts');
      await restore(file, options);
    });
}
