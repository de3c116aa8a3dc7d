import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../app/load-model.ts';
import { openScenario } from '../../app/open-scenario.ts';
import { doubles } from '../compile/index.ts';
import { sumOre } from '../finance/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { calculationRun } from './calculation-run.ts';
import { type CalculationView, type StatedTranche, statedCalculation } from './index.ts';
import { calculate, type ItemData, item, type LineData, uncheckedScenario } from './testing/lone-measure.ts';

const fliseryd = openScenario(loadModel(), `${import.meta.dirname}/../../../scenarios/fliseryd.yaml`);
const estimate = statedCalculation(loadModel(), fliseryd, 'forkalkyl');
const account = statedCalculation(loadModel(), fliseryd, 'efterkalkyl');

const four = (view: CalculationView | undefined) =>
  view && [view.depreciation, view.interest, view.running, view.total];

const same = (amount: string) => Array.from({ length: 10 }, () => amount);

const sum = (amounts: readonly string[]): string => sumOre(amounts).toFixed(2);

const only = (measure: Parameters<typeof calculate>[0]): StatedTranche => {
  const tranches = calculate(measure).items.flatMap((each) => each.tranches);
  expect(tranches).toHaveLength(1);
  return tranches[0] as StatedTranche;
};

describe('the estimate of Fliseryd', () => {
  it('costs 600 000 to build and equip', () => {
    expect(estimate.totalCost).toBe('600000.00'); // 500 000 + 100 000
    expect(estimate.label).toEqual({ sv: 'Förkalkyl', en: 'Estimate' });
  });

  it('costs 175 000 a year: 60 000 depreciation, 15 000 interest, 30 000 premises, 70 000 staff', () => {
    const { project } = estimate.views;
    expect(four(project)).toEqual(['60000.00', '15000.00', '100000.00', '175000.00']);
    expect(project.depreciationByItem).toEqual(['50000.00', '10000.00']); // a tenth of 500 000 and of 100 000
    expect(project.interestByItem).toEqual(['12500.00', '2500.00']); // 5 % of half of each
    expect(project.runningByCategory).toEqual({ premises: '30000.00', staff: '70000.00', other: '0.00' });
  });

  it('reckons staff as 0.2 of a post at 350 000', () => {
    const staff = estimate.running[1];
    expect([staff?.posts, staff?.postCost, staff?.amount]).toEqual([0.2, '350000.00', '70000.00']);
  });

  it('is the same for the project and society, since there are no grants', () => {
    expect(four(estimate.views.society)).toEqual(four(estimate.views.project));
  });

  it('leaves capital to the association and running cost to the municipality', () => {
    expect(four(estimate.views.association)).toEqual(['60000.00', '15000.00', '0.00', '75000.00']);
    expect(four(estimate.views.municipality)).toEqual(['0.00', '0.00', '100000.00', '100000.00']);
    expect(Object.keys(estimate.views)).toEqual(['project', 'municipality', 'association', 'society']);
  });

  it('is the same in each of its ten years, at stated prices', () => {
    expect(estimate.views.project.byYear.map((year) => year.total)).toEqual(same('175000.00'));
  });
});

describe('the final account of Fliseryd', () => {
  it('is paid by the region, the foundation and the municipality', () => {
    expect(account.totalCost).toBe('545333.00');
    expect(account.financing).toEqual([
      { label: { sv: 'Regionförbundet', en: 'Regionförbundet' }, payer: 'region', amount: '242381.00' },
      {
        label: { sv: 'Häradssparbankens stiftelse', en: 'Häradssparbankens stiftelse' },
        payer: 'foundation',
        amount: '200000.00',
      },
      { label: { sv: 'Mönsterås kommun', en: 'Mönsterås kommun' }, payer: 'municipality', amount: '102952.00' },
    ]);
  });

  it('costs the project 100 000 a year, since grants pay all of the investment', () => {
    expect(four(account.views.project)).toEqual(['0.00', '0.00', '100000.00', '100000.00']);
  });

  it('costs the municipality 112 869 a year, since its contribution depreciates and bears interest too', () => {
    // 102 952 / 10, 102 952 · 5 % / 2
    expect(four(account.views.municipality)).toEqual(['10295.20', '2573.80', '100000.00', '112869.00']);
  });

  it('costs the region and the foundation what their grants depreciate and bear in interest', () => {
    // 242 381 · 5 % / 2 = 6 059.525, half an öre away from nought
    expect(four(account.views.region)).toEqual(['24238.10', '6059.53', '0.00', '30297.63']);
    expect(four(account.views.foundation)).toEqual(['20000.00', '5000.00', '0.00', '25000.00']);
  });

  it('costs society 168 166.63 a year', () => {
    // 10 295.20 + 24 238.10 + 20 000, 2 573.80 + 6 059.53 + 5 000
    expect(four(account.views.society)).toEqual(['54533.30', '13633.33', '100000.00', '168166.63']);
    expect(account.views.association).toBeUndefined();
  });

  it('buys nothing again and lets no agreement run out within the ten years', () => {
    expect(account.years).toBe(10);
    expect(account.items[0]?.tranches.map((tranche) => tranche.bookValue.at(-1))).toEqual(['0.00', '0.00', '0.00']);
    expect(account.views.society.byYear.map((year) => year.total)).toEqual(same('168166.63'));
  });
});

