import { describe, expect, it } from 'vitest';
import { compareScenario } from '../../src/app/compare-scenario.ts';
import { type RuleInForce, rulesInForce } from '../../src/app/rules-in-force.ts';
import { supportRulesReport } from '../../src/cli/support-rules-report.ts';
import { readScenarioText } from '../../src/engine/scenario/index.ts';
import { futureDesign } from '../../src/engine/simulate/index.ts';
import { readYaml } from '../../src/engine/text/index.ts';
import { changed, modelOf, planOf, shipped, type VillageWithRules } from './village-with-rules.ts';

const model = modelOf(shipped);
const of = (village: VillageWithRules, id: string): RuleInForce => {
  const found = rulesInForce(planOf(model, village)).rules.find((each) => each.id === id);
  if (found === undefined) throw new TypeError(`${id} is not listed`);
  return found;
};
const drift = { drift: { kind: 'specialOperatingSupport', host: 'butiken' } };
const value = (rule: RuleInForce, variable: string) => rule.values.find((each) => each.variable === variable);
const kinds = (rule: Pick<RuleInForce, 'warnings'>): string[] =>
  rule.warnings.filter(({ kind }) => kind !== 'assumption').map(({ kind }) => kind);

describe('the rules a result stands on', () => {
  it('are those a measure seeks, and those that apply of themselves', () => {
    const listed = (measures: Record<string, object>): string[] =>
      rulesInForce(planOf(model, { start: 2020, measures })).rules.map(({ id }) => id);
    expect(listed({})).toEqual(['hemsandningsbidrag']);
    expect(listed(drift)).toEqual(['sarskiltDriftstod', 'hemsandningsbidrag']);
    expect(listed({ bidrag: { kind: 'operatingSupport', host: 'butiken' } })).toEqual(['hemsandningsbidrag']);
  });

  it('are told with who pays, where they stand, and which measure seeks them for whom', () => {
    const rule = of({ start: 2020, measures: drift }, 'sarskiltDriftstod');
    expect(rule).toMatchObject({
      payer: 'region',
      status: 'found',
      reference: expect.stringContaining('SFS 2018:150'),
      note: { sv: expect.stringContaining('antagande') },
      sought: [{ alternative: 'stod', measure: 'drift', shop: 'butiken' }],
    });
  });

  it('show each step of a value within the years simulated, and none outside them', () => {
    const steps = (start: number) =>
      value(of({ start, years: 6, measures: drift }, 'sarskiltDriftstod'), 'sarskiltDriftstodMaximum')?.steps.map(
        ({ year, value: amount, from }) => [year, amount, from],
      );
    expect(steps(2021)).toEqual([
      [2021, 300_000, '2016-03-01'],
      [2025, 350_000, '2025-01-01'],
      [2026, 370_000, '2026-01-01'],
    ]);
    expect(steps(2030)).toEqual([[2030, 370_000, '2026-01-01']]);
    // From 2014 on the rule begins in 2016.
    expect(steps(2014)).toEqual([[2016, 300_000, '2016-03-01']]);
  });

  it('show what a scenario states instead', () => {
    const rule = of(
      { start: 2020, measures: drift, parameters: { sarskiltDriftstodTaperStart: 6_000_000 } },
      'sarskiltDriftstod',
    );
    expect(value(rule, 'sarskiltDriftstodTaperStart')).toMatchObject({ stated: 6_000_000, steps: [] });
    expect(rule.warnings).not.toContainEqual(expect.objectContaining({ variable: 'sarskiltDriftstodTaperStart' }));
  });
});

