import { Command, CommanderError } from 'commander';
import { engineVersion } from '../app/engine-version.ts';
import { backupCommand } from './commands/backup.ts';
import { casesCommand } from './commands/cases.ts';
import { compareCommand } from './commands/compare.ts';
import { explainCommand } from './commands/explain.ts';
import { modelCommand } from './commands/model.ts';
import { parametersCommand } from './commands/parameters.ts';
import { placesCommand } from './commands/places.ts';
import { regionCommand } from './commands/region.ts';
import { restoreCommand } from './commands/restore.ts';
import { rulesCommand } from './commands/rules.ts';
import { runCommand } from './commands/run.ts';
import { shopsCommand } from './commands/shops.ts';
import { startCommand } from './commands/start.ts';
import { tokenCommand } from './commands/token.ts';
import { validateCommand } from './commands/validate.ts';
import { verifyCommand } from './commands/verify.ts';
import { workspaceCommand } from './commands/workspace.ts';
import { exitCodes, fail } from './fail.ts';

const program = new Command('bygdekalkyl')
  .description(
    'Scenarios and costs of rural service: servicepunkt or none? Start with: compare scenarios/fliseryd.yaml',
  )
  .version(engineVersion)
  .showHelpAfterError('(--help tells what is allowed)')
  .showSuggestionAfterError(true)
  .exitOverride()
  .addCommand(startCommand())
  .addCommand(compareCommand())
  .addCommand(runCommand())
  .addCommand(explainCommand())
  .addCommand(validateCommand())
  .addCommand(verifyCommand())
  .addCommand(parametersCommand())
  .addCommand(rulesCommand())
  .addCommand(modelCommand())
  .addCommand(casesCommand())
  .addCommand(placesCommand())
  .addCommand(shopsCommand())
  .addCommand(regionCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(workspaceCommand())
  .addCommand(tokenCommand());
for (const command of program.commands.flatMap((each) => [each, ...each.commands]))
  command.exitOverride().showHelpAfterError('(--help tells what is allowed)');

// A reader that stops early, such as `head`, is no defect.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.fine);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  else process.exitCode = fail(error, process.argv.includes('--json'));
}