describe('methods of interest', () => {
  it('by opening balance, falls from 30 000 to 3 000 on 600 000 at 5 %', () => {
    const tranche = only({ investments: [item({ method: 'opening-balance' })] });
    expect(tranche.depreciation).toEqual(same('60000.00'));
    // 5 % of 600 000, 540 000 … 60 000
    expect(tranche.interest).toEqual(Array.from({ length: 10 }, (_, year) => `${30_000 - 3_000 * year}.00`));
  });

  it('by annuity, is together with depreciation 77 702.74 a year; the last year takes the remainder', () => {
    const tranche = only({ investments: [item({ method: 'annuity' })] });
    const yearly = tranche.depreciation.map((amount, year) => sum([amount, tranche.interest[year] as string]));
    // 600 000 · 0.05 / (1 − 1.05⁻¹⁰) = 77 702.744979; ten years' 0.004979 with interest are 0.06
    expect(yearly).toEqual([...same('77702.74').slice(1), '77702.80']);
    expect([tranche.interest[0], tranche.depreciation[0]]).toEqual(['30000.00', '47702.74']);
    expect(tranche.bookValue.at(-1)).toBe('0.00');
  });

  it('by annuity, ends at the residual value', () => {
    const tranche = only({ investments: [item({ method: 'annuity', residual: 100_000 })] });
    // (600 000 − 100 000 · 1.05⁻¹⁰) · 0.05 / (1 − 1.05⁻¹⁰) = 69 752.287483
    expect(sum([tranche.depreciation[0] as string, tranche.interest[0] as string])).toBe('69752.29');
    expect(tranche.bookValue.at(-1)).toBe('100000.00');
  });

  it.each(['average-capital', 'opening-balance', 'annuity'] as const)('without a rate is nought: %s', (method) => {
    const tranche = only({ investments: [item({ method, rate: 0 })] });
    expect(tranche.interest).toEqual(same('0.00'));
    expect(tranche.depreciation).toEqual(same('60000.00'));
  });
});

describe('residual values', () => {
  it('lower depreciation and raise interest on average capital', () => {
    const tranche = only({ investments: [item({ residual: 100_000 })] });
    expect(tranche.depreciation).toEqual(same('50000.00')); // (600 000 − 100 000) / 10
    expect(tranche.interest).toEqual(same('17500.00')); // 5 % of (600 000 + 100 000) / 2
    expect(tranche.bookValue.at(-1)).toBe('100000.00');
  });

  it('are shared by payers as the cost is', () => {
    const grants = [{ from: 'region', amount: 150_000 }];
    const [grant, rest] = calculate({ investments: [item({ residual: 100_000, grants })] }).items[0]?.tranches ?? [];
    expect([grant?.residual, rest?.residual]).toEqual(['25000.00', '75000.00']); // a quarter, three quarters
    expect([grant?.depreciation[0], rest?.depreciation[0]]).toEqual(['12500.00', '37500.00']);
    expect([grant?.interest[0], rest?.interest[0]]).toEqual(['4375.00', '13125.00']);
  });

  it('that fall on half an öre round away from nought, though the share has no end in decimals', () => {
    // 0.03 · 5/6 = 0.025 exactly; 0.8333… times 0.03 would fall just short of it
    const grants = [{ from: 'region', amount: 0.03 }];
    const tranche = calculate({ investments: [item({ residual: 500_000, grants })] }).items[0]?.tranches[0];
    expect(tranche?.residual).toBe('0.03');
  });
});

