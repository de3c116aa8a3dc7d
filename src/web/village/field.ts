import type { Label } from '../api/label.ts';
import type { Allowed } from './allowed.ts';
import type { Form } from './edit-value.ts';
import { relabelled } from './relabelled.ts';
import { type Edit, editAt, type Tree, valueAt } from './scenario-tree.ts';
import type { Status } from './stated-value.ts';

/** What the model takes where nothing is stated. */
export type Usual = {
  /** A number, low/likely/high …; undefined where the model works it out from other numbers. */
  readonly stated: unknown;
  readonly status: Status | undefined;
  readonly source: string | undefined;
  readonly priceYear: number | undefined;
};

/** One value that can be asked for: what it is, what may stand there, and where it is written. */
export type Field = {
  /** Its first path, which also names it on the page. */
  readonly id: string;
  /** Where it stands in the scenario: more than one place where the same measure stands in several alternatives. */
  readonly paths: readonly string[];
  /** Name in the model, for search and for what drives a result. */
  readonly name: string;
  readonly label: Label;
  readonly help?: Label | undefined;
  readonly unit: string;
  readonly isPercent: boolean;
  readonly isYesNo: boolean;
  readonly allowed: Allowed;
  readonly form: Form;
  /** Whether there must be a value. */
  readonly isRequired: boolean;
  readonly usual?: Usual | undefined;
  /** What the model is asked for, where it works the value out: `grossMargin@ica@2014`. */
  readonly workedOut?: string | undefined;
  /** What a new entry of a list holds besides the number. */
  readonly newEntry?: Readonly<Record<string, unknown>> | undefined;
};

/** What stands in a field. */
export function statedIn(tree: Tree, { paths: [path = ''], form }: Field): unknown {
  const value = valueAt(tree, path);
  return typeof form === 'object' && value === undefined ? undefined : value;
}

/** The edits that put a value into a field, wherever it stands; undefined takes it away. */
export function editsOf({ paths, newEntry }: Field, saved: Tree, tried: Tree, value: unknown): Edit[] {
  return paths.map((path) => {
    const isNew = newEntry !== undefined && valueAt(tried, path) === undefined;
    const whole = isNew && typeof value === 'object' && value !== null ? { ...newEntry, ...value } : value;
    return editAt(saved, relabelled(tried, path, value), path, whole);
  });
}
