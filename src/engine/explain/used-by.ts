import { type Model, needsOf } from '../compile/index.ts';

const users = new WeakMap<Model, ReadonlyMap<string, readonly string[]>>();

/**
 * The variables that use a variable: in the same year, as last year's value, in their opening, or through a solver. One that
 * looks back on itself is among its own users.
 *
 * @returns names in the order of the model; none for a name nobody uses
 */
export function usedBy(model: Model, variable: string): readonly string[] {
  let found = users.get(model);
  if (found === undefined) {
    found = findUsers(model);
    users.set(model, found);
  }
  return found.get(variable) ?? [];
}

function findUsers(model: Model): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const user of model.variables.values()) {
    for (const used of needsOf(model, user, true)) {
      const names = found.get(used);
      if (names === undefined) found.set(used, [user.name]);
      else names.push(user.name);
    }
  }
  return found;
}
