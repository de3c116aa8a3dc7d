import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compoundFactors } from './compound.ts';
import { payment } from './payment.ts';

const relative = (actual: number, expected: number): number => Math.abs(actual / expected - 1);

describe('payment', () => {
  it('agrees with the savings plan of formulajs: 50 000 in 18 years at 6 % takes 129.08 a month', () => {
    expect(relative(payment(0.06 / 12, 18 * 12, 0, 50000), -129.0811608679973)).toBeLessThan(1e-12);
  });

  it('pays 600 000 over 10 years at 5 % with 77 702.744979 a year', () => {
    expect(payment(0.05, 10, -600_000)).toBeCloseTo(77_702.744979, 6);
  });

  it('shares the amount equally without interest', () => {
    expect(payment(0, 10, -600_000, 100_000)).toBe(50_000);
  });

  it('comes near the payment without interest when interest is next to nothing', () => {
    // per period 1/n + rate·(n + 1)/2n to first order: 60 000 · (1 + 5.5e-12)
    expect(relative(payment(1e-12, 10, -600_000), 60_000 * (1 + 5.5e-12))).toBeLessThan(1e-15);
  });

  it('leaves the loan at the stated future value when paid period by period', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.2, max: 0.5, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 1e7 }),
        fc.integer({ min: -1e6, max: 1e6 }),
        (rate, periods, loan, rest) => {
          const paid = payment(rate, periods, loan, rest);
          let balance = loan;
          for (let period = 0; period < periods; period++) balance = balance * (1 + rate) + paid;
          const scale = loan * compoundFactors(rate, periods).growth + loan + Math.abs(rest);
          expect(Math.abs(balance + rest) / scale).toBeLessThan(1e-11);
        },
      ),
    );
  });

  it.each([
    [-1, 10],
    [Number.NaN, 10],
    [0.05, 0],
    [0.05, 1.5],
    [0.05, -3],
  ])('refuses rate %s over %s periods', (rate, periods) => {
    expect(() => payment(rate, periods, 1000)).toThrow(RangeError);
  });
});

describe('compoundFactors', () => {
  it('agree with adding and multiplying one period at a time', () => {
    for (const rate of [-0.3, 0, 0.035, 0.5]) {
      let growth = 1;
      let annuity = 0;
      for (let periods = 0; periods <= 70; periods++) {
        const factors = compoundFactors(rate, periods);
        expect(relative(factors.growth, growth)).toBeLessThan(1e-13);
        expect(Math.abs(factors.annuity - annuity)).toBeLessThanOrEqual(1e-13 * annuity);
        annuity = annuity * (1 + rate) + 1;
        growth *= 1 + rate;
      }
    }
  });
});
