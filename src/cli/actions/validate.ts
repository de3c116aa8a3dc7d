import { loadModel } from '../../app/load-model.ts';
import { validateScenarioFile } from '../../app/validate-scenario.ts';
import { PlannerError } from '../../errors.ts';
import type { PrintOptions } from '../options.ts';

/** Checks scenario files and says so of each. @throws {PlannerError} everything that is wrong in any of them */
export function validate(files: readonly string[], options: PrintOptions): void {
  const model = loadModel();
  const problems = files.flatMap((file) => [...validateScenarioFile(model, file)]);
  if (problems.length > 0) throw new PlannerError(problems);
  if (options.json) process.stdout.write(`${JSON.stringify({ valid: true, files })}\n`);
  else
    for (const file of files) process.stdout.write(`${file}: ${options.lang === 'sv' ? 'inget fel' : 'no problem'}\n`);
}
