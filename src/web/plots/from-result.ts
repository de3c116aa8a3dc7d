import type { Label } from '../api/label.ts';
import type { Result } from '../work/work.tsx';
import type { Closures, Driver, Fan, Plotted, Survival } from './plot-data.ts';

/** The series of a result that are drawn as fans. */
export type FanVariable = 'people' | 'customers' | 'sales' | 'ownerPay' | 'cash';

type LabelOf = (label: Label) => string;
type Alternative = Result['alternatives'][number];

function plotted({ key, label }: Alternative, index: number, labelOf: LabelOf): Plotted {
  return { key, label: labelOf(label), index };
}

/**
 * A variable of a result as fans, one for each alternative that has it.
 *
 * @param instance - of the shop or place; the first there is unless stated
 */
export function fansOf(result: Result, variable: FanVariable, labelOf: LabelOf, instance?: string): Fan[] {
  return result.alternatives.flatMap((alternative, index) => {
    const { nodes } = alternative[variable];
    const series = instance === undefined ? nodes[0] : nodes.find((each) => each.instance === instance);
    if (series === undefined) return [];
    return [
      {
        ...plotted(alternative, index, labelOf),
        likely: series.likely,
        spread: series.quantiles ?? undefined,
        closes: closingYear(alternative, series.entity === 'shop' ? series.instance : undefined),
      },
    ];
  });
}

/** The first year in which a shop no longer stands in the likely future; of the first shop unless one is named. */
function closingYear({ survival }: Alternative, shop: string | undefined): number | undefined {
  const { nodes } = survival;
  const years = (shop === undefined ? nodes[0] : nodes.find((each) => each.shop === shop))?.years;
  return years?.find(({ standsInLikelyFuture }) => standsInLikelyFuture === false)?.year;
}

/** The share of futures in which a shop stands, of each alternative. */
export function survivalsOf(result: Result, labelOf: LabelOf, shop?: string): Survival[] {
  return ofShop(result, shop).map(({ alternative, index, years }) => ({
    ...plotted(alternative, index, labelOf),
    chance: years.map(({ chance }) => chance),
    range: { low: years.map(({ range }) => range?.low ?? null), high: years.map(({ range }) => range?.high ?? null) },
  }));
}

/** The causes for which a shop closes, of each alternative. */
export function closuresOf(result: Result, labelOf: LabelOf, shop?: string): Closures[] {
  return ofShop(result, shop).map(({ alternative, index, years }) => ({
    ...plotted(alternative, index, labelOf),
    insolvent: years.map(({ closures }) => closures.insolvent),
    gaveUp: years.map(({ closures }) => closures.gaveUp),
    noSuccessor: years.map(({ closures }) => closures.noSuccessor),
  }));
}

function ofShop(result: Result, shop: string | undefined) {
  return result.alternatives.flatMap((alternative, index) => {
    const { nodes } = alternative.survival;
    const years = (shop === undefined ? nodes[0] : nodes.find((each) => each.shop === shop))?.years;
    return years === undefined ? [] : [{ alternative, index, years }];
  });
}

/** What drives the difference between an alternative and the baseline in a variable, the strongest first. */
export function driversOf(of: NonNullable<Result['drivers']>[number], labelOf: LabelOf): Driver[] {
  return of.byCorrelation.flatMap(({ parameter, label, rankCorrelation, rankCorrelationInterval, isAssumption }) =>
    rankCorrelation === null
      ? []
      : [
          {
            key: parameter,
            label: labelOf(label),
            correlation: rankCorrelation,
            interval: rankCorrelationInterval ?? undefined,
            isAssumption,
          },
        ],
  );
}
