import { describe, expect, it } from 'vitest';
import { PlannerError } from '../../src/errors.ts';
import {
  Futures,
  future,
  noGrowth,
  noLuck,
  type Run,
  scenarioOf,
  sum,
  villageWithServicePoint,
  villageWithShop,
  type Written,
} from './village.ts';

/** The likely run with a service point, at prices that stand still unless told otherwise. */
function withPoint(point: Written, changes: Written = {}): Run {
  const { parameters, ...rest } = changes as { parameters?: Written };
  return new Futures(villageWithServicePoint(point, { parameters: { ...noGrowth, ...parameters }, ...rest })).likely(
    'with',
  );
}

const yearsOf = (flags: readonly number[]): number[] => flags.flatMap((flag, year) => (flag === 1 ? [year] : []));

/** A shop whose owner is 65, leaves at 67 and finds nobody: it closes at the end of year 2. */
const closesInYear2: Written = {
  shops: { butik: { openingOwnerAge: 65 } },
  // without deliveries to those who lose the shop, so that only the service point costs anybody anything
  parameters: { successionBase: 0, successionSlope: 0, householdsInNeed: 0 },
};

const room = { label: 'room', cost: 100_000, life: 10, rate: 0.05, grants: [{ from: 'region', amount: 60_000 }] };

describe('a service point works', () => {
  it('from its start through the last year of its agreement, both included', () => {
    const run = withPoint({ start: 2014, agreementYears: 4, renewAgreement: false });
    expect(yearsOf(run.all('measureActive'))).toEqual([3, 4, 5, 6]); // 2014–2017
    expect(yearsOf(run.all('measureEnds'))).toEqual([6]);
  });

  it('to the end of the horizon when the agreement is renewed, as it is unless stated otherwise', () => {
    const run = withPoint({ start: 2014, agreementYears: 4 });
    expect(yearsOf(run.all('measureActive'))).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(yearsOf(run.all('measureEnds'))).toEqual([]);
  });

  it('to the end of the horizon when the agreement ends with it, or is renewed', () => {
    for (const agreement of [{ agreementYears: 6, renewAgreement: false }, { agreementYears: 30 }]) {
      const run = withPoint({ start: 2020, ...agreement });
      expect(yearsOf(run.all('measureActive'))).toEqual([9, 10, 11, 12, 13, 14]);
    }
  });

  it('not under an agreement said to end, but longer than the years simulated: its end would not be seen', () => {
    const longer = (): unknown => withPoint({ start: 2020, agreementYears: 7, renewAgreement: false });
    expect(longer).toThrow(/runs beyond the years simulated \(found 7 years, not renewed; allowed at most 6 years\)/);
  });

  it('only once at the same host', () => {
    const twice = villageWithServicePoint({}, { measures: { annan: { kind: 'servicePoint', host: 'butik' } } });
    expect(() => new Futures(scenarioOf(twice))).toThrow(PlannerError);
  });
});

