import { Command } from 'commander';
import { dataOption, jsonOption, type KeepOptions } from '../options.ts';

/** `workspace`: what the organisations that use a service keep apart. */
export function workspaceCommand(): Command {
  return new Command('workspace')
    .description('make and list workspaces: what one organisation keeps is invisible to the others, unless shared')
    .addCommand(create())
    .addCommand(list());
}

function create(): Command {
  return new Command('create')
    .description('make a workspace for an organisation')
    .argument('<slug>', 'short name: small letters a–z, digits and hyphens')
    .argument('<name>', 'what the organisation is called')
    .addOption(dataOption)
    .action(async (slug: string, name: string, options: KeepOptions) => {
      const { createWorkspace } = await import('../actions/access.ts');
      await createWorkspace({ slug, name }, options);
    });
}

function list(): Command {
  return new Command('list')
    .description('list the workspaces')
    .addOption(dataOption)
    .addOption(jsonOption)
    .action(async (options: KeepOptions & { readonly json?: boolean }) => {
      const { listWorkspaces } = await import('../actions/access.ts');
      await listWorkspaces(options);
    });
}
