import {
  type BothLanguages,
  type InputVariable,
  type Instance,
  type Model,
  type Provenance,
  type StatedValue,
  withoutProvenance,
} from '../engine/compile/index.ts';
import { endsOfPlanned, likelyOf, type Scenario, type ScenarioData } from '../engine/scenario/index.ts';
import { inputByField } from '../engine/scenario/schema.ts';
import type { Plan } from '../engine/simulate/index.ts';
import { suggestion, valueAt, type YamlPath } from '../engine/text/index.ts';

/** One number of a scenario that is varied to see what depends on it, and a way to get the scenario with another value. */
export type VariedQuantity = {
  /** `turnover@ica-fliseryd`, `visitsEffect@servicepunkt`, `spend`. */
  readonly path: string;
  readonly entity: string;
  readonly instance: string;
  /** Alternatives it belongs to, by position; undefined when it belongs to all. */
  readonly alternatives: readonly number[] | undefined;
  readonly label: BothLanguages;
  readonly unit: string;
  readonly whole: boolean;
  /** What the scenario or the model says of it: a number, low / likely / high … */
  readonly stated: unknown;
  /** Nobody has measured it. */
  readonly assumption: boolean;
  /** Its likely value, in start-year prices. */
  readonly likely: number;
  /** The range searched, in start-year prices. */
  readonly low: number;
  readonly high: number;
  /** Shops whose stated turnover follows it; see {@link variedQuantity}. */
  readonly followedBy: readonly string[];
  /** The scenario as if this number were known to be the value. Everything else, the seed too, is as it was. */
  with(value: number): Scenario;
};

/**
 * Finds a number of a scenario by name.
 *
 * A name is the field of an input and what it belongs to: a shop, a place (`alby.hinterland` for its hinterland), a town,
 * or a measure, `alternative/measure` where only that alternative is meant. Without `@` it is a parameter of the whole
 * scenario. A range in start-year prices may follow: `turnover@ica-fliseryd=2000000..12000000`. Without one, what is
 * stated as uncertain is searched over its range and as far again to each side (not below 0, where it never is); what is
 * one number of a place, shop or town from half of it to twice that, and any other number from 0 to three times that.
 *
 * A value tried replaces the number whole: its uncertainty, and correlations and joint samples that name it. When the
 * inhabitants of a place are varied, stated turnovers of shops follow: what the place buys there rises and falls with them,
 * since else a larger village would be held to buy less per person to meet the turnover.
 *
 * @throws {RangeError} when there is no such number, or nothing can be said of its range
 */
export function variedQuantity(model: Model, scenario: Scenario, plan: Plan, text: string): VariedQuantity {
  const match = /^([A-Za-z][A-Za-z0-9]*)(?:@([^=]+))?(?:=(.+))?$/.exec(text);
  if (match === null)
    throw new RangeError(`«${text}» names no number; write field@id, such as turnover@ica-fliseryd, or a parameter`);
  const [, field, id, range] = match as unknown as [string, string, string | undefined, string | undefined];
  const found = id === undefined ? parameterNamed(model, plan, field) : inputOf(model, scenario, plan, field, id);
  const { input, instance } = found;
  const planned = instance.values[input.name];
  if (input.unit === 'boolean' || planned === undefined)
    throw new RangeError(`«${field}» is no number that can be varied`);
  const given = instance.values[input.name.replace(/Stated$/, 'Given')];
  if (input.name.endsWith('Stated') && given !== undefined && likelyOf(given) === 0 && range === undefined)
    throw new RangeError(`${field} of ${id} is not stated; give the range to search: ${text}=low..high`);
  const provenance = instance.provenance[input.name] as Provenance;
  const likely = likelyOf(planned);
  const path = id === undefined ? field : `${field}@${id}`;
  const [low, high] = range === undefined ? usualRange(input, planned, path) : statedRange(input, range, text);
  const follows =
    input.entity === 'place' && field === 'inhabitants' && likely > 0 ? turnoversFollowing(plan, instance.id) : [];
  return {
    path,
    entity: input.entity,
    instance: instance.id,
    alternatives: found.alternatives,
    label: input.label,
    unit: input.unitText,
    whole: input.whole,
    stated: withoutProvenance(provenance.stated),
    assumption: provenance.status === 'assumption',
    likely,
    low,
    high,
    followedBy: follows.map(({ shop }) => shop),
    with(value) {
      let data = scenario.data;
      for (const at of found.paths) data = replaced(data, at, value) as ScenarioData;
      if (input.entity === 'place' && field === 'inhabitants')
        data = withBands(data, found.paths[0] as YamlPath, value, likely);
      for (const { shop, buys, turnover } of follows) {
        const factor = 1 + (buys / turnover) * (value / likely - 1);
        const at = ['shops', shop, 'turnover'];
        data = replaced(data, at, scaledValue(valueAt(data, at) as StatedValue, factor)) as ScenarioData;
      }
      return { ...scenario, data: withoutDependence(data, field, id) };
    },
  };
}

