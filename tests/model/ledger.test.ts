import { describe, expect, it } from 'vitest';
import { type FutureNumber, likelyFuture } from '../../src/engine/compile/index.ts';
import { type Flows, ownFlows, type Point } from './own-ledger.ts';
import type { Outcome, Setting } from './own-village.ts';
import { knownOf, TwicePlanned } from './same-village.ts';
import { future, type Run, sum, village, type Written } from './village.ts';

/** A service point whose every part is paid by somebody else. */
const point: Point = {
  owner: 'association',
  compensationPayer: 'municipality',
  incomePayer: 'other',
  incomeTaker: 'association',
  income: 8_000,
  hostCompensation: 30_000,
  clawBackYears: 8,
  investments: [
    {
      label: 'room',
      cost: 400_000,
      residual: 40_000,
      life: 4,
      rate: 0.05,
      renew: true,
      renewalPayer: 'municipality',
      grants: [
        { from: 'region', amount: 150_000 },
        { from: 'foundation', amount: 100_000 },
        { from: 'municipality', amount: 50_000 },
      ],
    },
    {
      label: 'screens',
      cost: 90_000,
      residual: 0,
      life: 7,
      rate: 0.03,
      renew: false,
      grants: [{ from: 'eu', amount: 60_000 }],
    },
  ],
  running: [
    { label: 'staff', amount: 70_000, payer: 'municipality', index: 'wages' },
    { label: 'heating', amount: 20_000, payer: 'association', index: 'costs' },
    { label: 'licence', amount: 5_000, payer: 'region', index: 'none' },
  ],
};

/** A shop that lives on the edge, so that within fifteen years each way to close is met. */
const edge: Written = {
  turnover: 5_000_000,
  passingTrade: 700_000,
  agencyIncome: null,
  staffFixed: null,
  premises: null,
  reinvestmentCost: 900_000,
  openingCash: -80_000,
  openingDebt: 250_000,
  openingBookValue: 180_000,
  openingRemainingLife: 6,
  yearsSinceReinvestment: 9,
  exitRate: 0.08,
};

/** A shop that does well until its owner leaves. */
const well: Written = { openingCash: 600_000, openingBookValue: 300_000, openingRemainingLife: 10, exitRate: 0.2 };

function written(shop: Written = edge, parameters: Written = {}): Written {
  const common = { kind: 'servicePoint', host: 'butik', start: 2013, ...point };
  return village({
    parameters: { spend: null, distanceDecay: null, profitTaxRate: 0.1, ...parameters },
    shops: { butik: shop },
    alternatives: {
      none: {},
      with: { measures: { punkt: { ...common, agreementYears: 9, renewAgreement: false } } },
      renewed: { measures: { punkt: common } },
    },
  });
}

const twice = new TwicePlanned(written());
const twiceWell = new TwicePlanned(written(well, { successionBase: 0.1, successionSlope: 0.1 }));
const parties = [
  'municipality',
  'region',
  'state',
  'eu',
  'foundation',
  'association',
  'shop',
  'owner',
  'residents',
  'lender',
  'other',
] as const;

type Case = {
  readonly number: FutureNumber;
  readonly alternative: string;
  readonly run: Run;
  readonly own: Outcome;
  readonly setting: Setting;
  readonly flows: readonly Flows[];
};

function caseOf(from: TwicePlanned, number: FutureNumber, alternative: string): Case {
  const { run, own, setting } = from.both(number, alternative);
  return {
    number,
    alternative,
    run,
    own,
    setting,
    flows: ownFlows(own, setting, knownOf(run), alternative === 'none' ? undefined : point),
  };
}

const cases = ['none', 'with', 'renewed'].flatMap((alternative) =>
  [likelyFuture, ...Array.from({ length: 25 }, (_, index) => future(index, 2 * index))].map((number) =>
    caseOf(twice, number, alternative),
  ),
);

