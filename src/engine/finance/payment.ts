import { compoundFactors } from './compound.ts';

/**
 * Equal payment at the end of each period that pays off a loan or saves up an amount: PMT of the spreadsheets.
 *
 * −(presentValue·(1 + rate)^periods + futureValue) / ((1 + rate)^periods − 1) · rate, and −(presentValue +
 * futureValue)/periods at rate 0. Signs as in spreadsheets: money received is positive, so a loan received gives a
 * negative payment. For the annuity of an investment with a residual, give −cost and residual.
 *
 * @param rate - per period, a share (0.05 = 5 %), above −1
 * @param periods - a whole number, 1 or more
 * @param presentValue - received now, SEK
 * @param futureValue - to be there after the last payment, SEK
 * @returns SEK per period, not rounded
 * @throws {RangeError} if `rate` is not above −1 or `periods` is not a whole number, 1 or more
 * @see OpenFormula 1.3 (OASIS), PMT with PayType 0
 * @example
 * payment(0, 12, 6000) // => -500
 */
export function payment(rate: number, periods: number, presentValue: number, futureValue = 0): number {
  if (periods === 0) throw new RangeError('periods is 0; allowed a whole number, 1 or more');
  const { growth, annuity } = compoundFactors(rate, periods);
  return 0 - (presentValue * growth + futureValue) / annuity;
}
