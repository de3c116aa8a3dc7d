import type { Label } from '../api/label.ts';
import { type Allowed, notNegative } from './allowed.ts';
import type { Field } from './field.ts';
import { labelOf } from './measures.ts';
import { fieldOfInput, inputOf, type Knowledge } from './model-inputs.ts';
import { type Tree, valueAt } from './scenario-tree.ts';
import { isObject } from './stated-value.ts';

/** The eight questions that come first; the last, what is planned, is about measures and is asked apart. */
export type QuestionName = 'people' | 'elsewhere' | 'turnover' | 'margin' | 'staff' | 'premises' | 'owner';

export type Question = { readonly name: QuestionName; readonly fields: readonly Field[] };

/** Inputs of the shop that belong to each question, with what is said of them if the model has not been asked yet. */
const ofShop = {
  turnover: ['turnover'],
  margin: ['grossMargin'],
  staff: ['staffFixed', 'staffShare'],
  premises: ['premises', 'yearsSinceReinvestment'],
  owner: ['openingOwnerAge', 'ownerPayTarget', 'reservationPay'],
} as const satisfies Record<Exclude<QuestionName, 'people' | 'elsewhere'>, readonly string[]>;

/**
 * What is asked first of a village and its shop.
 *
 * @param shop - undefined where there is none: then only the people and the distances are asked for
 * @param start - first calendar year, by which the model is asked what it works out
 */
export function questionsFor(
  tree: Tree,
  knowledge: Knowledge,
  place: string,
  shop: string | undefined,
  start: number,
): Question[] {
  const asked: Question[] = [
    { name: 'people', fields: peopleFields(tree, knowledge, place) },
    { name: 'elsewhere', fields: distanceFields(tree, knowledge, place) },
  ];
  if (shop === undefined) return asked;
  for (const [name, inputs] of Object.entries(ofShop) as [keyof typeof ofShop, readonly string[]][])
    asked.push({
      name,
      fields: inputs.flatMap((input) => {
        const known = inputOf(knowledge.inputs, 'shop', input);
        if (known === undefined) return [];
        const field = fieldOfInput(known, `shops.${shop}.${input}`, shop);
        return [field.workedOut === undefined ? field : { ...field, workedOut: `${field.workedOut}@${start}` }];
      }),
    });
  return asked;
}

function peopleFields(tree: Tree, { inputs }: Knowledge, place: string): Field[] {
  const path = `places.${place}`;
  const inhabitants = (at: string, label: Label): Field => ({
    id: at,
    paths: [at],
    name: 'inhabitants',
    label,
    unit: 'person',
    isPercent: false,
    isYesNo: false,
    allowed: allowedOf(inputs, 'place', 'inhabitants'),
    form: 'stated',
    isRequired: true,
  });
  const fields = [inhabitants(`${path}.inhabitants`, people)];
  if (valueAt(tree, `${path}.hinterland`) !== undefined)
    fields.push(inhabitants(`${path}.hinterland.inhabitants`, around), {
      id: `${path}.hinterland.distance`,
      paths: [`${path}.hinterland.distance`],
      name: 'distance',
      label: outThere,
      unit: 'km',
      isPercent: false,
      isYesNo: false,
      allowed: { minimum: 0, maximum: 200, isWhole: false },
      form: 'plain',
      isRequired: true,
    });
  return fields;
}

const people: Label = { sv: 'Invånare i orten', en: 'Inhabitants of the place' };
const around: Label = { sv: 'Invånare i omlandet', en: 'Inhabitants of the surroundings' };
const outThere: Label = {
  sv: 'Väg från omlandet till ortens mitt, i medeltal',
  en: 'Mean way from the surroundings to the centre',
};

function allowedOf(inputs: Knowledge['inputs'], entity: string, name: string): Allowed {
  const input = inputOf(inputs, entity, name);
  return input === undefined
    ? notNegative
    : { minimum: input.minimum ?? undefined, maximum: input.maximum ?? undefined, isWhole: false };
}

/** Most places elsewhere that are asked about; a county has hundreds. */
const mostElsewhere = 8;

/** Road distances to where people shop otherwise: the towns, and the other places a distance is stated to. */
function distanceFields(tree: Tree, { parameters }: Knowledge, place: string): Field[] {
  const distances = valueAt(tree, 'distances');
  const listed = (Array.isArray(distances) ? distances : []).map((entry, index) => ({ ends: endsOf(entry), index }));
  const stated = listed.flatMap(({ ends, index }) => {
    const other = ends === undefined || !ends.includes(place) ? undefined : ends[0] === place ? ends[1] : ends[0];
    return other === undefined ? [] : [{ other, index }];
  });
  const towns = valueAt(tree, 'towns');
  const unstated = Object.keys(isObject(towns) ? towns : {}).filter(
    (town) => !stated.some(({ other }) => other === town),
  );
  const field = (other: string, index: number, isStated: boolean): Field => ({
    id: `distances.${place}~${other}`,
    paths: [`distances.${index}`],
    name: 'distance',
    label: toward(nameOf(tree, other)),
    unit: 'km',
    isPercent: false,
    isYesNo: false,
    allowed: { minimum: 0, maximum: 2000, isWhole: false },
    form: { entry: 'km' },
    isRequired: isStated,
    ...(isStated ? {} : { newEntry: { between: [place, other] }, usual: asReckoned(parameters, place, other) }),
  });
  return [
    ...stated.map(({ other, index }) => field(other, index, true)),
    // Whichever is written first is put last in the list; the others then have the place after it.
    ...nearest(unstated, parameters, place).map((town) => field(town, listed.length, false)),
  ].slice(0, mostElsewhere);
}

/** Most towns without a stated distance that are asked about. */
const mostUnstated = 3;

function nearest(towns: readonly string[], parameters: Knowledge['parameters'], place: string): string[] {
  const km = (town: string): number => {
    const { stated } = asReckoned(parameters, place, town) ?? {};
    return typeof stated === 'number' ? stated : Number.POSITIVE_INFINITY;
  };
  const isReckoned = parameters.some(({ entity }) => entity === 'townPair');
  // A town out of reach is none that anybody shops in.
  const within = isReckoned ? towns.filter((town) => Number.isFinite(km(town))) : towns;
  return within.toSorted((a, b) => km(a) - km(b) || a.localeCompare(b)).slice(0, mostUnstated);
}

function asReckoned(parameters: Knowledge['parameters'], place: string, other: string): Field['usual'] {
  const found = parameters.find(({ entity, instance }) => entity === 'townPair' && instance === `${place}>${other}`);
  return found === undefined
    ? undefined
    : { stated: rounded(found.stated), status: 'derived', source: undefined, priceYear: undefined };
}

/** To what a distance between two coordinates is known. */
function rounded(km: unknown): unknown {
  return typeof km === 'number' ? Math.round(km) : km;
}

function endsOf(entry: unknown): readonly [string, string] | undefined {
  const between = isObject(entry) ? entry['between'] : undefined;
  if (!Array.isArray(between)) return undefined;
  const [from, to] = between as unknown[];
  return typeof from === 'string' && typeof to === 'string' ? [from, to] : undefined;
}

/** What a place or town of the scenario is called. */
export function nameOf(tree: Tree, key: string): Label {
  const thing = valueAt(tree, `towns.${key}`) ?? valueAt(tree, `places.${key}`) ?? valueAt(tree, `shops.${key}`);
  return labelOf(isObject(thing) ? thing['label'] : undefined, key);
}

function toward({ sv, en }: Label): Label {
  return { sv: `Till ${sv}`, en: `To ${en}` };
}
