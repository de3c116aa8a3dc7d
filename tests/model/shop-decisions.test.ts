import { describe, expect, it } from 'vitest';
import { Futures, noGrowth, type Run, villageWithShop, type Written } from './village.ts';

/** The shop of the worked example at prices that stand still, with a reinvestment of 800 000 due in year 0. */
function shop(facts: Written, parameters: Written = {}): Run {
  return new Futures(
    villageWithShop({ yearsSinceReinvestment: 12, ...facts }, { parameters: { ...noGrowth, ...parameters } }),
  ).likely();
}

const made = (run: Run): number[] => run.all('reinvestmentMade').flatMap((flag, year) => (flag === 1 ? [year] : []));

describe('a reinvestment is made when cash and credit suffice, to the krona', () => {
  /**
   * With x kronor of overdraft at the start: 640 000 before the owner, less 66 667 of depreciation and 0.08·x of interest;
   * the owner takes 300 000. Depreciation comes back, 480 000 is borrowed and 800 000 laid out.
   */
  it('at a full pay of the owner: 320 000 / 1.08 = 296 296 of overdraft', () => {
    // −x + (273 333 − 0.08·x) + 66 667 + 480 000 − 800 000 ≥ −300 000
    expect(shop({ openingCash: -296_296 }).at('reinvestmentMade', 0)).toBe(1);
    expect(shop({ openingCash: -296_297 }).at('reinvestmentMade', 0)).toBe(0);
  });

  it('at less than full pay: the result is 0, so 46 666 of overdraft', () => {
    // staff 500 000 dearer: −x + 0 + 66 667 + 480 000 − 800 000 ≥ −300 000
    expect(shop({ openingCash: -46_666, staffFixed: 900_000 }).at('reinvestmentMade', 0)).toBe(1);
    expect(shop({ openingCash: -46_667, staffFixed: 900_000 }).at('reinvestmentMade', 0)).toBe(0);
  });

  it('after a tax of a fifth of the result: 265 333 / 1.064 = 249 373 of overdraft', () => {
    // −x + 0.8·(273 333 − 0.08·x) + 66 667 + 480 000 − 800 000 ≥ −300 000
    expect(shop({ openingCash: -249_373 }, { profitTaxRate: 0.2 }).at('reinvestmentMade', 0)).toBe(1);
    expect(shop({ openingCash: -249_374 }, { profitTaxRate: 0.2 }).at('reinvestmentMade', 0)).toBe(0);
  });

  it('after interest and repayment of an old loan: 305 000 / 1.08 = 282 407 of overdraft', () => {
    // 100 000 of debt: 5 000 of interest and a repayment of 10 000
    expect(shop({ openingCash: -282_407, openingDebt: 100_000 }).at('reinvestmentMade', 0)).toBe(1);
    expect(shop({ openingCash: -282_408, openingDebt: 100_000 }).at('reinvestmentMade', 0)).toBe(0);
  });

  it('with what is left of an old book value written off beside it: no krona more or less', () => {
    // The owner is paid in full, so 20 000 more of depreciation lowers the result by what it brings back.
    const old = { openingBookValue: 40_000, openingRemainingLife: 2 };
    expect(shop({ openingCash: -296_296, ...old }).at('reinvestmentMade', 0)).toBe(1);
    expect(shop({ openingCash: -296_297, ...old }).at('reinvestmentMade', 0)).toBe(0);
    expect(shop({ openingCash: -296_296, ...old }).at('depreciation', 0)).toBeCloseTo(800_000 / 12 + 20_000, 6);
  });

  it('and not in the year after one in which the owner was short of pay, however much is in the till', () => {
    const short = {
      staffFixed: 900_000,
      ownerPayTarget: 300_000,
      reservationPay: 130_000,
      openingCash: 700_000,
      yearsSinceReinvestment: 10,
      patience: 10,
    };
    const run = shop(short, { wageGrowth: 0.02 });
    // Wages eat up the 140 000 of year 0: year 1 is short of 0.9 · 140 000 = 126 000.
    expect(run.at('shortYears', 1)).toBe(1);
    expect(run.at('reinvestmentDue', 2)).toBe(1);
    expect(run.at('cashIfMade', 2)).toBeGreaterThan(-300_000);
    expect(run.at('reinvestmentMade', 2)).toBe(0);
  });
});