const closures = [
  ...cases,
  ...Array.from({ length: 10 }, (_, index) => caseOf(twiceWell, future(index, index), 'with')),
].filter(({ own }) => own.years.some(({ shop }) => shop.closes));
const yearOfClosure = ({ own }: Case): number => own.years.findIndex(({ shop }) => shop.closes);

/** Close, relative to the largest amounts of a village's year. */
function close(value: number, expected: number, at: string): void {
  expect(Math.abs(value - expected), `${at}: ${value} by the rows, ${expected} by the facts`).toBeLessThanOrEqual(
    1e-9 * Math.max(1e4, Math.abs(expected)),
  );
}

describe('the cases the ledger is tried on', () => {
  it('have closures of every cause, and shops that stand to the end', () => {
    expect(new Set(cases.map(({ run }) => run.at('closingCause', 14)))).toEqual(new Set([0, 1, 2, 3]));
  });

  it('have renewals, and service points that end with their agreement and with their host', () => {
    const outlays = cases.flatMap(({ run }) => run.all('reinvestmentMade'));
    expect(sum(outlays)).toBeGreaterThan(5);
    const ends = cases
      .filter(({ alternative }) => alternative === 'with')
      .map(({ run }) => run.all('measureEnds', 'punkt').indexOf(1));
    expect(ends).toContain(10); // start year 2, nine years
    expect(ends.some((year) => year >= 2 && year < 10)).toBe(true);
  });
});

describe('opening cash and the flows of the years make closing cash', () => {
  it('for the shop: what it has in the bank, and nothing once it is wound up', () => {
    for (const each of cases) {
      let bank = 0; // openings are −80 000: nothing in the bank
      for (const [t, { shop }] of each.own.years.entries()) {
        bank += each.run.at('net_shop', t);
        close(bank, shop.open && !shop.closes ? Math.max(0, shop.cash) : 0, `bank in year ${t}`);
      }
    }
  });

  for (const party of parties) {
    it(`for ${party}: in every year and future, by what it received and paid`, () => {
      for (const each of cases) {
        let [rows, facts] = [0, 0];
        for (const [t, flows] of each.flows.entries()) {
          const net = netOf(each.run, party, t);
          close(net, flows.cash.get(party) ?? 0, `${party} in year ${t} of ${each.alternative}`);
          rows += net;
          facts += flows.cash.get(party) ?? 0;
        }
        close(rows, facts, `${party} at the end of ${each.alternative}`);
      }
    });
  }

  it('for the lender: what is owed is what was lent, paid back and lost', () => {
    for (const each of cases) {
      const { run } = each;
      const closing = yearOfClosure(each);
      const last = closing < 0 ? 14 : closing;
      const paid = sum(run.all('net_lender').slice(0, last + 1)) - sum(run.all('interest').slice(0, last + 1));
      const lost = sum(run.all('lenderLoss'));
      const owed = closing < 0 ? run.at('debt', 14) + Math.max(0, -run.at('cash', 14)) : 0;
      // 250 000 of debt and 80 000 of overdraft at the start; repayments and settlement come back, loans go out.
      close(250_000 + 80_000 - paid - lost, owed, 'owed');
    }
  });
});

function netOf(run: Run, party: string, year: number): number {
  return twice.futures.plan.ledger.accounts.some((account) => account.party === party)
    ? run.at(`net_${party}`, year)
    : 0;
}

