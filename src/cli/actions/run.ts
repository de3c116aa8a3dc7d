import { planScenario } from '../../app/compare-scenario.ts';
import { comparisonCsv } from '../../app/comparison-csv.ts';
import { modelOf } from '../../app/model-of.ts';
import { openScenario } from '../../app/open-scenario.ts';
import { alternativeIndex, replayFuture } from '../../app/replay-future.ts';
import { withSeed } from '../../app/seed.ts';
import type { FutureDesign } from '../../engine/simulate/index.ts';
import type { RunCommandOptions } from '../options.ts';
import { replayReport, runReport } from '../run-report.ts';
import { compute } from './compute.ts';

/** Runs one alternative and prints it, as a report, JSON or CSV. */
export async function run(file: string, options: RunCommandOptions, design: FutureDesign): Promise<void> {
  const { model, document } = await compute(file, options, design);
  const index = alternativeIndex(document.scenario.alternatives, options.alternative);
  // The certificate is of the whole comparison, which the alternative is a part of.
  const alternatives = document.comparison.alternatives.slice(index, index + 1);
  const alone = {
    ...document,
    comparison: { ...document.comparison, alternatives, differences: [] },
    breakEven: null,
    drivers: null,
    financed: document.financed.filter(({ alternative }) => alternative === document.scenario.alternatives[index]?.id),
    closures: document.closures?.slice(index, index + 1) ?? null,
  };
  const text = options.json
    ? JSON.stringify(alone)
    : options.csv
      ? comparisonCsv(alone)
      : runReport(model, alone, options.lang);
  process.stdout.write(`${text.trimEnd()}\n`);
}

/** Computes one future alone and prints it. */
export function replay(file: string, options: RunCommandOptions, future: string): void {
  const model = modelOf(file);
  const scenario = withSeed(openScenario(model, file), options.seed);
  const found = replayFuture(planScenario(model, scenario), options.alternative, future);
  process.stdout.write(`${options.json ? JSON.stringify(found) : replayReport(model, found, options.lang)}\n`);
}
