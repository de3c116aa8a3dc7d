/**
 * One village, its hinterland and one shop, written a second time: from the statement of the model and not from its
 * formula files. It reads what a future draws and nothing that the formulas compute.
 */

/** What a future knows before anything is computed: inputs and draws by name, year and instance. */
export type Known = (name: string, year?: number, id?: string) => number;

/** Where things lie, and what is done. */
export type Setting = {
  readonly years: number;
  /** Whether this is the run with likely values and without chance events. */
  readonly likely: boolean;
  /** The village first, then its hinterland if it has one. */
  /** First calendar year. */
  readonly start: number;
  readonly nodes: readonly { readonly id: string; readonly hinterlandKm: number }[];
  readonly shop: { readonly id: string; readonly km: number };
  readonly towns: readonly { readonly id: string; readonly km: number }[];
  readonly servicePoint:
    | {
        readonly id: string;
        readonly km: number;
        readonly firstYear: number;
        readonly years: number;
        readonly renew: boolean;
      }
    | undefined;
};

/** What a shop leaves in a year; what a closed one leaves is 0. */
export type ShopYear = {
  readonly open: boolean;
  readonly freshness: number;
  readonly localSales: number;
  readonly passingSales: number;
  readonly sales: number;
  readonly customers: number;
  readonly localLitres: number;
  readonly litres: number;
  readonly grossProfit: number;
  readonly fuelProfit: number;
  readonly agency: number;
  readonly hosting: number;
  readonly staff: number;
  readonly premises: number;
  readonly interest: number;
  readonly depreciation: number;
  readonly ownerPay: number;
  readonly tax: number;
  readonly result: number;
  readonly outlay: number;
  readonly newLoan: number;
  readonly repayment: number;
  readonly debt: number;
  readonly bookValue: number;
  readonly withdrawal: number;
  readonly cash: number;
  readonly short: number;
  readonly due: boolean;
  readonly made: boolean;
  readonly closes: boolean;
  /** 0 none, 1 insolvent, 2 gave up, 3 no successor. */
  readonly cause: number;
};

export type Year = {
  readonly prices: number;
  readonly wages: number;
  readonly costs: number;
  readonly population: readonly number[];
  readonly demand: readonly number[];
  readonly elsewhere: readonly number[];
  readonly shoppingKm: readonly number[];
  readonly errandKm: readonly number[];
  /** Kilometres for what the shop's agency handled, and deliveries a year, where no shop is within ten kilometres. */
  readonly agencyKm: readonly number[];
  readonly deliveries: readonly number[];
  readonly pointActive: boolean;
  readonly shop: ShopYear;
};

export type Outcome = {
  readonly years: readonly Year[];
  /** b of groceries and of fuel. */
  readonly attraction: number;
  readonly fuelAttraction: number;
  readonly uplift: number;
  readonly turnover: number;
  /** Lowest pay the owner accepts, in start-year wages. */
  readonly acceptedPay: number;
};

const bands = ['Young', 'Working', 'Older', 'Oldest'] as const;

/** Simulates a future. `likely` is what the likely run of the same scenario knows. */
export function simulate(setting: Setting, known: Known, likely: Known): Outcome {
  const before = new Village({ ...setting, years: 1, likely: true, servicePoint: undefined }, likely, likely, {
    sales: 0,
    litres: 0,
    pay: Number.POSITIVE_INFINITY,
    uplift: 0,
  });
  const unpaid = before.year(0).shop;
  // What shops without a stated turnover are sized by must be known before they can be paid from.
  const sized = new Village({ ...setting, years: 1, likely: true, servicePoint: undefined }, likely, likely, {
    sales: unpaid.sales,
    litres: unpaid.litres,
    pay: 0,
    uplift: 0,
  });
  const pay = sized.year(0).shop.ownerPay;
  const uplift =
    setting.servicePoint === undefined
      ? 0
      : upliftOf(before.pairSales, before.pairShares, known('visitsEffect', 0, setting.servicePoint.id));
  const village = new Village(setting, known, likely, { sales: unpaid.sales, litres: unpaid.litres, pay, uplift });
  const years = Array.from({ length: setting.years }, (_, t) => village.year(t));
  return {
    years,
    attraction: village.groceries.b,
    fuelAttraction: village.fuel.b,
    uplift,
    turnover: village.turnover,
    acceptedPay: village.acceptedPay,
  };
}

