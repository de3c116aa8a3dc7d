import type { Party } from '../engine/compile/index.ts';
import type { Comparison } from '../engine/simulate/index.ts';

/** One alternative of a comparison in one row, as a board reads it. Money in SEK. */
export type OverviewRow = {
  readonly alternative: string;
  /** What each payer pays net in cash, an average year of the horizon, each year's own kronor; below 0 it receives. */
  readonly costPerYear: readonly { readonly party: Party; readonly likely: number; readonly mean: number }[];
  readonly shops: readonly {
    readonly shop: string;
    /** Share of futures in which it stands at the end. */
    readonly standing: number;
    readonly yearsOpen: number;
  }[];
  /** Present value beyond the baseline, average over futures; null for the baseline. */
  readonly gain: {
    readonly residents: { readonly mean: number; readonly standardError: number };
    readonly society: { readonly mean: number; readonly standardError: number };
    /** Kilometres that residents are spared in an average year. */
    readonly kmPerYear: number;
  } | null;
  /** What having no shop within reach costs in an average year, likely and average: part of the costs above. */
  readonly withoutShop: {
    readonly municipality: number;
    readonly state: number;
    readonly residents: number;
  };
};

/** Who may pay for a measure, in the order they are told. */
const payers: readonly Party[] = ['municipality', 'region', 'state', 'eu', 'foundation', 'association'];

/** Flows that arise only where no shop is within reach. */
const withoutShopFlows = ['withoutShopPaid'];
const travelFlows = ['agencyTravelMoney', 'agencyTravelTime'];
const deliveryGrants = ['hemsandningsbidragPaid'];

/** The rows of a comparison, in order of its alternatives. */
export function overviewOf(comparison: Comparison): OverviewRow[] {
  const average = (values: readonly number[]): number =>
    values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
  return comparison.alternatives.map((alternative, position): OverviewRow => {
    const cash = alternative.ledger.filter(({ basis }) => basis.includes('cash'));
    const net = (party: Party, of: 'likely' | 'mean'): number =>
      cash.reduce(
        (sum, line) =>
          sum + (line.from === party ? average(line[of]) : 0) - (line.to === party ? average(line[of]) : 0),
        0,
      );
    const flows = (ids: readonly string[]): number =>
      cash.filter(({ flow }) => ids.includes(flow)).reduce((sum, line) => sum + average(line.mean), 0);
    const difference = (variable: string) =>
      comparison.differences.find((each) => each.alternative === alternative.id && each.variable === variable);
    const gained = (variable: string): { mean: number; standardError: number } => ({
      mean: difference(variable)?.mean ?? 0,
      standardError: difference(variable)?.standardError ?? 0,
    });
    const outcome = (variable: string, instance: string): number =>
      alternative.outcomes.find((each) => each.variable === variable && each.instance === instance)?.mean ?? Number.NaN;
    return {
      alternative: alternative.id,
      costPerYear: payers
        .map((party) => ({ party, likely: net(party, 'likely'), mean: net(party, 'mean') }))
        .filter(({ likely, mean }) => likely !== 0 || mean !== 0),
      shops: alternative.survival.map(({ shop, years }) => ({
        shop,
        standing: years.at(-1)?.standing.chance ?? Number.NaN,
        yearsOpen: outcome('yearsOpen', shop),
      })),
      gain:
        position === 0
          ? null
          : {
              residents: gained('presentValue_residents'),
              society: gained('presentValue_society'),
              kmPerYear: 0 - gained('travelSoFar').mean / comparison.years,
            },
      withoutShop: {
        municipality: flows(withoutShopFlows) - flows(deliveryGrants),
        state: flows(deliveryGrants),
        residents: flows(travelFlows),
      },
    };
  });
}
