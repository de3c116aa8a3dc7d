import type { Label } from '../api/label.ts';
import type { Language } from '../words/spoken.ts';
import type { Change } from '../work/changes.ts';
import { numberKeyOf } from './edit-value.ts';
import type { Field } from './field.ts';
import { isSame, type Tree, valueAt } from './scenario-tree.ts';
import { isObject, readStated, type Told } from './stated-value.ts';
import { valueInWords } from './value-in-words.ts';

/** One thing that is otherwise than in the revision. */
export type Difference = {
  /** Where, down to the value itself. */
  readonly path: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
};

/** Words a difference needs. */
export type DifferenceWords = {
  readonly unknown: string;
  readonly removed: string;
  readonly secret: string;
  readonly open: string;
  readonly sourceOf: (source: string) => string;
};

/** What a field is called where its thing must be named too: «Butikens omsättning vid starten, ICA Nära Fliseryd». */
export type NamedField = Field & { readonly of?: Label | undefined };

/**
 * What a change makes different, value by value: a whole list is written where one number of it is changed, but only that
 * number is told.
 *
 * @param fields - what is known of the values, by path
 */
export function differencesOf(
  saved: Tree,
  { path, value }: Change,
  fields: ReadonlyMap<string, NamedField>,
  language: Language,
  words: DifferenceWords,
): Difference[] {
  const found = leavesOf(path, valueAt(saved, path), value ?? undefined, fields);
  // A name that follows the number in it is no change of its own.
  const told = found.filter(({ at }) => !/\.label(\.(sv|en))?$/.test(at));
  return (told.length === 0 ? found : told).map(({ at, before, after }) => {
    const field = fields.get(at);
    const [first, second] = inWords(before, after, field, language, words);
    return { path: at, label: nameOfField(at, field, language), before: first, after: second };
  });
}

type Leaf = { readonly at: string; readonly before: unknown; readonly after: unknown };

function leavesOf(at: string, before: unknown, after: unknown, fields: ReadonlyMap<string, NamedField>): Leaf[] {
  if (isSame(before, after)) return [];
  const isWhole = fields.has(at) || isValue(before) || isValue(after);
  const isList = Array.isArray(before) || Array.isArray(after);
  if (!isWhole && (isList || isObject(before) || isObject(after))) {
    const keys = new Set([...keysOf(before), ...keysOf(after)]);
    return [...keys].flatMap((key) => leavesOf(`${at}.${key}`, part(before, key), part(after, key), fields));
  }
  return [{ at, before, after }];
}

function keysOf(value: unknown): string[] {
  return Array.isArray(value) || isObject(value) ? Object.keys(value) : [];
}

function part(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) ? value[key] : undefined;
}

/** Whether something is a value as scenarios state them, and not a thing with parts. */
function isValue(value: unknown): boolean {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return true;
  return isObject(value) && ['value', 'low', 'distribution', 'byYear', 'km'].some((key) => Object.hasOwn(value, key));
}

function inWords(
  before: unknown,
  after: unknown,
  field: Field | undefined,
  language: Language,
  words: DifferenceWords,
): readonly [string, string] {
  const how = field ?? { unit: '1', isPercent: false };
  const key = field === undefined ? 'value' : numberKeyOf(field.form);
  const say = (value: unknown, missing: string): string => {
    if (typeof value === 'string' && value !== 'unknown') return value;
    return valueInWords(readStated(value, key).shape, how, language) ?? missing;
  };
  const first = say(before, words.unknown);
  const second = say(after, field?.isRequired === true ? words.removed : words.unknown);
  if (first !== second) return [first, second];
  // The number is the same, so what is told about it must differ.
  const told = [readStated(before, key).told, readStated(after, key).told] as const;
  return [aboutIn(told[0], words, told[1]), aboutIn(told[1], words, told[0])];
}

function aboutIn(told: Told, words: DifferenceWords, other: Told): string {
  return [
    told.secret === other.secret ? undefined : told.secret ? words.secret : words.open,
    told.source === other.source && told.status === other.status
      ? undefined
      : words.sourceOf(told.source ?? words.unknown),
  ]
    .filter((each) => each !== undefined)
    .join(', ');
}

function nameOfField(at: string, field: NamedField | undefined, language: Language): string {
  if (field === undefined) return at;
  const of = field.of?.[language];
  return of === undefined || of === '' ? field.label[language] : `${field.label[language]}, ${of}`;
}