/** u for which Σ v·(1 + u)/(1 + u·s) = (1 + e)·Σ v, by halving, since the left side rises with u; 0 where nothing is sold. */
function upliftOf(sales: readonly number[], shares: readonly number[], effect: number): number {
  const wanted = (1 + effect) * sales.reduce((a, b) => a + b, 0);
  if (wanted === 0) return 0;
  const at = (u: number): number =>
    sales.reduce((total, v, p) => total + (v * (1 + u)) / (1 + u * (shares[p] as number)), 0);
  return halve(-0.999999, 1e6, (u) => at(u) < wanted);
}

/** The point between two numbers up to which something holds. */
function halve(from: number, to: number, holds: (x: number) => boolean): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 400 && low < high; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A market of one seller: what it pulls at each node and what towns pull, so that it sells what it is known to sell. */
type Market = { readonly b: number; readonly own: readonly number[]; readonly outside: readonly number[] };

type Facts = {
  /** Likely sales of the first year: the turnover of a shop that states none. */
  readonly sales: number;
  readonly litres: number;
  /** Likely pay of the first year. */
  readonly pay: number;
  readonly uplift: number;
};

class Village {
  readonly groceries: Market;
  readonly fuel: Market;
  readonly turnover: number;
  readonly acceptedPay: number;
  pairSales: number[] = [];
  pairShares: number[] = [];
  private readonly setting: Setting;
  private readonly known: Known;
  private readonly uplift: number;
  private readonly shopKm: readonly number[];
  private readonly townKm: readonly (readonly number[])[];
  /** Towns at most 60 km away and the heaviest however far, at likely values. */
  private readonly reached: readonly (readonly boolean[])[];

  // Stocks at the end of the year before, and what this year's rules look back on.
  private prices = 1;
  private wages = 1;
  private costs = 1;
  private priceDeviation = 0;
  private wageDeviation = 0;
  private costDeviation = 0;
  private people: number[] = [];
  private ages: number[][] = [];
  private peopleDeviation: number[];
  private pointEnded = false;
  private standing = true;
  private cash: number;
  private debt: number;
  private instalmentsLeft: number;
  private oldBook: number;
  private oldLeft: number;
  private book = 0;
  private bookLeft = 0;
  private sinceReinvestment: number;
  private wasMade = false;
  private wasDue = false;
  private fresh = 1;
  private short = 0;
  private ageKnown: boolean;

  constructor(setting: Setting, known: Known, likely: Known, facts: Facts) {
    this.setting = setting;
    this.known = known;
    this.uplift = facts.uplift;
    const from = (km: number, h: number): number => Math.hypot(km, h);
    this.shopKm = setting.nodes.map(({ hinterlandKm }) => from(setting.shop.km, hinterlandKm));
    this.townKm = setting.nodes.map(({ hinterlandKm }) => setting.towns.map(({ km }) => from(km, hinterlandKm)));
    this.reached = this.townKm.map((list) => {
      const weights = list.map(
        (km, o) =>
          (likely('townInhabitants', 0, setting.towns[o]?.id) / 1000) ** likely('townExponent') *
          Math.max(km, likely('minimumDistance')) ** -likely('distanceDecay'),
      );
      return list.map((km, o) => km <= 60 || weights[o] === Math.max(...weights));
    });
    this.peopleDeviation = setting.nodes.map(() => 0);

    const shop = (name: string): number => known(name, 0, setting.shop.id);
    const given = shop('turnoverGiven') === 1;
    this.turnover = given ? shop('turnoverStated') : facts.sales;
    this.populate(0);
    const demand = setting.nodes.map((_, p) => this.demandOf(p, 0));
    const litres = setting.nodes.map((_, p) => this.fuelDemandOf(p, 0));
    const size = (shop('floorArea') / 100) ** known('sizeExponent');
    this.groceries = this.market(
      demand,
      size,
      known('townExponent'),
      shop('sellsGroceries') === 1,
      given ? shop('turnoverStated') - shop('passingTrade') : undefined,
    );
    this.fuel = this.market(
      litres,
      1,
      1,
      shop('sellsFuel') === 1,
      shop('fuelTurnoverGiven') === 1 ? shop('fuelTurnoverStated') - shop('passingLitres') : undefined,
    );

    this.cash = this.stated('openingCash', () => known('openingCashShare') * this.turnover);
    this.debt = shop('openingDebt');
    this.instalmentsLeft = shop('loanYears');
    this.oldBook = shop('openingBookValue');
    this.oldLeft = shop('openingRemainingLife');
    this.sinceReinvestment = shop('yearsSinceReinvestment');
    this.ageKnown = shop('openingOwnerAgeGiven') === 1;
    this.acceptedPay = Math.min(shop('reservationPay'), known('acceptedPayShare') * facts.pay);
  }