describe('an agreement that ends after two years without renewal', () => {
  const run = withPoint({
    owner: 'association',
    start: 2011,
    agreementYears: 2,
    renewAgreement: false,
    clawBackYears: 5,
    investments: [room],
  });
  const [grant, rest] = ['punkt/001/01-region', 'punkt/001/remainder'] as const;

  it('costs 40 000 of the association’s money and 60 000 of the region’s in the first year, and is paid in full', () => {
    expect(run.all('ledger_investment_association_resource').slice(0, 3)).toEqual([100_000, 0, 0]);
    expect(run.all('ledger_investmentGrant_region_association').slice(0, 3)).toEqual([60_000, 0, 0]);
    expect(run.all('net_association').slice(0, 1)).toEqual([-40_000]); // 60 000 − 100 000
  });

  it('depreciates by a tenth of each payer’s part in both years', () => {
    expect(run.all('trancheDepreciation', grant).slice(0, 3)).toEqual([6_000, 6_000, 0]); // 60 000 / 10
    expect(run.all('trancheDepreciation', rest).slice(0, 3)).toEqual([4_000, 4_000, 0]); // 40 000 / 10
  });

  it('bears 5 % interest on half of each payer’s part in both years', () => {
    expect(run.all('trancheInterest', grant).slice(0, 3)).toEqual([1_500, 1_500, 0]); // 0.05 · 60 000 / 2
    expect(run.all('trancheInterest', rest).slice(0, 3)).toEqual([1_000, 1_000, 0]); // 0.05 · 40 000 / 2
  });

  it('is written off by each payer at the end of the second: 48 000 and 32 000', () => {
    expect(run.all('trancheWriteOff', grant).slice(0, 3)).toEqual([0, 48_000, 0]); // 60 000 − 2 · 6 000
    expect(run.all('trancheWriteOff', rest).slice(0, 3)).toEqual([0, 32_000, 0]); // 40 000 − 2 · 4 000
    expect(run.all('trancheBookValue', grant).slice(0, 3)).toEqual([54_000, 0, 0]);
  });

  it('returns three fifths of the grant, since three of five claw-back years are left', () => {
    expect(run.all('ledger_grantReclaimed_association_region').slice(0, 3)).toEqual([0, 36_000, 0]); // 60 000 · (5 − 2)/5
    expect(run.at('net_region', 1)).toBe(36_000);
  });

  it('leaves as cost of the two years together all that was laid out, and interest', () => {
    const costs = ['capitalDepreciation', 'capitalWriteOff', 'capitalInterest'].flatMap((flow) =>
      ['region', 'association'].map((party) => sum(run.all(`ledger_${flow}_${party}_resource`))),
    );
    expect(sum(costs)).toBe(105_000); // 100 000 + 2 · 2 500
  });

  it('is said beforehand to cost 138 000 if it ended after the first year', () => {
    expect(run.at('costOfEndingNow', 0)).toBe(138_000); // 54 000 + 36 000 written off, 60 000 · 4/5 = 48 000 returned
  });

  it('returns part of the kronor that were paid, when it began in a later year at higher prices', () => {
    const late = withPoint(
      {
        owner: 'association',
        start: 2013,
        agreementYears: 2,
        renewAgreement: false,
        clawBackYears: 5,
        investments: [room],
      },
      { parameters: { otherCostGrowth: 0.02 } },
    );
    expect(late.at('ledger_investmentGrant_region_association', 2)).toBeCloseTo(62_424, 8); // 60 000 · 1.02²
    expect(late.at('ledger_grantReclaimed_association_region', 3)).toBeCloseTo(37_454.4, 8); // 62 424 · 3/5
    expect(late.at('costOfEndingNow', 2)).toBeCloseTo(0.9 * 104_040 + 0.8 * 62_424, 6);
  });

  it('returns nothing when no claw-back years are stated, and nothing of the owner’s own part', () => {
    const none = withPoint({ owner: 'association', agreementYears: 2, renewAgreement: false, investments: [room] });
    expect(sum(none.all('ledger_grantReclaimed_association_region'))).toBe(0);
    const own = withPoint({
      owner: 'region',
      agreementYears: 2,
      renewAgreement: false,
      clawBackYears: 5,
      investments: [room],
    });
    expect(own.ids('tranche').length).toBe(2);
    expect(sum(own.all('net_region'))).toBe(-100_000); // all of it the region's own
  });

  it('returns nothing once the claw-back years are over', () => {
    const late = withPoint({
      owner: 'association',
      agreementYears: 6,
      renewAgreement: false,
      clawBackYears: 5,
      investments: [room],
    });
    expect(sum(late.all('ledger_grantReclaimed_association_region'))).toBe(0);
  });
});