describe('rows', () => {
  const { lines } = twice.futures.plan.ledger;

  it('of kind transfer are between two parties, and rows of kind resource between one party and resources', () => {
    for (const { flow, from, to } of lines) {
      expect(from).not.toBe(to);
      expect(
        [from, to].filter((side) => side === 'resource'),
        flow.id,
      ).toHaveLength(flow.kind === 'resource' ? 1 : 0);
    }
  });

  it('sum over all parties to the resources used: what one is paid another pays', () => {
    for (const { run } of cases) {
      for (let t = 0; t < 15; t += 1)
        close(sum(parties.map((party) => netOf(run, party, t))), run.at('net_society', t), `year ${t}`);
    }
  });

  it('count for society only when they use resources', () => {
    for (const { run, flows } of cases) {
      for (const [t, { society }] of flows.entries()) {
        close(run.at('net_society', t), society, `society in year ${t}`);
        const resources = lines.filter(({ flow }) => flow.kind === 'resource' && flow.basis.includes('cash'));
        close(
          run.at('net_society', t),
          sum(resources.map(({ variable, to }) => (to === 'resource' ? -1 : 1) * run.at(variable, t))),
          `rows in year ${t}`,
        );
      }
    }
  });

  it('of the shop are all 0 from the year after it closes, but for what is bought elsewhere instead', () => {
    const ofShop = lines.filter(
      ({ from, to }) =>
        from === 'shop' || to === 'shop' || from === 'lender' || to === 'lender' || from === 'owner' || to === 'owner',
    );
    for (const each of closures) {
      for (let t = yearOfClosure(each) + 1; t < 15; t += 1) {
        expect(ofShop.filter(({ variable }) => each.run.at(variable, t) !== 0).map(({ variable }) => variable)).toEqual(
          [],
        );
      }
    }
  });

  it('show every change of overdraft as money from the lender', () => {
    for (const { run, own } of cases) {
      let overdraft = 80_000;
      for (const [t, { shop }] of own.years.entries()) {
        if (!shop.open) break;
        close(run.at('ledger_overdraftChange', t), Math.max(0, -shop.cash) - overdraft, `year ${t}`);
        overdraft = Math.max(0, -shop.cash);
      }
    }
  });
});

describe('the year a shop closes', () => {
  it('its cash and a fifth of its book value pay debt and overdraft, the rest is the owner’s, what is unpaid the lender’s loss', () => {
    const seen = { rest: 0, loss: 0 };
    for (const each of closures) {
      const t = yearOfClosure(each);
      const { shop } = each.own.years[t] as Outcome['years'][number];
      const assets = 0.2 * shop.bookValue;
      const has = Math.max(0, shop.cash) + assets;
      const owed = shop.debt + Math.max(0, -shop.cash);
      close(each.run.at('ledger_assetsSold', t), assets, 'assets');
      close(each.run.at('ledger_closingPaid', t), Math.min(has, owed), 'paid');
      close(each.run.at('ledger_closingRest', t), Math.max(0, has - owed), 'rest');
      close(each.run.at('ledger_lenderLoss', t), Math.max(0, owed - has), 'loss');
      seen.rest += Number(has > owed);
      seen.loss += Number(owed > has);
    }
    expect(Math.min(seen.rest, seen.loss)).toBeGreaterThan(0);
  });

  it('its reported cash still stands, after the owner’s withdrawal and before the winding-up', () => {
    for (const each of closures) {
      const t = yearOfClosure(each);
      close(each.run.at('cash', t), each.own.years[t]?.shop.cash as number, 'cash');
      if (t < 14) expect(each.run.at('cash', t + 1)).toBe(0);
    }
  });
});

/** Π(1 + r) up to a year, where r is real rate and growth of other costs together. */
function discounted(flows: readonly number[], rate: number): number {
  return sum(flows.map((amount, t) => amount / (1 + rate) ** t));
}

const commonRate = 1.035 * 1.02 - 1; // 5.57 %

