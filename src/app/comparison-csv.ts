import { stringify } from 'csv-stringify/sync';
import type { Outcome } from '../engine/simulate/index.ts';
import type { Ahead, BreakEven } from './break-even.ts';
import type { ComparisonDocument } from './compare-scenario.ts';
import type { DifferenceDrivers } from './drivers.ts';

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
  'synthetic',
] as const;

/**
 * A comparison as CSV (RFC 4180, UTF-8, decimal points): one number a line, so that any program can pick what it needs.
 * Numbers have all their digits; a number that does not exist is an empty cell.
 */
export function comparisonCsv(document: ComparisonDocument): string {
  const { comparison, certificate } = document;
  const rows: unknown[][] = [];
  const synthetic = String(document.synthetic !== null);
  const add: Add = (alternative, part, entity, instance, variable, unit, year, statistic, value) => {
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
      synthetic,
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
  for (const { alternative, costPerYear, withoutShop } of document.overview) {
    for (const { party, likely, mean } of costPerYear) {
      add(alternative, 'overview', 'future', party, 'netCost', 'SEK/year', '', 'likely', likely);
      add(alternative, 'overview', 'future', party, 'netCost', 'SEK/year', '', 'mean', mean);
    }
    for (const [party, cost] of Object.entries(withoutShop))
      add(alternative, 'overview', 'future', party, 'costOfNoShop', 'SEK/year', '', 'mean', cost);
  }
  for (const { alternative, classes } of document.closures ?? []) {
    for (const each of classes) {
      const name =
        each.kind === 'groceries'
          ? `${(each.from ?? 0) / 1e6}-${each.below === null ? '' : each.below / 1e6} MSEK`
          : each.kind;
      const tell = (variable: string, statistic: string, value: number | null): void =>
        add(alternative, 'closures', 'shop', name, variable, '1', '', statistic, value);
      tell('shops', 'count', each.shops);
      tell('yearlyClosures', 'mean', each.yearlyClosures);
      tell('yearlyClosures', 'likely', each.likelyYearlyClosures);
      tell('standingAtEnd', 'mean', each.standingAtEnd);
      tell('standingAtEnd', 'likely', each.likelyStandingAtEnd);
    }
  }
  for (const { alternative, measure, years } of document.financed) {
    for (const { year, ...amounts } of years)
      for (const [statistic, value] of Object.entries(amounts))
        add(alternative, 'financed', 'measure', measure, 'secured', 'SEK/year', year, statistic, value);
  }
  for (const even of document.breakEven ?? []) tellBreakEven(even, add);
  for (const driven of document.drivers ?? []) tellDrivers(driven, add);
  return stringify([[...comparisonCsvColumns], ...rows]);
}

type Add = (
  alternative: string,
  part: string,
  entity: string,
  instance: string,
  variable: string,
  unit: string,
  year: number | '',
  statistic: string,
  value: number | null,
) => void;

/** Who is ahead, as a number: 1 the alternative, -1 the baseline, 0 neither; none where there is no answer. */
const aheadNumbers: Readonly<Record<Ahead, number | null>> = { alternative: 1, baseline: -1, even: 0, none: null };

/** Statistics are named `likelyAt 1 turnover@ica`: the first change along the range of a quantity, in the quantity's unit. */
function tellBreakEven(even: BreakEven, add: Add): void {
  const { quantity, alternative, entity, instance, variable } = even;
  const tell = (statistic: string, unit: string, value: number | null): void =>
    add(alternative, 'breakEven', entity, instance, variable, unit, '', `${statistic} ${quantity.path}`, value);
  tell('low', quantity.unit, quantity.low);
  tell('high', quantity.unit, quantity.high);
  for (const [run, answer] of [
    ['likely', even.likely],
    ['average', even.average],
  ] as const) {
    if (answer === null) continue;
    tell(`${run}AtLowest`, '1', aheadNumbers[answer.atLowest]);
    tell(`${run}AsStated`, '1', aheadNumbers[answer.asStated]);
    for (const [index, point] of answer.points.entries()) {
      tell(`${run}At ${index + 1}`, quantity.unit, point.at);
      tell(`${run}From ${index + 1}`, quantity.unit, point.from);
      tell(`${run}To ${index + 1}`, quantity.unit, point.to);
      tell(`${run}After ${index + 1}`, '1', aheadNumbers[point.after]);
      tell(`${run}IsJump ${index + 1}`, '1', Number(point.kind === 'jump'));
      if (run === 'average') tell(`averageStandardError ${index + 1}`, quantity.unit, point.standardError);
    }
  }
}

function tellDrivers(driven: DifferenceDrivers, add: Add): void {
  const { alternative, entity, instance, variable } = driven;
  for (const { parameter, correlation, interval, ifKnown } of driven.byCorrelation) {
    const tell = (statistic: string, value: number | null): void =>
      add(alternative, 'driver', entity, instance, variable, '1', '', `${statistic} ${parameter}`, value);
    tell('rankCorrelation', correlation);
    tell('rankCorrelationLow', interval?.low ?? null);
    tell('rankCorrelationHigh', interval?.high ?? null);
    tell('shareIfKnown', ifKnown?.share ?? null);
    tell('shareIfKnownLow', ifKnown?.low ?? null);
    tell('shareIfKnownHigh', ifKnown?.high ?? null);
  }
}
