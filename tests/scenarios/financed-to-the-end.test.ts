import { describe, expect, it } from 'vitest';
import { planScenario } from '../../src/app/compare-scenario.ts';
import { type Financed, financedToTheEnd } from '../../src/app/financed-to-the-end.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { financedReport } from '../../src/cli/financed-report.ts';
import { PlannerError } from '../../src/errors.ts';
import { noGrowth, scenarioOf, villageWithServicePoint, type Written } from '../model/village.ts';

/** The service point of a village from 2011 to 2025, at prices that stand still unless told otherwise. */
function point(measure: Written, parameters: Written = noGrowth): Financed {
  const written = villageWithServicePoint(measure, { parameters: { ...parameters, groceryPriceGrowth: 0 } });
  const { plan, scenario } = planScenario(loadModel(), scenarioOf(written));
  const found = financedToTheEnd(plan, scenario);
  expect(found.length).toBe(1);
  return found[0] as Financed;
}

const staff = { label: 'staff', amount: 70_000, payer: 'municipality', category: 'staff' };
const room = {
  label: 'room',
  cost: 100_000,
  life: 10,
  rate: 0.05,
  renew: true,
  renewalPayer: 'municipality',
  grants: [{ from: 'region', amount: 60_000 }],
};

describe('a measure is financed to the end', () => {
  it('when what is promised covers its running costs in every year of its agreement', () => {
    const found = point({
      agreementYears: 3,
      renewAgreement: false,
      running: [staff],
      secured: [{ from: 'municipality', amount: 70_000, years: [2011, 2013] }],
    });
    expect(found).toMatchObject({ agreementEnd: 2013, ends: true, throughAgreement: true, firstNotCovered: null });
    expect(found.years).toEqual(
      [2011, 2012, 2013].map((year) => ({ year, cost: 70_000, grants: 0, promised: 70_000, assumed: 0, missing: 0 })),
    );
  });

  it('only to the end of its agreement, when it is renewed and nobody has promised more', () => {
    const found = point({
      agreementYears: 3,
      running: [staff],
      secured: [{ from: 'municipality', amount: 70_000, years: [2011, 2013] }],
    });
    expect(found).toMatchObject({ agreementEnd: 2013, ends: false, throughAgreement: true, firstNotCovered: 2014 });
    expect(found.years.length).toBe(15);
    expect(found.years.at(-1)).toMatchObject({ year: 2025, promised: 0, missing: 70_000 });
  });

  it('not by a promise for each of two years when the agreement runs for three', () => {
    const found = point({
      agreementYears: 3,
      running: [staff],
      secured: [{ from: 'municipality', amount: 70_000, years: [2011, 2012] }],
    });
    expect(found).toMatchObject({ throughAgreement: false, firstNotCovered: 2013 });
  });

  it('not by a promise of one krona too little', () => {
    const found = point({
      agreementYears: 1,
      running: [staff],
      secured: [{ from: 'municipality', amount: 69_999, years: [2011, 2025] }],
    });
    expect(found.years[0]?.missing).toBe(1);
    expect(found.firstNotCovered).toBe(2011);
  });

  it('with the grants to its investments, but what it costs to buy again is promised by nobody', () => {
    const found = point({ agreementYears: 5, owner: 'association', investments: [room] });
    // 2011: 100 000 − 60 000 = 40 000 missing. 2021, when the ten years are over: all 100 000.
    expect(found.years.map(({ cost }) => cost)).toEqual([100_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100_000, 0, 0, 0, 0]);
    expect(found.years[0]).toMatchObject({ grants: 60_000, promised: 0, missing: 40_000 });
    expect(found.years[10]).toMatchObject({ grants: 0, promised: 0, missing: 100_000 });
  });

  it('in the kronor of each year: a promise without index falls behind wages, one that follows wages does not', () => {
    const growing = { ...noGrowth, wageGrowth: 0.1 };
    const promise = { from: 'municipality', amount: 70_000, years: [2011, 2025] };
    const fixed = point({ agreementYears: 3, running: [staff], secured: [promise] }, growing);
    // 70 000 · 1.1 = 77 000; 70 000 · 1.21 = 84 700
    expect(fixed.years.slice(0, 3).map(({ missing }) => missing)).toEqual([0, 7_000, 14_700]);
    const following = point(
      { agreementYears: 3, running: [staff], secured: [{ ...promise, index: 'wages' }] },
      growing,
    );
    expect(following.firstNotCovered).toBeNull();
  });

  it('with several promises added up, and what is only assumed told apart', () => {
    const found = point({
      agreementYears: 1,
      running: [staff],
      secured: [
        { from: 'municipality', amount: 40_000, years: [2011, 2011], status: 'found' },
        { from: 'region', amount: { value: 20_000, status: 'assumption' }, years: [2011, 2011] },
      ],
    });
    // 40 000 + 20 000 = 60 000 of 70 000
    expect(found.years[0]).toMatchObject({ promised: 60_000, assumed: 20_000, missing: 10_000 });
  });

  it('with what the shop is paid counted as a cost, and what the service point may earn not counted as promised', () => {
    const found = point({ agreementYears: 1, hostCompensation: 12_000, income: 30_000, running: [staff] });
    expect(found.years[0]).toMatchObject({ cost: 82_000, promised: 0, missing: 82_000 });
  });
});

