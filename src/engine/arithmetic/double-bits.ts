const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);

// 1 has no bits in its low word, so the word that is not zero is the high one, on either byte order.
DOUBLE[0] = 1;
const HIGH = WORDS[1] === 0 ? 0 : 1;

/**
 * The upper half of a number's 64 bits: sign, exponent and the first 20 bits of its fraction.
 *
 * @param x - any number
 * @returns the high word as a signed 32-bit integer; the sign bit is the sign of `x`
 * @see IEEE 754-2019, section 3.4 (binary64)
 * @example
 * highWord(1) // => 1072693248
 */
export function highWord(x: number): number {
  DOUBLE[0] = x;
  return WORDS[HIGH]!;
}
