import { describe, expect, it } from 'vitest';
import { Futures, future, noGrowth, noLuck, type Run, sum, village, type Written } from './village.ts';

const bands = ['bandYoung', 'bandWorking', 'bandOlder', 'bandOldest'] as const;

/** 580 people in age bands. */
const byBand = { inhabitants: null, young: 100, working: 300, older: 120, oldest: 60 };

/** One place without a hinterland. */
function place(facts: Written, parameters: Written = {}): Futures {
  return new Futures(
    village({ parameters, places: { by: { hinterland: null, ...facts } }, shops: { butik: { turnover: 2_000_000 } } }),
  );
}

/** A shop that cannot pay its bills in year 0. */
const insolvent = { openingCash: -290_000, staffFixed: 1_500_000 };

describe('a place followed as a whole', () => {
  it('falls by its trend of 0.8 % in each year of the likely run', () => {
    const people = place({ inhabitants: 1000 }).likely().all('population');
    for (const [year, size] of people.entries()) expect(size).toBeCloseTo(1000 * 0.992 ** year, 8); // 1 000, 992, 984.064 …
  });

  it('deviates from its trend in other futures, and starts from the same people', () => {
    const futures = place({ inhabitants: 1000, trend: -0.008 });
    const ends = Array.from({ length: 20 }, (_, index) => futures.run(future(index)));
    expect(new Set(ends.map((run) => run.at('population', 0)))).toEqual(new Set([1000]));
    expect(new Set(ends.map((run) => run.at('population', 14))).size).toBe(20);
  });

  it('keeps a share 0.6 of a year’s deviation in the next', () => {
    const run = place({ inhabitants: 1000, trend: -0.008 }).run(future(3));
    expect(run.at('populationDeviation', 0)).toBe(0);
    let deviation = 0;
    for (let year = 1; year < 15; year += 1) {
      // √0.3 of the region's luck and √0.7 of the place's own
      deviation =
        0.6 * deviation +
        0.004 *
          (Math.sqrt(0.3) * run.at('regionalPopulationShock', year) +
            Math.sqrt(0.7) * run.at('localPopulationShock', year));
      expect(run.at('populationDeviation', year)).toBeCloseTo(deviation, 14);
      expect(run.at('population', year)).toBeCloseTo(run.at('population', year - 1) * (0.992 + deviation), 8);
    }
  });

  it('is never below nobody, however bad the years', () => {
    const futures = place({ inhabitants: 200, trend: -0.5 }, { populationShockSize: 1.5 });
    const all = Array.from({ length: 40 }, (_, index) => futures.run(future(index)).all('population')).flat();
    expect(Math.min(...all)).toBe(0);
  });

  it('stays empty once it is empty', () => {
    expect(place({ inhabitants: 200, trend: -1 }).likely().all('population')).toEqual([
      200,
      ...Array<number>(14).fill(0),
    ]);
  });
});

