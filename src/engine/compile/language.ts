/**
 * The formula language: what may stand in a formula besides names and numbers. One table for the parser, the unit check,
 * both back ends and the reference in `docs/formula-language.md`, which is generated from it.
 */

/** Operators by mathjs' name of their function. */
export const operators = {
  add: { symbol: '+', arity: 2, about: 'sum; both sides in one unit' },
  subtract: { symbol: '-', arity: 2, about: 'difference; both sides in one unit' },
  multiply: { symbol: '*', arity: 2, about: 'product; units multiply' },
  divide: { symbol: '/', arity: 2, about: 'quotient; units divide' },
  unaryMinus: { symbol: '-', arity: 1, about: 'negative' },
  unaryPlus: { symbol: '+', arity: 1, about: 'unchanged' },
  pow: { symbol: '^', arity: 2, about: 'power; see pow' },
  smaller: { symbol: '<', arity: 2, about: 'less than; gives a truth value' },
  smallerEq: { symbol: '<=', arity: 2, about: 'at most' },
  larger: { symbol: '>', arity: 2, about: 'more than' },
  largerEq: { symbol: '>=', arity: 2, about: 'at least' },
  equal: { symbol: '==', arity: 2, about: 'equal, exactly: no tolerance' },
  unequal: { symbol: '!=', arity: 2, about: 'not equal, exactly' },
  and: { symbol: 'and', arity: 2, about: 'both truth values hold' },
  or: { symbol: 'or', arity: 2, about: 'at least one truth value holds' },
  not: { symbol: 'not', arity: 1, about: 'the truth value does not hold' },
} as const;

export type OperatorName = keyof typeof operators;

/** Functions of numbers: every argument is an ordinary expression. */
export const scalarFunctions = {
  min: { least: 2, most: 20, about: 'the least; all in one unit' },
  max: { least: 2, most: 20, about: 'the greatest; all in one unit' },
  clamp: { least: 3, most: 3, about: 'clamp(x, low, high): x kept between low and high' },
  abs: { least: 1, most: 1, about: 'size without sign' },
  floor: { least: 1, most: 1, about: 'the whole number at or below' },
  round: { least: 1, most: 1, about: 'the nearest whole number, halves away from zero' },
  exp: { least: 1, most: 1, about: 'e to the power; of a dimensionless number' },
  log: { least: 1, most: 1, about: 'natural logarithm; of a dimensionless number' },
  pow: {
    least: 2,
    most: 2,
    about: 'pow(x, y): x to the power y; x may have a unit only when y is a literal number',
  },
  sqrt: { least: 1, most: 1, about: 'square root; halves the unit' },
} as const;

export type ScalarFunctionName = keyof typeof scalarFunctions;

/** Forms: functions whose first argument is the name of an entity, a table or a variable, not an expression. */
export const forms = {
  previous: { arity: 1, about: 'previous(x): x at the end of the year before; in the first year its stated opening' },
  sum: { arity: 2, about: 'sum(entity, x): x added up over the related entities, in order of their ids, from 0' },
  product: {
    arity: 2,
    about: 'product(entity, x): x multiplied over the related entities, in order of their ids, from 1',
  },
  least: {
    arity: 3,
    about: 'least(entity, x, otherwise): the least x over the related entities; otherwise if there is none',
  },
  greatest: { arity: 3, about: 'greatest(entity, x, otherwise): the greatest x over the related entities' },
  related: {
    arity: 3,
    about: 'related(entity, x, otherwise): x at the entity this one belongs to; otherwise if it has none',
  },
  interpolate: {
    arity: 2,
    about: 'interpolate(table, x): the dated table read at x, straight lines between its points, flat outside',
  },
} as const;

export type FormName = keyof typeof forms;

/** Names that are always there. */
export const builtins = {
  yearIndex: { unit: '1', about: 'years since the start: 0 in the first year' },
  calendarYear: { unit: '1', about: 'the calendar year' },
  isFirstYear: { unit: 'boolean', about: 'whether this is the first year' },
  isLastYear: { unit: 'boolean', about: 'whether this is the last year of the horizon' },
  chanceEvents: { unit: 'boolean', about: 'whether chance plays: false in a likely run' },
  step: { unit: 'year', about: 'the length of a step: one year; turns a flow a year into an amount' },
} as const;

export type BuiltinName = keyof typeof builtins;

/** Whether a word is taken by the language and can be no variable's name. */
export function isReserved(word: string): boolean {
  return (
    Object.hasOwn(scalarFunctions, word) ||
    Object.hasOwn(forms, word) ||
    Object.hasOwn(builtins, word) ||
    [
      'and',
      'or',
      'not',
      'xor',
      'mod',
      'to',
      'in',
      'end',
      'true',
      'false',
      'null',
      'undefined',
      'NaN',
      'Infinity',
    ].includes(word)
  );
}
