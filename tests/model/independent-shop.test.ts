import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomVillages } from './random-village.ts';
import { TwicePlanned } from './same-village.ts';
import { future, scenarioFile, village, villageWithShop, type Written } from './village.ts';

const example = new TwicePlanned(village());
const fliseryd = new TwicePlanned(scenarioFile('fliseryd').data as Written);

/** A shop of which the scenario says nothing but where it stands. */
const unknownShop = {
  turnover: null,
  openingCash: null,
  agencyIncome: null,
  staffFixed: null,
  premises: null,
  reinvestmentCost: null,
  yearsSinceReinvestment: null,
};

describe('a second program, written from the statement of the model, finds every line of', () => {
  it('the worked example in the likely run', () => {
    expect(example.departures()).toEqual([]);
  });

  it('the worked example in twenty futures', () => {
    expect(futuresOf(example, undefined, 20)).toEqual([]);
  });

  for (const alternative of ['ingen', 'servicepunkt']) {
    it(`Fliseryd with «${alternative}» in the likely run and twenty futures`, () => {
      expect(fliseryd.departures(undefined, alternative)).toEqual([]);
      expect(futuresOf(fliseryd, alternative, 20)).toEqual([]);
    });
  }

  it('a shop of which nothing is stated, sized by the share that the village keeps', () => {
    const unknown = new TwicePlanned(villageWithShop({ ...unknownShop, passingTrade: 200_000 }));
    expect(unknown.departures()).toEqual([]);
    expect(futuresOf(unknown, undefined, 10)).toEqual([]);
  });

  it('a worn shop with a pump, which loses fuel customers too when a reinvestment is put off', () => {
    const pump = new TwicePlanned(
      villageWithShop({
        sellsFuel: true,
        fuelTurnover: 300_000,
        openingCash: -250_000,
        staffFixed: 700_000,
        ownerPayTarget: 380_000,
      }),
    );
    expect(pump.departures()).toEqual([]);
    expect(pump.both().run.at('freshness', 5)).toBeLessThan(1);
  });

  it('a fuel station without groceries', () => {
    const station = new TwicePlanned(
      villageWithShop({
        sellsGroceries: false,
        turnover: null,
        passingTrade: null,
        sellsFuel: true,
        fuelTurnover: 600_000,
        passingLitres: 100_000,
        premises: 20_000,
        staffFixed: 0,
      }),
    );
    expect(station.departures()).toEqual([]);
    expect(futuresOf(station, undefined, 5)).toEqual([]);
  });

  it('any village with a shop and a service point, in the likely run and in any future', () => {
    const causes = [0, 0, 0, 0];
    let renewals = 0;
    fc.assert(
      fc.property(randomVillages, fc.nat(1000), fc.nat(1000), (written, outer, inner) => {
        const twice = new TwicePlanned(written);
        for (const [number, alternative] of [
          [undefined, 'none'],
          [undefined, 'with'],
          [future(outer, inner), 'none'],
          [future(outer, inner), 'with'],
          [future(outer, inner + 1), 'with'],
        ] as const) {
          expect(twice.departures(number, alternative)).toEqual([]);
        }
        for (const { shop } of twice.both(future(outer, inner), 'with').own.years) {
          renewals += Number(shop.made);
          if (shop.closes) causes[shop.cause] = (causes[shop.cause] as number) + 1;
        }
      }),
      { numRuns: 40, seed: 20_140_101 },
    );
    // What is compared must have happened: renewals, and closures of every cause.
    expect(renewals).toBeGreaterThan(10);
    expect(Math.min(...causes.slice(1))).toBeGreaterThan(0);
  });
});

/** Departures in the first futures, each with its own luck. */
function futuresOf(twice: TwicePlanned, alternative: string | undefined, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    twice.departures(future(index, index * 3), alternative).map((each) => `future ${index}: ${each}`),
  ).flat();
}
