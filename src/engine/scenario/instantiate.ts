import { PlannerError, type Problem } from '../../errors.ts';
import { type BothLanguages, futureEntity, type Instance, type Instances, type Model } from '../compile/index.ts';
import { checkCalculations } from './check-calculations.ts';
import { checkOpenQuestions } from './check-open-questions.ts';
import { type DependenceData, dependenceOf } from './dependence.ts';
import { measureInstances } from './instantiate-measures.ts';
import { byId, Instantiation, labelOf } from './instantiation.ts';
import type { Scenario } from './scenario.ts';
import type { MeasureData } from './schema.ts';

/** A scenario turned into what the compiler takes: instances with planned values, for each alternative. */
export type InstantiatedScenario = DependenceData & {
  readonly instances: Instances;
  readonly start: number;
  readonly years: number;
  readonly seed: string;
  readonly label: BothLanguages;
  /** Pairs of a place and a destination left out since there is sea between them and no distance is stated. */
  readonly pairsDroppedOverSea: number;
  readonly alternatives: readonly {
    readonly id: string;
    readonly label: BothLanguages;
    readonly measures: Readonly<Record<string, MeasureData>>;
  }[];
};

/**
 * Turns a scenario into instances: every input of every entity gets its planned value, places get their pairs, measures
 * their tranches and lines.
 *
 * @throws {PlannerError} everything in the scenario that has no meaning, at once
 */
export function instantiateScenario(model: Model, scenario: Scenario): InstantiatedScenario {
  const work = new Instantiation(model, scenario);
  const result = run(work);
  if (work.problems.problems.length > 0) throw new PlannerError(work.problems.problems);
  return result;
}

/** Everything {@link instantiateScenario} would report, without throwing. */
export function problemsOfMeaning(model: Model, scenario: Scenario): Problem[] {
  const work = new Instantiation(model, scenario);
  run(work);
  return work.problems.problems;
}

function run(work: Instantiation): InstantiatedScenario {
  const { data } = work;
  work.checkDistances();
  const shared = new Map<string, readonly Instance[]>();
  shared.set(futureEntity, [work.instance(futureEntity, '', { sv: '', en: '' }, {}, {}, [], '')]);
  shared.set('place', work.places());
  shared.set(
    'town',
    Object.entries(data.towns ?? {})
      .map(([id, town]) => work.instance('town', id, labelOf(town.label, id), {}, town, ['towns', id], id))
      .sort(byId),
  );
  shared.set('shop', work.shops());
  const pairs = work.pairs(shared);
  shared.set('shopPair', pairs.shopPairs);
  shared.set('townPair', pairs.townPairs);
  shared.set('rival', work.rivals(shared));
  // Of what is too large to be looked through for pairs, neighbours are not looked for either.
  shared.set('shopNeighbour', work.problems.problems.length > 0 ? [] : work.shopNeighbours());
  const alternatives = work.alternatives();
  const instances: Instances = {
    shared,
    alternatives: alternatives.map((alternative) => ({ id: alternative.id, own: measureInstances(work, alternative) })),
  };
  const pairsDroppedOverSea = work.reportPairsOverSea();
  checkCalculations(work);
  checkOpenQuestions(work);
  const all = [shared, ...instances.alternatives.map(({ own }) => own)].flatMap((lists) => [...lists.values()].flat());
  return {
    instances,
    start: data.start,
    years: work.context.years,
    seed: data.seed,
    label: labelOf(data.label, data.id),
    pairsDroppedOverSea,
    alternatives: alternatives.map(({ id, label, measures }) => ({ id, label, measures })),
    ...dependenceOf(work, all),
  };
}
