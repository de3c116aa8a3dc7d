/** The lowest exponent in the table: 2^−1074 is the smallest number above zero that a double can hold. */
const LOWEST_POWER = -1074;

/**
 * Every power of two that a double can hold, 2^−1074 … 2^1023, so that scaling is an exact multiplication.
 *
 * A table and not an exponent written through a bit view: reading a number just after writing half of its bits stalls
 * the processor. In WebAssembly the same factor is `(k + 1023) << 52` seen as a double; the bits are the same.
 *
 * Float64Array, 2 098 values, value `i` is 2^(i − 1074); shared, not to be written to.
 *
 * @example
 * POWERS_OF_TWO[3 + 1074] // => 8
 */
export const POWERS_OF_TWO: Float64Array = powersOfTwo();

function powersOfTwo(): Float64Array {
  const table = new Float64Array(1023 - LOWEST_POWER + 1);
  let power = Number.MIN_VALUE; // 2^−1074
  for (let i = 0; i < table.length; i++) {
    table[i] = power;
    power *= 2; // exact: doubling never rounds, not even among subnormal numbers
  }
  return table;
}
