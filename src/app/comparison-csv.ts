import { stringify } from 'csv-stringify/sync';
import type { Outcome } from '../engine/simulate/index.ts';
import type { ComparisonDocument } from './compare-scenario.ts';

/** Columns of the CSV of a comparison, in order; version 1. */
const comparisonCsvColumns = [
  'format',
  'resultHash',
  'alternative',
  'part',
  'entity',
  'instance',
  'variable',
  'unit',
  'year',
  'statistic',
  'value',
] as const;

/**
 * A comparison as CSV (RFC 4180, UTF-8, decimal points): one number a line, so that any program can pick what it needs.
 * Numbers have all their digits; a number that does not exist is an empty cell.
 */
export function comparisonCsv(document: ComparisonDocument): string {
  const { comparison, certificate } = document;
  const rows: unknown[][] = [];
  const add = (
    alternative: string,
    part: string,
    entity: string,
    instance: string,
    variable: string,
    unit: string,
    year: number | '',
    statistic: string,
    value: number | null,
  ): void => {
    rows.push([
      document.format,
      certificate.resultHash,
      alternative,
      part,
      entity,
      instance,
      variable,
      unit,
      year,
      statistic,
      value === null || !Number.isFinite(value) ? '' : String(value),
    ]);
  };
  /** What an outcome and a difference of outcomes have in common; gives what tells the rest of it. */
  const overHorizon = (alternative: string, part: string, of: Outcome) => {
    const tell = (statistic: string, value: number): void =>
      add(alternative, part, of.entity, of.instance, of.variable, of.unit, '', statistic, value);
    tell('likely', of.likely);
    tell('mean', of.mean);
    tell('standardError', of.standardError);
    for (const [level, value] of Object.entries(of.quantiles)) tell(level, value);
    return tell;
  };
  for (const alternative of comparison.alternatives) {
    for (const series of alternative.series) {
      const each = (statistic: string, values: readonly number[]): void =>
        values.forEach((value, year) => {
          add(
            alternative.id,
            'series',
            series.entity,
            series.instance,
            series.variable,
            series.unit,
            comparison.start + year,
            statistic,
            value,
          );
        });
      each('likely', series.likely);
      each('mean', series.mean);
      for (const [level, values] of Object.entries(series.quantiles ?? {})) each(level, values);
    }
    for (const shop of alternative.survival) {
      for (const { year, standing, closures, likely } of shop.years) {
        const tell = (statistic: string, value: number | null): void =>
          add(alternative.id, 'survival', 'shop', shop.shop, 'standing', '1', year, statistic, value);
        tell('likely', Number(likely));
        tell('chance', standing.chance);
        tell('rangeLow', standing.range?.low ?? null);
        tell('rangeHigh', standing.range?.high ?? null);
        tell('samplingError', standing.samplingError);
        tell('wilsonLow', standing.interval.low);
        tell('wilsonHigh', standing.interval.high);
        for (const [cause, share] of Object.entries(closures)) tell(cause, share);
      }
    }
    for (const line of alternative.ledger) {
      const name = `${line.from}>${line.to}`;
      line.likely.forEach((value, year) => {
        add(alternative.id, 'ledger', 'future', name, line.flow, 'SEK/year', comparison.start + year, 'likely', value);
        add(
          alternative.id,
          'ledger',
          'future',
          name,
          line.flow,
          'SEK/year',
          comparison.start + year,
          'mean',
          line.mean[year] as number,
        );
      });
    }
    for (const outcome of alternative.outcomes) overHorizon(alternative.id, 'outcome', outcome);
  }
  for (const difference of comparison.differences) {
    const tell = overHorizon(difference.alternative, 'difference', difference);
    tell('probabilityBetter', difference.probabilityBetter);
    tell('probabilityEqual', difference.probabilityEqual);
  }
  return stringify([[...comparisonCsvColumns], ...rows]);
}
