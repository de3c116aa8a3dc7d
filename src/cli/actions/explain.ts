import { explainCalculation, explainNumber } from '../../app/explain-number.ts';
import { loadModel } from '../../app/load-model.ts';
import { openScenario } from '../../app/open-scenario.ts';
import type { ViewId } from '../../engine/calculation/index.ts';
import { calculationExplanationText, explanationText } from '../explanation-report.ts';
import type { ExplainOptions } from '../options.ts';
import { withSeed } from '../seed.ts';

/** Explains a number or a calculation and prints it, as text or JSON. */
export function explain(file: string, what: string, options: ExplainOptions): void {
  const model = loadModel();
  const scenario = withSeed(openScenario(model, file), options.seed);
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  if (Object.hasOwn(scenario.data.calculations ?? {}, what)) {
    const explained = explainCalculation(model, scenario, what, options.view as ViewId);
    print(
      options.json ? JSON.stringify(explained) : calculationExplanationText(explained, options.lang, options.depth),
    );
    return;
  }
  const explained = explainNumber(model, scenario, { what, alternative: options.alternative, future: options.future });
  print(options.json ? JSON.stringify(explained) : explanationText(explained, options.lang, options.depth));
}