describe('when the host closes', () => {
  const point = {
    owner: 'association',
    moveCost: 25_000,
    clawBackYears: 10,
    investments: [room],
    hostCompensation: 30_000,
    running: [{ label: 'staff', amount: 70_000, payer: 'municipality' }],
  };

  it('the service point ends in the year it closes, unless stated otherwise', () => {
    const run = withPoint(point, closesInYear2);
    expect(run.at('closingYear', 14)).toBe(2);
    expect(yearsOf(run.all('measureActive'))).toEqual([0, 1, 2]);
    expect(run.all('ledger_running_municipality_resource').slice(0, 5)).toEqual([70_000, 70_000, 70_000, 0, 0]);
    expect(run.at('trancheWriteOff', 2, 'punkt/001/01-region')).toBe(42_000); // 60 000 − 3 · 6 000
    expect(run.at('ledger_grantReclaimed_association_region', 2)).toBe(42_000); // 60 000 · (10 − 3)/10
    expect(sum(run.all('ledger_grantReclaimed_association_region'))).toBe(42_000);
  });

  it('it moves at a price, paid once, and works on', () => {
    const run = withPoint({ ...point, onHostClose: 'move' }, closesInYear2);
    expect(yearsOf(run.all('measureActive'))).toHaveLength(15);
    expect(run.all('ledger_moving_association_resource')).toEqual([0, 0, 25_000, ...Array<number>(12).fill(0)]);
    expect(run.at('ledger_running_municipality_resource', 14)).toBe(70_000);
    expect(sum(run.all('ledger_grantReclaimed_association_region'))).toBe(0);
  });

  it('it works on where it stands when it is said to continue, without cost', () => {
    const run = withPoint({ ...point, onHostClose: 'continue' }, closesInYear2);
    expect(yearsOf(run.all('measureActive'))).toHaveLength(15);
    expect(sum(run.all('ledger_running_municipality_resource'))).toBe(15 * 70_000);
  });

  it('nobody pays the shop for a place that is no more', () => {
    for (const onHostClose of ['end', 'move', 'continue']) {
      const run = withPoint({ ...point, onHostClose }, closesInYear2);
      expect(run.all('hostingTotal')).toEqual([30_000, 30_000, 30_000, ...Array<number>(12).fill(0)]);
      expect(run.all('ledger_hostPaid_municipality_shop')).toEqual(run.all('hostingTotal'));
    }
  });

  it('before the service point has begun, it never begins and costs nothing', () => {
    const run = withPoint({ ...point, start: 2015 }, closesInYear2);
    expect(yearsOf(run.all('measureActive'))).toEqual([]);
    expect([sum(run.all('net_association')), sum(run.all('net_municipality')), sum(run.all('net_region'))]).toEqual([
      0, 0, 0,
    ]);
  });

  it('a service point in a school works on', () => {
    const run = withPoint(
      { ...point, host: null, place: 'by', hostKind: 'school', hostCompensation: 0 },
      closesInYear2,
    );
    expect(yearsOf(run.all('measureActive'))).toHaveLength(15);
  });
});

describe('an investment that is renewed', () => {
  const item = {
    label: 'screens',
    cost: 30_000,
    residual: 6_000,
    life: 3,
    rate: 0.04,
    renew: true,
    renewalPayer: 'municipality',
    grants: [{ from: 'region', amount: 12_000 }],
  };
  const run = withPoint({ owner: 'association', investments: [item] }, { parameters: { otherCostGrowth: 0.02 } });

  it('is bought in years 0, 3, 6, 9 and 12, at the prices of those years', () => {
    const outlays = run.all('ledger_investment_association_resource');
    expect(yearsOf(outlays.map((outlay) => Number(outlay > 0)))).toEqual([0, 3, 6, 9, 12]);
    for (const year of [0, 3, 6, 9, 12]) expect(outlays[year]).toBeCloseTo(30_000 * 1.02 ** year, 8);
  });

  it('is paid for by the renewal payer after the first life, and by the grant giver only once', () => {
    expect(run.all('ledger_investmentGrant_municipality_association')[0]).toBe(0);
    for (const year of [3, 6, 9, 12])
      expect(run.at('ledger_investmentGrant_municipality_association', year)).toBeCloseTo(30_000 * 1.02 ** year, 8);
    expect(run.all('ledger_investmentGrant_region_association')).toEqual([12_000, ...Array<number>(14).fill(0)]);
  });

  it('gives its owner at renewal what the old one is still worth: 6 000 at the price it was bought at', () => {
    const sold = run.all('ledger_residualSale_resource_association');
    expect(sold[3]).toBeCloseTo(6_000, 8);
    expect(sold[6]).toBeCloseTo(6_000 * 1.02 ** 3, 8);
  });

  it('is depreciated and bears interest with its new payer', () => {
    // (30 000 − 6 000)/3 a year, of which the region bore 12/30 and the association 18/30 in the first life.
    expect(run.at('ledger_capitalDepreciation_region_resource', 2)).toBeCloseTo(3_200, 8);
    expect(run.at('ledger_capitalDepreciation_association_resource', 2)).toBeCloseTo(4_800, 8);
    expect(run.at('ledger_capitalDepreciation_region_resource', 3)).toBe(0);
    expect(run.at('ledger_capitalDepreciation_association_resource', 3)).toBe(0);
    expect(run.at('ledger_capitalDepreciation_municipality_resource', 3)).toBeCloseTo(8_000 * 1.02 ** 3, 8);
    expect(run.at('ledger_capitalInterest_municipality_resource', 3)).toBeCloseTo(0.04 * 18_000 * 1.02 ** 3, 8); // on (30 000 + 6 000)/2
  });

  it('stands at the end at what is left of the last: its residual value', () => {
    expect(run.at('terminal_association', 14)).toBeCloseTo(6_000 * 1.02 ** 12, 6); // bought in year 12, three years used
  });

  it('is not bought again when it is not to be renewed; its residual value stands', () => {
    const once = withPoint({ owner: 'association', investments: [{ ...item, renew: false, renewalPayer: undefined }] });
    expect(sum(once.all('ledger_investment_association_resource'))).toBe(30_000);
    expect(
      sum(once.all('ledger_capitalDepreciation_association_resource')) +
        sum(once.all('ledger_capitalDepreciation_region_resource')),
    ).toBe(24_000);
    expect(once.at('ledger_capitalInterest_association_resource', 3)).toBe(0);
    expect(once.at('terminal_association', 14)).toBe(6_000);
  });
});

