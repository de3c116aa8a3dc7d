import type { Label } from '../api/label.ts';
import { anything, notNegative } from './allowed.ts';
import type { Field } from './field.ts';
import { fieldOfMeasure, type MeasureKind } from './model-inputs.ts';
import { isSame, type Tree, valueAt } from './scenario-tree.ts';
import { isObject } from './stated-value.ts';

/** A measure as it is planned, in every alternative where it says the same. */
export type PlannedMeasure = {
  readonly key: string;
  readonly kind: string;
  readonly label: Label;
  readonly host: string | undefined;
  readonly alternatives: readonly string[];
  readonly paths: readonly string[];
};

type Listed = {
  readonly key: string;
  readonly kind: string;
  readonly label: Label;
  readonly alternatives: readonly string[];
  readonly host: string | null;
  readonly stated: unknown;
};

/**
 * The measures of a revision. One that stands with the same words in several alternatives is one measure: changing it in one
 * of them only would compare two different things under one name.
 *
 * @param saved - the revision as data, by which a measure of every alternative is told from one of a single alternative
 */
export function plannedMeasures(measures: readonly Listed[], saved: Tree): PlannedMeasure[] {
  const planned: (PlannedMeasure & { readonly stated: unknown })[] = [];
  for (const { key, kind, label, host, alternatives, stated } of measures) {
    const inAll = valueAt(saved, `measures.${key}`) !== undefined && alternatives.length !== 1;
    const isInAll =
      inAll || (valueAt(saved, `measures.${key}`) !== undefined && isSame(valueAt(saved, `measures.${key}`), stated));
    const paths = isInAll
      ? [`measures.${key}`]
      : alternatives.map((alternative) => `alternatives.${alternative}.measures.${key}`);
    const index = planned.findIndex((each) => each.key === key && each.kind === kind && isSame(each.stated, stated));
    const same = planned[index];
    if (same === undefined) planned.push({ key, kind, label, host: host ?? undefined, alternatives, paths, stated });
    else
      planned[index] = {
        ...same,
        alternatives: [...new Set([...same.alternatives, ...alternatives])],
        paths: [...new Set([...same.paths, ...paths])],
      };
  }
  return planned;
}

/** What a measure costs and lasts, as its lists say: staffing first, since that is what is most often changed. */
export function costFields({ paths }: PlannedMeasure, tree: Tree): Field[] {
  const [main = ''] = paths;
  const list = (name: string): readonly unknown[] => {
    const found = valueAt(tree, `${main}.${name}`);
    return Array.isArray(found) ? found : [];
  };
  const at = (below: string): readonly string[] => paths.map((path) => `${path}.${below}`);
  const staff: Field[] = [];
  const costs: Field[] = [];
  for (const [index, line] of list('running').entries()) {
    if (!isObject(line)) continue;
    const label = labelOf(line['label']);
    if (line['posts'] !== undefined) {
      staff.push(
        listed(at(`running.${index}.posts`), 'posts', postsLabel, label, {
          unit: 'post',
          form: 'plain',
          allowed: { minimum: 0, maximum: 1000, isWhole: false },
        }),
        listed(at(`running.${index}.postCost`), 'postCost', postCostLabel, label, { unit: 'SEK/year', form: 'amount' }),
      );
    } else if (line['amount'] !== undefined)
      costs.push(
        listed(at(`running.${index}.amount`), 'amount', label, runningHelp, { unit: 'SEK/year', form: 'stated' }),
      );
  }
  for (const [index, item] of list('investments').entries()) {
    if (!isObject(item)) continue;
    costs.push(
      listed(at(`investments.${index}.cost`), 'cost', labelOf(item['label']), investmentHelp, {
        unit: 'SEK',
        form: 'amount',
      }),
    );
  }
  return [...staff, ...costs];
}

/** What else of a measure somebody has stated, and with how many years its agreement runs. */
export function statedFields(
  { kind, paths }: PlannedMeasure,
  tree: Tree,
  kinds: readonly MeasureKind[],
): { readonly stated: Field[]; readonly others: Field[] } {
  const known = kinds.find(({ name }) => name === kind);
  const [main = ''] = paths;
  const own = known?.fields.map((field) => fieldOfMeasure(field, paths)) ?? [];
  const served = valueAt(tree, `${main}.serves`);
  const there = isObject(served)
    ? Object.keys(served).flatMap(
        (place) => known?.fieldsOfPlacesServed.map((field) => fieldOfMeasure(field, paths, `serves.${place}.`)) ?? [],
      )
    : [];
  const all = [...own, ...there];
  const isStated = ({ id }: Field): boolean => valueAt(tree, id) !== undefined;
  return { stated: all.filter(isStated), others: all.filter((field) => !isStated(field)) };
}

function listed(
  paths: readonly string[],
  name: string,
  label: Label,
  help: Label,
  how: Pick<Field, 'unit' | 'form'> & Partial<Pick<Field, 'allowed'>>,
): Field {
  return {
    id: paths[0] ?? name,
    paths,
    name,
    label,
    help,
    isPercent: false,
    isYesNo: false,
    allowed: how.unit === 'SEK' || how.unit === 'SEK/year' ? { ...notNegative, maximum: 1e12 } : anything,
    isRequired: true,
    ...how,
  };
}

const postsLabel: Label = { sv: 'Bemanning, tjänster', en: 'Staffing, posts' };
const postCostLabel: Label = { sv: 'Kostnad för en hel tjänst', en: 'Cost of a full post' };
const runningHelp: Label = { sv: 'Löpande kostnad om året', en: 'Running cost a year' };
const investmentHelp: Label = { sv: 'Investering', en: 'Investment' };

/** A label as a scenario states it: one text for both languages, or one for each. */
export function labelOf(stated: unknown, otherwise = ''): Label {
  if (typeof stated === 'string') return { sv: stated, en: stated };
  const { sv, en } = isObject(stated) ? stated : {};
  return {
    sv: typeof sv === 'string' ? sv : otherwise,
    en: typeof en === 'string' ? en : otherwise,
  };
}
