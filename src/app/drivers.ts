import type { BothLanguages, Instance } from '../engine/compile/index.ts';
import type { Distribution } from '../engine/random/index.ts';
import { type Collected, type Plan, portablePlan } from '../engine/simulate/index.ts';
import { ParameterDraws } from '../engine/simulate/parameter-draws.ts';
import { columnMoments, firstOrderEffect, midRanks, rankCorrelation } from '../engine/statistics/index.ts';
import { shopsAsked } from './shops-asked.ts';

/** One uncertain number and what it has to do with a difference. */
export type Driver = {
  /** `visitsEffect@servicepunkt`; without `@` when it is drawn once for all. */
  readonly parameter: string;
  readonly label: BothLanguages;
  readonly unit: string;
  /** Nobody has measured it. */
  readonly assumption: boolean;
  /** Spearman's rank correlation with the difference, over sets of parameters, and its 95 % interval. */
  readonly correlation: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Share of the variance of the difference that would go, on average, if it were known; null with too few sets of parameters. */
  readonly ifKnown: {
    readonly share: number;
    readonly standardError: number;
    readonly low: number;
    readonly high: number;
    /** The interval lies above 0: so many sets of parameters can tell it from nothing. */
    readonly told: boolean;
  } | null;
};

/** What drives the difference between an alternative and the baseline in one outcome. */
export type DifferenceDrivers = {
  readonly alternative: string;
  readonly variable: string;
  readonly entity: string;
  readonly instance: string;
  readonly unit: string;
  /** Sets of parameters compared; the difference of each is its mean over luck. */
  readonly sets: number;
  /** Uncertain numbers looked at; only the strongest are listed. */
  readonly looked: number;
  /** Share of the variance between sets that is luck, not averaged out; null with one course of luck for each. */
  readonly luck: number | null;
  /** By strength of correlation, the strongest first. */
  readonly byCorrelation: readonly Driver[];
  /** Names of those that would narrow the answer most if they were known, most first; only what can be told from nothing. */
  readonly worthKnowing: readonly string[];
};

/** Outcomes whose difference is looked into, beside the years each of the shops asked about stays open. */
const lookedInto = ['presentValue_society', 'presentValue_municipality', 'presentValue_residents', 'travelSoFar'];

/** Most drivers listed for one difference. */
const mostListed = 20;

/**
 * What drives the differences of a run: how each uncertain number goes together with them, and which of those nobody knows
 * would narrow the answer most.
 *
 * Over sets of parameters, with the mean over luck within each. The draws are found again by name, as the run found them.
 *
 * @returns one for each alternative and outcome whose difference varies; none when single futures were not kept
 */
export function driversOf(plan: Plan, collected: Collected): DifferenceDrivers[] {
  const columns = collected.outcomes;
  if (columns === undefined) return [];
  const { outer, inner } = collected.design;
  const shops = shopsAsked(plan);
  const { outcomes } = portablePlan(plan);
  const draws = new DrawColumns(plan, outer);
  return outcomes.flatMap((outcome, index): DifferenceDrivers[] => {
    const instance = outcome.entity === 'shop' ? plan.instances.shared.get('shop')?.[outcome.instance]?.id : '';
    const isLookedInto =
      lookedInto.includes(outcome.variable) ||
      (outcome.variable === 'yearsOpen' && instance !== undefined && shops.includes(instance));
    if (outcome.alternative === 0 || !isLookedInto) return [];
    const baseline = outcomes.findIndex(
      (each) => each.alternative === 0 && each.variable === outcome.variable && each.instance === outcome.instance,
    );
    if (baseline < 0) return [];
    const own = columns[index] as Float64Array;
    const sets = meansOfSets(own, columns[baseline] as Float64Array, inner);
    const differences = Float64Array.from(sets.means);
    const { variance } = columnMoments(differences);
    if (!(variance > 0)) return [];
    const ranks = midRanks(differences);
    const looked = draws.concerning(outcome.alternative);
    const found = looked.flatMap((drawn): Driver[] => {
      const values = Float64Array.from(sets.which, (set) => drawn.values[set] as number);
      const { correlation, interval } = rankCorrelation(midRanks(values), ranks);
      if (Number.isNaN(correlation)) return [];
      const effect = firstOrderEffect(values, differences);
      const { parameter, label, unit, assumption } = drawn;
      const ifKnown =
        effect === undefined
          ? null
          : {
              share: effect.share,
              standardError: effect.standardError,
              ...effect.interval,
              told: effect.interval.low > 0,
            };
      return [{ parameter, label, unit, assumption, correlation, interval, ifKnown }];
    });
    found.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation) || (a.parameter < b.parameter ? -1 : 1));
    const worthKnowing = found
      .filter(({ ifKnown }) => ifKnown?.told === true)
      .sort((a, b) => (b.ifKnown?.share ?? 0) - (a.ifKnown?.share ?? 0))
      .slice(0, mostListed)
      .map(({ parameter }) => parameter);
    const listed = found.filter(({ parameter }, rank) => rank < mostListed || worthKnowing.includes(parameter));
    return [
      {
        alternative: (plan.alternatives[outcome.alternative] as { id: string }).id,
        variable: outcome.variable,
        entity: outcome.entity,
        instance: instance ?? '',
        unit: plan.model.variables.get(outcome.variable)?.unitText ?? '1',
        sets: differences.length,
        looked: looked.length,
        luck: inner === 1 ? null : Math.min(1, sets.luckVariance / variance),
        byCorrelation: listed,
        worthKnowing,
      },
    ];
  });
}