describe('present value', () => {
  it('is the cash of the years and what stands at the end, discounted at 5.57 % from year 1 on', () => {
    for (const each of cases) {
      for (const party of parties) {
        const amounts = each.flows.map(({ cash, terminal }) => (cash.get(party) ?? 0) + (terminal.get(party) ?? 0));
        if (netOf(each.run, party, 0) === 0 && amounts.every((amount) => amount === 0)) continue;
        close(
          each.run.at(`presentValue_${party}`, 14),
          discounted(amounts, commonRate),
          `${party} of ${each.alternative}`,
        );
      }
      const society = each.flows.map((flows) => flows.society + flows.societyTerminal);
      close(each.run.at('presentValue_society', 14), discounted(society, commonRate), `society of ${each.alternative}`);
    }
  });

  it('counts book value and debt at the end only of a shop that stands then', () => {
    for (const { run, own } of cases) {
      const last = own.years.at(-1)?.shop;
      const stands = last?.open && !last.closes;
      for (let t = 0; t < 14; t += 1) expect(run.at('terminal_shop', t)).toBe(0);
      close(run.at('terminal_shop', 14), stands ? last.bookValue - last.debt - Math.max(0, -last.cash) : 0, 'terminal');
    }
  });

  it('holds no depreciation and no imputed interest: another rate and method of calculation change no cash', () => {
    const dear = structuredClone(written()) as {
      alternatives: Record<string, { measures?: { punkt: { investments: { rate: number; method?: string }[] } } }>;
    };
    for (const { measures } of Object.values(dear.alternatives)) {
      for (const item of measures?.punkt.investments ?? [])
        Object.assign(item, { rate: 0.5, method: 'opening-balance' });
    }
    const other = new TwicePlanned(dear as Written);
    const active = cases.filter(
      ({ alternative, own }) => alternative === 'renewed' && own.years.some(({ pointActive }) => pointActive),
    );
    expect(active.length).toBeGreaterThan(10);
    for (const { number } of active) {
      const [before, after] = [twice.futures.run(number, 'renewed'), other.futures.run(number, 'renewed')];
      for (const party of [...parties, 'society'])
        expect(after.at(`presentValue_${party}`, 14)).toBe(before.at(`presentValue_${party}`, 14));
      expect(sum(after.all('ledger_capitalInterest_municipality_resource'))).toBeGreaterThan(
        sum(before.all('ledger_capitalInterest_municipality_resource')),
      );
    }
  });

  it('of the municipality follows its own rate where one is stated; nobody else’s does, and not society’s', () => {
    const own = new TwicePlanned(written(edge, { discountRateMunicipality: 0.0175 }));
    for (const number of [future(0), future(3, 6)]) {
      const { run, flows } = caseOf(own, number, 'renewed');
      const before = twice.futures.run(number, 'renewed');
      const amounts = flows.map(({ cash }) => cash.get('municipality') ?? 0);
      close(run.at('presentValue_municipality', 14), discounted(amounts, 0.0175), 'municipality');
      expect(run.at('presentValue_municipality', 14)).not.toBe(before.at('presentValue_municipality', 14));
      for (const party of [...parties, 'society'].filter((each) => each !== 'municipality')) {
        expect(run.at(`presentValue_${party}`, 14)).toBe(before.at(`presentValue_${party}`, 14));
      }
    }
  });
});

describe('yearly calculations', () => {
  const { lines } = twice.futures.plan.ledger;
  const ids = (basis: 'cash' | 'cost' | 'terminal'): string[] => [
    ...new Set(lines.filter(({ flow }) => flow.basis.includes(basis)).map(({ flow }) => flow.id)),
  ];

  it('hold no outlay, grant or loan', () => {
    expect(
      ids('cost').filter((id) =>
        [
          'investment',
          'investmentGrant',
          'residualSale',
          'shopOutlay',
          'shopLoan',
          'shopRepayment',
          'grantReclaimed',
        ].includes(id),
      ),
    ).toEqual([]);
  });

  it('hold depreciation, interest and write-off, which cash does not', () => {
    expect(ids('cost')).toEqual(
      expect.arrayContaining(['capitalDepreciation', 'capitalInterest', 'capitalWriteOff', 'running']),
    );
    expect(ids('cash').filter((id) => id.startsWith('capital'))).toEqual([]);
  });

  it('write off over the life what was laid out, less what it is then worth', () => {
    const { run } = caseOf(twice, likelyFuture, 'renewed');
    const screens = ['punkt/002/01-eu', 'punkt/002/remainder'];
    const bought = 90_000 * 1.02 ** 2;
    close(sum(screens.flatMap((id) => run.all('trancheDepreciation', id))), bought, 'screens');
    close(sum(screens.flatMap((id) => run.all('trancheOutlay', id))), bought, 'screens');
  });
});
