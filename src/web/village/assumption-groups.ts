import type { Label } from '../api/label.ts';
import type { Language } from '../words/spoken.ts';
import { anything, isPercent } from './allowed.ts';
import type { Field } from './field.ts';
import { type PlannedMeasure, statedFields } from './measures.ts';
import { fieldOfInput, type Knowledge, type ModelInput } from './model-inputs.ts';
import { nameOf } from './questions.ts';
import { type Tree, valueAt } from './scenario-tree.ts';
import { isObject } from './stated-value.ts';

/** What else is assumed, of one thing. */
export type Group = {
  readonly key: string;
  readonly about: 'place' | 'hinterland' | 'shop' | 'town' | 'measure' | 'whole' | 'rules';
  readonly label: Label;
  readonly fields: readonly Field[];
};

/**
 * Every value that may be written, by what it belongs to, but for those that the questions ask for.
 *
 * @param asked - ids of the fields that stand in the questions
 * @param first - key of the place that is open, whose groups come first
 */
export function assumptionGroups(
  tree: Tree,
  knowledge: Knowledge,
  measures: readonly PlannedMeasure[],
  asked: ReadonlySet<string>,
  first: string,
): Group[] {
  const groups: Group[] = [];
  const { inputs, kinds, sections } = knowledge;
  const of = (entity: string): readonly ModelInput[] =>
    inputs.filter((input) => input.entity === entity && input.isStatable && input.field !== null);
  const placed = (entity: string, path: string, instance: string): Field[] =>
    of(entity).map((input) => fieldOfInput(input, `${path}.${input.field}`, instance));
  const add = (key: string, about: Group['about'], label: Label, fields: readonly Field[]): void => {
    const left = fields.filter(({ id }) => !asked.has(id));
    if (left.length > 0) groups.push({ key, about, label, fields: left });
  };
  const places = keysOf(tree, 'places').sort((a, b) => Number(b === first) - Number(a === first));
  const shops = keysOf(tree, 'shops');
  for (const place of places) {
    add(`places.${place}`, 'place', nameOf(tree, place), placed('place', `places.${place}`, place));
    if (valueAt(tree, `places.${place}.hinterland`) !== undefined)
      add(
        `places.${place}.hinterland`,
        'hinterland',
        nameOf(tree, place),
        placed('place', `places.${place}.hinterland`, `${place}.hinterland`),
      );
    for (const shop of shops.filter((each) => valueAt(tree, `shops.${each}.place`) === place))
      add(`shops.${shop}`, 'shop', nameOf(tree, shop), placed('shop', `shops.${shop}`, shop));
  }
  for (const measure of measures) {
    const { stated, others } = statedFields(measure, tree, kinds);
    add(measure.paths[0] ?? measure.key, 'measure', measure.label, [...stated, ...others]);
  }
  for (const town of keysOf(tree, 'towns'))
    add(`towns.${town}`, 'town', nameOf(tree, town), placed('town', `towns.${town}`, town));
  const whole = of('future').map((input) => ({ input, field: fieldOfInput(input, `parameters.${input.field}`, '') }));
  for (const { name, title } of sections) {
    const fields = whole.filter(({ input }) => input.section === name).map(({ field }) => field);
    add(`parameters:${name}`, name.startsWith('rule-') ? 'rules' : 'whole', title, fields);
  }
  add('parameters:own', 'whole', ownLabel, ownFields(tree, knowledge));
  return groups;
}

const ownLabel: Label = { sv: 'Egna formler', en: 'Own formulas' };

/** Parameters of formula files that the scenario brought with it: the model knows no range of them. */
function ownFields(_tree: Tree, { inputs, parameters }: Knowledge): Field[] {
  const known = new Set(inputs.map(({ field }) => field));
  return parameters
    .filter(({ entity, givenBy, name }) => entity === 'future' && givenBy !== 'program' && !known.has(name))
    .map(({ name, label, unit, stated, status, source, priceYear }) => ({
      id: `parameters.${name}`,
      paths: [`parameters.${name}`],
      name,
      label,
      unit,
      isPercent: isPercent(unit, anything, name),
      isYesNo: unit === 'boolean',
      allowed: anything,
      form: 'stated',
      isRequired: false,
      usual: {
        stated,
        status: status ?? undefined,
        source: source ?? undefined,
        priceYear: priceYear ?? undefined,
      },
    }));
}

function keysOf(tree: Tree, name: string): string[] {
  const things = valueAt(tree, name);
  return isObject(things) ? Object.keys(things) : [];
}

/** The groups with only what holds every word that is looked for; all of them where nothing is. */
export function foundGroups(groups: readonly Group[], search: string, language: Language): Group[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...groups];
  return groups.flatMap((group) => {
    const fields = group.fields.filter(({ label, help, name }) => {
      const text = plain(`${group.label[language]} ${label[language]} ${help?.[language] ?? ''} ${name}`);
      return words.every((word) => text.includes(word));
    });
    return fields.length === 0 ? [] : [{ ...group, fields }];
  });
}

/** Without case; å, ä and ö are letters of their own and stay. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
