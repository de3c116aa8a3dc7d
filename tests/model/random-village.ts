import fc from 'fast-check';
import { village, type Written } from './village.ts';

const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const share = (low = 0, high = 1): fc.Arbitrary<number> =>
  whole(0, 1000).map((each) => low + ((high - low) * each) / 1000);
const money = (max: number, min = 0): fc.Arbitrary<number> => whole(min / 1000, max / 1000).map((each) => each * 1000);
/** Stated half of the time, otherwise left to what the model assumes. */
const perhaps = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(values, { nil: undefined });
/** A number, or low, likely and high around it. */
const uncertain = (values: fc.Arbitrary<number>): fc.Arbitrary<unknown> =>
  fc.oneof(
    values,
    values.map((likely) => ({ low: 0.9 * likely, likely, high: 1.05 * likely })),
  );

const start = 2011;

/** People as a total, in age bands, or on a path stated for some years. */
const people: fc.Arbitrary<Written & { readonly first: number }> = fc.oneof(
  whole(100, 2000).map((inhabitants) => ({ inhabitants, first: inhabitants })),
  fc.tuple(whole(20, 400), whole(60, 800), whole(20, 400), whole(0, 200)).map(([young, working, older, oldest]) => ({
    young,
    working,
    older,
    oldest,
    first: young + working + older + oldest,
  })),
  fc.tuple(whole(100, 2000), whole(50, 2000), whole(0, 2000)).map(([first, middle, last]) => ({
    inhabitants: first,
    population: { byYear: { [start]: first, [start + 6]: middle, [start + 13]: last } },
    first,
  })),
);

const parameters = fc.record(
  {
    ecommerceShare: fc.oneof(share(0, 0.3), fc.constant({ byYear: { [start]: 0, [start + 14]: 0.3 } })),
    distanceDecay: uncertain(share(0.5, 2.5)),
    minimumDistance: share(0.2, 3),
    sizeExponent: share(0, 2),
    townExponent: share(0.3, 1.5),
    tradeMargin: uncertain(share(0.15, 0.3)),
    productivity: share(-0.01, 0.02),
    energyExtraGrowth: share(-0.02, 0.05),
    profitTaxRate: share(0, 0.3),
    groceryPriceShockSize: share(0, 0.05),
    wageShockSize: share(0, 0.05),
    populationShockSize: share(0, 0.1),
    wageGrowth: share(0, 0.04),
    spendWeightYoung: share(0.5, 1),
    spendWeightOldest: share(0.6, 1),
    retirementAge: whole(60, 70),
    successionBase: share(0, 0.8),
    freshnessWear: share(0, 0.2),
    fuelSaving: share(0, 0.05),
    homeSpend: money(30_000),
  },
  { requiredKeys: [] },
);

const shop = fc.record(
  {
    floorArea: whole(40, 600),
    grossMargin: uncertain(share(0.15, 0.3)),
    agencyIncome: money(200_000),
    staffFixed: money(600_000),
    premises: money(500_000),
    premisesEnergyShare: share(),
    openingCash: whole(-290, 900).map((each) => each * 1000),
    openingDebt: money(900_000),
    reinvestmentCost: money(2_000_000),
    loanShare: share(),
    loanRate: share(0, 0.1),
    loanYears: whole(1, 15),
    creditLimit: money(400_000),
    overdraftRate: share(0, 0.15),
    cashBuffer: share(0, 0.2),
    ownerPayTarget: money(400_000),
    reservationPay: uncertain(money(300_000)),
    patience: uncertain(whole(1, 8)),
    exitRate: share(0, 0.2),
    openingOwnerAge: whole(50, 69),
    staffShare: share(0, 0.1),
  },
  { requiredKeys: [] },
);

const reinvestment = fc.tuple(share(4, 16), share()).chain(([interval, age]) =>
  fc.record({
    reinvestmentInterval: fc.constant(interval),
    reinvestmentLife: whole(1, Math.floor(interval)),
    yearsSinceReinvestment: fc.oneof(
      fc.constant(interval * age * 1.2),
      fc.constant({ distribution: 'uniform', low: 0, high: interval }),
    ),
  }),
);

