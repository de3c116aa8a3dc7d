import type { BothLanguages, FutureRun, Model } from '../compile/index.ts';
import { type CalculationView, type ViewId, viewHasLine, viewHasTranche } from './calculation-view.ts';
import type { StatedCalculation } from './stated-calculation.ts';
import type { OreText } from './stated-parts.ts';

/** Where in a run a stated amount stands. */
export type StatedPlace = {
  readonly variable: string;
  readonly entity: string;
  readonly instanceId: string;
  /** 0 is the first year. */
  readonly year: number;
  readonly calendarYear: number;
};

/** A stated amount and the amounts it is the sum of; one that is no sum says where in the run it stands. */
export type StatedPart = {
  readonly label: BothLanguages;
  readonly value: OreText;
  readonly unit: string;
  readonly parts: readonly StatedPart[];
  readonly at?: StatedPlace;
};

/**
 * What the total of a view is made from: depreciation, interest and running cost, each by item, tranche and line, down to
 * the model's variables. Every value is the sum of its parts to the öre.
 *
 * @param calculation - made with the same model
 * @param year - 0 is the first year
 * @throws {RangeError} if the party has no view since it pays nothing, or the calculation has no such year
 */
export function statedTotalExplanation(
  model: Model,
  calculation: StatedCalculation,
  view: ViewId,
  year = 0,
): StatedPart {
  const seen = (calculation.views as Readonly<Partial<Record<ViewId, CalculationView>>>)[view];
  if (seen === undefined) {
    throw new RangeError(`there is no view of ${view}; there are ${Object.keys(calculation.views).join(', ')}`);
  }
  const amounts = seen.byYear[year];
  if (amounts === undefined) throw new RangeError(`there is no year ${year}; there are ${calculation.years}, from 0`);
  const unit = variableOf(model, 'lineCost').unitText;
  const node = (label: BothLanguages, value: OreText, parts: readonly StatedPart[]): StatedPart => ({
    label,
    value,
    unit,
    parts,
  });
  const leaf = (label: BothLanguages, value: OreText, variable: string, instanceId: string): StatedPart => {
    const { entity } = variableOf(model, variable);
    const at = { variable, entity, instanceId, year, calendarYear: calculation.start + year };
    return { label, value, unit, parts: [], at };
  };
  const ofItems = (kind: 'depreciation' | 'interest', variable: string): StatedPart[] =>
    calculation.items.flatMap((item, index) => {
      const tranches = item.tranches.filter((tranche) => viewHasTranche(view, tranche));
      const parts = tranches.map((tranche) =>
        leaf(tranche.label, tranche[kind][year] as OreText, variable, tranche.id),
      );
      return parts.length === 0 ? [] : [node(item.label, amounts[`${kind}ByItem`][index] as OreText, parts)];
    });
  const lines = calculation.running
    .filter((line) => viewHasLine(view, line))
    .map((line) => leaf(line.label, line.byYear[year] as OreText, 'lineCost', line.id));
  return node(seen.label, amounts.total, [
    node(
      variableOf(model, 'capitalDepreciation').label,
      amounts.depreciation,
      ofItems('depreciation', 'trancheDepreciation'),
    ),
    node(variableOf(model, 'capitalInterest').label, amounts.interest, ofItems('interest', 'trancheInterest')),
    node(variableOf(model, 'running').label, amounts.running, lines),
  ]);
}

/**
 * The place of a stated amount as an explanation asks for it.
 *
 * @param run - of the same calculation
 * @throws {RangeError} if the run has no such instance
 */
export function placeInRun<T>(
  run: FutureRun<T>,
  at: StatedPlace,
): { readonly variable: string; readonly instance: number; readonly year: number } {
  const instance = run.relations.list(at.entity).findIndex((each) => each.id === at.instanceId);
  if (instance < 0) throw new RangeError(`the run has no ${at.entity} ${at.instanceId}`);
  return { variable: at.variable, instance, year: at.year };
}

function variableOf(model: Model, name: string) {
  const variable = model.variables.get(name);
  if (variable === undefined) throw new TypeError(`no variable ${name}`);
  return variable;
}