describe('lives', () => {
  it('of different length leave the years after the shorter one without capital cost', () => {
    const { views, years } = calculate({ investments: [item({ life: 2 }), item({ life: 4, cost: 400 })] });
    expect(years).toBe(4);
    expect(views.project.byYear.map((year) => year.depreciationByItem)).toEqual([
      ['300000.00', '100.00'],
      ['300000.00', '100.00'],
      ['0.00', '100.00'],
      ['0.00', '100.00'],
    ]);
    expect(views.project.byYear.map((year) => year.interest)).toEqual(['15010.00', '15010.00', '10.00', '10.00']);
  });

  it('that do not share the cost evenly leave the remainder to the last year', () => {
    const tranche = only({ investments: [item({ cost: 100, life: 3 })] });
    expect(tranche.depreciation).toEqual(['33.33', '33.33', '33.34']);
  });

  it('are one year where there is nothing to depreciate', () => {
    const { items, totalCost, views, years } = calculate({
      running: [{ label: 'hyra', amount: 12_000, payer: 'association' }],
    });
    expect([items, totalCost, years]).toEqual([[], '0.00', 1]);
    expect(four(views.association)).toEqual(['0.00', '0.00', '12000.00', '12000.00']);
    expect(views.project.runningByCategory.other).toBe('12000.00');
  });
});

const payer = fc.constantFrom('municipality', 'region', 'state', 'foundation', 'association');
const ore = (least: number, most: number) => fc.integer({ min: least, max: most }).map((amount) => amount / 100);

const investment: fc.Arbitrary<ItemData> = fc
  .record({
    cost: fc.integer({ min: 0, max: 1_000_000_000 }),
    residualShare: fc.double({ min: 0, max: 1, noNaN: true }),
    life: fc.integer({ min: 1, max: 40 }),
    rate: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 1, max: 2000 }).map((each) => each / 10_000),
    ),
    method: fc.constantFrom('average-capital' as const, 'opening-balance' as const, 'annuity' as const),
    renew: fc.boolean(),
    shares: fc.array(fc.tuple(payer, fc.double({ min: 0, max: 0.33, noNaN: true })), { maxLength: 3 }),
  })
  .map(({ cost, residualShare, shares, ...rest }) => ({
    label: 'lokal',
    cost: cost / 100,
    residual: Math.floor(cost * residualShare) / 100,
    grants: shares.map(([from, share]) => ({ from, amount: Math.floor(cost * share) / 100 })),
    ...rest,
  }));

const line: fc.Arbitrary<LineData> = fc.oneof(
  fc.record({ label: fc.constant('hyra'), amount: ore(0, 100_000_000), payer }),
  fc.record({
    label: fc.constant('personal'),
    posts: fc.integer({ min: 0, max: 500 }).map((each) => each / 100),
    postCost: ore(0, 100_000_000),
    payer,
  }),
);

const measure = fc.record({
  investments: fc.array(investment, { maxLength: 3 }),
  running: fc.array(line, { maxLength: 3 }),
});