/** The mean difference of each set of parameters over its luck, which sets have one, and what luck adds to its variance. */
function meansOfSets(
  own: Float64Array,
  baseline: Float64Array,
  inner: number,
): { means: number[]; which: number[]; luckVariance: number } {
  const means: number[] = [];
  const which: number[] = [];
  let luck = 0;
  for (let first = 0; first < own.length; first += inner) {
    const differences = Float64Array.from(
      own.subarray(first, first + inner),
      (value, luckNumber) => value - (baseline[first + luckNumber] as number),
    ).filter((each) => !Number.isNaN(each));
    if (differences.length === 0) continue;
    const { mean, variance } = columnMoments(differences);
    means.push(mean);
    which.push(first / inner);
    if (differences.length > 1) luck += variance / differences.length;
  }
  return { means, which, luckVariance: luck / means.length };
}

/** An uncertain number a plan uses. */
type DrawnQuantity = Pick<Driver, 'parameter' | 'label' | 'unit' | 'assumption'> & {
  readonly name: string;
  readonly streamId: string;
  readonly distribution: Distribution;
  /** Alternatives it belongs to; undefined when it belongs to all. */
  readonly alternatives: ReadonlySet<number> | undefined;
};

/** Every uncertain number a plan uses, once each. */
function drawnQuantities(plan: Plan): DrawnQuantity[] {
  const found = new Map<string, DrawnQuantity & { readonly alternatives: Set<number> | undefined }>();
  const look = (list: readonly Instance[], alternative: number | undefined): void => {
    for (const instance of list) {
      for (const [name, planned] of Object.entries(instance.values)) {
        if (planned.kind !== 'drawn' || !plan.program.variables.has(name)) continue;
        const { streamId, distribution } = planned;
        const key = `${name}@${streamId}`;
        const known = found.get(key);
        if (known !== undefined) {
          if (alternative !== undefined) known.alternatives?.add(alternative);
          continue;
        }
        const input = plan.model.variables.get(name);
        if (input?.role !== 'input') continue;
        found.set(key, {
          name,
          streamId,
          distribution,
          parameter: streamId === '' ? input.field : `${input.field}@${streamId}`,
          label: input.label,
          unit: input.unitText,
          assumption: instance.provenance[name]?.status === 'assumption',
          alternatives: alternative === undefined ? undefined : new Set([alternative]),
        });
      }
    }
  };
  for (const list of plan.instances.shared.values()) look(list, undefined);
  for (const [alternative, { own }] of plan.instances.alternatives.entries())
    for (const list of own.values()) look(list, alternative);
  return [...found.values()];
}

/** Drivers of the same plan under other words: what its uncertain numbers are called now, and whether they are assumptions. */
export function driversReworded(plan: Plan, drivers: readonly DifferenceDrivers[]): DifferenceDrivers[] {
  const words = new Map(
    drawnQuantities(plan).map(({ parameter, label, unit, assumption }) => [parameter, { label, unit, assumption }]),
  );
  return drivers.map((each) => ({
    ...each,
    byCorrelation: each.byCorrelation.map((driver) => ({ ...driver, ...words.get(driver.parameter) })),
  }));
}

/** The values of every uncertain number a plan uses, found by name as the run found them; one for each set of parameters. */
class DrawColumns {
  private readonly columns: readonly (DrawnQuantity & { readonly values: Float64Array })[];

  constructor(plan: Plan, outer: number) {
    const parameters = new ParameterDraws(plan.seed, plan.dependence);
    this.columns = drawnQuantities(plan).map((each) => ({
      ...each,
      values: Float64Array.from({ length: outer }, (_, set) =>
        parameters.value(each.name, each.streamId, each.distribution, set, false),
      ),
    }));
  }

  /** Those that belong to everything, to an alternative, or to the baseline. */
  concerning(alternative: number): DrawColumns['columns'] {
    return this.columns.filter(
      ({ alternatives }) => alternatives === undefined || alternatives.has(alternative) || alternatives.has(0),
    );
  }
}
