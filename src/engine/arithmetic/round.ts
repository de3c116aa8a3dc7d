/**
 * A number rounded to the nearest whole number, halves away from zero, as amounts are rounded in Swedish accounts.
 *
 * Exact for every double: the fraction is compared with a half, because adding a half and rounding down would turn
 * 0.49999999999999994 into 1. Never gives −0.
 *
 * @param x - any number, in any unit
 * @returns the whole number; NaN and infinities unchanged; never throws
 * @example
 * roundHalfAwayFromZero(-2.5) // => -3
 */
export function roundHalfAwayFromZero(x: number): number {
  const size = Math.abs(x);
  const whole = Math.floor(size);
  const rounded = size - whole >= 0.5 ? whole + 1 : whole;
  return (x < 0 ? -rounded : rounded) + 0; // −0 + 0 is +0
}
