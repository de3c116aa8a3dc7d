/**
 * What each party receives and pays in a year, in cash, reckoned from what happens to the shop, the residents and the
 * service point, and not from the rows of the ledger.
 */
import type { Known, Outcome, Setting, Year } from './own-village.ts';

export type Item = {
  readonly label: string;
  readonly cost: number;
  readonly residual: number;
  readonly life: number;
  readonly rate: number;
  readonly renew: boolean;
  readonly renewalPayer?: string;
  readonly grants: readonly { readonly from: string; readonly amount: number }[];
};
export type Line = {
  readonly label: string;
  readonly amount: number;
  readonly payer: string;
  readonly index: 'wages' | 'costs' | 'none';
};

/** A service point as it is written in a scenario. */
export type Point = {
  readonly owner: string;
  readonly compensationPayer: string;
  readonly incomePayer: string;
  readonly incomeTaker: string;
  readonly income: number;
  readonly hostCompensation: number;
  readonly clawBackYears: number;
  readonly investments: readonly Item[];
  readonly running: readonly Line[];
};

/** Cash received less cash paid by party, and what stands at the horizon's end. */
export type Flows = {
  readonly cash: ReadonlyMap<string, number>;
  readonly terminal: ReadonlyMap<string, number>;
  readonly society: number;
  readonly societyTerminal: number;
};

class Book {
  readonly parties = new Map<string, number>();
  society = 0;

  pays(from: string, to: string, amount: number): void {
    this.add(from, -amount);
    this.add(to, amount);
  }

  /** Work, energy, goods, travel or time used up. */
  uses(party: string, amount: number): void {
    this.add(party, -amount);
    this.society -= amount;
  }

  private add(party: string, amount: number): void {
    this.parties.set(party, (this.parties.get(party) ?? 0) + amount);
  }
}

/** Cash of every party, year by year. */
export function ownFlows(outcome: Outcome, setting: Setting, known: Known, point: Point | undefined): Flows[] {
  const shop = (name: string): number => known(name, 0, setting.shop.id);
  let bank = shop('openingCashGiven') === 1 ? shop('openingCashStated') : known('openingCashShare') * outcome.turnover;
  const overdrawn = (cash: number): number => Math.max(0, -cash);
  return outcome.years.map((year, t) => {
    const cash = new Book();
    const terminal = new Book();
    const { shop: s } = year;
    const last = t === setting.years - 1;
    const standing = s.open && !s.closes;
    const margin = shop('grossMarginGiven') === 1 ? shop('grossMarginStated') : known('tradeMargin');

    // What is bought in the shop, and what is bought elsewhere.
    const litre = known('fuelMargin') * year.costs;
    cash.pays('residents', 'shop', margin * s.localSales + litre * s.localLitres);
    cash.pays('other', 'shop', margin * s.passingSales + litre * (s.litres - s.localLitres) + s.agency);
    const elsewhere = year.elsewhere.reduce((a, b) => a + b, 0);
    cash.pays('residents', 'other', (known('tradeMargin') - known('pricePremium')) * elsewhere);
    const passingElsewhere = s.open || shop('sellsGroceries') !== 1 ? 0 : shop('passingTrade') * year.prices;
    cash.uses('other', known('outsideCostShare') * (year.wages / year.prices) * (elsewhere + passingElsewhere));

    // The shop's work and money.
    cash.uses('shop', s.staff + s.premises + s.outlay);
    cash.pays('shop', 'owner', s.ownerPay + s.withdrawal);
    if (s.open) cash.uses('owner', shop('ownerPayTarget') * year.wages);
    cash.pays('shop', 'lender', s.interest + s.repayment - s.newLoan);
    cash.pays('shop', 'state', s.tax);
    if (s.open) cash.pays('lender', 'shop', overdrawn(s.cash) - overdrawn(bank));
    if (s.closes) {
      const assets = 0.2 * s.bookValue;
      const owed = s.debt + overdrawn(s.cash);
      const has = Math.max(0, s.cash) + assets;
      cash.pays('other', 'shop', assets);
      cash.pays('shop', 'lender', Math.min(has, owed));
      cash.pays('shop', 'owner', has - Math.min(has, owed));
    }
    if (s.open) bank = s.cash;
    if (last && standing) {
      terminal.uses('shop', -s.bookValue);
      terminal.pays('shop', 'lender', s.debt + overdrawn(s.cash));
    }

    // Travel, in money and time.
    const km = [...year.shoppingKm, ...year.errandKm, ...year.agencyKm].reduce((a, b) => a + b, 0);
    cash.uses(
      'residents',
      km * known('carCost') * year.costs + (km / known('travelSpeed')) * known('valueOfTime') * year.wages,
    );

    // Without a shop the municipality brings goods home; the state pays half, at most so much a time, of more than a trifle.
    const drops = year.deliveries;
    const each = known('dropInNeedCost') * year.costs;
    const all = drops.reduce((a, b) => a + b, 0) * each;
    cash.uses('municipality', all);
    const calendar = setting.start + t;
    if (all >= 0.5 * priceBaseAmount(calendar))
      for (const number of drops)
        cash.pays('state', 'municipality', Math.min(0.5 * number * each, (calendar < 2016 ? 60 : 100) * number));

    if (point !== undefined && setting.servicePoint !== undefined && year.pointActive)
      pointFlows(outcome.years, t, setting.servicePoint, point, cash, last ? terminal : undefined);
    return { cash: cash.parties, terminal: terminal.parties, society: cash.society, societyTerminal: terminal.society };
  });
}