describe('any calculation', () => {
  it('depreciates each tranche from its cost to its residual value, to the öre', () => {
    fc.assert(
      fc.property(measure, (each) => {
        for (const { tranches } of calculate(each).items) {
          for (const { cost, residual, depreciation, bookValue } of tranches) {
            expect(sum([...depreciation, residual])).toBe(cost);
            expect(bookValue.at(-1)).toBe(residual);
          }
        }
      }),
    );
  });

  it('shares the cost of each item between its tranches, to the öre', () => {
    fc.assert(
      fc.property(measure, (each) => {
        const calculation = calculate(each);
        for (const { cost, tranches } of calculation.items) {
          expect(sum(tranches.map((tranche) => tranche.cost))).toBe(cost);
        }
        expect(sum(calculation.financing.map(({ amount }) => amount))).toBe(calculation.totalCost);
      }),
    );
  });

  it('costs society in each year what it costs all parties together', () => {
    fc.assert(
      fc.property(measure, (each) => {
        const { project: _, society, ...parties } = calculate(each).views;
        for (const [year, whole] of society.byYear.entries()) {
          const of = Object.values(parties).map((view) => view.byYear[year]);
          for (const kind of ['depreciation', 'interest', 'running', 'total'] as const) {
            expect(sum(of.map((amounts) => amounts?.[kind] as string))).toBe(whole[kind]);
          }
        }
      }),
    );
  });

  it('by average capital, rounds what whole numbers of öre say exactly', () => {
    const whole = (least: number, most: number) => fc.integer({ min: least, max: most });
    // A residual value of some sixths or sevenths of the cost, and a grant of a few öre, often make halves of an öre.
    fc.assert(
      fc.property(whole(1, 12), whole(0, 12), whole(1, 50), whole(0, 50), whole(2, 12), whole(0, 40), (...drawn) => {
        const [parts, kept, unit, grant, life, perMille] = drawn;
        const [cost, residual] = [parts * unit, Math.min(kept, parts) * unit];
        const grants = [{ from: 'region', amount: Math.min(grant, cost) / 100 }];
        const data = item({ cost: cost / 100, residual: residual / 100, life, rate: perMille / 1000, grants });
        for (const tranche of calculate({ investments: [data] }).items[0]?.tranches ?? []) {
          const size = Math.round(Number(tranche.cost) * 100);
          expect(tranche.residual).toBe(text(size * residual, cost));
          expect(tranche.depreciation[0]).toBe(text(size * (cost - residual), cost * life));
          expect(tranche.interest[0]).toBe(text(size * (cost + residual) * perMille, cost * 2000));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps depreciation and interest of an annuity equal to the öre until the last year', () => {
    fc.assert(
      fc.property(investment, (each) => {
        const { items } = calculate({ investments: [{ ...each, method: 'annuity' }] });
        for (const { depreciation, interest } of items[0]?.tranches ?? []) {
          const yearly = depreciation
            .slice(0, each.life - 1)
            .map((amount, year) => sum([amount, interest[year] as string]));
          expect(new Set(yearly).size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is what the simulation computes in doubles, but for what rounding carries on from year to year', () => {
    fc.assert(
      fc.property(measure, (each) => {
        const calculation = calculate(each);
        const compare = comparison(uncheckedScenario(each), 'kalkyl');
        for (const { rate, method, tranches } of calculation.items) {
          // At most one öre a year (of an annuity and of its interest), which in an annuity bears interest of its own.
          const carried = (year: number): number =>
            Array.from(
              { length: year + 1 },
              (_, back) => 0.01 * (method === 'annuity' ? (1 + rate) ** back : 1),
            ).reduce((one, other) => one + other);
          for (const { id, bookValue, depreciation, interest } of tranches) {
            compare('trancheBookValue', id, bookValue, carried);
            compare('trancheDepreciation', id, depreciation, (year) => carried(year) + 0.01);
            const evenly = method === 'average-capital';
            compare('trancheInterest', id, interest, (year) => 0.005 + (evenly ? 0 : rate * carried(year)));
          }
        }
        for (const { id, byYear } of calculation.running) compare('lineCost', id, byYear, () => 0.005);
      }),
    );
  });

  it.each(['forkalkyl', 'efterkalkyl'])('of Fliseryd is what the simulation computes, within half an öre: %s', (id) => {
    const { items, running } = statedCalculation(loadModel(), fliseryd, id);
    const compare = comparison(fliseryd, id);
    for (const tranche of items.flatMap((each) => each.tranches)) {
      compare('trancheDepreciation', tranche.id, tranche.depreciation, () => 0.005);
      compare('trancheInterest', tranche.id, tranche.interest, () => 0.005);
      compare('trancheBookValue', tranche.id, tranche.bookValue, () => 0.005);
    }
    for (const each of running) compare('lineCost', each.id, each.byYear, () => 0.005);
  });
});

/** Compares amounts in decimals with the same run in doubles, year by year; `most` is how far apart they may be. */
function comparison(scenario: Scenario, calculation: string) {
  const { model, relations, run } = calculationRun(loadModel(), scenario, calculation, doubles);
  return (variable: string, id: string, amounts: readonly string[], most: (year: number) => number): void => {
    const list = relations.list(model.variables.get(variable)?.entity as string);
    const instance = list.findIndex((each) => each.id === id);
    for (const [year, amount] of amounts.entries()) {
      expect(Math.abs(run.number(variable, instance, year) - Number(amount))).toBeLessThan(most(year) + 1e-6);
    }
  };
}

/** A fraction of whole numbers of öre as text, rounded half up; exact, since all of them are far below 2⁵³. */
function text(numerator: number, denominator: number): string {
  const rest = numerator % denominator;
  const ore = (numerator - rest) / denominator + (2 * rest >= denominator ? 1 : 0);
  return `${Math.floor(ore / 100)}.${String(ore % 100).padStart(2, '0')}`;
}
