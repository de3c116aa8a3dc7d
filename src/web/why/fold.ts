import type { Equation, Operand, Sign } from './equation.ts';
import type { Quantity } from './expression.ts';
import { combineUnits } from './unit.ts';

/** Operands as they stand at first: some shown, the rest behind one line that says what they come to. */
export type Folded = {
  readonly shown: readonly Operand[];
  readonly rest: readonly Operand[];
  /** What the rest come to together; undefined where they come to nothing that can be said. */
  readonly together: Quantity | undefined;
};

/** Operands that are shown before the rest are folded. */
const mostShown = 4;

/**
 * Folds the operands beyond four: those that matter least to the result, so that what is shown carries it. The order stays
 * as it is written.
 */
export function fold({ form, operands, result }: Equation): Folded {
  if (operands.length <= mostShown || form === 'comparison' || form === 'same' || form === 'other')
    return { shown: operands, rest: [], together: undefined };
  const weights = new Map(operands.map((operand) => [operand, weightOf(operand, form, result)] as const));
  const byWeight = [...operands].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
  const kept = new Set(byWeight.slice(0, mostShown));
  const rest = operands.filter((operand) => !kept.has(operand));
  const [first, ...others] = operands.filter((operand) => kept.has(operand));
  return {
    shown: first === undefined ? [] : [{ ...first, sign: leading[first.sign] ?? first.sign }, ...others],
    rest,
    together: togetherOf(rest, form),
  };
}

/** What stands first needs nothing that joins it to what is folded. */
const leading: Readonly<Partial<Record<Sign, Sign>>> = {
  plus: 'none',
  times: 'none',
  and: 'none',
  or: 'none',
  andNot: 'not',
  orNot: 'not',
};

/** How much an operand matters: the greatest weights are shown. */
function weightOf({ quantity, sign }: Operand, form: Equation['form'], result: Quantity): number {
  const { value } = quantity;
  if (typeof value === 'boolean') {
    const isNegated = sign === 'not' || sign === 'andNot' || sign === 'orNot';
    return (isNegated ? !value : value) === result.value ? 1 : 0;
  }
  if (value === null) return Number.POSITIVE_INFINITY;
  if (form === 'product') return value > 0 ? Math.abs(Math.log(value)) : Number.POSITIVE_INFINITY;
  if (form === 'least') return -value;
  if (form === 'greatest') return value;
  return Math.abs(value);
}

function togetherOf(rest: readonly Operand[], form: Equation['form']): Quantity | undefined {
  const [first] = rest;
  if (first === undefined || rest.some(({ quantity }) => typeof quantity.value !== 'number')) return undefined;
  const signed = rest.map(({ quantity, sign }) => ({ ...quantity, value: quantity.value as number, sign }));
  if (form === 'sum') {
    const value = signed.reduce((sum, each) => sum + (each.sign === 'minus' ? -each.value : each.value), 0);
    return { value, unit: signed.find(({ unit }) => unit !== undefined)?.unit };
  }
  if (form !== 'product') return undefined;
  return signed.reduce<Quantity & { readonly value: number }>(
    (product, each) => ({
      value: each.sign === 'divided' ? product.value / each.value : product.value * each.value,
      unit: combineUnits(product.unit ?? '1', each.unit ?? '1', each.sign === 'divided' ? -1 : 1),
    }),
    { value: 1, unit: '1' },
  );
}
