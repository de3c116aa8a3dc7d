import { type FutureNumber, likelyFuture } from '../../src/engine/compile/index.ts';
import type { Known, Outcome, Setting, ShopYear } from './own-village.ts';
import { simulate } from './own-village.ts';
import { Futures, type Run, scenarioOf, type Written } from './village.ts';

/** What the program fills in for itself; whoever checks it finds these by themselves. */
const notKnown = new Set([
  'likelyOpeningSales',
  'likelyOpeningLitres',
  'likelyShare',
  'likelyPairSales',
  'likelyFirstYearPay',
  'shopDistance',
  'townDistance',
  'servicePointDistance',
  'measureStart',
  'endsWithHost',
]);

/** Inputs and draws of a future, and nothing else. */
export function knownOf(run: Run): Known {
  return (name, year = 0, id) => {
    const { role } = run.variable(name);
    if ((role !== 'input' && role !== 'draw') || notKnown.has(name))
      throw new TypeError(`${name} is computed: find it yourself`);
    return run.at(name, year, id);
  };
}

type Place = { readonly hinterland?: { readonly distance: number } };
type Shop = { readonly place: string; readonly distance?: number };
type Point = { readonly start?: number; readonly agreementYears?: number; readonly renewAgreement?: boolean };
type Village = {
  readonly start: number;
  readonly years?: number;
  readonly places: Readonly<Record<string, Place>>;
  readonly shops: Readonly<Record<string, Shop>>;
  readonly towns: Readonly<Record<string, unknown>>;
  readonly distances: readonly { readonly between: readonly [string, string]; readonly km: number }[];
  readonly alternatives?: Readonly<Record<string, { readonly measures?: Readonly<Record<string, Point>> }>>;
};

/** Where things lie in a scenario of one village, one shop in it and at most one service point in the shop. */
function settingOf(written: Written, alternative: string | undefined, likely: boolean): Setting {
  const data = written as unknown as Village;
  const [[place, { hinterland }]] = Object.entries(data.places) as [[string, Place]];
  const [[shop, { distance = 1 }]] = Object.entries(data.shops) as [[string, Shop]];
  const measures = Object.entries(
    (alternative === undefined ? undefined : data.alternatives?.[alternative]?.measures) ?? {},
  );
  const [point] = measures;
  return {
    years: data.years ?? 15,
    start: data.start,
    likely,
    nodes: [
      { id: place, hinterlandKm: 0 },
      ...(hinterland === undefined ? [] : [{ id: `${place}.hinterland`, hinterlandKm: hinterland.distance }]),
    ],
    shop: { id: shop, km: distance },
    towns: Object.keys(data.towns).map((id) => ({
      id,
      km: data.distances.find(({ between }) => between.includes(id) && between.includes(place))?.km as number,
    })),
    servicePoint: point && {
      id: point[0],
      km: distance,
      firstYear: (point[1].start ?? data.start) - data.start,
      years: point[1].agreementYears ?? 5,
      renew: point[1].renewAgreement ?? true,
    },
  };
}

/** The engine's name of everything a shop's year is made of, and how the second program says it. */
const shopLines: readonly (readonly [string, (shop: ShopYear) => number | boolean])[] = [
  ['isOpen', (shop) => shop.open],
  ['sales', (shop) => shop.sales],
  ['localSales', (shop) => shop.localSales],
  ['passingSales', (shop) => shop.passingSales],
  ['customers', (shop) => shop.customers],
  ['litres', (shop) => shop.litres],
  ['grossProfit', (shop) => shop.grossProfit],
  ['fuelProfit', (shop) => shop.fuelProfit],
  ['agencyTotal', (shop) => shop.agency],
  ['hostingTotal', (shop) => shop.hosting],
  ['staffCost', (shop) => shop.staff],
  ['premisesCost', (shop) => shop.premises],
  ['interest', (shop) => shop.interest],
  ['depreciation', (shop) => shop.depreciation],
  ['ownerPay', (shop) => shop.ownerPay],
  ['profitTax', (shop) => shop.tax],
  ['result', (shop) => shop.result],
  ['reinvestmentDue', (shop) => shop.due],
  ['reinvestmentMade', (shop) => shop.made],
  ['outlay', (shop) => shop.outlay],
  ['newLoan', (shop) => shop.newLoan],
  ['repayment', (shop) => shop.repayment],
  ['debt', (shop) => shop.debt],
  ['bookValueTotal', (shop) => shop.bookValue],
  ['withdrawal', (shop) => shop.withdrawal],
  ['cash', (shop) => shop.cash],
  ['shortYears', (shop) => shop.short],
  ['closes', (shop) => shop.closes],
];

