import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../app/load-model.ts';
import { instantiateScenario, readScenario } from '../scenario/index.ts';
import { interpreterFor, makePlan } from '../simulate/index.ts';
import { likelyFuture } from './interpreter.ts';
import { type Ledger, withLedger } from './ledger.ts';
import type { Party } from './model-file.ts';
import { both, runBoth, type SmallInstance, smallInstances, smallModel } from './testing/small-model.ts';

const small = {
  entities: {
    shop: {},
    measure: {
      perAlternative: true,
      parties: ['payer', 'taker'],
      parents: { host: { entity: 'shop', optional: true } },
    },
  },
  inputs: {
    cost: { entity: 'measure', unit: 'SEK/year' },
    pay: { entity: 'shop', unit: 'SEK/year' },
    rent: { entity: 'future', unit: 'SEK/year' },
  },
  variables: { discountFactor: { entity: 'future', formula: 'pow(0.5, yearIndex)' } },
  flows: [
    { id: 'support', entity: 'measure', from: 'payer', to: 'taker', kind: 'transfer', basis: ['cash'], amount: 'cost' },
    { id: 'wages', entity: 'shop', from: 'shop', to: 'owner', kind: 'transfer', basis: ['cash'], amount: 'pay' },
    { id: 'goods', entity: 'future', from: 'shop', to: 'resource', kind: 'resource', basis: ['cash'], amount: 'rent' },
    {
      id: 'saleInTheEnd',
      entity: 'future',
      from: 'resource',
      to: 'shop',
      kind: 'resource',
      basis: ['terminal'],
      amount: 'isLastYear ? rent : 0',
    },
    { id: 'imputed', entity: 'future', from: 'shop', to: 'lender', kind: 'transfer', basis: ['cost'], amount: 'rent' },
  ],
};
/** The same amount in each of three years. */
const yearly = (amount: number): number[] => [amount, amount, amount];
const measure = (payer: Party, taker: Party, cost: number): SmallInstance => ({
  parties: { payer, taker },
  values: { cost: yearly(cost) },
});
const plain = smallInstances(
  { shop: { s: { values: { pay: yearly(100) } }, t: { values: { pay: yearly(30) } } } },
  {
    none: {},
    some: {
      measure: {
        m1: measure('municipality', 'shop', 7),
        m2: measure('state', 'shop', 11),
        m3: measure('municipality', 'shop', 13),
        m4: measure('municipality', 'municipality', 1000),
      },
    },
  },
  { values: { rent: yearly(40) } },
);

function linesOf(ledger: Ledger): string[] {
  return ledger.lines.map(({ flow, from, to, variable }) => `${flow.id}: ${from} → ${to} (${variable})`);
}

describe('the lines of a ledger', () => {
  const ready = withLedger(smallModel(small), plain);
  const values = runBoth(ready.model, ready.instances, 3);

  it('are one for each flow and pair of parties that occurs, in order of the flows’ ids', () => {
    expect(linesOf(ready.ledger)).toEqual([
      'goods: shop → resource (ledger_goods)',
      'imputed: shop → lender (ledger_imputed)',
      'saleInTheEnd: resource → shop (ledger_saleInTheEnd)',
      'support: municipality → shop (ledger_support_municipality_shop)',
      'support: state → shop (ledger_support_state_shop)',
      'wages: shop → owner (ledger_wages)',
    ]);
  });

  it('add up the rows of all measures with the same payer and taker', () => {
    expect(values('ledger_support_municipality_shop', 0, 1)).toEqual(both(20, 20, 20)); // 7 + 13
    expect(values('ledger_support_state_shop', 0, 1)).toEqual(both(11, 11, 11));
    expect(values('ledger_wages', 0, 1)).toEqual(both(130, 130, 130)); // 100 + 30
  });

  it('are 0 in an alternative without the measure', () => {
    expect(values('ledger_support_municipality_shop', 0, 0)).toEqual(both(0, 0, 0));
  });

  it('leave out what a party would pay itself', () => {
    expect(values('net_municipality', 0, 1)).toEqual(both(-20, -20, -20)); // and not the 1000 of m4
  });

  it('give each party what it gets less what it pays, in cash only', () => {
    expect(values('net_shop', 0, 1)).toEqual(both(-139, -139, -139)); // 20 + 11 − 130 − 40; imputed interest is no cash
    expect(values('net_owner', 0, 1)).toEqual(both(130, 130, 130));
    expect(values('net_lender', 0, 1)).toEqual(both(0, 0, 0));
  });

  it('give society the resources used, whoever pays, and no transfer', () => {
    expect(values('net_society', 0, 1)).toEqual(both(-40, -40, -40));
    expect(values('net_society', 0, 0)).toEqual(both(-40, -40, -40));
  });

  it('add up present values year by year, with what is left in the last year', () => {
    expect(values('presentValue_owner', 0, 1)).toEqual(both(130, 195, 227.5)); // + 130/2, + 130/4
    expect(values('presentValue_society', 0, 1)).toEqual(both(-40, -60, -60)); // last year (−40 + 40)/4
  });

  it('are none for a flow of an entity the plan has none of', () => {
    const without = withLedger(
      smallModel(small),
      smallInstances({ shop: {} }, { none: {} }, { values: { rent: yearly(40) } }),
    );
    expect(linesOf(without.ledger).filter((line) => line.startsWith('support'))).toEqual([]);
    expect(without.ledger.accounts.map(({ party }) => party)).toEqual(['shop', 'owner', 'lender', 'society']);
  });
});

