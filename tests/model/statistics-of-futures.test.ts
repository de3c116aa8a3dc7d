import { describe, expect, it } from 'vitest';
import { Futures, future, type Run, sum, village, villageWithServicePoint, villageWithShop } from './village.ts';

/** The worked example with everything uncertain that the model holds uncertain. */
const uncertain = { parameters: { spend: null, distanceDecay: null } };

function runs(futures: Futures, count: number, alternative?: string): Run[] {
  return Array.from({ length: count }, (_, index) => futures.run(future(index, index), alternative));
}

describe('what is known stays known in every future', () => {
  const all = runs(new Futures(village(uncertain)), 60);

  it('the shop sells its stated turnover in year 0, whatever people spend and however far they go', () => {
    for (const run of all) expect(Math.abs(run.at('sales', 0) / 9_000_000 - 1)).toBeLessThanOrEqual(1e-12);
  });

  it('though spending, distance decay and so attraction differ', () => {
    for (const name of ['spend', 'distanceDecay', 'calibration'])
      expect(new Set(all.map((run) => run.at(name, 0))).size).toBe(60);
    expect(Math.min(...all.map((run) => run.at('distanceDecay', 0)))).toBeGreaterThan(1);
    expect(Math.max(...all.map((run) => run.at('distanceDecay', 0)))).toBeLessThan(2);
  });

  it('what residents and passers-by buy and what they buy elsewhere is all they buy', () => {
    for (const run of all) {
      for (const year of [0, 7, 14]) {
        const demand = sum(['by', 'by.hinterland'].map((id) => run.at('groceryDemand', year, id)));
        const elsewhere = sum(['by', 'by.hinterland'].map((id) => run.at('elsewhereDemand', year, id)));
        expect((run.at('localSales', year) + elsewhere) / demand).toBeCloseTo(1, 12);
      }
    }
  });

  it('a turnover that is itself uncertain is met as it was drawn', () => {
    const drawn = runs(
      new Futures(villageWithShop({ turnover: { low: 8e6, likely: 9e6, high: 11e6 } }, uncertain)),
      20,
    );
    for (const run of drawn)
      expect(Math.abs(run.at('sales', 0) / run.at('turnover', 0) - 1)).toBeLessThanOrEqual(1e-12);
    expect(new Set(drawn.map((run) => run.at('turnover', 0))).size).toBe(20);
  });

  it('inner futures share what we do not know and have luck of their own', () => {
    const futures = new Futures(village(uncertain));
    const [a, b] = [futures.run(future(3, 0)), futures.run(future(3, 1))];
    for (const name of [
      'spend',
      'distanceDecay',
      'reservationPay',
      'patience',
      'calibration',
      'yearsSinceReinvestment',
    ])
      expect(b.at(name, 0)).toBe(a.at(name, 0));
    for (const name of ['groceryPriceShock', 'ownerLuck', 'wageShock']) expect(b.at(name, 4)).not.toBe(a.at(name, 4));
  });
});

describe('the pay an owner accepts', () => {
  /** Earns 640 000 − 300 000 = 340 000 before the owner, of which the owner takes 300 000. */
  const strained = { staffFixed: 700_000, yearsSinceReinvestment: 5 };

  it('is what the owner asks for, and at most nine tenths of what the likely first year pays', () => {
    const futures = new Futures(villageWithShop({ staffFixed: 900_000 }, uncertain));
    const likely = futures.likely().at('ownerPay', 0);
    expect(likely).toBeCloseTo(140_000, 6); // 640 000 − 500 000 of more staff
    const all = runs(futures, 60);
    for (const run of all) expect(run.at('acceptedPay', 0)).toBe(Math.min(run.at('reservationPay', 0), 0.9 * likely));
    const capped = all.filter((run) => run.at('reservationPay', 0) > 126_000); // 0.9 · 140 000, of 0–200 000
    expect(capped.length).toBeGreaterThan(10);
    expect(capped.length).toBeLessThan(40);
  });

  it('holds in the likely run too', () => {
    const run = new Futures(villageWithShop({ staffFixed: 1_000_000, reservationPay: 90_000 })).likely();
    expect(run.at('ownerPay', 0)).toBeCloseTo(40_000, 6);
    expect(run.at('acceptedPay', 0)).toBeCloseTo(36_000, 6); // 0.9 · 40 000 < 90 000
  });

  it('counts a reinvestment that is made in year 0', () => {
    const run = new Futures(
      villageWithShop({ ...strained, yearsSinceReinvestment: 12, reservationPay: 290_000 }),
    ).likely();
    expect(run.at('reinvestmentMade', 0)).toBe(1);
    expect(run.at('acceptedPay', 0)).toBeCloseTo(0.9 * (340_000 - 800_000 / 12), 6); // 246 000
  });

  it('is set by the village without measures: compensation to the host does not raise it', () => {
    const futures = new Futures(
      villageWithServicePoint(
        { hostCompensation: 100_000 },
        { shops: { butik: { staffFixed: 900_000, reservationPay: 200_000 } } },
      ),
    );
    expect(futures.likely('with').at('ownerPay', 0)).toBeCloseTo(240_000, 6);
    for (const alternative of ['none', 'with'])
      expect(futures.likely(alternative).at('acceptedPay', 0)).toBeCloseTo(126_000, 6);
  });

  it('follows wages from then on', () => {
    const run = new Futures(
      villageWithShop({
        reservationPay: 299_000,
        ownerPayTarget: 300_000,
        yearsSinceReinvestment: 0,
        staffFixed: 690_000,
      }),
    ).likely();
    // 270 000 accepted in year 0; short from the first year in which less than 270 000 · 1.025^t is left for the owner
    const first = run.all('ownerPay').findIndex((pay, year) => pay < 270_000 * 1.025 ** year);
    expect(first).toBeGreaterThan(0);
    expect(run.all('shortYears').slice(0, first + 2)).toEqual([...Array<number>(first).fill(0), 1, 2]);
  });
});

