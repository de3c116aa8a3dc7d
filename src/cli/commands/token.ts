import { Command, Option } from 'commander';
import { roles } from '../../service/viewer.ts';
import { dataOption, type IssueOptions, jsonOption, type KeepOptions, wholeNumber } from '../options.ts';

/** `token`: what lets people and programs in where a sign-in is needed. */
export function tokenCommand(): Command {
  return new Command('token')
    .description('issue, list and revoke the tokens that let people and programs in')
    .addCommand(issue())
    .addCommand(list())
    .addCommand(revoke());
}

function issue(): Command {
  return new Command('issue')
    .description('issue a token; it is printed once, alone, and cannot be shown again')
    .requiredOption('--workspace <slug>', 'the workspace it lets its holder work in')
    .requiredOption('--name <name>', 'whom or what it is for; written beside what its holder saves')
    .addOption(new Option('--role <role>', 'what it lets its holder do').choices(roles).makeOptionMandatory())
    .addOption(
      new Option('--days <number>', 'days until its time is over, 1 to 366').argParser(wholeNumber).default(90),
    )
    .addOption(dataOption)
    .action(async (options: IssueOptions) => {
      const { issueToken } = await import('../actions/access.ts');
      await issueToken(options);
    });
}

function list(): Command {
  return new Command('list')
    .description('list the tokens, also those that are over; never the tokens themselves')
    .addOption(dataOption)
    .addOption(jsonOption)
    .action(async (options: KeepOptions & { readonly json?: boolean }) => {
      const { listTokens } = await import('../actions/access.ts');
      await listTokens(options);
    });
}

function revoke(): Command {
  return new Command('revoke')
    .description('end a token for good; servers that run refuse it within five seconds')
    .argument('<id>', 'its id as listed, or the token itself')
    .addOption(dataOption)
    .action(async (id: string, options: KeepOptions) => {
      const { revokeToken } = await import('../actions/access.ts');
      await revokeToken(id, options);
    });
}
