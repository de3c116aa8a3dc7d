import { suggestion } from '../text/index.ts';
import { FormulaError } from './formula.ts';
import { type BuiltinName, builtins } from './language.ts';
import { futureEntity, type Model, pathBetween, unknownNameHint, type Variable } from './model.ts';

/** Where an expression stands: at which entity, and which way back to an outer entity is certain to exist. */
export type Scope = { readonly entity: string; readonly assured: readonly string[] | undefined };

/** What a name in a formula means, seen from a scope. */
export type Meaning =
  | { readonly kind: 'builtin'; readonly name: BuiltinName }
  | { readonly kind: 'variable'; readonly variable: Variable; readonly roles: readonly string[] };

/** The scope of a variable's own formula. */
export function scopeOf(entity: string): Scope {
  return { entity, assured: undefined };
}

/**
 * Resolves a name. A variable is seen from its own entity, from every entity that belongs to it, and, if it is future-wide,
 * from everywhere.
 *
 * @throws {FormulaError} when there is no such name, or it cannot be seen from here
 */
export function meaningOf(model: Model, scope: Scope, name: string): Meaning {
  if (Object.hasOwn(builtins, name)) return { kind: 'builtin', name: name as BuiltinName };
  const variable = model.variables.get(name);
  if (variable === undefined)
    throw new FormulaError('unknown-name', `There is no variable «${name}»`, unknownNameHint(model, name));
  if (variable.entity === scope.entity || variable.entity === futureEntity)
    return { kind: 'variable', variable, roles: [] };
  const path = pathBetween(model, scope.entity, variable.entity);
  if (path === undefined || path === 'ambiguous') {
    throw new FormulaError(
      'out-of-scope',
      `«${name}» belongs to ${variable.entity}, which cannot be seen from ${scope.entity}`,
      path === 'ambiguous' ? 'There are two ways to it' : `Gather it with sum(${variable.entity}, …)`,
    );
  }
  if (path.optional && mayBeMissing(model, scope, path.roles)) {
    throw new FormulaError(
      'may-be-missing',
      `«${name}» belongs to ${variable.entity}, and not every ${scope.entity} has one`,
      `Write related(${variable.entity}, ${name}, …) and what holds otherwise`,
    );
  }
  return { kind: 'variable', variable, roles: path.roles };
}

/** The scope inside `related(entity, …)`. */
export function relatedScope(model: Model, scope: Scope, entity: string): { scope: Scope; roles: readonly string[] } {
  const path = model.entities.has(entity) ? pathBetween(model, scope.entity, entity) : undefined;
  if (path === undefined || path === 'ambiguous') {
    throw new FormulaError(
      'unknown-relation',
      `A ${scope.entity} does not belong to «${entity}»`,
      suggestion(entity, model.entities.keys()),
    );
  }
  return { scope: scopeOf(entity), roles: path.roles };
}

/**
 * The scope inside `sum(entity, …)` and the like, and the way by which each member belongs to the entity outside.
 *
 * @returns `roles` undefined when the sum runs over all there are (the outside is the future as a whole)
 */
export function memberScope(
  model: Model,
  scope: Scope,
  entity: string,
): { scope: Scope; roles: readonly string[] | undefined } {
  if (!model.entities.has(entity)) {
    throw new FormulaError(
      'unknown-entity',
      `There is no entity «${entity}»`,
      suggestion(entity, model.entities.keys()),
    );
  }
  if (scope.entity === futureEntity) return { scope: scopeOf(entity), roles: undefined };
  const path = pathBetween(model, entity, scope.entity);
  if (path === undefined || path === 'ambiguous' || path.roles.length === 0) {
    throw new FormulaError(
      'unknown-relation',
      `«${entity}» does not belong to ${scope.entity}`,
      suggestion(entity, model.entities.keys()),
    );
  }
  return { scope: { entity, assured: path.roles }, roles: path.roles };
}

/** Whether a way may end before it arrives: only the steps it shares with the way back to the outer entity are certain. */
function mayBeMissing(model: Model, { entity, assured = [] }: Scope, roles: readonly string[]): boolean {
  let at = entity;
  let certain = true;
  for (const [position, role] of roles.entries()) {
    const parent = model.entities.get(at)?.parents.find((each) => each.role === role);
    if (parent === undefined) throw new TypeError(`${at} has no ${role}`);
    certain &&= role === assured[position];
    if (parent.optional && !certain) return true;
    at = parent.entity;
  }
  return false;
}
