import { comparisonCsv } from '../../app/comparison-csv.ts';
import type { FutureDesign } from '../../engine/simulate/index.ts';
import { comparisonReport } from '../comparison-report.ts';
import { breakEvenOf, type CompareCommandOptions } from '../options.ts';
import { compute } from './compute.ts';

/** Compares and prints, as a report, JSON or CSV. */
export async function compare(file: string, options: CompareCommandOptions, design: FutureDesign): Promise<void> {
  const { model, document } = await compute(file, options, design, breakEvenOf(options));
  const text = options.json
    ? JSON.stringify(document)
    : options.csv
      ? comparisonCsv(document)
      : comparisonReport(model, document, options.lang);
  process.stdout.write(`${text.trimEnd()}\n`);
}