  /** Weights of one seller and of the towns at every node; b meets known sales, else κ makes the village keep its share. */
  private market(
    demand: readonly number[],
    size: number,
    exponent: number,
    sells: boolean,
    target: number | undefined,
  ): Market {
    const { known, setting } = this;
    const weight = (km: number): number => Math.max(km, known('minimumDistance')) ** -known('distanceDecay');
    const own = this.shopKm.map((km) => size * weight(km));
    const towns = this.townKm.map((list, p) =>
      list.reduce(
        (total, km, o) =>
          total +
          (this.reached[p]?.[o] === true
            ? (known('townInhabitants', 0, setting.towns[o]?.id) / 1000) ** exponent * weight(km)
            : 0),
        0,
      ),
    );
    if (!sells) return { b: 0, own, outside: towns };
    if (target === undefined) {
      // (own)/(own + κ·towns) = share, at the only place that has a shop.
      const share = known('localShare');
      const scale = ((own[0] as number) * (1 - share)) / (share * (towns[0] as number));
      return { b: 1, own, outside: towns.map((each) => scale * each) };
    }
    const sold = (b: number): number =>
      demand.reduce(
        (total, d, p) => total + (d * b * (own[p] as number)) / (b * (own[p] as number) + (towns[p] as number)),
        0,
      );
    return { b: Math.exp(halve(-60, 60, (x) => sold(Math.exp(x)) < target)), own, outside: towns };
  }

  private stated(name: string, otherwise: () => number): number {
    const { id } = this.setting.shop;
    return this.known(`${name}Given`, 0, id) === 1 ? this.known(`${name}Stated`, 0, id) : otherwise();
  }

  private demandOf(p: number, t: number): number {
    const { known } = this;
    const id = this.setting.nodes[p]?.id as string;
    let buyers = this.people[p] as number;
    if (known('byBand', 0, id) === 1 && known('populationGiven', 0, id) !== 1) {
      buyers = bands.reduce(
        (total, band, a) => total + known(`spendWeight${band}`) * ((this.ages[p] as number[])[a] as number),
        0,
      );
    }
    return (
      this.prices *
      (buyers * known('spend') * (1 - known('ecommerceShare', t)) + known('holidayHomes', 0, id) * known('homeSpend'))
    );
  }

  private fuelDemandOf(p: number, t: number): number {
    return (this.people[p] as number) * this.known('litresPerPerson') * (1 - this.known('fuelSaving')) ** t;
  }

  private indices(t: number): void {
    if (t === 0) return;
    const { known } = this;
    const keep = known('shockPersistence');
    this.priceDeviation = keep * this.priceDeviation + known('groceryPriceShockSize') * known('groceryPriceShock', t);
    this.wageDeviation = keep * this.wageDeviation + known('wageShockSize') * known('wageShock', t);
    this.costDeviation = keep * this.costDeviation + known('otherCostShockSize') * known('otherCostShock', t);
    this.prices *= 1 + known('groceryPriceGrowth', t) + this.priceDeviation;
    this.wages *= 1 + known('wageGrowth', t) + this.wageDeviation;
    this.costs *= 1 + known('otherCostGrowth', t) + this.costDeviation;
  }

  private populate(t: number): void {
    for (const [p, node] of this.setting.nodes.entries()) this.populateNode(t, p, node.id);
  }

  private populateNode(t: number, p: number, id: string): void {
    const { known } = this;
    const path = known('populationGiven', 0, id) === 1;
    const byBand = known('byBand', 0, id) === 1;
    if (t === 0) {
      this.ages[p] = ['young', 'working', 'older', 'oldest'].map((band) => known(band, 0, id));
      this.people[p] = path ? known('populationStated', 0, id) : known('inhabitants', 0, id);
      return;
    }
    const w = known('regionalPart');
    const luck =
      Math.sqrt(w) * known('regionalPopulationShock', t) + Math.sqrt(1 - w) * known('localPopulationShock', t, id);
    this.peopleDeviation[p] =
      known('populationPersistence') * (this.peopleDeviation[p] as number) + known('populationShockSize') * luck;
    const growth = known('trend', t, id) + (this.peopleDeviation[p] as number);
    const before = this.people[p] as number;
    if (path) {
      this.people[p] = known('populationStated', t, id);
    } else if (byBand) {
      this.ages[p] = this.age(this.ages[p] as number[], before * growth);
      this.people[p] = (this.ages[p] as number[]).reduce((a, b) => a + b, 0);
    } else {
      this.people[p] = Math.max(0, before * (1 + growth));
    }
  }