/** Prisbasbelopp, kronor. */
function priceBaseAmount(year: number): number {
  const known = [
    42400, 42800, 44000, 44500, 44400, 44500, 44300, 44800, 45500, 46500, 47300, 47600, 48300, 52500, 57300, 58800,
  ];
  return known[Math.min(known.length - 1, Math.max(0, year - 2010))] as number;
}

function pointFlows(
  years: readonly Year[],
  t: number,
  agreement: NonNullable<Setting['servicePoint']>,
  point: Point,
  cash: Book,
  terminal: Book | undefined,
): void {
  const year = years[t] as Year;
  const age = t - agreement.firstYear;
  const costs = (at: number): number => (years[at] as Year).costs;
  const ends = year.shop.closes || (!agreement.renew && age + 1 === agreement.years);
  cash.pays(point.compensationPayer, 'shop', point.hostCompensation * year.costs);
  cash.pays(point.incomePayer, point.incomeTaker, point.income * year.costs);
  for (const { amount, payer, index } of point.running)
    cash.uses(payer, amount * { wages: year.wages, costs: year.costs, none: 1 }[index]);
  for (const item of point.investments) {
    const bought = item.renew ? t - (age % item.life) : agreement.firstYear;
    if (bought === t) {
      cash.uses(point.owner, item.cost * costs(t));
      if (age === 0) for (const grant of item.grants) cash.pays(grant.from, point.owner, grant.amount * costs(t));
      else {
        cash.uses(point.owner, -item.residual * costs(t - item.life));
        cash.pays(item.renewalPayer ?? point.owner, point.owner, item.cost * costs(t));
      }
    }
    if (ends) {
      const left = Math.max(0, point.clawBackYears - (age + 1)) / Math.max(1, point.clawBackYears);
      for (const grant of item.grants)
        if (grant.from !== point.owner)
          cash.pays(point.owner, grant.from, grant.amount * costs(agreement.firstYear) * left);
    }
    if (terminal !== undefined && !ends) {
      const used = Math.min(item.life, t - bought + 1);
      terminal.uses(point.owner, -costs(bought) * (item.cost - ((item.cost - item.residual) * used) / item.life));
    }
  }
}
