import { PlannerError } from '../../errors.ts';
import {
  type Arithmetic,
  type BothLanguages,
  FutureRun,
  futureEntity,
  type Instance,
  likelyFuture,
  type Model,
  type Provenance,
  Relations,
  type RunSettings,
} from '../compile/index.ts';
import { likelyValue } from '../random/index.ts';
import { Instantiation, labelOf, loneMeasureInstances, type MeasureData, type Scenario } from '../scenario/index.ts';
import { suggestion, type YamlPath } from '../text/index.ts';

/** A stated calculation ready to be read or explained: the formulas of the model, on one measure alone. */
export type CalculationRun<T> = {
  readonly id: string;
  readonly label: BothLanguages;
  readonly about: BothLanguages | undefined;
  readonly measureId: string;
  readonly measure: MeasureData;
  /** The model as it was given, without a ledger: what an explanation of the run needs. */
  readonly model: Model;
  readonly relations: Relations;
  readonly run: FutureRun<T>;
  /** Calendar year of the first year. */
  readonly start: number;
  /** The longest life of its investments, at least 1. */
  readonly years: number;
};

/** What a stated calculation consists of. Hosts, villages and what the measure does to them are left out. */
const entities = ['measure', 'tranche', 'runningLine'];

/** Growth of the indices, which stands still in a calculation at stated prices. */
const growths = ['groceryPriceGrowth', 'wageGrowth', 'otherCostGrowth'];

/**
 * A stated calculation as a likely run of the model's own formulas, on its measure alone and at stated prices: every index
 * is 1 in every year.
 *
 * @param model - as read from its files; a plan's model with a ledger has inputs that no scenario fills
 * @param id - of an entry among the scenario's calculations
 * @param arithmetic - decimals for the stated amounts, doubles for an explanation, which then shows amounts before rounding
 * @throws {PlannerError} if there is no such calculation, or everything that is wrong in it
 */
export function calculationRun<T>(
  model: Model,
  scenario: Scenario,
  id: string,
  arithmetic: Arithmetic<T>,
): CalculationRun<T> {
  const { data } = scenario;
  const entry = own(data.calculations, id);
  if (entry === undefined) {
    throw new PlannerError([
      {
        code: 'unknown-name',
        ...scenario.text.place(['calculations']),
        path: 'calculations',
        message: `There is no calculation «${id}»`,
        hint: suggestion(id, Object.keys(data.calculations ?? {})),
      },
    ]);
  }
  const found = findMeasure(scenario, id, entry);
  const years = Math.max(1, ...(found.measure.investments ?? []).map((item) => item.life));
  const work = new Instantiation(model, { ...scenario, data: { ...data, years } });
  const shared = new Map([[futureEntity, [futureAtStatedPrices(work)]]]);
  const parts = loneMeasureInstances(work, found.id, found.measure, found.path);
  if (work.problems.problems.length > 0) throw new PlannerError(work.problems.problems);
  const alone = new Map([...parts].filter(([entity]) => entities.includes(entity)));
  const relations = new Relations(model, { shared, alternatives: [{ id, own: alone }] }, 0);
  const settings: RunSettings = {
    years,
    startYear: data.start,
    seed: data.seed,
    parameters: { value: (_input, _streamId, distribution) => likelyValue(distribution) },
    solvers: new Map(),
  };
  return {
    id,
    label: labelOf(entry.label ?? found.measure.label, id),
    about: typeof entry.about === 'string' ? { sv: entry.about, en: entry.about } : entry.about,
    measureId: found.id,
    measure: found.measure,
    model,
    relations,
    run: new FutureRun(model, settings, relations, arithmetic, likelyFuture),
    start: data.start,
    years,
  };
}

type Entry = NonNullable<Scenario['data']['calculations']>[string];

/** The measure of a calculation: written there, or one of an alternative or of all alternatives. */
function findMeasure(
  scenario: Scenario,
  id: string,
  entry: Entry,
): { readonly id: string; readonly measure: MeasureData; readonly path: YamlPath } {
  const { data } = scenario;
  const path = ['calculations', id];
  const name = entry.measure;
  if (typeof name !== 'string') return { id, measure: name, path: [...path, 'measure'] };
  const unknown = (field: string, message: string, hint: string): never => {
    const at = [...path, field];
    throw new PlannerError([{ code: 'unknown-name', ...scenario.text.place(at), path: at.join('.'), message, hint }]);
  };
  const alternative = entry.alternative === undefined ? undefined : own(data.alternatives, entry.alternative);
  if (entry.alternative !== undefined && alternative === undefined) {
    const hint = suggestion(entry.alternative, Object.keys(data.alternatives ?? {}));
    return unknown('alternative', `There is no alternative «${entry.alternative}»`, hint);
  }
  const special = own(alternative?.measures, name);
  if (special !== undefined) {
    return { id: name, measure: special, path: ['alternatives', entry.alternative as string, 'measures', name] };
  }
  const common = own(data.measures, name);
  if (common !== undefined) return { id: name, measure: common, path: ['measures', name] };
  const holders = Object.entries(data.alternatives ?? {}).filter(([, each]) => own(each.measures, name) !== undefined);
  if (entry.alternative === undefined && holders.length > 0) {
    const hint = `State alternative: ${holders.map(([each]) => each).join(' or ')}`;
    return unknown('measure', `The measure «${name}» is not in every alternative`, hint);
  }
  const known = [...Object.keys(alternative?.measures ?? {}), ...Object.keys(data.measures ?? {})];
  return unknown('measure', `There is no measure «${name}»`, suggestion(name, known));
}

/** The future as a whole, in which nothing grows dearer. */
function futureAtStatedPrices(work: Instantiation): Instance {
  const provenance: Provenance = {
    stated: 0,
    status: 'derived',
    source: 'stated prices',
    priceYear: undefined,
    priceFactor: undefined,
    givenBy: 'program',
  };
  const still = { planned: { kind: 'constant', value: 0 } as const, provenance };
  const given = Object.fromEntries(growths.map((name) => [name, still]));
  return work.instance(futureEntity, '', { sv: '', en: '' }, {}, {}, [], '', given);
}

/** An entry of a map by a name that somebody wrote, which may be that of a method every object has. */
function own<V>(record: Readonly<Record<string, V>> | undefined, name: string): V | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