  /** A year of births, deaths and birthdays, and of moves that make up the difference to the wanted change. */
  private age(before: readonly number[], wanted: number): number[] {
    const { known } = this;
    const deaths = bands.map((band, a) => known(`deathRate${band}`) * (before[a] as number));
    const births = known('birthRate') * (before[1] as number);
    const grow = [20, 45, 15].map((years, a) => (before[a] as number) / years);
    const natural = before.map(
      (size, a) => size - (deaths[a] as number) - (grow[a] ?? 0) + (a === 0 ? births : (grow[a - 1] as number)),
    );
    const moves = wanted - births + deaths.reduce((a, b) => a + b, 0);
    const prone = bands.map((band, a) => known(`migrationWeight${band}`) * (before[a] as number));
    const all = prone.reduce((a, b) => a + b, 0);
    return natural.map((size, a) => Math.max(0, size + (all > 0 ? (moves * (prone[a] as number)) / all : 0)));
  }

  /** Whether the service point works this year: from its start to the end of its agreement or of its host. */
  private pointActive(t: number): boolean {
    const point = this.setting.servicePoint;
    if (point === undefined || this.pointEnded || !this.standing || t < point.firstYear) return false;
    return point.renew || t < point.firstYear + point.years;
  }

  year(t: number): Year {
    const { setting, known } = this;
    this.indices(t);
    if (t > 0) this.populate(t);
    const active = this.pointActive(t);
    const demand = setting.nodes.map((_, p) => this.demandOf(p, t));
    const { shop, weights, own } = this.shopYear(t, demand, active);
    const shareOf = (p: number): number => (own[p] as number) / (weights[p] as number);
    const groceriesHere = (p: number): boolean =>
      shop.open && known('sellsGroceries', 0, setting.shop.id) === 1 && (this.shopKm[p] as number) <= 10;
    const deliveries = setting.nodes.map((_, p) =>
      groceriesHere(p)
        ? 0
        : ((this.people[p] as number) / known('householdSize')) * known('householdsInNeed') * known('dropsInNeed'),
    );
    const shoppingKm = setting.nodes.map((_, p) => {
      const share = shareOf(p);
      const inTowns = this.townWeights(p).map((weight) => weight / (weights[p] as number));
      const mean =
        share * (this.shopKm[p] as number) +
        inTowns.reduce((total, each, o) => total + each * ((this.townKm[p] as number[])[o] as number), 0);
      return (
        // a delivery spares its household a trip
        Math.max(
          0,
          ((this.people[p] as number) / known('householdSize')) * known('tripsPerWeek') * 52 -
            (deliveries[p] as number),
        ) *
        2 *
        mean *
        known('shareOfTrip')
      );
    });
    const errandKm = setting.nodes.map(({ id, hinterlandKm }, p) => {
      const town =
        known('serviceDistanceGiven', 0, id) === 1
          ? known('serviceDistanceStated', 0, id)
          : Math.min(...(this.townKm[p] as number[]));
      const here =
        setting.servicePoint === undefined
          ? Number.POSITIVE_INFINITY
          : Math.hypot(setting.servicePoint.km, hinterlandKm);
      const handled = active && here < town ? known('errandsHandled', 0, setting.servicePoint?.id) : 0;
      const km = handled === 0 ? town : handled * here + (1 - handled) * town;
      return (this.people[p] as number) * known('errandsPerPerson') * (1 - known('errandsChained')) * 2 * km;
    });
    const agencyKm = setting.nodes.map(({ id }, p) => {
      if (groceriesHere(p)) return 0;
      const town =
        known('serviceDistanceGiven', 0, id) === 1
          ? known('serviceDistanceStated', 0, id)
          : Math.min(...(this.townKm[p] as number[]));
      return (this.people[p] as number) * known('agencyErrands') * (1 - known('errandsChained')) * 2 * town;
    });
    if (active && !this.standing) this.pointEnded = true;
    return {
      prices: this.prices,
      wages: this.wages,
      costs: this.costs,
      population: [...this.people],
      demand,
      elsewhere: demand.map((each, p) => each * (1 - shareOf(p))),
      shoppingKm,
      errandKm,
      agencyKm,
      deliveries,
      pointActive: active,
      shop,
    };
  }

