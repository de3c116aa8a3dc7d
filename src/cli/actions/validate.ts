import { modelOf } from '../../app/model-of.ts';
import { openQuestionsOf } from '../../app/open-questions.ts';
import { openScenario } from '../../app/open-scenario.ts';
import { validateScenarioFile } from '../../app/validate-scenario.ts';
import { PlannerError } from '../../errors.ts';
import { openQuestionsReport } from '../open-questions-report.ts';
import type { PrintOptions } from '../options.ts';

/** Checks scenario files and says so of each, and what is still to be filled in. @throws {PlannerError} everything that is wrong in any of them */
export function validate(files: readonly string[], options: PrintOptions): void {
  const problems = files.flatMap((file) => [...validateScenarioFile(file)]);
  if (problems.length > 0) throw new PlannerError(problems);
  const checked = files.map((file) => ({ file, openQuestions: openQuestionsOf(openScenario(modelOf(file), file)) }));
  if (options.json) {
    const openQuestions = Object.fromEntries(checked.map((each) => [each.file, each.openQuestions]));
    process.stdout.write(`${JSON.stringify({ valid: true, files, openQuestions })}\n`);
    return;
  }
  for (const { file, openQuestions } of checked) {
    process.stdout.write(`${file}: ${options.lang === 'sv' ? 'inget fel' : 'no problem'}\n`);
    if (openQuestions.length > 0) process.stdout.write(`${openQuestionsReport(openQuestions, options.lang)}\n\n`);
  }
}