type Found = {
  readonly input: InputVariable;
  readonly instance: Instance;
  readonly paths: readonly YamlPath[];
  readonly alternatives: readonly number[] | undefined;
};

function parameterNamed(model: Model, plan: Plan, field: string): Found {
  const input = inputByField(model, field);
  const instance =
    input === undefined
      ? undefined
      : (plan.instances.shared.get(input.entity)?.[0] ??
        plan.instances.alternatives.flatMap(({ own }) => own.get(input.entity) ?? [])[0]);
  if (input === undefined || instance === undefined)
    throw new RangeError(`there is no parameter «${field}». ${suggestion(field, fieldsOf(model))}`);
  return { input, instance, paths: [['parameters', field]], alternatives: undefined };
}

function inputOf(model: Model, scenario: Scenario, plan: Plan, field: string, id: string): Found {
  const { data } = scenario;
  const [place, part] = id.split('.') as [string, string | undefined];
  const things: readonly (readonly [entity: string, path: YamlPath, there: boolean])[] = [
    ['shop', ['shops', id], data.shops?.[id] !== undefined],
    ['town', ['towns', id], data.towns?.[id] !== undefined],
    ['place', ['places', id], data.places[id] !== undefined],
    ['place', ['places', place, 'hinterland'], part === 'hinterland' && data.places[place]?.hinterland !== undefined],
  ];
  for (const [entity, path, there] of things) {
    if (!there) continue;
    const input = namedInput(model, field, [entity], id);
    const instance = plan.instances.shared.get(entity)?.find((each) => each.id === id) as Instance;
    return { input, instance, paths: [[...path, field]], alternatives: undefined };
  }
  return inputOfMeasure(model, scenario, plan, field, id);
}

function inputOfMeasure(model: Model, { data }: Scenario, plan: Plan, field: string, id: string): Found {
  const cut = id.indexOf('/');
  const [only, measure] = cut < 0 ? [undefined, id] : [id.slice(0, cut), id.slice(cut + 1)];
  const paths: YamlPath[] = [];
  const common = data.measures?.[measure];
  if (only === undefined && common !== undefined) paths.push(['measures', measure, field]);
  for (const [alternative, { measures }] of Object.entries(data.alternatives ?? {})) {
    if ((only === undefined || only === alternative) && measures?.[measure] !== undefined)
      paths.push(['alternatives', alternative, 'measures', measure, field]);
  }
  if (paths.length === 0) {
    const ids = [
      ...Object.keys(data.shops ?? {}),
      ...Object.keys(data.places),
      ...Object.keys(data.towns ?? {}),
      ...Object.keys(data.measures ?? {}),
      ...Object.values(data.alternatives ?? {}).flatMap(({ measures }) => Object.keys(measures ?? {})),
    ];
    throw new RangeError(`there is no place, shop, town or measure «${id}». ${suggestion(id, new Set(ids))}`);
  }
  const { kind } = valueAt(data, (paths[0] as YamlPath).slice(0, -1)) as { kind: string };
  const input = namedInput(model, field, ['measure', kind], id);
  const positions = plan.instances.alternatives.flatMap(({ id: alternative, own }, position) =>
    own.get(input.entity)?.some((each) => each.id === measure) === true && (only === undefined || only === alternative)
      ? [position]
      : [],
  );
  const own = plan.instances.alternatives[positions[0] as number]?.own.get(input.entity);
  return {
    input,
    instance: own?.find((each) => each.id === measure) as Instance,
    paths,
    alternatives: positions.length === plan.alternatives.length ? undefined : positions,
  };
}

function namedInput(model: Model, field: string, entities: readonly string[], id: string): InputVariable {
  const inputs = [...model.variables.values()].filter(
    (each): each is InputVariable => each.role === 'input' && !each.internal && entities.includes(each.entity),
  );
  const input = inputs.find((each) => each.field === field);
  if (input !== undefined) return input;
  const names = inputs.map((each) => each.field);
  throw new RangeError(`«${id}» has no number «${field}». ${suggestion(field, names)}`);
}

function fieldsOf(model: Model): Set<string> {
  return new Set(
    [...model.variables.values()].flatMap((each) => (each.role === 'input' && !each.internal ? [each.field] : [])),
  );
}

function statedRange(input: InputVariable, range: string, text: string): [number, number] {
  const ends = range.split('..').map(Number);
  const [low, high] = ends as [number, number];
  if (ends.length !== 2 || range.split('..').includes('') || !(low < high) || !Number.isFinite(high - low))
    throw new RangeError(`the range of «${text}» is no pair of numbers low..high, such as 2000000..12000000`);
  const [least, most] = [input.minimum ?? Number.NEGATIVE_INFINITY, input.maximum ?? Number.POSITIVE_INFINITY];
  if (low < least || high > most) {
    const allowed = [least > -Infinity ? `at least ${least}` : '', most < Infinity ? `at most ${most}` : ''];
    throw new RangeError(
      `the range of «${text}» goes beyond what ${input.field} may be: ${allowed.filter((each) => each !== '').join(' and ')}`,
    );
  }
  return [low, high];
}

