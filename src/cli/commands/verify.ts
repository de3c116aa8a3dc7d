import { Command, Option } from 'commander';
import { jsonOption, languageOption, type VerifyOptions } from '../options.ts';

/** `verify FILE`: computes a published result anew, or one future in two ways. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('compute a result anew and tell whether it comes to the same, to the last bit')
    .argument('<file>', 'scenario file (YAML)')
    .addOption(languageOption)
    .addOption(jsonOption)
    .addOption(new Option('--against <result>', 'a result as `compare --json` printed it, or its certificate'))
    .addOption(new Option('--future <future>', 'one future, by both ways of computing: likely, or 17.3'))
    .addOption(new Option('--seed <text>', "another seed than the scenario's").conflicts('against'))
    .action(async (file: string, options: VerifyOptions) => {
      if ((options.against === undefined) === (options.future === undefined))
        throw new RangeError('say what to verify: --against RESULT.json, or --future likely or 17.3');
      const { verify } = await import('../actions/verify.ts');
      await verify(file, options);
    });
}