describe('a warning', () => {
  it('tells that amounts are held after the newest known date, and from when to when', () => {
    expect(of({ start: 2025, years: 6, measures: drift }, 'sarskiltDriftstod').warnings).toContainEqual({
      kind: 'held',
      known: 2026,
      from: 2027,
      to: 2030,
    });
    expect(of({ start: 2035, years: 3, measures: drift }, 'sarskiltDriftstod').warnings).toContainEqual({
      kind: 'held',
      known: 2026,
      from: 2035,
      to: 2037,
    });
    // 2021–2026: the newest date is the last year.
    expect(kinds(of({ start: 2021, years: 6, measures: drift }, 'sarskiltDriftstod'))).toEqual([]);
  });

  it('tells that a rule begins later, ends earlier, or is in force in none of the years', () => {
    const investment = { i: { kind: 'investmentSupport', host: 'butiken', rules: ['leader'] } };
    expect(kinds(of({ start: 2014, years: 6, measures: drift }, 'sarskiltDriftstod'))).toEqual(['begins-later']);
    expect(of({ start: 2025, years: 6, measures: investment }, 'leader').warnings).toContainEqual({
      kind: 'ends',
      to: 2027,
    });
    expect(kinds(of({ start: 2022, years: 6, measures: investment }, 'leader'))).toEqual(['begins-later']);
    for (const start of [2012, 2028])
      expect(of({ start, years: 6, measures: investment }, 'leader').warnings).toEqual([
        { kind: 'not-in-force', from: 2023, to: 2027 },
      ]);
  });

  it('tells that amounts follow other costs where the rule says so', () => {
    const files = changed(shipped, 'rule-sarskilt-driftstod.yaml', (data) => {
      Object.assign(data.rules['sarskiltDriftstod'] as object, { afterLastDate: 'index' });
    });
    const plan = planOf(modelOf(files), { start: 2025, years: 4, measures: drift });
    expect(rulesInForce(plan).rules[0]?.warnings).toContainEqual({
      kind: 'indexed',
      known: 2026,
      from: 2027,
      to: 2028,
    });
  });

  it('names every value in use that is an assumption, and series known from memory', () => {
    const assumed = (rule: Pick<RuleInForce, 'warnings'>): string[] =>
      rule.warnings.flatMap((warning) => (warning.kind === 'assumption' ? [warning.variable] : []));
    expect(assumed(of({ start: 2020, years: 3, measures: drift }, 'sarskiltDriftstod'))).toEqual([
      'sarskiltDriftstodTaperStart',
    ]);
    expect(assumed(of({ start: 2016, years: 3, measures: drift }, 'sarskiltDriftstod'))).toEqual([
      'sarskiltDriftstodIslandCounts',
      'sarskiltDriftstodGreatestTurnover',
      'sarskiltDriftstodTaperStart',
    ]);
    expect(assumed(of({ start: 2020, years: 3, measures: {} }, 'hemsandningsbidrag'))).toEqual([
      'hemsandningsbidragPerDelivery',
      'priceBaseAmount',
    ]);
    const [regime] = rulesInForce(planOf(model, { start: 2020, years: 6, measures: drift })).regimes;
    expect(regime).toMatchObject({ id: 'sgei' });
    expect(assumed(regime as NonNullable<typeof regime>)).toEqual(['sgeiLimit', 'kronorPerEuro']);
  });
});

describe('a comparison', () => {
  const scenario = {
    id: 'by',
    label: 'By',
    start: 2025,
    years: 4,
    seed: 'by',
    sameMoney: false,
    places: { byn: { inhabitants: 900 } },
    towns: { staden: { inhabitants: 9000 } },
    distances: [{ between: ['byn', 'staden'], km: 22 }],
    shops: { butiken: { place: 'byn', turnover: 4_000_000 } },
    alternatives: { ingen: {}, stod: { measures: drift } },
  };
  const read = (own = model, data: object = scenario) =>
    readScenarioText(own, readYaml(JSON.stringify(data), 'by.yaml'), () => {
      throw new TypeError('the scenario extends no other');
    });

  it('lists the rules with their warnings in both languages, and is hashed without them', async () => {
    const { document } = await compareScenario(model, read(), futureDesign(64, 1));
    expect(document.supportRules.rules.map(({ id }) => id)).toEqual(['sarskiltDriftstod', 'hemsandningsbidrag']);
    const [swedish, english] = [supportRulesReport(document, 'sv'), supportRulesReport(document, 'en')];
    expect(swedish).toMatch(/Särskilt driftstöd +regionen +stod \(butiken\) +funnen +Förordning \(2000:284\)/);
    expect(swedish).toContain('· Särskilt driftstöd: inget nyare än 2026 är känt: samma belopp antas gälla 2027–2028');
    expect(swedish).toContain(
      '· Särskilt driftstöd: ANTAGANDE: omsättning där avtrappningen börjar, 8 000 000 SEK/year (2025; Inte känt)',
    );
    expect(swedish).toContain('Hemsändningsbidrag  staten      gäller av sig själv');
    expect(english).toContain('nothing newer than 2026 is known: the same amounts are assumed for 2027–2028');
    expect(english).toContain('ASSUMPTION: turnover where the taper begins, 8 000 000 SEK/year');

    const renamed = changed(shipped, 'rule-sarskilt-driftstod.yaml', (data) => {
      Object.assign(data.rules['sarskiltDriftstod'] as object, { reference: 'another page' });
    });
    const other = modelOf(renamed);
    const again = await compareScenario(other, read(other), futureDesign(64, 1));
    expect(again.document.supportRules.rules[0]?.reference).toBe('another page');
    expect(again.document.certificate.resultHash).toBe(document.certificate.resultHash);
  });
});

describe('a rule for a shop', () => {
  it('cannot be sought by a measure that has none', () => {
    const files = changed(shipped, 'rule-leader.yaml', (data) => {
      Object.assign(data.rules['leader'] as object, { soughtBy: ['investmentSupport', 'servicePoint'] });
    });
    const measures = { punkt: { kind: 'servicePoint', place: 'byn', rules: ['leader'] } };
    expect(() => planOf(modelOf(files), { start: 2024, measures })).toThrow(
      'alternatives.stod.measures.punkt.rules[0]: «leader» is support to a shop, and there is none (found no host)',
    );
  });
});