/** Where the two programs part, in words; nothing when they agree. */
type Departure = string;

/** Relative difference that two orders of the same arithmetic may leave, and the millionth of a krona below which nothing counts. */
const tolerance = 1e-9;
const smallest = 1e-6;

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b)) + smallest;
}

/** Every line of a future by both programs; the first departures. */
function departures(run: Run, own: Outcome, setting: Setting): Departure[] {
  const found: Departure[] = [];
  const check = (name: string, year: number, expected: number | boolean, id?: string): void => {
    const value = run.at(name, year, id);
    if (!near(value, Number(expected)))
      found.push(
        `${name}${id === undefined ? '' : ` of ${id}`} in year ${year}: ${value} by the formulas, ${expected} by the second program`,
      );
  };
  let closed = -1;
  let cause = 0;
  let open = 0;
  let travel = 0;
  const total = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
  for (const [t, year] of own.years.entries()) {
    check('priceIndex', t, year.prices);
    check('wageIndex', t, year.wages);
    check('costIndex', t, year.costs);
    for (const [p, { id }] of setting.nodes.entries()) {
      check('population', t, year.population[p] as number, id);
      check('groceryDemand', t, year.demand[p] as number, id);
      check('elsewhereDemand', t, year.elsewhere[p] as number, id);
      check('shoppingKm', t, year.shoppingKm[p] as number, id);
      check('errandKm', t, year.errandKm[p] as number, id);
    }
    for (const [name, of] of shopLines) check(name, t, of(year.shop));
    if (year.shop.open) check('freshness', t, year.shop.freshness);
    travel += total(year.shoppingKm) + total(year.errandKm) + total(year.agencyKm);
    check('people', t, total(year.population));
    check('shoppingTravel', t, total(year.shoppingKm));
    check('errandTravel', t, total(year.errandKm));
    check('agencyTravel', t, total(year.agencyKm));
    check('travelSoFar', t, travel);
    check('unservedDemand', t, 0, setting.nodes[0]?.id);
    check('standsAtEnd', t, year.shop.open && !year.shop.closes);
    if (year.shop.closes) [closed, cause] = [t, year.shop.cause];
    open += Number(year.shop.open);
    check('standing', t, year.shop.open && !year.shop.closes);
    check('closingYear', t, closed);
    check('closingCause', t, cause);
    check('yearsOpen', t, open);
    if (setting.servicePoint !== undefined) check('measureActive', t, year.pointActive);
  }
  if (run.at('sellsGroceries', 0) === 1) check('calibration', 0, own.attraction);
  if (run.at('sellsFuel', 0) === 1) check('fuelCalibration', 0, own.fuelAttraction);
  check('acceptedPay', 0, own.acceptedPay);
  if (setting.servicePoint !== undefined) check('attractionUplift', 0, own.uplift);
  return found;
}

/** A scenario that both programs run. */
export class TwicePlanned {
  readonly futures: Futures;
  private readonly written: Written;

  constructor(written: Written) {
    this.written = written;
    this.futures = new Futures(scenarioOf(written));
  }

  /** One future of one alternative by both. */
  both(number: FutureNumber = likelyFuture, alternative?: string): { run: Run; own: Outcome; setting: Setting } {
    const run = this.futures.run(number, alternative);
    const setting = settingOf(this.written, alternative, number.likely);
    return { run, setting, own: simulate(setting, knownOf(run), knownOf(this.futures.likely())) };
  }

  departures(number: FutureNumber = likelyFuture, alternative?: string): Departure[] {
    const { run, own, setting } = this.both(number, alternative);
    return departures(run, own, setting).slice(0, 5);
  }
}
