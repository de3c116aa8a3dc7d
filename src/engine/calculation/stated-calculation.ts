import type { Decimal } from 'decimal.js';
import { type BothLanguages, type Model, type Party, partyNames } from '../compile/index.ts';
import { sumOre } from '../finance/index.ts';
import { categoryOf, labelOf, methodOf, partId, type Scenario, trancheId } from '../scenario/index.ts';
import { type CalculationRun, calculationRun } from './calculation-run.ts';
import { type CalculationViews, viewsOf } from './calculation-view.ts';
import { decimals } from './decimals.ts';
import type { OreText, StatedItem, StatedLine, StatedTranche } from './stated-parts.ts';

/** A stated calculation set out to the öre: plain data, ready for tables and files. */
export type StatedCalculation = {
  readonly id: string;
  readonly label: BothLanguages;
  readonly about?: BothLanguages;
  readonly measure: string;
  /** Calendar year of the first year. */
  readonly start: number;
  /** How many years the lists hold: the longest life, at least 1. */
  readonly years: number;
  readonly items: readonly StatedItem[];
  readonly running: readonly StatedLine[];
  /** Who pays the investments, in the order they are first named; what one payer gives under one name is added up. */
  readonly financing: readonly { readonly label: BothLanguages; readonly payer: Party; readonly amount: OreText }[];
  readonly totalCost: OreText;
  readonly views: CalculationViews;
};

/**
 * A calculation that a scenario states, to the öre: depreciation, interest and running cost of one measure at stated prices,
 * as seen by the project, by each party that pays and by society.
 *
 * The model's own formulas are evaluated in decimals; each amount of each tranche and line is rounded to the öre, half away
 * from zero, and totals are sums of the rounded amounts. Nothing is bought again after its life.
 *
 * @param model - as read from its files
 * @param id - of an entry among the scenario's calculations
 * @throws {PlannerError} if there is no such calculation, or everything that is wrong in it
 */
export function statedCalculation(model: Model, scenario: Scenario, id: string): StatedCalculation {
  const calculation = calculationRun(model, scenario, id, decimals);
  const items = itemsOf(calculation);
  const running = linesOf(calculation);
  return {
    id,
    label: calculation.label,
    ...(calculation.about === undefined ? {} : { about: calculation.about }),
    measure: calculation.measureId,
    start: calculation.start,
    years: calculation.years,
    items,
    running,
    financing: financingOf(items),
    totalCost: sumOre(items.map((item) => item.cost)).toFixed(2),
    views: viewsOf(items, running, calculation.years),
  };
}

function itemsOf(calculation: CalculationRun<Decimal>): StatedItem[] {
  return (calculation.measure.investments ?? []).map((item, index): StatedItem => {
    const id = partId(calculation.measureId, index);
    const rest = partyNames[(calculation.measure.owner ?? 'municipality') as Party];
    const tranches = [
      ...(item.grants ?? []).map((grant, position) => ({
        id: trancheId(id, { grant: position, from: grant.from }),
        label: grant.label === undefined ? partyNames[grant.from as Party] : labelOf(grant.label, grant.from),
      })),
      { id: trancheId(id, 'remainder'), label: rest },
    ].flatMap((part) => trancheOf(calculation, part.id, part.label));
    return {
      id,
      label: labelOf(item.label, id),
      cost: decimals.of(typeof item.cost === 'number' ? item.cost : item.cost.value).toFixed(2),
      residual: decimals.of(item.residual ?? 0).toFixed(2),
      life: item.life,
      rate: item.rate,
      method: methodOf(item),
      tranches,
    };
  });
}

/** A tranche by its id; none where grants pay all and nothing remains. */
function trancheOf(calculation: CalculationRun<Decimal>, id: string, label: BothLanguages): StatedTranche[] {
  const { relations, run, years } = calculation;
  const position = relations.list('tranche').findIndex((instance) => instance.id === id);
  if (position < 0) return [];
  const amounts = amountsOf(calculation, position);
  return [
    {
      id,
      label,
      payer: relations.list('tranche')[position]?.parties['payer'] as Party,
      isGrant: run.value('isGrant', position, 0) === true,
      cost: amounts('trancheCost', 1)[0] as OreText,
      residual: amounts('residualValue', 1)[0] as OreText,
      depreciation: amounts('trancheDepreciation', years),
      interest: amounts('trancheInterest', years),
      bookValue: amounts('trancheBookValue', years),
    },
  ];
}

function linesOf(calculation: CalculationRun<Decimal>): StatedLine[] {
  const { measure, measureId, relations, years } = calculation;
  return (measure.running ?? []).map((line, index): StatedLine => {
    const id = partId(measureId, index);
    const position = relations.list('runningLine').findIndex((instance) => instance.id === id);
    const amounts = amountsOf(calculation, position);
    const byYear = amounts('lineCost', years);
    return {
      id,
      label: labelOf(line.label, id),
      category: categoryOf(line),
      payer: line.payer as Party,
      amount: byYear[0] as OreText,
      byYear,
      ...(line.posts === undefined ? {} : { posts: line.posts, postCost: amounts('linePostCost', 1)[0] as OreText }),
    };
  });
}

/** The amounts of a variable of one instance, year by year. */
function amountsOf(calculation: CalculationRun<Decimal>, position: number): (name: string, years: number) => OreText[] {
  return (name, years) =>
    Array.from({ length: years }, (_, year) => (calculation.run.value(name, position, year) as Decimal).toFixed(2));
}

function financingOf(items: readonly StatedItem[]): StatedCalculation['financing'] {
  const groups = new Map<string, StatedTranche[]>();
  for (const tranche of items.flatMap((item) => item.tranches)) {
    const key = `${tranche.payer}\n${tranche.label.sv}`;
    groups.set(key, [...(groups.get(key) ?? []), tranche]);
  }
  return [...groups.values()].map((tranches) => {
    const { label, payer } = tranches[0] as StatedTranche;
    return { label, payer, amount: sumOre(tranches.map((tranche) => tranche.cost)).toFixed(2) };
  });
}
