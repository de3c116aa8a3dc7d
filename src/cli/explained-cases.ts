import type { CaseFile, Cases, CasesDocument } from '../app/cases/index.ts';
import { explainCalculation, placeOfNumber } from '../app/explain-number.ts';
import type { ViewId } from '../engine/calculation/index.ts';
import { explainValue } from '../engine/explain/index.ts';
import { calculationExplanationText, explanationText } from './explanation-report.ts';
import type { Language } from './numbers.ts';
import { heading } from './tables.ts';

/** How many formulas deep the numbers of a case are told. */
const depth = 3;

/** How every number of the cases came about, in the scenarios they were run in. */
export function explainedCases(
  runner: Cases,
  files: readonly CaseFile[],
  document: CasesDocument,
  language: Language,
): string {
  return document.cases
    .flatMap((result) => {
      const file = files.find((each) => each.text.file === result.file) as CaseFile;
      return result.checks.flatMap(({ explain }) =>
        explain.map((each) => {
          const run = runner.runOf(file, result.index);
          if ('calculation' in each) {
            const explained = explainCalculation(run.model, run.scenario, each.calculation, each.view as ViewId);
            return `${heading(`${each.calculation}, ${each.view}`)}\n${calculationExplanationText(explained, language, depth)}`;
          }
          const future = run.run(each.alternative);
          const explained = explainValue(future, run.plan.model, placeOfNumber(run.plan, future, each.what));
          return `${heading(each.what)}\n${explanationText(explained, language, depth)}`;
        }),
      );
    })
    .join('\n');
}
