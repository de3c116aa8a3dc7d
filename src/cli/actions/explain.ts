import { planScenario } from '../../app/compare-scenario.ts';
import { explainCalculation, explainNumber } from '../../app/explain-number.ts';
import { modelOf } from '../../app/model-of.ts';
import { openScenario } from '../../app/open-scenario.ts';
import { withSeed } from '../../app/seed.ts';
import { syntheticInputs } from '../../app/synthetic-inputs.ts';
import type { ViewId } from '../../engine/calculation/index.ts';
import { calculationExplanationText, explanationText } from '../explanation-report.ts';
import type { ExplainOptions } from '../options.ts';
import { watermark } from '../watermark.ts';

/** Explains a number or a calculation and prints it, as text or JSON. */
export function explain(file: string, what: string, options: ExplainOptions): void {
  const model = modelOf(file);
  const scenario = withSeed(openScenario(model, file), options.seed);
  const synthetic = syntheticInputs(scenario);
  const print = (text: string): void => {
    const mark = options.json ? '' : watermark(synthetic, options.lang);
    process.stdout.write(`${mark === '' ? '' : `${mark}\n`}${text}\n`);
  };
  const json = (explained: object): string => JSON.stringify({ ...explained, synthetic });
  if (Object.hasOwn(scenario.data.calculations ?? {}, what)) {
    const explained = explainCalculation(model, scenario, what, options.view as ViewId);
    print(options.json ? json(explained) : calculationExplanationText(explained, options.lang, options.depth));
    return;
  }
  const explained = explainNumber(planScenario(model, scenario), {
    what,
    alternative: options.alternative,
    future: options.future,
  });
  print(options.json ? json(explained) : explanationText(explained, options.lang, options.depth));
}
