import { Decimal } from 'decimal.js';
import type { Arithmetic } from '../compile/index.ts';

/** Decimal numbers of our own, so that settings made elsewhere change nothing: 40 digits, half away from zero. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, defaults: true });

/** The number without a sign on nought, which no reader expects on an amount. */
const unsigned = (value: Decimal): Decimal => (value.isZero() ? new Exact(0) : value);

/**
 * Decimal arithmetic for stated money: 40 digits, and variables marked as öre rounded half away from zero to two decimals.
 *
 * A double is taken as the shortest decimal that means it, so a rate written 0.05 is exactly 5 %. NaN and infinities follow
 * doubles, so a formula that guards against them works alike in both.
 */
export const decimals: Arithmetic<Decimal> = {
  of: (value) => new Exact(value),
  toNumber: (value) => value.toNumber(),
  round: (value) => unsigned(value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP)),
  operate(name, parts) {
    const a = parts[0] as Decimal;
    const b = parts[1] as Decimal;
    switch (name) {
      case 'add':
        return a.plus(b);
      case 'subtract':
        return a.minus(b);
      case 'multiply':
        return a.times(b);
      case 'divide':
        return a.div(b);
      case 'unaryMinus':
        return a.neg();
      case 'unaryPlus':
        return a;
      case 'pow':
        return power(a, b);
      case 'smaller':
        return a.lt(b);
      case 'smallerEq':
        return a.lte(b);
      case 'larger':
        return a.gt(b);
      case 'largerEq':
        return a.gte(b);
      case 'equal':
        return a.eq(b);
      case 'unequal':
        return !a.eq(b);
    }
  },
  call(name, parts) {
    const [a, b, c] = parts as [Decimal, Decimal, Decimal];
    switch (name) {
      case 'min':
        return parts.reduce(smaller);
      case 'max':
        return parts.reduce(larger);
      case 'clamp':
        return smaller(larger(a, b), c);
      case 'abs':
        return a.abs();
      case 'floor':
        return a.floor();
      case 'round':
        return a.toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
      case 'exp':
        return a.exp();
      case 'log':
        return a.ln();
      case 'pow':
        return power(a, b);
      case 'sqrt':
        return a.sqrt();
    }
  },
};

/** As with doubles: of equals, and when either is NaN, the first. */
const smaller = (a: Decimal, b: Decimal): Decimal => (b.lt(a) ? b : a);
const larger = (a: Decimal, b: Decimal): Decimal => (a.lt(b) ? b : a);

/** As with doubles: 1 to any power is 1, and so is −1 to an infinite one; this library follows ECMAScript, which says NaN. */
function power(base: Decimal, exponent: Decimal): Decimal {
  const isOne = base.eq(1) || (base.eq(-1) && !exponent.isFinite() && !exponent.isNaN());
  return isOne ? new Exact(1) : base.pow(exponent);
}
