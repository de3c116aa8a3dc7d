import { Command } from 'commander';
import { addSettings } from '../settings-options.ts';

/** `start`: the service, on this machine or for an organisation. */
export function startCommand(): Command {
  const command = new Command('start').description(
    'start the service: the API on http://localhost:4000, with its database in a data folder',
  );
  addSettings(command);
  return command.action(async (flags: Record<string, string | boolean | undefined>) => {
    const { start } = await import('../actions/start.ts');
    await start(flags);
  });
}
