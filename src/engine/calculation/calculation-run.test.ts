import { describe, expect, it } from 'vitest';
import { loadModel } from '../../app/load-model.ts';
import { PlannerError } from '../../errors.ts';
import { doubles } from '../compile/index.ts';
import type { ScenarioData } from '../scenario/index.ts';
import { calculationRun } from './calculation-run.ts';
import { statedCalculation } from './stated-calculation.ts';
import { item, scenarioOf } from './testing/lone-measure.ts';

const rent = { label: 'hyra', amount: 12_000, payer: 'association' };
const measure = { kind: 'servicePoint', place: 'by', running: [rent] };

const total = (data: Partial<ScenarioData>, id = 'kalkyl'): string =>
  statedCalculation(loadModel(), scenarioOf(data), id).views.society.total;

const problemsOf = (data: Partial<ScenarioData>, id = 'kalkyl') => {
  try {
    total(data, id);
  } catch (error) {
    if (error instanceof PlannerError) return error.problems;
    throw error;
  }
  return [];
};

describe('the measure of a calculation', () => {
  it('may be written in the calculation', () => {
    expect(total({ calculations: { kalkyl: { measure } } })).toBe('12000.00');
  });

  it('may be that of every alternative', () => {
    expect(total({ measures: { point: measure }, calculations: { kalkyl: { measure: 'point' } } })).toBe('12000.00');
  });

  it('may be that of one alternative, which wins over that of all', () => {
    const dear = { ...measure, running: [{ ...rent, amount: 99_000 }] };
    const alternatives = { a: { measures: { point: dear } }, b: {} };
    const measures = { point: measure };
    const calculations = {
      dear: { alternative: 'a', measure: 'point' },
      cheap: { alternative: 'b', measure: 'point' },
    };
    expect(total({ measures, alternatives, calculations }, 'dear')).toBe('99000.00');
    expect(total({ measures, alternatives, calculations }, 'cheap')).toBe('12000.00');
  });

  it('takes the name of the calculation where it has none, and its own otherwise', () => {
    const labelOf = (calculations: ScenarioData['calculations']) =>
      statedCalculation(loadModel(), scenarioOf({ calculations }), 'kalkyl').label.sv;
    expect(labelOf({ kalkyl: { measure: { ...measure, label: 'Servicepunkt' } } })).toBe('Servicepunkt');
    expect(labelOf({ kalkyl: { label: 'Efterkalkyl', measure: { ...measure, label: 'Servicepunkt' } } })).toBe(
      'Efterkalkyl',
    );
    expect(labelOf({ kalkyl: { measure } })).toBe('kalkyl');
  });
});

describe('a calculation', () => {
  it('is at stated prices, whatever growth the scenario assumes', () => {
    const parameters = {
      wageGrowth: 0.1,
      otherCostGrowth: { low: 0.1, likely: 0.2, high: 0.3 },
      groceryPriceGrowth: 0.1,
    };
    const investments = [item({ life: 30 })];
    const scenario = scenarioOf({ parameters, calculations: { kalkyl: { measure: { ...measure, investments } } } });
    const { run, years } = calculationRun(loadModel(), scenario, 'kalkyl', doubles);
    expect(years).toBe(30);
    for (const index of ['priceIndex', 'wageIndex', 'costIndex']) {
      expect(Array.from({ length: years }, (_, year) => run.number(index, 0, year))).toEqual(new Array(years).fill(1));
    }
  });

  it('begins in its first year and outlasts its agreement, whenever the measure does', () => {
    const agreement = { start: 2020, agreementYears: 2, renewAgreement: false };
    const calculations = {
      kalkyl: { measure: { ...measure, ...agreement, investments: [item({ life: 20, renew: true })] } },
    };
    const { views } = statedCalculation(loadModel(), scenarioOf({ years: 10, calculations }), 'kalkyl');
    expect(views.society.byYear.map((year) => year.depreciation)).toEqual(new Array(20).fill('30000.00'));
  });

  it('takes the likely value of a cost that is uncertain, and that of each year where years differ', () => {
    const running = [
      { ...rent, amount: { low: 1, likely: 10_000, high: 20_000 } },
      { ...rent, amount: { byYear: { '2014': 100, '2016': 200 } } },
    ];
    const calculations = { kalkyl: { measure: { ...measure, running, investments: [item({ life: 4 })] } } };
    const { running: lines } = statedCalculation(loadModel(), scenarioOf({ years: 1, calculations }), 'kalkyl');
    expect(lines[0]?.byYear).toEqual(['10000.00', '10000.00', '10000.00', '10000.00']);
    expect(lines[1]?.byYear).toEqual(['100.00', '150.00', '200.00', '200.00']);
  });
});

describe('what is wrong with a calculation', () => {
  const calculations = { forkalkyl: { measure } };

  it('is said when there is none of the name', () => {
    expect(problemsOf({ calculations }, 'förkalkyl')).toMatchObject([
      { code: 'unknown-name', message: 'There is no calculation «förkalkyl»', hint: 'Did you mean forkalkyl?' },
    ]);
    expect(problemsOf({ calculations }, 'constructor')).toMatchObject([{ code: 'unknown-name' }]);
    expect(problemsOf({})).toMatchObject([{ hint: 'There are none' }]);
  });

  it('is said where it names no alternative or measure there is', () => {
    const alternatives = { a: { measures: { point: measure } } };
    expect(
      problemsOf({ alternatives, calculations: { kalkyl: { alternative: 'b', measure: 'point' } } }),
    ).toMatchObject([{ path: 'calculations.kalkyl.alternative', message: 'There is no alternative «b»' }]);
    expect(problemsOf({ alternatives, calculations: { kalkyl: { alternative: 'a', measure: 'pont' } } })).toMatchObject(
      [{ path: 'calculations.kalkyl.measure', hint: 'Did you mean point?' }],
    );
    expect(problemsOf({ alternatives, calculations: { kalkyl: { measure: 'point' } } })).toMatchObject([
      { path: 'calculations.kalkyl.measure', hint: 'State alternative: a' },
    ]);
  });

  it('is said all at once, at the place where it stands', () => {
    const investments = [item({ cost: 100, residual: 200, grants: [{ from: 'region', amount: 300.001 }] })];
    const running = [{ label: 'personal', payer: 'municipality', posts: 1 }];
    const found = problemsOf({ calculations: { kalkyl: { measure: { ...measure, investments, running } } } });
    expect(found.map(({ path, code }) => [path, code])).toEqual([
      ['calculations.kalkyl.measure.investments[0].residual', 'out-of-range'],
      ['calculations.kalkyl.measure.investments[0].grants[0].amount', 'out-of-range'],
      ['calculations.kalkyl.measure.investments[0].grants', 'contradiction'],
      ['calculations.kalkyl.measure.running[0]', 'missing'],
    ]);
  });
});