describe('a reinvestment put off', () => {
  /** 340 000 a year before an owner who takes 200 000: overdrafts of 250 000, then 130 000, are too large to lay out 320 000. */
  const run = shop({ openingCash: -250_000, staffFixed: 700_000, ownerPayTarget: 200_000 });

  it('is tried each year until it can be made, and the next comes twelve years after that', () => {
    expect(made(run)).toEqual([2, 14]);
    expect(run.all('reinvestmentDue').slice(0, 5)).toEqual([1, 1, 1, 0, 0]);
  });

  it('wears the shop by 3 % of its pull at the start for each year, until it is made', () => {
    for (const [year, fresh] of [1, 0.97, 0.94, 1, 1].entries())
      expect(run.at('freshness', year)).toBeCloseTo(fresh, 12);
  });

  it('never wears it below 60 %', () => {
    const worn = shop({ reinvestmentCost: 5_000_000 }, { freshnessWear: 0.15 });
    expect(made(worn)).toEqual([]);
    for (const [year, fresh] of [1, 0.85, 0.7, 0.6, 0.6].entries())
      expect(worn.at('freshness', year)).toBeCloseTo(fresh, 12);
  });
});

describe('a shop is insolvent', () => {
  it('when cash at the end of the year is below its credit, by a krona and not at it', () => {
    // 640 000 less 300 000 to the owner is 340 000; the credit is 300 000.
    const at = (openingCash: number): number =>
      shop({ openingCash, yearsSinceReinvestment: 0, overdraftRate: 0 }).at('insolvent', 0);
    expect(at(-639_999)).toBe(0); // −639 999 + 340 000 = −299 999
    expect(at(-640_001)).toBe(1);
  });

  it('before it is said that its owner gave up, when both are so', () => {
    const run = shop({ openingCash: -290_000, staffFixed: 1_500_000, patience: 0.5, yearsSinceReinvestment: 0 });
    expect([run.at('closingYear', 14), run.at('closingCause', 14)]).toEqual([0, 1]);
  });
});

describe('debt', () => {
  it('of the start is repaid in equal parts over the years to repay, from year 0', () => {
    const run = shop({ openingDebt: 200_000, loanYears: 4, yearsSinceReinvestment: 0 });
    expect(run.all('repayment').slice(0, 6)).toEqual([50_000, 50_000, 50_000, 50_000, 0, 0]);
    expect(run.all('interest').slice(0, 5).map(Math.round)).toEqual([10_000, 7_500, 5_000, 2_500, 0]); // 5 % of 200 000, 150 000 …
  });

  it('grows by a new loan, and all of it is then repaid over the full time', () => {
    const run = shop({ openingDebt: 200_000, loanYears: 4, yearsSinceReinvestment: 11 });
    expect(run.at('newLoan', 1)).toBeCloseTo(480_000, 6); // 0.6 · 800 000 in year 1
    expect(run.at('debt', 1)).toBeCloseTo(580_000, 6); // 200 000 − 2 · 50 000 + 480 000
    for (const year of [2, 3, 4, 5]) expect(run.at('repayment', year)).toBeCloseTo(145_000, 6); // 580 000 / 4
    expect(run.at('debt', 5)).toBeCloseTo(0, 6);
  });
});

describe('without what the shop says of itself', () => {
  const facts = { agencyIncome: null, staffFixed: null, premises: null, openingCash: null, reinvestmentCost: null };

  it('its lines are sized by its turnover of 9 million', () => {
    const run = shop(facts);
    expect(run.at('agencyTotal', 0)).toBeCloseTo(114_000, 6); // 60 000 + 0.6 %
    expect(run.at('staffCost', 0)).toBeCloseTo(60_000 + 450_000 + 630_000, 6); // + 5 % fixed + 7 % variable
    expect(run.at('premisesCost', 0)).toBeCloseTo(420_000, 6); // 60 000 + 4 %
    expect(run.at('reinvestmentOutlayIfMade', 0)).toBeCloseTo(840_000, 6); // 300 000 + 6 %
    expect(run.at('openingCash', 0)).toBeCloseTo(360_000, 6); // 4 %
  });
});