function usualRange(input: InputVariable, planned: Instance['values'][string], path: string): [number, number] {
  const likely = likelyOf(planned);
  const [least, greatest] = endsOfPlanned(planned);
  const isOfThing = ['place', 'shop', 'town'].includes(input.entity);
  const [from, to] =
    planned.kind === 'drawn' && least < greatest
      ? [least >= 0 ? Math.max(0, 2 * least - greatest) : 2 * least - greatest, 2 * greatest - least]
      : [isOfThing ? likely / 2 : 0, isOfThing ? likely * 2 : likely * 3];
  const low = Math.max(from, input.minimum ?? Number.NEGATIVE_INFINITY);
  const high = Math.min(to, input.maximum ?? Number.POSITIVE_INFINITY);
  if (!(low < high)) throw new RangeError(`say what range of ${path} to search: ${path}=low..high`);
  return [low, high];
}

/** What a place buys at each shop whose turnover is stated, and that turnover: likely values of the first year. */
function turnoversFollowing(plan: Plan, place: string): { shop: string; buys: number; turnover: number }[] {
  const shops = plan.instances.shared.get('shop') ?? [];
  return (plan.instances.shared.get('shopPair') ?? []).flatMap((pair) => {
    const shop = shops.find((each) => each.id === pair.parents['shop']);
    if (pair.parents['place'] !== place || shop === undefined || numberOf(shop, 'turnoverGiven') !== 1) return [];
    return [{ shop: shop.id, buys: numberOf(pair, 'likelyPairSales'), turnover: numberOf(shop, 'turnoverStated') }];
  });
}

function numberOf(instance: Instance, name: string): number {
  const planned = instance.values[name];
  return planned === undefined ? Number.NaN : likelyOf(planned);
}

/** Age bands, where they are stated, in the same proportions as before. */
function withBands(data: ScenarioData, path: YamlPath, value: number, likely: number): ScenarioData {
  let changed = data;
  for (const band of ['young', 'working', 'older', 'oldest']) {
    const at = [...path.slice(0, -1), band];
    const stated = valueAt(data, at) as StatedValue | undefined;
    if (stated !== undefined) changed = replaced(changed, at, scaledValue(stated, value / likely)) as ScenarioData;
  }
  return changed;
}

/** A stated amount so many times as large, its spread in proportion. */
function scaledValue(stated: StatedValue, factor: number): StatedValue {
  if (typeof stated === 'number') return stated * factor;
  if (typeof stated !== 'object') return stated;
  const amounts = ['value', 'low', 'likely', 'high', 'mean', 'sd', 'median', 'values', 'byYear'];
  const isBeta = 'distribution' in stated && stated.distribution === 'beta';
  const scaled = (each: unknown): unknown =>
    typeof each === 'number'
      ? each * factor
      : Array.isArray(each)
        ? each.map(scaled)
        : typeof each === 'object' && each !== null
          ? Object.fromEntries(Object.entries(each).map(([key, one]) => [key, scaled(one)]))
          : each;
  return Object.fromEntries(
    Object.entries({ ...(isBeta ? { low: 0, high: 1 } : {}), ...stated }).map(([key, each]) => [
      key,
      amounts.includes(key) ? scaled(each) : each,
    ]),
  ) as StatedValue;
}

/** The data with another value at a path; what is not on the way to it is the same object. */
function replaced(data: unknown, path: YamlPath, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const map = (data ?? {}) as Record<string, unknown>;
  return { ...map, [step]: replaced(map[step], rest, value) };
}

/** The data without correlations and joint samples of a quantity: what is one number varies with nothing. */
function withoutDependence(data: ScenarioData, field: string, id: string | undefined): ScenarioData {
  const own = id === undefined ? undefined : `${field}@${id.slice(id.indexOf('/') + 1)}`;
  const isIts = (name: string): boolean =>
    name === field || (own === undefined ? name.startsWith(`${field}@`) : name === own);
  const { correlations, samples, ...rest } = data;
  const kept = correlations?.filter(({ between }) => !between.some(isIts));
  const columns = samples?.parameters.flatMap((name, column) => (isIts(name) ? [] : [column])) ?? [];
  return {
    ...rest,
    ...(kept === undefined ? {} : { correlations: kept }),
    ...(samples === undefined || columns.length === 0
      ? {}
      : {
          samples: {
            parameters: columns.map((column) => samples.parameters[column] as string),
            rows: samples.rows.map((row) => columns.map((column) => row[column] as number)),
          },
        }),
  };
}
