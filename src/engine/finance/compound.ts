/** Growth of one krona over a number of periods, and of one krona paid in at the end of each. */
export interface CompoundFactors {
  /** (1 + rate)^periods, without unit. */
  readonly growth: number;
  /** 1 + (1 + rate) + … + (1 + rate)^(periods − 1), without unit; `periods` when the rate is 0. */
  readonly annuity: number;
}

/**
 * What one krona, and one krona a period, grow to.
 *
 * By doubling, with additions and multiplications only: the sum of 2m terms is the sum of m terms times 1 + (1 + rate)^m.
 * Nothing is subtracted, so small rates lose no digits and rate 0 needs no case of its own.
 *
 * @param rate - per period, a share (0.05 = 5 %), above −1
 * @param periods - a whole number, 0 or more
 * @throws {RangeError} if `rate` is not above −1 or `periods` is not such a number
 * @example
 * compoundFactors(0.5, 3) // => { growth: 3.375, annuity: 4.75 }
 */
export function compoundFactors(rate: number, periods: number): CompoundFactors {
  requireRate(rate);
  if (!(Number.isSafeInteger(periods) && periods >= 0)) {
    throw new RangeError(`periods is ${periods}; allowed a whole number, 0 or more`);
  }
  // read from the low bit: `growth` and `annuity` are for the bits so far, `power` and `sum` for 2^bit periods
  let growth = 1;
  let annuity = 0;
  let power = 1 + rate;
  let sum = 1;
  for (let left = periods; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) {
      annuity = annuity * power + sum;
      growth *= power;
    }
    sum *= 1 + power;
    power *= power;
  }
  return { growth, annuity };
}

/**
 * Stops a rate at which money would vanish or change sign.
 *
 * @param rate - per period, a share
 * @throws {RangeError} if `rate` is not a number above −1
 * @example
 * requireRate(0.05) // => undefined
 */
export function requireRate(rate: number): void {
  if (!(rate > -1 && rate < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`rate is ${rate}; allowed above -1, a share per period (0.05 is 5 %)`);
  }
}
