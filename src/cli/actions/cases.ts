import { Cases, openCases } from '../../app/cases/index.ts';
import { loadModel } from '../../app/load-model.ts';
import { PlannerError } from '../../errors.ts';
import { casesReport } from '../cases-report.ts';
import { explainedCases } from '../explained-cases.ts';
import { exitCodes } from '../fail.ts';
import type { CasesOptions } from '../options.ts';

/**
 * Runs cases and prints what came out; the exit code tells whether all are met.
 *
 * @throws {PlannerError} what could not be run, after what could is told
 */
export function cases(files: readonly string[], options: CasesOptions): void {
  const opened = openCases(files);
  const runner = new Cases(loadModel());
  const document = runner.run(opened, options.filter);
  if (document.cases.length + document.problems.length === 0)
    throw new RangeError(`no case has «${options.filter}» in its name`);
  const text = options.json ? JSON.stringify(document) : casesReport(document, options.lang);
  process.stdout.write(`${text}\n`);
  if (options.explain && !options.json)
    process.stdout.write(`${explainedCases(runner, opened, document, options.lang)}\n`);
  if (document.problems.length > 0) throw new PlannerError(document.problems);
  if (document.failed > 0) process.exitCode = exitCodes.unmet;
}
