import { Decimal as BaseDecimal } from 'decimal.js';

/** Decimal arithmetic with 60 digits and no practical limit on exponents. */
export const Decimal = BaseDecimal.clone({
  precision: 60,
  toExpNeg: -1e6,
  toExpPos: 1e6,
  maxE: 9e15,
  minE: -9e15,
});
export type Decimal = InstanceType<typeof Decimal>;

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** The exact value of a double, not of its shortest decimal notation. */
function exactDecimal(x: number): Decimal {
  double[0] = x;
  const exponent = Number((bits[0]! >> 52n) & 2047n);
  const fraction = bits[0]! & ((1n << 52n) - 1n);
  const whole = exponent > 0 ? fraction | (1n << 52n) : fraction;
  const size = new Decimal(whole.toString()).times(new Decimal(2).pow(Math.max(exponent, 1) - 1075));
  return x < 0 ? size.neg() : size;
}

/**
 * How far a computed number is from the true one, in units in the last place of the true one.
 *
 * @param computed - the double to judge
 * @param truth - the true value, to 40 digits or more
 */
function ulpError(computed: number, truth: Decimal): number {
  const nearest = Math.abs(Number(truth.toPrecision(40)));
  return truth
    .minus(exactDecimal(computed))
    .abs()
    .div(exactDecimal(unitInLastPlace(nearest)))
    .toNumber();
}

function unitInLastPlace(x: number): number {
  if (x >= Number.MAX_VALUE) return 1.9958403095347198e292; // 2^971
  double[0] = x;
  bits[0]! += 1n;
  return double[0] - x;
}

/** Largest error of a function over points, with the point where it occurs, for a message that can be acted on. */
export function worstUlpError<T extends number[]>(
  points: readonly T[],
  computed: (...point: T) => number,
  truth: (...point: Decimal[]) => Decimal,
): { error: number; point: T | undefined } {
  let error = 0;
  let point: T | undefined;
  for (const candidate of points) {
    const found = ulpError(computed(...candidate), truth(...candidate.map(exactDecimal)));
    if (!(found <= error)) {
      error = found;
      point = candidate;
    }
  }
  return { error, point };
}