describe('a place followed by age bands', () => {
  it('has in the first year the people stated', () => {
    const run = place(byBand).likely();
    expect(bands.map((band) => run.at(band, 0))).toEqual([100, 300, 120, 60]);
    expect(run.at('population', 0)).toBe(580);
  });

  it('has 5.70 births, 8.54 deaths and 1.80 who move away in the second', () => {
    const run = place(byBand).likely();
    expect(run.at('births', 1)).toBeCloseTo(5.7, 12); // 0.019 · 300
    expect(run.at('deaths', 1)).toBeCloseTo(8.54, 12); // 0.0002 · 100 + 0.002 · 300 + 0.016 · 120 + 0.10 · 60
    expect(run.at('wantedMigration', 1)).toBeCloseTo(-1.8, 12); // −0.008 · 580 − (5.70 − 8.54)
    expect(run.at('population', 1)).toBeCloseTo(575.36, 10); // 580 − 4.64
  });

  it('shares the moves by how prone a band is: 100, 420, 72 and 18 parts of 610', () => {
    const run = place(byBand).likely();
    // 100·1, 300·1.4, 120·0.6, 60·0.3; young: 100 − 0.02 deaths − 5 birthdays + 5.7 births − 1.8·100/610
    expect(run.at('bandYoung', 1)).toBeCloseTo(100 - 0.02 - 5 + 5.7 - (1.8 * 100) / 610, 10);
    expect(run.at('bandWorking', 1)).toBeCloseTo(300 - 0.6 - 300 / 45 + 5 - (1.8 * 420) / 610, 10);
    expect(run.at('bandOlder', 1)).toBeCloseTo(120 - 1.92 - 8 + 300 / 45 - (1.8 * 72) / 610, 10);
    expect(run.at('bandOldest', 1)).toBeCloseTo(60 - 6 + 8 - (1.8 * 18) / 610, 10);
  });

  it('grows older by a twentieth, a forty-fifth and a fifteenth of each band', () => {
    const nothingElse = {
      birthRate: 0,
      deathRateYoung: 0,
      deathRateWorking: 0,
      deathRateOlder: 0,
      deathRateOldest: 0,
      trend: 0,
    };
    const run = place(byBand, nothingElse).likely();
    expect(run.at('bandYoung', 1)).toBeCloseTo(95, 12); // 100 − 100/20
    expect(run.at('bandWorking', 1)).toBeCloseTo(300 + 5 - 300 / 45, 12);
    expect(run.at('bandOlder', 1)).toBeCloseTo(120 + 300 / 45 - 8, 12); // 120/15
    expect(run.at('bandOldest', 1)).toBeCloseTo(68, 12);
    expect(run.at('population', 14)).toBeCloseTo(580, 10);
  });

  it('balances in every year and future: people before, births, deaths and moves make people after', () => {
    const futures = place(byBand, { populationShockSize: 0.02 });
    for (const run of [futures.likely(), ...Array.from({ length: 20 }, (_, index) => futures.run(future(index, 1)))]) {
      for (let year = 1; year < 15; year += 1) {
        const change = run.at('births', year) - run.at('deaths', year) + run.at('wantedMigration', year);
        expect(run.at('population', year)).toBeCloseTo(run.at('population', year - 1) + change, 9);
        expect(run.at('population', year)).toBeCloseTo(sum(bands.map((band) => run.at(band, year))), 9);
      }
    }
  });

  it('follows in the likely run the same trend as a place followed as a whole', () => {
    for (const trend of [-0.03, -0.008, 0, 0.02]) {
      const [parts, whole] = [place({ ...byBand, trend }), place({ inhabitants: 580, trend })].map((futures) =>
        futures.likely().all('population'),
      ) as [number[], number[]];
      for (const [year, size] of whole.entries()) expect(parts[year]).toBeCloseTo(size, 8);
    }
  });

  it('has nobody below zero in any band, however many want to leave', () => {
    const futures = place({ ...byBand, trend: -0.6 }, { populationShockSize: 1 });
    for (let index = 0; index < 30; index += 1) {
      const run = futures.run(future(index));
      for (const band of bands) expect(Math.min(...run.all(band))).toBeGreaterThanOrEqual(0);
    }
  });

  it('buys by how much each band spends', () => {
    const run = place(byBand, { spendWeightYoung: 0.5, spendWeightOldest: 0.8, ...noGrowth }).likely();
    expect(run.at('groceryDemand', 0)).toBeCloseTo((0.5 * 100 + 300 + 120 + 0.8 * 60) * 22_500, 6); // 518 · 22 500
  });
});

describe('a stated path', () => {
  const path = { population: { byYear: { 2011: 700, 2015: 740, 2020: 690 } } };

  it('replaces the trend and all luck, with straight lines between its years and the last for good', () => {
    const futures = place({ inhabitants: 700, ...path, trend: -0.05 });
    const expected = [700, 710, 720, 730, 740, 730, 720, 710, 700, 690, 690, 690, 690, 690, 690];
    for (const run of [futures.likely(), futures.run(future(4)), futures.run(future(5))]) {
      for (const [year, size] of expected.entries()) expect(run.at('population', year)).toBeCloseTo(size, 10);
    }
  });

  it('counts every person alike when bands are stated too, since the path says nothing of age', () => {
    const run = place({ ...byBand, ...path }, { spendWeightYoung: 0, ...noGrowth }).likely();
    expect(run.at('groceryDemand', 4)).toBeCloseTo(740 * 22_500, 6);
  });

  it('of a village leaves its hinterland on the trend', () => {
    const run = new Futures(village({ places: { by: path } })).likely();
    expect(run.at('population', 4, 'by')).toBeCloseTo(740, 10);
    expect(run.at('population', 4, 'by.hinterland')).toBeCloseTo(700 * 0.992 ** 4, 10);
  });
});