describe('a measure without an agreement or a promise', () => {
  it('is not asked about', () => {
    const { plan, scenario } = planScenario(loadModel(), scenarioOf(villageWithServicePoint({ running: [staff] })));
    expect(financedToTheEnd(plan, scenario)).toEqual([]);
  });
});

describe('a promise', () => {
  it.each([
    [2013, 2011],
    [1990, 2010],
    [2026, 2030],
  ])('for %i to %i covers no year from 2011 to 2025 and is refused', (first, last) => {
    const written = villageWithServicePoint({
      secured: [{ from: 'municipality', amount: 1, years: [first, last] }],
    });
    expect(() => planScenario(loadModel(), scenarioOf(written))).toThrow(PlannerError);
  });

  it('changes no number of the comparison', () => {
    const hash = (measure: Written): string =>
      planScenario(loadModel(), scenarioOf(villageWithServicePoint(measure))).scenarioHash;
    const secured = [{ from: 'municipality', amount: 70_000, years: [2011, 2013] }];
    expect(hash({ running: [staff], secured })).toBe(hash({ running: [staff] }));
  });
});

describe('the report', () => {
  const told = (measure: Written, language: 'sv' | 'en'): string => {
    const both = (text: string) => ({ sv: text, en: text });
    const scenario = { id: 'by', label: both('by'), alternatives: [{ id: 'with', label: both('Med') }] };
    return financedReport({ financed: [point(measure)], scenario }, language);
  };

  it('answers yes or no, names the first year without money, and sets out the years', () => {
    const promised = (last: number): Written => ({
      agreementYears: 3,
      renewAgreement: false,
      running: [staff],
      secured: [{ from: 'municipality', amount: 70_000, years: [2011, last] }],
    });
    expect(told(promised(2013), 'sv')).toContain('punkt («Med»): JA, alla år till och med 2013.');
    const without = told(promised(2012), 'sv');
    expect(without).toContain(
      'punkt («Med»): NEJ: 2013 är första året det saknas pengar; avtalet gäller till och med 2013.',
    );
    expect(without.split('\n').filter((line) => line.startsWith('201'))).toEqual([
      '2011   70 000                        0   70 000                0       0',
      '2012   70 000                        0   70 000                0       0',
      '2013   70 000                        0        0                0  70 000',
    ]);
    expect(told({ ...promised(2013), renewAgreement: true }, 'en')).toContain(
      'YES to the end of the agreement in 2013; then NO: money is missing in 2014.',
    );
  });
});