describe('600 000 kronor over ten years at 5 %', () => {
  const series = (method: string, residual = 0): { depreciation: number[]; interest: number[] } => {
    const run = withPoint({
      owner: 'municipality',
      investments: [{ label: 'room', cost: 600_000, residual, life: 10, rate: 0.05, method }],
    });
    return { depreciation: run.all('trancheDepreciation'), interest: run.all('trancheInterest') };
  };
  const close = (found: number[], expected: number[]): void => {
    expect(found).toHaveLength(15);
    for (const [year, amount] of found.entries()) expect(amount).toBeCloseTo(expected[year] ?? 0, 6); // 0 after its life
  };
  const ten = (each: (year: number) => number): number[] => Array.from({ length: 10 }, (_, year) => each(year));

  it('on average capital: 60 000 and 15 000 each year', () => {
    const { depreciation, interest } = series('average-capital');
    close(
      depreciation,
      ten(() => 60_000),
    ); // 600 000 / 10
    close(
      interest,
      ten(() => 15_000),
    ); // 0.05 · 600 000 / 2
  });

  it('on opening balance: 60 000 each year, and 30 000, 27 000 … 3 000', () => {
    const { depreciation, interest } = series('opening-balance');
    close(
      depreciation,
      ten(() => 60_000),
    );
    close(interest, [30_000, 27_000, 24_000, 21_000, 18_000, 15_000, 12_000, 9_000, 6_000, 3_000]); // 0.05 · (600 000 − 60 000 a year)
  });

  it('as an annuity: 77 702.74 each year, of which 30 000 is interest in the first and 3 700.13 in the last', () => {
    const { depreciation, interest } = series('annuity');
    close(
      depreciation.map((each, year) => each + (interest[year] as number)),
      ten(() => (600_000 * 0.05) / (1 - 1.05 ** -10)),
    ); // 77 702.7450
    expect(interest[0]).toBeCloseTo(30_000, 8);
    expect(depreciation[0]).toBeCloseTo(47_702.745, 3);
    expect(interest[9]).toBeCloseTo(77_702.745 - 77_702.745 / 1.05, 3); // 3 700.13
    expect(sum(depreciation)).toBeCloseTo(600_000, 6);
  });

  it('with 100 000 left at the end: 50 000 a year and interest on 350 000, or on what is left', () => {
    close(
      series('average-capital', 100_000).depreciation,
      ten(() => 50_000),
    ); // (600 000 − 100 000)/10
    close(
      series('average-capital', 100_000).interest,
      ten(() => 17_500),
    ); // 0.05 · (600 000 + 100 000)/2
    close(
      series('opening-balance', 100_000).interest,
      ten((year) => 0.05 * (600_000 - 50_000 * year)),
    ); // 30 000, 27 500 … 7 500
    const { depreciation, interest } = series('annuity', 100_000);
    const payment = ((600_000 - 100_000 * 1.05 ** -10) * 0.05) / (1 - 1.05 ** -10); // 69 752.29
    close(
      depreciation.map((each, year) => each + (interest[year] as number)),
      ten(() => payment),
    );
    expect(sum(depreciation)).toBeCloseTo(500_000, 6);
  });
});