describe('giving up', () => {
  it('closes no shop in year 0 when patience is more than a year', () => {
    const poor = new Futures(
      villageWithShop({ staffFixed: 900_000, patience: { low: 1.01, likely: 2, high: 4 }, exitRate: 0 }, uncertain),
    );
    for (const run of runs(poor, 80)) expect(run.at('gaveUp', 0)).toBe(0);
  });

  it('closes no shop in year 0 of the likely run, however impatient its owner', () => {
    for (const staffFixed of [400_000, 900_000, 1_020_000]) {
      expect(
        new Futures(villageWithShop({ staffFixed, patience: 1, reservationPay: 300_000 })).likely().at('closes', 0),
      ).toBe(0);
    }
  });

  it('comes in the year in which the streak of short pay reaches patience, and not before', () => {
    for (const patience of [1, 2, 4]) {
      const run = new Futures(
        villageWithShop({
          patience,
          reservationPay: 299_000,
          yearsSinceReinvestment: 0,
          staffFixed: 690_000,
          creditLimit: 3_000_000,
        }),
      ).likely();
      const first = run.all('shortYears').indexOf(1);
      expect(run.at('closingYear', 14)).toBe(first + patience - 1);
      expect(run.at('closingCause', 14)).toBe(2);
    }
  });

  it('happens in different years in different futures', () => {
    const poor = new Futures(
      villageWithShop({ staffFixed: 690_000, exitRate: 0, yearsSinceReinvestment: null }, uncertain),
    );
    const years = runs(poor, 60).map((run) => run.at('closingYear', 14));
    expect(new Set(years.filter((year) => year >= 0)).size).toBeGreaterThan(4);
  });
});

describe('an owner who leaves', () => {
  it('never does in the likely run, when no age is stated', () => {
    const run = new Futures(villageWithShop({ exitRate: 1 })).likely();
    expect(sum(run.all('ownerLeaves'))).toBe(0);
    expect(run.at('standsAtEnd', 14)).toBe(1);
  });

  it('does in the likely run at 67, when an age is stated, and likely finds a successor at full pay', () => {
    const run = new Futures(villageWithShop({ openingOwnerAge: 62 })).likely();
    expect(run.all('ownerLeaves').indexOf(1)).toBe(5); // 62 + 5 = 67
    expect(sum(run.all('ownerLeaves'))).toBe(1); // the successor's age is not known
    expect(run.at('successionChance', 5)).toBeCloseTo(0.95, 12); // 0.4 + 0.55 · 1
    expect(run.at('standsAtEnd', 14)).toBe(1);
  });

  it('leaves at once when already older, and closes the shop when nobody takes over', () => {
    const run = new Futures(
      villageWithShop({ openingOwnerAge: 70 }, { parameters: { successionBase: 0.2, successionSlope: 0.2 } }),
    ).likely();
    expect([run.at('closingYear', 14), run.at('closingCause', 14)]).toEqual([0, 3]); // a chance of 0.4 is less than even
  });

  it('leaves in 4 % of years when no age is stated', () => {
    const all = runs(new Futures(village(uncertain)), 120);
    let [open, left] = [0, 0];
    for (const run of all) {
      for (let year = 0; year < 15; year += 1) {
        if (run.at('isOpen', year) === 0 || run.at('insolvent', year) === 1 || run.at('gaveUp', year) === 1) continue;
        open += 1;
        left += run.at('ownerLeaves', year);
      }
    }
    expect(Math.abs(left / open - 0.04)).toBeLessThan(3 * Math.sqrt((0.04 * 0.96) / open)); // three standard errors
  });

  it('leaves a successor whose streak of short pay starts anew', () => {
    const futures = new Futures(
      villageWithShop(
        { staffFixed: 800_000, exitRate: 0.5, patience: 10, reservationPay: 250_000 },
        { parameters: { successionBase: 1 } },
      ),
    );
    let seen = 0;
    for (const run of runs(futures, 20)) {
      for (let year = 1; year < 15; year += 1) {
        if (run.at('succeeded', year) !== 1 || run.at('shortYearsNow', year) === 0) continue;
        expect(run.at('shortYears', year)).toBe(0);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(10);
  });
});
