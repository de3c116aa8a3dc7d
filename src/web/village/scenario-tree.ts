import type { Change } from '../work/changes.ts';
import { isObject } from './stated-value.ts';

/** A scenario as data, what it extends included: places, shops, towns, distances, alternatives … by the names paths use. */
export type Tree = Readonly<Record<string, unknown>>;

/** What is known of a revision without reading its files. */
export type Known = {
  readonly places: readonly { readonly key: string; readonly stated: unknown }[];
  readonly shops: readonly { readonly key: string; readonly stated: unknown }[];
  readonly measures: readonly {
    readonly key: string;
    readonly stated: unknown;
    readonly alternatives: readonly string[];
  }[];
};

/** The part of a scenario that the service has taken apart already. */
export function knownTree({ places, shops, measures }: Known): Tree {
  const keyed = (things: readonly { readonly key: string; readonly stated: unknown }[]) =>
    Object.fromEntries(things.map(({ key, stated }) => [key, stated]));
  const everywhere = measures.filter(({ alternatives }) => alternatives.length !== 1);
  const names = [...new Set(measures.flatMap(({ alternatives }) => alternatives))];
  return {
    places: keyed(places),
    shops: keyed(shops),
    ...(everywhere.length === 0 ? {} : { measures: keyed(everywhere) }),
    alternatives: Object.fromEntries(
      names.map((name) => [
        name,
        {
          measures: keyed(measures.filter(({ alternatives }) => alternatives.length === 1 && alternatives[0] === name)),
        },
      ]),
    ),
  };
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(tree: unknown, path: string): unknown {
  let value = tree;
  for (const step of path.split('.')) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value ?? undefined;
}

/** The scenario with changes made. */
export function changedTree(tree: Tree, changes: readonly Change[]): Tree {
  return changes.reduce<unknown>((before, { path, value }) => withValue(before, path.split('.'), value), tree) as Tree;
}

function withValue(container: unknown, steps: readonly string[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(container)) {
    const copy = [...container];
    const made = withValue(copy[Number(step)], rest, value);
    // A list holds no empty place: what is taken away closes up.
    if (made === null || made === undefined) copy.splice(Number(step), 1);
    else copy[Number(step)] = made;
    return copy;
  }
  const { [step]: inner, ...others } = isObject(container) ? container : {};
  const made = withValue(inner, rest, value);
  // The order of what was there is kept, for lists that are read from it.
  return made === null || made === undefined
    ? others
    : isObject(container) && Object.hasOwn(container, step)
      ? { ...container, [step]: made }
      : { ...others, [step]: made };
}

/** What to try, or that a path is to be as the revision has it. */
export type Edit =
  | { readonly kind: 'change'; readonly path: string; readonly value: unknown }
  | { readonly kind: 'back'; readonly path: string };

/**
 * The change that puts a value at a path; null or undefined takes what stands there away.
 *
 * What lies in a list is written with the whole list, since a scenario that extends another cannot change a part of one. What
 * lies in a map that the revision lacks is written with the map. A value as the revision has it is no change.
 *
 * @param saved - the revision
 * @param tried - the revision with what is tried already
 */
export function editAt(saved: Tree, tried: Tree, path: string, value: unknown): Edit {
  const steps = path.split('.');
  const written = writtenPath(saved, tried, steps);
  const wanted =
    written.length === steps.length
      ? (value ?? null)
      : withValue(valueAt(tried, written.join('.')), steps.slice(written.length), value ?? null);
  const at = written.join('.');
  const empties = isObject(wanted) && Object.keys(wanted).length === 0 && valueAt(saved, at) === undefined;
  if (empties || isSame(wanted, valueAt(saved, at))) return { kind: 'back', path: at };
  return { kind: 'change', path: at, value: wanted };
}

/** As much of a path as can be written to: up to a list, or to the first map that is not there. */
function writtenPath(saved: Tree, tried: Tree, steps: readonly string[]): readonly string[] {
  for (let depth = 1; depth < steps.length; depth += 1) {
    const above = steps.slice(0, depth);
    if (Array.isArray(valueAt(tried, above.join('.')))) return above;
    if (valueAt(saved, above.join('.')) === undefined) return above;
  }
  return steps;
}

/** Whether two pieces of JSON say the same; null and nothing are the same. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? undefined) === (b ?? undefined)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, index) => isSame(each, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSame(a[key], b[key]));
}
