import { Command, Option } from 'commander';
import { dataOption, type KeepOptions } from '../options.ts';

/** `backup FILE`: everything that is kept, as one file. */
export function backupCommand(): Command {
  return new Command('backup')
    .description(
      'write everything that is kept (scenarios, results, jobs, workspaces, hashes of access tokens) as one file, from the data folder or from the server in DATABASE_URL; a server that runs on the folder is asked for it',
    )
    .argument('<file>', 'file to write')
    .addOption(dataOption)
    .addOption(new Option('--force', 'replace the file if there is one'))
    .action(async (file: string, options: KeepOptions & { readonly force?: boolean }) => {
      const { backup } = await import('../actions/backup.ts');
      await backup(file, options);
    });
}