describe('the accounts of the shipped model', () => {
  const model = loadModel();
  const amount = (low: number, high: number) => fc.integer({ min: low, max: high });
  const villages = fc.record({
    people: amount(50, 5000),
    sales: amount(1_000_000, 12_000_000),
    cash: amount(0, 1_000_000),
    debt: amount(0, 2_000_000),
    cost: amount(0, 2_000_000),
    grant: amount(0, 100),
    running: amount(0, 300_000),
    agreementYears: amount(1, 12),
    compensation: amount(0, 100_000),
    owner: fc.constantFrom('association', 'municipality'),
    renew: fc.boolean(),
  });

  it('balance in every year of any village: what one party pays, another gets, or it is used up', () => {
    let closed = 0;
    fc.assert(
      fc.property(villages, (village) => {
        // Enough demand that the stated sales have a solution.
        const people = Math.max(village.people, Math.ceil(village.sales / 12_000));
        const text = JSON.stringify({
          id: 'random',
          label: 'Random',
          start: 2024,
          years: 12,
          seed: 'ledger',
          places: { byn: { label: 'Byn', inhabitants: people, hinterland: { inhabitants: 200, distance: 5 } } },
          towns: { staden: { label: 'Staden', inhabitants: 10_000 } },
          distances: [{ between: ['byn', 'staden'], km: 20 }],
          shops: {
            butiken: {
              label: 'Butiken',
              place: 'byn',
              distance: 1,
              turnover: village.sales,
              passingTrade: village.sales / 10,
              openingCash: village.cash,
              openingDebt: village.debt,
            },
          },
          alternatives: {
            none: { label: 'None' },
            point: {
              label: 'Point',
              measures: {
                point: {
                  kind: 'servicePoint',
                  label: 'Point',
                  host: 'butiken',
                  owner: village.owner,
                  agreementYears: village.agreementYears,
                  renewAgreement: village.renew,
                  clawBackYears: 8,
                  hostCompensation: village.compensation,
                  investments: [
                    {
                      label: 'Building',
                      cost: village.cost,
                      life: 5,
                      rate: 0.05,
                      renew: village.renew,
                      grants: [{ from: 'region', amount: Math.floor((village.cost * village.grant) / 100) }],
                    },
                  ],
                  running: [{ label: 'Running', category: 'premises', amount: village.running, payer: 'municipality' }],
                },
              },
            },
          },
        });
        const plan = makePlan(
          model,
          instantiateScenario(
            model,
            readScenario(model, 'random.yaml', text, () => undefined),
          ),
        );
        const interpreter = interpreterFor(plan);
        for (const [alternative] of plan.alternatives.entries()) {
          const run = interpreter.future(alternative, likelyFuture);
          for (let year = 0; year < plan.years; year += 1) {
            const line = (name: string): number => run.number(name, 0, year);
            let [paid, got, used] = [0, 0, 0];
            for (const { party, net } of plan.ledger.accounts) {
              const value = line(net);
              if (party === 'society') used = value;
              else if (value < 0) paid -= value;
              else got += value;
            }
            // Transfers cancel out; what is left of all nets is what was used up. To the öre, of amounts of some 10⁸.
            expect(Math.abs(got - paid - used)).toBeLessThan(0.005);
            const sums = new Map<Party, number>();
            for (const { variable, flow, from, to } of plan.ledger.lines) {
              if (!flow.basis.includes('cash')) continue;
              sums.set(from, (sums.get(from) ?? 0) - line(variable));
              sums.set(to, (sums.get(to) ?? 0) + line(variable));
            }
            expect(Math.abs([...sums.values()].reduce((sum, value) => sum + value, 0))).toBeLessThan(0.005);
            for (const { party, net } of plan.ledger.accounts) {
              if (party !== 'society') expect(Math.abs(line(net) - (sums.get(party) ?? 0))).toBeLessThan(0.005);
            }
            expect(Math.abs((sums.get('resource') ?? 0) + used)).toBeLessThan(0.005);
          }
          closed += run.number('closingYear', 0, plan.years - 1) >= 0 ? 1 : 0;
        }
      }),
      { numRuns: 25 },
    );
    expect(closed).toBeGreaterThan(0); // or closing was never tried
  });
});
