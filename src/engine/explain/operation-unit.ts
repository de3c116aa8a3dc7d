import { combineUnits, dimensionless, parseUnit, raiseUnit, type Unit } from '../../units/index.ts';
import type { ExplainedExpression, Operation } from './explanation.ts';

/** The unit of a literal: none for 0, which is nought of everything. */
export function literalUnit(value: number | boolean): Unit | undefined {
  if (typeof value === 'boolean') return 'boolean';
  return value === 0 ? undefined : dimensionless;
}

/** The first known unit: where parts must agree in unit, a literal 0 takes that of the others. */
export function commonUnit(units: readonly (Unit | undefined)[]): Unit | undefined {
  return units.find((unit) => unit !== undefined);
}

/**
 * The unit of an operation's result. The formulas are checked before anything runs, so nothing is refused here.
 *
 * @param units - of its parts in order; undefined where it is a literal 0
 * @param exponent - the second part of a power, whose unit depends on it when it is a literal
 */
export function operationUnit(
  operation: Operation,
  units: readonly (Unit | undefined)[],
  exponent: ExplainedExpression | undefined,
): Unit | undefined {
  const [a, b] = units;
  switch (operation) {
    case 'add':
    case 'subtract':
    case 'min':
    case 'max':
    case 'clamp':
    case 'unaryMinus':
    case 'unaryPlus':
    case 'abs':
    case 'floor':
    case 'round':
      return commonUnit(units);
    case 'multiply':
    case 'divide':
      return a === undefined || b === undefined ? undefined : combineUnits(a, b, operation === 'multiply' ? 1 : -1);
    case 'pow':
      if (a === undefined || a === 'boolean') return dimensionless;
      return exponent?.op === 'constant' && typeof exponent.value === 'number' ? raiseUnit(a, exponent.value) : a;
    case 'sqrt':
      return a === undefined ? undefined : raiseUnit(a, 0.5);
    case 'exp':
    case 'log':
      return dimensionless;
    default:
      return parseUnit('boolean');
  }
}
