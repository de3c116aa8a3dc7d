import { usesYear } from '../compile/check-model.ts';
import { type Model, needsOf, type Relations, type Variable } from '../compile/index.ts';

/**
 * Tells which values are the same in every year of a plan, so that an explanation shows them once: inputs not stated by
 * year, solved values, and formulas that name no year and use only such.
 *
 * A formula is judged for all instances of its entity together: if one of them has an input stated by year, all are yearly.
 *
 * @returns whether a variable of one instance (its position in the list) is the same every year
 */
export function sameEveryYear(model: Model, relations: Relations): (variable: Variable, instance: number) => boolean {
  const known = new Map<string, boolean>();
  const isConstant = (name: string, entity: string, instance: number): boolean =>
    relations.list(entity)[instance]?.values[name]?.kind !== 'yearly';
  const find = (variable: Variable): boolean => {
    switch (variable.role) {
      case 'input':
        return relations
          .list(variable.entity)
          .every((_, instance) => isConstant(variable.name, variable.entity, instance));
      case 'draw':
        return false;
      case 'solved':
        return true;
      case 'formula':
        return !usesYear(variable.formula.root) && [...needsOf(model, variable)].every((name) => everywhere(name));
    }
  };
  const everywhere = (name: string): boolean => {
    let same = known.get(name);
    if (same === undefined) {
      same = find(model.variables.get(name) as Variable);
      known.set(name, same);
    }
    return same;
  };
  return (variable, instance) =>
    variable.role === 'input' ? isConstant(variable.name, variable.entity, instance) : everywhere(variable.name);
}