describe('a service point and its shop', () => {
  it('pays the shop, which earns it before the owner is paid', () => {
    const scenario = new Futures(
      villageWithServicePoint(
        { hostCompensation: 30_000, start: 2012 },
        { parameters: noGrowth, shops: { butik: { staffFixed: 600_000, reinvestmentCost: 0 } } },
      ),
    );
    const [none, run] = [scenario.likely('none'), scenario.likely('with')];
    expect(run.all('hostingTotal').slice(0, 3)).toEqual([0, 30_000, 30_000]);
    for (const year of [1, 5])
      expect(run.at('beforeOwner', year) - none.at('beforeOwner', year)).toBeCloseTo(30_000, 6);
    expect(run.at('beforeOwner', 0)).toBe(none.at('beforeOwner', 0));
  });

  it('brings it agency income on top of its own, which follows other costs', () => {
    const run = withPoint({ agencyGain: 12_000 }, { parameters: { otherCostGrowth: 0.02 } });
    for (const year of [0, 7]) expect(run.at('agencyTotal', year)).toBeCloseTo(122_000 * 1.02 ** year, 6); // 110 000 + 12 000
  });

  for (const effect of [-0.2, 0.02, 0.05, 0.3]) {
    it(`with an effect on visits of ${effect} changes what residents buy in year 0 by exactly that, and passing trade not at all`, () => {
      const run = withPoint({ visitsEffect: effect });
      expect(run.at('localSales', 0)).toBeCloseTo(8_500_000 * (1 + effect), 4); // 9 000 000 − 500 000 of passing trade
      expect(run.at('passingSales', 0)).toBe(500_000);
    });
  }

  it('raises attraction by 0.05 / (1 − s·1.05) when there is one place that buys a share s there', () => {
    const scenario = new Futures(
      villageWithServicePoint(
        { visitsEffect: 0.05 },
        { places: { by: { hinterland: null } }, shops: { butik: { turnover: 6_000_000 } } },
      ),
    );
    const share = 5_500_000 / (700 * 22_500); // 0.349
    expect(scenario.likely('with').at('attractionUplift', 0)).toBeCloseTo(0.05 / (1 - share * 1.05), 10); // 0.0790 at 0.35
  });

  it('has an effect on visits only while it works', () => {
    const scenario = new Futures(
      villageWithServicePoint({ visitsEffect: 0.05, start: 2013, agreementYears: 3, renewAgreement: false }),
    );
    const [none, run] = [scenario.likely('none'), scenario.likely('with')];
    expect(yearsOf(run.all('sales').map((sales, year) => Number(sales > none.at('sales', year) + 1)))).toEqual([
      2, 3, 4,
    ]);
    expect(run.at('sales', 5)).toBe(none.at('sales', 5));
  });

  it('meets the same future as the village without it', () => {
    const scenario = new Futures(villageWithServicePoint({ visitsEffect: { low: 0, likely: 0.02, high: 0.05 } }));
    for (let index = 0; index < 5; index += 1) {
      const [none, run] = [scenario.run(future(index, index), 'none'), scenario.run(future(index, index), 'with')];
      for (const name of ['priceIndex', 'wageIndex', 'costIndex', 'people'])
        expect(run.all(name)).toEqual(none.all(name));
      expect(run.all('ownerLuck')).toEqual(none.all('ownerLuck'));
      expect(run.at('calibration', 0)).toBe(none.at('calibration', 0));
    }
  });
});

describe('errands', () => {
  const scenario = new Futures(
    villageWithServicePoint({ errandsHandled: 0.3 }, { parameters: { ...noGrowth, ...noLuck } }),
  );

  it('cost without a service point a trip to the nearest town: 6 errands, half of them on trips of their own', () => {
    const none = scenario.likely('none');
    expect(none.at('errandKm', 0, 'by')).toBeCloseTo(700 * 6 * 0.5 * 2 * 17, 6); // 71 400 km
    expect(none.at('errandKm', 0, 'by.hinterland')).toBeCloseTo(700 * 6 * 0.5 * 2 * Math.sqrt(17 ** 2 + 5 ** 2), 6);
  });

  it('are saved the way to town for the share that the service point handles', () => {
    const [none, run] = [scenario.likely('none'), scenario.likely('with')];
    expect(none.at('errandKm', 0, 'by') - run.at('errandKm', 0, 'by')).toBeCloseTo(4_200 * 0.3 * (17 - 1), 6); // 20 160 km
    const outside = 4_200 * 0.3 * (Math.sqrt(314) - Math.sqrt(26));
    expect(none.at('errandKm', 0, 'by.hinterland') - run.at('errandKm', 0, 'by.hinterland')).toBeCloseTo(outside, 6);
  });

  it('save nothing at a service point farther away than the service town', () => {
    const far = new Futures(villageWithServicePoint({ distance: 30 }));
    expect(far.likely('with').at('errandTravel', 0)).toBe(far.likely('none').at('errandTravel', 0));
  });

  it('go to the stated service town, not to the nearest', () => {
    const stated = new Futures(villageWithShop({}, { places: { by: { hinterland: null, serviceDistance: 40 } } }));
    expect(stated.likely().at('errandKm', 0)).toBeCloseTo(4_200 * 40, 6);
  });
});
