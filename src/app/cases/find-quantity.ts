import type { Model } from '../../engine/compile/index.ts';
import { suggestion } from '../../engine/text/index.ts';
import { placeOfNumber } from '../explain-number.ts';
import type { Expectation } from './case-file.ts';
import type { CaseRun } from './case-run.ts';
import { evaluateFormula } from './evaluate-formula.ts';

/** One number of the engine, with where it is explained. */
export type Quantity = {
  /** As a reader calls it: `cash@ica-fliseryd@2014`, or `forkalkyl, project, total, 2014`. */
  readonly what: string;
  readonly unit: string;
  readonly value: number;
  /** What the command `explain` takes to tell how it came about; several for a sum of rows, none for a lone formula. */
  readonly explain: readonly (
    | { readonly what: string; readonly alternative: string | undefined }
    | { readonly calculation: string; readonly view: string }
  )[];
};

/**
 * Finds what an expectation is about.
 *
 * @param run - gives the run of the case; not asked for a lone formula
 * @param year - the case's, for a lone formula
 * @param alternative - the case's; an expectation's own wins
 * @throws {RangeError} when there is no such number, saying what there is
 */
export function findQuantity(
  model: Model,
  expectation: Expectation,
  run: () => CaseRun,
  year: number,
  alternative: string | undefined,
): Quantity {
  if ('formula' in expectation) {
    const value = Number(evaluateFormula(model, expectation.formula, expectation.where, year));
    return { what: expectation.formula, unit: unitOf(model, expectation.formula), value, explain: [] };
  }
  const of = run();
  const own = expectation.alternative ?? alternative;
  if ('calculation' in expectation) return inCalculation(of, expectation);
  if ('from' in expectation) return inLedger(of, expectation, own);
  if ('outcome' in expectation && expectation.outcome.split('@').length > 2)
    throw new RangeError(`«${expectation.outcome}» names a year; an outcome is that of the last, as number: takes any`);
  const what =
    'number' in expectation
      ? expectation.number
      : `${expectation.outcome}${expectation.outcome.includes('@') ? '' : '@'}@${of.plan.start + of.plan.years - 1}`;
  const future = of.run(own);
  const place = placeOfNumber(of.plan, future, what);
  const value = future.number(place.variable, place.instance, place.year);
  const unit = unitOf(of.plan.model, place.variable);
  return { what, unit, value, explain: [{ what, alternative: own }] };
}

function inCalculation(of: CaseRun, expectation: Extract<Expectation, { calculation: string }>): Quantity {
  const { view = 'project', part = 'total' } = expectation;
  if (!Object.hasOwn(of.scenario.data.calculations ?? {}, expectation.calculation)) {
    const known = Object.keys(of.scenario.data.calculations ?? {});
    throw new RangeError(
      `there is no calculation «${expectation.calculation}». ${known.length === 0 ? 'The scenario has none' : suggestion(expectation.calculation, known)}`,
    );
  }
  const calculation = of.calculation(expectation.calculation);
  const seen = calculation.views[view as 'project' | 'society'];
  if (seen === undefined)
    throw new RangeError(
      `«${view}» pays nothing of ${calculation.id}; there are ${Object.keys(calculation.views).join(', ')}`,
    );
  const index = yearIndex(expectation.year, calculation.start, calculation.years);
  return {
    what: [calculation.id, view, part, calculation.start + index].join(', '),
    unit: 'SEK/year',
    value: Number(seen.byYear[index]?.[part]),
    explain: [{ calculation: calculation.id, view }],
  };
}

/** The rows from one party to another in one year, added up. */
function inLedger(
  of: CaseRun,
  { from, to, flow, year }: Extract<Expectation, { from: string }>,
  alternative: string | undefined,
): Quantity {
  const { plan } = of;
  const between = plan.ledger.lines.filter((line) => line.from === from && line.to === to);
  const lines = between.filter((line) => flow === undefined || line.flow.id === flow);
  if (lines.length === 0) {
    const known =
      between.length === 0
        ? plan.ledger.lines.map((line) => `${line.from} → ${line.to}`)
        : between.map((line) => line.flow.id);
    throw new RangeError(
      `nothing${flow === undefined ? '' : ` called ${flow}`} goes from ${from} to ${to}; there are ${[...new Set(known)].join(', ')}`,
    );
  }
  const index = yearIndex(year, plan.start, plan.years);
  const run = of.run(alternative);
  return {
    what: `${from} → ${to}${flow === undefined ? '' : `, ${flow}`}, ${plan.start + index}`,
    unit: 'SEK/year',
    value: lines.reduce((sum, line) => sum + run.number(line.variable, 0, index), 0),
    explain: lines.map((line) => ({ what: `${line.variable}@@${plan.start + index}`, alternative })),
  };
}

function yearIndex(year: number | undefined, start: number, years: number): number {
  const index = year === undefined ? 0 : year >= 1000 ? year - start : year;
  if (index < 0 || index >= years)
    throw new RangeError(`there is no year ${year}; allowed ${start} to ${start + years - 1}, or 0 to ${years - 1}`);
  return index;
}

function unitOf(model: Model, variable: string): string {
  return model.variables.get(variable)?.unitText ?? '1';
}