describe('a closure', () => {
  const people = (parameters: Written): number[] => {
    const run = new Futures(
      village({
        parameters,
        places: { by: { hinterland: null } },
        shops: { butik: { turnover: 2_000_000, ...insolvent } },
      }),
    ).likely();
    expect(run.at('closingYear', 14)).toBe(0);
    return run.all('population');
  };
  const alone = Array.from({ length: 15 }, (_, year) => 700 * 0.992 ** year);
  const same = (found: number[], expected: number[]): void => {
    for (const [year, size] of expected.entries()) expect(found[year]).toBeCloseTo(size, 8);
  };

  it('moves nobody by default', () => {
    same(people({}), alone);
  });

  it('moves nobody while it is not said to, or said to move none', () => {
    same(people({ closureMigration: 0.01 }), alone);
    same(people({ peopleFollowShop: true }), alone);
  });

  it('moves one more in a hundred each year from the year after, where it is said to', () => {
    const moved = people({ peopleFollowShop: true, closureMigration: 0.01 });
    same(
      moved,
      Array.from({ length: 15 }, (_, year) => 700 * 0.982 ** year),
    ); // −0.8 % and −1 %, from year 1 on
  });

  it('moves nobody from a place that never had a shop', () => {
    const changes = {
      parameters: { peopleFollowShop: true, closureMigration: 0.01 },
      places: { by: { hinterland: null }, grannby: { inhabitants: 300 } },
    };
    const distances = [
      { between: ['by', 'near'], km: 17 },
      { between: ['by', 'far'], km: 22 },
      { between: ['grannby', 'near'], km: 10 },
      { between: ['grannby', 'far'], km: 30 },
      { between: ['grannby', 'by'], km: 8 },
    ];
    const run = new Futures(
      village({ ...changes, distances, shops: { butik: { turnover: 2_000_000, ...insolvent } } }),
    ).likely();
    expect(run.at('population', 14, 'grannby')).toBeCloseTo(300 * 0.992 ** 14, 8);
    expect(run.at('population', 14, 'by')).toBeCloseTo(700 * 0.982 ** 14, 8);
  });
});

describe('a hinterland', () => {
  const futures = new Futures(village());
  const runs: Run[] = Array.from({ length: 20 }, (_, index) => futures.run(future(index)));

  it('has the trend of its village in every future', () => {
    for (const run of runs) expect(run.at('trend', 0, 'by.hinterland')).toBe(run.at('trend', 0, 'by'));
    expect(new Set(runs.map((run) => run.at('trend', 0, 'by'))).size).toBe(20);
  });

  it('has luck of its own beside what the region shares', () => {
    for (const run of runs) {
      expect(run.at('localPopulationShock', 5, 'by.hinterland')).not.toBe(run.at('localPopulationShock', 5, 'by'));
      expect(run.at('population', 9, 'by.hinterland')).not.toBe(run.at('population', 9, 'by'));
    }
  });

  it('goes with its village in everything when all luck is the region’s', () => {
    const together = new Futures(village({ parameters: { regionalPart: 1 } })).run(future(2));
    expect(together.all('population', 'by.hinterland')).toEqual(together.all('population', 'by'));
  });

  it('may have a trend of its own', () => {
    const own = new Futures(village({ parameters: noLuck, places: { by: { hinterland: { trend: -0.02 } } } })).likely();
    expect(own.at('population', 10, 'by.hinterland')).toBeCloseTo(700 * 0.98 ** 10, 9);
    expect(own.at('population', 10, 'by')).toBeCloseTo(700 * 0.992 ** 10, 9);
  });
});

describe('people with nowhere to shop', () => {
  it('are reported as unserved in all they would buy, and travel nowhere', () => {
    const island = new Futures(
      village({ towns: null, distances: null, shops: null, places: { by: { hinterland: null } } }),
    );
    const run = island.likely();
    expect(run.at('unservedDemand', 0)).toBe(700 * 22_500);
    expect(run.at('elsewhereDemand', 0)).toBe(700 * 22_500);
    expect(run.at('travelSoFar', 14)).toBe(0);
  });
});
