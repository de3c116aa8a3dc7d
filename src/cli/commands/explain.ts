import { Command, Option } from 'commander';
import { explainCalculation, explainNumber } from '../../app/explain-number.ts';
import { loadModel } from '../../app/load-model.ts';
import { openScenario } from '../../app/open-scenario.ts';
import type { ViewId } from '../../engine/calculation/index.ts';
import { calculationExplanationText, explanationText } from '../explanation-report.ts';
import { jsonOption, languageOption, type PrintOptions, wholeNumber } from '../options.ts';
import { withSeed } from './compare.ts';

type ExplainOptions = PrintOptions & {
  readonly alternative?: string;
  readonly future: string;
  readonly depth: number;
  readonly view?: string;
  readonly seed?: string;
};

/** `explain FILE WHAT`: how a number came about, down to parameters and sources. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('tell how a number came about: explain scenarios/fliseryd.yaml forkalkyl, or … cash@ica-fliseryd@2021')
    .argument('<file>', 'scenario file (YAML)')
    .argument('<what>', 'a calculation by its id, or variable@id@year')
    .addOption(languageOption)
    .addOption(jsonOption)
    .addOption(new Option('--alternative <id>', 'which alternative; the first unless stated'))
    .addOption(new Option('--future <future>', 'likely, or outer.inner such as 17.3').default('likely'))
    .addOption(new Option('--view <view>', 'of a calculation: project, society or a party').default('project'))
    .addOption(
      new Option('--depth <number>', 'how many formulas deep to print; the inputs are always listed in full')
        .argParser(wholeNumber)
        .default(3),
    )
    .addOption(new Option('--seed <text>', "another seed than the scenario's"))
    .action((file: string, what: string, options: ExplainOptions) => {
      const model = loadModel();
      const scenario = withSeed(openScenario(model, file), options.seed);
      const isCalculation = Object.hasOwn(scenario.data.calculations ?? {}, what);
      const explained = isCalculation
        ? explainCalculation(model, scenario, what, options.view as ViewId)
        : explainNumber(model, scenario, { what, alternative: options.alternative, future: options.future });
      if (options.json) process.stdout.write(`${JSON.stringify(explained)}\n`);
      else if ('calculation' in explained)
        process.stdout.write(`${calculationExplanationText(explained, options.lang, options.depth)}\n`);
      else process.stdout.write(`${explanationText(explained, options.lang, options.depth)}\n`);
    });
}
