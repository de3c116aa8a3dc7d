import { highWord } from './double-bits.ts';
import { POWERS_OF_TWO } from './powers-of-two.ts';

// ln 2 in two parts; the first has 42 bits, so that its product with an exponent of at most 11 bits is exact.
const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;

const SMALLEST_NORMAL = 2.2250738585072014e-308; // 2^−1022
const TWO_TO_54 = 18014398509481984;

// Added to the high word, it carries into the exponent when the fraction is √2 or more.
const CARRY_FROM_ROOT_2 = 0x100000 - 0x6a09e;

// (ln((1 + s)/(1 − s)) − 2s) / s³ as a polynomial in z = s² ≤ 0.029438, interpolated at 8 Chebyshev points with
// 80 digits; near 2/3, 2/5, 2/7, … of the series. Truncation is below 2^−60 of the result.
const C0 = 0.6666666666666666;
const C1 = 0.4000000000000088;
const C2 = 0.28571428570803514;
const C3 = 0.2222222239173592;
const C4 = 0.18181795637781728;
const C5 = 0.15386239830697943;
const C6 = 0.1326876971386881;
const C7 = 0.1308666196353411;

/**
 * Natural logarithm: the continuous growth that leads from 1 to a number.
 *
 * Made of + − × ÷ and a look at the exponent's bits, because built-in `Math.log` may differ between machines and
 * versions; these bits do not. Within 1 unit in the last place everywhere (measured: 0.82).
 *
 * The number is 2^k (1 + f) with 1 + f between √½ and √2; with s = f / (2 + f), ln(1 + f) = f − f²/2 + s (f²/2 + R(s²)).
 *
 * @param x - any number; subnormal numbers are exact input like others
 * @returns ln x; −Infinity for 0 and −0, NaN below 0 and for NaN, Infinity for Infinity; never throws
 * @see W. J. Cody & W. Waite, Software Manual for the Elementary Functions (1980), chapter 5, for the reduction
 * @example
 * log(10) // => 2.302585092994046
 */
export function log(x: number): number {
  let scaled = x;
  let shift = -1023;
  if (!(x >= SMALLEST_NORMAL && x < Infinity)) {
    if (x === 0) return -Infinity;
    if (!(x > 0)) return NaN;
    if (x === Infinity) return x;
    scaled = x * TWO_TO_54;
    shift = -1077;
  }
  const exponent = (highWord(scaled) + CARRY_FROM_ROOT_2) >> 20;
  const k = exponent + shift;
  const f = scaled * POWERS_OF_TWO[1023 - exponent + 1074]! - 1; // both exact
  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const halfSquare = 0.5 * f * f;
  const r = z * (C0 + C1 * z + (C2 + C3 * z) * z2 + (C4 + C5 * z + (C6 + C7 * z) * z2) * (z2 * z2));
  return k * LN2_HIGH + (f - (halfSquare - (s * (halfSquare + r) + k * LN2_LOW)));
}