  private townWeights(p: number): number[] {
    const { known, setting, groceries } = this;
    const each = (this.townKm[p] as number[]).map((km, o) =>
      this.reached[p]?.[o] === true
        ? (known('townInhabitants', 0, setting.towns[o]?.id) / 1000) ** known('townExponent') *
          Math.max(km, known('minimumDistance')) ** -known('distanceDecay')
        : 0,
    );
    const scale = (groceries.outside[p] as number) / each.reduce((a, b) => a + b, 0);
    return each.map((weight) => weight * scale);
  }

  private shopYear(
    t: number,
    demand: readonly number[],
    active: boolean,
  ): { shop: ShopYear; weights: number[]; own: number[] } {
    const { setting, known, groceries, fuel, prices, wages, costs } = this;
    const shop = (name: string): number => known(name, t, setting.shop.id);
    const open = this.standing;
    const effect = active ? 1 + this.uplift : 1;

    // 1. freshness
    const fresh =
      t === 0 || this.wasMade
        ? 1
        : this.wasDue
          ? Math.max(known('freshnessFloor'), this.fresh - known('freshnessWear'))
          : this.fresh;
    const pull = (market: Market, sells: boolean, p: number): number =>
      open && sells ? market.b * (market.own[p] as number) * fresh * effect : 0;
    const grocer = shop('sellsGroceries') === 1;
    const pump = shop('sellsFuel') === 1;
    const own = demand.map((_, p) => pull(groceries, grocer, p));
    const weights = own.map((each, p) => each + (groceries.outside[p] as number));
    const pairs = demand.map((each, p) => (each * (own[p] as number)) / (weights[p] as number));
    if (t === 0) {
      this.pairSales = pairs;
      this.pairShares = pairs.map((each, p) => each / (demand[p] as number));
    }
    const localSales = pairs.reduce((a, b) => a + b, 0);
    const localLitres = demand.reduce((total, _, p) => {
      const here = pull(fuel, pump, p);
      return total + (this.fuelDemandOf(p, t) * here) / (here + (fuel.outside[p] as number));
    }, 0);
    const closed: ShopYear = {
      open,
      freshness: fresh,
      localSales: 0,
      passingSales: 0,
      sales: 0,
      customers: 0,
      localLitres: 0,
      litres: 0,
      grossProfit: 0,
      fuelProfit: 0,
      agency: 0,
      hosting: 0,
      staff: 0,
      premises: 0,
      interest: 0,
      depreciation: 0,
      ownerPay: 0,
      tax: 0,
      result: 0,
      outlay: 0,
      newLoan: 0,
      repayment: 0,
      debt: 0,
      bookValue: 0,
      withdrawal: 0,
      cash: 0,
      short: 0,
      due: false,
      made: false,
      closes: false,
      cause: 0,
    };
    this.wasMade = false;
    this.wasDue = false;
    if (!open) return { shop: closed, weights, own };

    const passingSales = grocer ? shop('passingTrade') * prices : 0;
    const sales = localSales + passingSales;
    const customers = demand.reduce(
      (total, _, p) => total + ((this.people[p] as number) * (own[p] as number)) / (weights[p] as number),
      0,
    );
    const litres = localLitres + (pump ? shop('passingLitres') : 0);

    // 2. gross profit
    const T = this.turnover;
    const margin = this.stated('grossMargin', () => known('tradeMargin'));
    const grossProfit = margin * sales;
    const fuelProfit = litres * known('fuelMargin') * costs;
    const point = setting.servicePoint?.id;
    const agency =
      (this.stated('agencyIncome', () => known('agencyFixed') + known('agencyShare') * T) +
        (active ? known('agencyGain', t, point) : 0)) *
      costs;
    const hosting = active ? known('hostCompensation', t, point) * costs : 0;

    // 3. staff and premises
    const staff =
      this.stated('staffFixed', () => known('staffFixedBase') + known('staffFixedShare') * T) * wages +
      shop('staffShare') * sales * (wages / prices) * (1 - known('productivity')) ** t;
    const rent = this.stated('premises', () => known('premisesBase') + known('premisesShare') * T);
    const energy = shop('premisesEnergyShare');
    const premises = rent * costs * (1 - energy + energy * (1 + known('energyExtraGrowth')) ** t);

    // 4. interest on what was owed when the year began
    const interest = shop('loanRate') * this.debt + shop('overdraftRate') * Math.max(0, -this.cash);
    const before = grossProfit + fuelProfit + agency + hosting - staff - premises - interest;

    // 6. what the owner takes and what is left, at a given depreciation
    const account = (depreciation: number): { ownerPay: number; tax: number; result: number } => {
      const beforeOwner = before - depreciation;
      const ownerPay = Math.min(shop('ownerPayTarget') * wages, Math.max(0, beforeOwner));
      const tax = known('profitTaxRate') * Math.max(0, beforeOwner - ownerPay);
      return { ownerPay, tax, result: beforeOwner - ownerPay - tax };
    };

    // 7. reinvestment
    const oldPart = this.oldLeft > 0 ? this.oldBook / this.oldLeft : 0;
    const newPart = this.bookLeft > 0 ? this.book / this.bookLeft : 0;
    const repayment = this.instalmentsLeft > 0 ? this.debt / this.instalmentsLeft : 0;
    const due = this.sinceReinvestment >= shop('reinvestmentInterval');
    const price =
      this.stated('reinvestmentCost', () => known('reinvestmentBase') + known('reinvestmentShare') * T) * costs;
    const loan = shop('loanShare') * price;
    const life = shop('reinvestmentLife');
    const ifMade = account(oldPart + price / life).result + oldPart + price / life;
    const made =
      due && this.short === 0 && this.cash + ifMade - repayment + loan - price >= -shop('creditLimit') * costs;
    const depreciation = made ? oldPart + price / life : oldPart + newPart;
    const { ownerPay, tax, result } = account(depreciation);

    // 8. cash and debt
    const [outlay, newLoan] = made ? [price, loan] : [0, 0];
    const full = this.cash + result + depreciation - repayment + newLoan - outlay;
    const withdrawal = Math.max(0, full - shop('cashBuffer') * T * prices);
    const cash = full - withdrawal;
    this.debt = this.debt - repayment + newLoan;
    this.instalmentsLeft = newLoan > 0 ? shop('loanYears') : Math.max(0, this.instalmentsLeft - 1);
    this.oldBook -= oldPart;
    this.oldLeft = Math.max(0, this.oldLeft - 1);
    if (made) {
      this.book = price - price / life;
      this.bookLeft = life - 1;
    } else {
      this.book -= newPart;
      this.bookLeft = Math.max(0, this.bookLeft - 1);
    }
    this.sinceReinvestment = made ? 1 : this.sinceReinvestment + 1;
    this.cash = cash;
    this.fresh = fresh;
    this.wasMade = made;
    this.wasDue = due;

    // 9. reasons to close, in order
    let short = ownerPay < this.acceptedPay * wages ? this.short + 1 : 0;
    let cause = 0;
    if (cash < -shop('creditLimit') * costs) cause = 1;
    else if (short >= shop('patience')) cause = 2;
    else if (
      this.ageKnown
        ? shop('openingOwnerAgeStated') + t >= known('retirementAge')
        : !setting.likely && shop('ownerLuck') < shop('exitRate')
    ) {
      const target = shop('ownerPayTarget') * wages;
      const chance = Math.min(
        1,
        Math.max(0, known('successionBase') + known('successionSlope') * (target > 0 ? ownerPay / target : 1)),
      );
      if (shop('successorLuck') >= chance) cause = 3;
      else {
        short = 0;
        this.ageKnown = false;
      }
    }
    this.short = short;
    this.standing = cause === 0;
    const year: ShopYear = {
      open,
      freshness: fresh,
      localSales,
      passingSales,
      sales,
      customers,
      localLitres,
      litres,
      grossProfit,
      fuelProfit,
      agency,
      hosting,
      staff,
      premises,
      interest,
      depreciation,
      ownerPay,
      tax,
      result,
      outlay,
      newLoan,
      repayment,
      debt: this.debt,
      bookValue: this.oldBook + this.book,
      withdrawal,
      cash,
      short,
      due,
      made,
      closes: cause !== 0,
      cause,
    };
    return { shop: year, weights, own };
  }
}