const oldBook = perhaps(fc.record({ openingBookValue: money(500_000, 1000), openingRemainingLife: whole(1, 8) }));

/** What people within reach are sure to spend, of which a part is the shop's stated turnover. */
const sales = fc.record({
  local: share(0.05, 0.7),
  passing: share(0, 0.8),
  stated: fc.constantFrom('stated', 'stated', 'uncertain', 'unstated'),
});

const fuel = perhaps(
  fc.record({ local: perhaps(share(0.05, 0.7)), passingLitres: whole(0, 300_000), alone: fc.boolean() }),
);

/** A village with one shop, and an alternative with a service point in the shop. */
export const randomVillages: fc.Arbitrary<Written> = fc
  .record({
    centre: people,
    around: perhaps(fc.tuple(people, share(0, 15))),
    trend: perhaps(
      fc.oneof(
        share(-0.06, 0.06),
        share(-0.06, 0.06).map((likely) => ({ low: likely - 0.02, likely, high: likely + 0.01 })),
      ),
    ),
    holidayHomes: perhaps(whole(0, 300)),
    parameters,
    shop,
    reinvestment,
    oldBook,
    sales,
    fuel,
    km: share(0, 4),
    towns: fc.tuple(whole(2, 50), whole(3, 59)),
    point: fc.record(
      {
        start: whole(start, start + 8),
        agreementYears: whole(1, 12),
        renewAgreement: fc.boolean(),
        visitsEffect: fc.oneof(share(-0.3, 0.1), fc.constant({ low: 0, likely: 0.02, high: 0.05 })),
        hostCompensation: money(150_000),
        agencyGain: money(50_000),
      },
      { requiredKeys: [] },
    ),
    seed: whole(0, 1e9),
  })
  .map((random) => {
    const { first: centre, ...place } = random.centre;
    const { first: hinterland, ...around } = random.around?.[0] ?? { first: 0 };
    const least = (centre + hinterland) * 19_000 * 0.4;
    const passing = Math.round(least * random.sales.passing * 0.5);
    const turnover = Math.round(least * random.sales.local) + passing;
    const alone = random.fuel?.alone === true && random.fuel.local !== undefined;
    const grocer = {
      sellsGroceries: true,
      passingTrade: passing,
      turnover: {
        stated: turnover,
        unstated: null,
        uncertain: { low: turnover, likely: turnover * 1.05, high: turnover * 1.2 },
      }[random.sales.stated],
    };
    const pump =
      random.fuel === undefined
        ? {}
        : {
            sellsFuel: true,
            passingLitres: random.fuel.passingLitres,
            fuelTurnover:
              random.fuel.local === undefined
                ? null
                : Math.round((centre + hinterland) * 450 * random.fuel.local) + random.fuel.passingLitres + 1,
          };
    const written = {
      seed: String(random.seed),
      parameters: { spend: null, distanceDecay: null, ...random.parameters },
      places: {
        by: {
          inhabitants: null,
          ...place,
          ...(random.trend === undefined ? {} : { trend: random.trend }),
          ...(random.holidayHomes === undefined ? {} : { holidayHomes: random.holidayHomes }),
          // A hinterland says its total even when it is stated in age bands.
          hinterland:
            random.around === undefined ? null : { inhabitants: hinterland, ...around, distance: random.around[1] },
        },
      },
      distances: [
        { between: ['by', 'near'], km: random.towns[0] },
        { between: ['by', 'far'], km: random.towns[1] },
      ],
      shops: {
        butik: {
          openingCash: null,
          agencyIncome: null,
          staffFixed: null,
          premises: null,
          reinvestmentCost: null,
          turnover: null,
          passingTrade: null,
          distance: random.km,
          ...random.shop,
          ...random.reinvestment,
          ...random.oldBook,
          ...(alone ? { sellsGroceries: false } : grocer),
          ...pump,
        },
      },
      alternatives: {
        none: {},
        with: { measures: { punkt: { kind: 'servicePoint', host: 'butik', ...random.point } } },
      },
    };
    return village(JSON.parse(JSON.stringify(written)) as Written);
  });
