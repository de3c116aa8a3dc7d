/**
 * The smaller of two numbers.
 *
 * Written as a choice, not as `Math.min`, because it is then one instruction (`pmin`) in WebAssembly with the same bits:
 * of equals, and when either is NaN, the first is returned.
 *
 * @param a - any number, in the unit of `b`
 * @param b - any number
 * @returns `b` if it is less than `a`, else `a`
 * @example
 * minimum(3, 2) // => 2
 */
export function minimum(a: number, b: number): number {
  return b < a ? b : a;
}

/**
 * The larger of two numbers.
 *
 * A choice for the same reason as `minimum` (`pmax`): of equals, and when either is NaN, the first is returned.
 *
 * @param a - any number, in the unit of `b`
 * @param b - any number
 * @returns `b` if it is greater than `a`, else `a`
 * @example
 * maximum(3, 2) // => 3
 */
export function maximum(a: number, b: number): number {
  return a < b ? b : a;
}

/**
 * A number held between a floor and a ceiling.
 *
 * @param x - any number; NaN stays NaN
 * @param low - the floor, in the unit of `x`
 * @param high - the ceiling; wins if it is below the floor
 * @returns `x`, or the bound it passed
 * @example
 * clamp(1.2, 0, 1) // => 1
 */
export function clamp(x: number, low: number, high: number): number {
  return minimum(maximum(x, low), high);
}
