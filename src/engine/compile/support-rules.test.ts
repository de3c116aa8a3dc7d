import { describe, expect, it } from 'vitest';
import { formatProblem, PlannerError } from '../../errors.ts';
import { checkModel } from './check-model.ts';
import type { Instances } from './instances.ts';
import { type Model, type ModelText, readModel } from './model.ts';
import { both, runBoth, smallInstances } from './testing/small-model.ts';

const label = { sv: 's', en: 'e' };
const named = (parts: Record<string, object>): object =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, { label, ...part }]));

/** Shops that are open, what they may be supported for, and two kinds of measure: one with a shop, one without. */
const base = {
  section: 'base',
  order: 1,
  title: label,
  about: label,
  source: "The test's own model",
  entities: named({
    shop: {},
    measure: { perAlternative: true, parents: { host: { entity: 'shop', optional: true } } },
    seeker: { perAlternative: true, sites: 'host', parents: { measure: { entity: 'measure' } } },
    tour: { perAlternative: true, sites: 'none', parents: { measure: { entity: 'measure' } } },
  }),
  inputs: named({
    turnover: { entity: 'shop', unit: 'SEK/year' },
    cost: { entity: 'shop', unit: 'SEK/year', default: 0 },
    measureActive: { entity: 'measure', unit: 'boolean', default: true },
    kronorPerEuro: { entity: 'future', unit: 'SEK/EUR', default: 10 },
    inflation: { entity: 'future', unit: '1', default: 0 },
  }),
  tables: { otherCosts: { label, unit: 1, status: 'synthetic', points: { 2020: 100, 2030: 110 } } },
  variables: named({
    costIndex: {
      entity: 'future',
      unit: '1',
      opening: 1,
      formula: 'isFirstYear ? 1 : previous(costIndex) * (1 + inflation)',
    },
    support: { entity: 'shop', unit: 'SEK/year', collects: 'sum', output: 'mean' },
    grantIfMade: { entity: 'shop', unit: 'SEK/year', collects: 'sum', output: 'mean' },
  }),
  ruleContexts: named({
    operating: {
      entity: 'shop',
      order: 1,
      receiver: 'shop',
      when: 'true',
      grants: 'support',
      names: ['turnover', 'cost'],
    },
    reinvestment: {
      entity: 'shop',
      order: 2,
      receiver: 'shop',
      when: 'true',
      grants: 'grantIfMade',
      limit: 'cost',
      names: ['turnover', 'cost'],
    },
    everybody: { entity: 'shop', order: 3, receiver: 'shop', when: 'true', ofItself: true, names: ['turnover'] },
  }),
  regimes: named({
    minor: {
      entity: 'shop',
      rate: 'kronorPerEuro',
      limit: { unit: 'EUR', label, dated: [{ from: '2020-01-01', value: 30000, status: 'found', source: 's' }] },
    },
  }),
};

type Dated = readonly (readonly [from: string, value: number])[];
const value = (unit: string, ...dated: Dated): object => ({
  unit,
  label,
  dated: dated.map(([from, amount]) => ({ from, value: amount, status: 'found', source: 'a statute' })),
});
const sek = (...dated: Dated): object => value('SEK/year', ...dated);

/** A rule that grants 100 a year, sought by seekers, with what a test says of it. */
const rule = (more: object = {}): object => ({
  label,
  description: label,
  payer: 'region',
  appliesTo: 'operating',
  soughtBy: ['seeker'],
  validFrom: '2030-01-01',
  priority: 10,
  reference: 'a statute',
  status: 'found',
  values: { basis: sek(['2030-01-01', 100]) },
  amount: 'basis',
  ...more,
});

const file = (section: string, rules: Record<string, object>): ModelText => ({
  file: `${section}.yaml`,
  text: JSON.stringify({ section, order: 2, title: label, about: label, source: 's', rules }, null, 1),
});
const withBase = (...files: readonly ModelText[]): Model =>
  readModel([{ file: 'base.yaml', text: JSON.stringify(base) }, ...files], new Map());

function checked(...files: readonly ModelText[]): Model {
  const model = withBase(...files);
  const { problems } = checkModel(model);
  if (problems.length > 0) throw new PlannerError(problems);
  return model;
}

type Village = {
  readonly future?: Record<string, number>;
  readonly shop?: Record<string, number>;
  readonly sought?: readonly string[];
  readonly years?: number;
};

/** Runs one shop with one measure that seeks the rules, from 2030 on, in both back ends. */
function run(rules: Record<string, object>, { future = {}, shop = {}, sought, years = 4 }: Village = {}) {
  const model = checked(file('own', rules));
  return runBoth(model, village(model, future, shop, sought ?? Object.keys(rules)), years);
}

function village(
  model: Model,
  future: Record<string, number>,
  shop: Record<string, number>,
  sought: readonly string[],
): Instances {
  const seeking = (id: string): boolean => sought.includes(id);
  const flags = (of: 'possible' | 'soughtHere') =>
    Object.fromEntries(model.rules.flatMap((each) => (each[of] === undefined ? [] : [[each[of], seeking(each.id)]])));
  const given = (values: Record<string, number>) =>
    Object.fromEntries([
      ...[...model.variables.values()]
        .filter((each) => each.role === 'input' && each.entity === 'future' && /(Given|Stated)$/.test(each.name))
        .map((each): [string, number] => [each.name, 0]),
      ...Object.entries(values),
    ]);
  return smallInstances(
    { shop: { s: { values: { turnover: 1000, cost: 0, ...shop, ...flags('possible') } } } },
    {
      only: {
        measure: { m: { parents: { host: 's' }, values: { measureActive: true, ...flags('soughtHere') } } },
        seeker: { m: { parents: { measure: 'm' } } },
      },
    },
    { values: given({ kronorPerEuro: 10, inflation: 0, ...future }) },
  );
}

describe('a dated value', () => {
  it('is in force from the year of its date, whatever stands first in the file', () => {
    const basis = sek(['2032-07-01', 300], ['2030-01-01', 100]);
    expect(run({ aid: rule({ values: { basis } }) })('aidGranted')).toEqual(both(100, 100, 300, 300));
  });

  it('may be stated by a scenario, for every year, and not below 0', () => {
    const stated = { aidBasisGiven: 1, aidBasisStated: 70 };
    expect(run({ aid: rule() }, { future: stated, years: 2 })('aidGranted')).toEqual(both(70, 70));
    expect(checked(file('own', { aid: rule() })).variables.get('aidBasisStated')).toMatchObject({ minimum: 0 });
  });

  it('is told oldest first with the rule, whatever stands first in the file', () => {
    const basis = sek(['2032-07-01', 300], ['2030-01-01', 100]);
    const [aid] = checked(file('own', { aid: rule({ values: { basis } }) })).rules;
    expect(aid?.values[0]?.dated.map(({ from }) => from)).toEqual(['2030-01-01', '2032-07-01']);
  });
});

describe('the time of a rule', () => {
  it('begins in the calendar year on whose last day it is in force', () => {
    const from = (date: string) =>
      run({ aid: rule({ validFrom: date, values: { basis: sek([date, 100]) } }) }, { years: 3 })('aidGranted');
    expect(from('2031-01-01')).toEqual(both(0, 100, 100));
    expect(from('2031-12-31')).toEqual(both(0, 100, 100));
  });

  it('ends after the last year on whose last day it is in force, where it ends', () => {
    const to = (date: string) => run({ aid: rule({ validTo: date, afterLastDate: 'end' }) })('aidGranted');
    expect(to('2031-12-31')).toEqual(both(100, 100, 0, 0));
    expect(to('2032-12-30')).toEqual(both(100, 100, 0, 0));
  });

  it('goes on after the last date at its last values, unless something else is said', () => {
    const values = { basis: sek(['2030-01-01', 100], ['2031-01-01', 120]) };
    const expected = both(100, 120, 120, 120);
    const future = { inflation: 0.1 };
    expect(run({ aid: rule({ values, validTo: '2031-12-31' }) }, { future })('aidGranted')).toEqual(expected);
    expect(
      run({ aid: rule({ values, validTo: '2031-12-31', afterLastDate: 'hold' }) }, { future })('aidGranted'),
    ).toEqual(expected);
    expect(run({ aid: rule({ values }) }, { future })('aidGranted')).toEqual(expected);
  });

  it('lets amounts follow other costs after the last date where it is indexed, and nothing that is no amount', () => {
    const values = { basis: sek(['2030-01-01', 100]), share: value('1', ['2030-01-01', 0.5]) };
    const more = { values, amount: 'basis * share', validTo: '2031-12-31', afterLastDate: 'index' };
    // 50 to 2031, then 10 % a year: 55; 60.5
    const granted = run({ aid: rule(more) }, { future: { inflation: 0.1 } })('aidGranted');
    expect(granted.interpreter[1]).toBe(50);
    expect(granted.interpreter[2]).toBeCloseTo(55, 10);
    expect(granted.interpreter[3]).toBeCloseTo(60.5, 10);
    expect(granted.javascript).toEqual(granted.interpreter);
  });

  it('counts as known to its newest date where an indexed rule has no last one', () => {
    const values = { basis: sek(['2030-01-01', 100], ['2032-01-01', 200]) };
    const granted = run(
      { aid: rule({ values, afterLastDate: 'index' }) },
      { future: { inflation: 0.1 } },
    )('aidGranted');
    expect(granted.interpreter.slice(0, 3)).toEqual([100, 100, 200]);
    expect(granted.interpreter[3]).toBeCloseTo(220, 10); // 200 · 1.1
  });

  it('is carried to the start year by the known index where the last date is long before it', () => {
    const values = { basis: sek(['2020-01-01', 100]) };
    const more = { values, validFrom: '2020-01-01', afterLastDate: 'index' };
    const granted = run({ aid: rule(more) }, { future: { inflation: 0.1 }, years: 2 })('aidGranted');
    expect(granted.interpreter[0]).toBeCloseTo(110, 10); // 100 · 110 / 100
    expect(granted.interpreter[1]).toBeCloseTo(121, 10); // and 10 % more
  });
});

describe('years of support', () => {
  it('of two and a half give half in the third and nothing after', () => {
    const values = { basis: sek(['2030-01-01', 100]), longest: value('year', ['2030-01-01', 2.5]) };
    const years = run({ aid: rule({ values, maxYears: 'longest', cap: 'basis' }) });
    expect(years('aidGranted')).toEqual(both(100, 100, 50, 0));
  });

  it('are only those in which something was granted', () => {
    const values = {
      basis: sek(['2030-01-01', 100], ['2031-01-01', 0], ['2032-01-01', 100]),
      longest: value('year', ['2030-01-01', 2]),
    };
    expect(run({ aid: rule({ values, maxYears: 'longest' }) })('aidGranted')).toEqual(both(100, 0, 100, 0));
  });
});

describe('what a rule grants', () => {
  it('is the amount, at most the cap and never below 0', () => {
    const values = { basis: sek(['2030-01-01', 100], ['2031-01-01', 500]) };
    expect(run({ aid: rule({ values, cap: 'turnover / 4' }) }, { years: 2 })('aidGranted')).toEqual(both(100, 250));
    expect(run({ aid: rule({ amount: 'basis - turnover' }) }, { years: 1 })('aidGranted')).toEqual(both(0));
    expect(run({ aid: rule({ cap: 'basis - turnover' }) }, { years: 1 })('aidGranted')).toEqual(both(0));
  });

  it('is nothing where the conditions are not met or no measure seeks it', () => {
    const years = 1;
    expect(run({ aid: rule({ eligible: 'turnover > 10 * basis' }) }, { years })('aidGranted')).toEqual(both(0));
    expect(run({ aid: rule({ eligible: 'turnover >= 10 * basis' }) }, { years })('aidGranted')).toEqual(both(100));
    expect(run({ aid: rule() }, { years, sought: [] })('aidGranted')).toEqual(both(0));
  });

  it('is less by what the rules it deducts granted the same year', () => {
    const first = rule({ values: { basis: sek(['2030-01-01', 60], ['2031-01-01', 140]) } });
    const second = rule({ priority: 20, cap: 'basis', deducts: ['first'] });
    const years = run({ first, second }, { years: 2 });
    expect(years('secondGranted')).toEqual(both(40, 0)); // 100 − 60; 100 − 140 < 0
    expect(years('support')).toEqual(both(100, 140));
  });

  it('has, under a regime, the room that three years leave: the limit in euro times the rate', () => {
    const aid = rule({ regime: 'minor', values: { basis: sek(['2030-01-01', 150_000]) } });
    // 30 000 EUR · 10 SEK/EUR = 300 000 in three years: 150 + 150, 0, then the first year falls out of the three
    expect(run({ aid }, { years: 6 })('aidGranted')).toEqual(both(150_000, 150_000, 0, 150_000, 150_000, 0));
    // At 12 SEK/EUR 360 000: 60 000 are left in the third year; 90 000 + 60 000 + … in the fourth
    const dearer = run({ aid }, { years: 4, future: { kronorPerEuro: 12 } });
    expect(dearer('aidGranted')).toEqual(both(150_000, 150_000, 60_000, 150_000));
  });

  it('leaves what a regime has room for to rules of higher number', () => {
    const values = { basis: sek(['2030-01-01', 200_000]) };
    const rules = {
      zeta: rule({ regime: 'minor', values }),
      alpha: rule({ regime: 'minor', values, priority: 20 }),
    };
    const years = run(rules, { years: 1 });
    expect([years('zetaGranted'), years('alphaGranted')]).toEqual([both(200_000), both(100_000)]);
  });

  it('is decided by priority, and never by the order in the file', () => {
    const to = (priority: number) => rule({ appliesTo: 'reinvestment', amount: 'cost * 0.8', priority });
    const shop = { cost: 1000 };
    for (const rules of [
      { first: to(1), last: to(2) },
      { last: to(2), first: to(1) },
    ]) {
      const years = run(rules, { shop, years: 1 });
      expect([years('firstGranted'), years('lastGranted')]).toEqual([both(800), both(200)]);
    }
  });

  it('never comes to more than the cost, however many rules pay for one reinvestment', () => {
    const rules = Object.fromEntries(
      [0.5, 0.4, 0.3, 0.2].map((share, index) => [
        `grant${index}`,
        rule({ appliesTo: 'reinvestment', amount: `cost * ${share}`, priority: index }),
      ]),
    );
    expect(run(rules, { shop: { cost: 1000 }, years: 1 })('grantIfMade')).toEqual(both(1000));
  });

  it('goes without a measure where a context applies of itself', () => {
    const aid = rule({ appliesTo: 'everybody', soughtBy: [] });
    expect(run({ aid }, { years: 1 })('aidGranted')).toEqual(both(100));
  });
});

describe('what is said of a rule that is wrong', () => {
  /** Messages without the name of the file; what is expected stands in `own.yaml`. */
  const said = (rules: Record<string, object>, ...more: readonly ModelText[]): string[] => {
    try {
      return checkModel(withBase(file('own', rules), ...more)).problems.map(formatProblem);
    } catch (error) {
      if (error instanceof PlannerError) return error.problems.map(formatProblem);
      throw error;
    }
  };
  const saidOf = (more: object): string[] => said({ aid: rule(more) });

  it('is nothing when it is right', () => {
    expect(saidOf({})).toEqual([]);
  });

  it.each<[string, object, RegExp]>([
    [
      'an unknown context names those there are',
      { appliesTo: 'operation' },
      /^own\.yaml:24: rules\.aid\.appliesTo: Rules do not apply to «operation» \(allowed operating, reinvestment, everybody\)\. Did you mean operating\?$/,
    ],
    [
      'an unknown name in a formula lists those allowed',
      { amount: 'basis * turnovr' },
      /^own\.yaml:\d+: rules\.aid\.amount: «turnovr» is no name that a rule for operating may use \(found basis \* turnovr; allowed basis, turnover, cost\)\. Did you mean turnover\?$/,
    ],
    [
      'a variable of the model that the context does not offer is no name of a rule',
      { eligible: 'support > basis' },
      /rules\.aid\.eligible: «support» is no name that a rule for operating may use/,
    ],
    [
      'a value that begins after the rule',
      { values: { basis: sek(['2032-01-01', 1]) } },
      /^own\.yaml:\d+: rules\.aid\.values\.basis\.dated: «basis» has no value when the rule begins \(found first value from 2032-01-01; the rule is valid from 2030-01-01\)\. Add the value of 2030/,
    ],
    [
      'two values on one date',
      { values: { basis: sek(['2030-01-01', 1], ['2030-01-01', 2]) } },
      /rules\.aid\.values\.basis\.dated\.1: Two values begin on the same date \(found 2030-01-01: 1,2\)\. Keep the one that was decided$/,
    ],
    [
      'two values in one year',
      { values: { basis: sek(['2030-01-01', 1], ['2030-07-01', 2]) } },
      /rules\.aid\.values\.basis\.dated\.1: Two values begin in the same calendar year \(found 2030-01-01, 2030-07-01\)\. The model counts whole years/,
    ],
    [
      'a value that begins after the rule has ended',
      { validTo: '2031-12-31', values: { basis: sek(['2030-01-01', 1], ['2032-01-01', 2]) } },
      /rules\.aid\.values\.basis\.dated: A value of «basis» begins after the rule has ended \(found 2032-01-01; the rule is valid to 2031-12-31\)/,
    ],
    [
      'a rule that ends before it begins',
      { validTo: '2029-12-31' },
      /^own\.yaml:\d+: rules\.aid\.validTo: The rule ends before it begins \(found 2030-01-01 to 2029-12-31\)\. /,
    ],
    [
      'a rule in force on no last of December',
      { validTo: '2030-06-30' },
      /rules\.aid\.validTo: The rule is in force on the last day of no calendar year \(found 2030-01-01 to 2030-06-30\)/,
    ],
    [
      'an end without a last date',
      { afterLastDate: 'end' },
      /rules\.aid\.afterLastDate: The rule is said to end after its last date, but has none\. State validTo/,
    ],
    [
      'a day that is not in the calendar',
      { validTo: '2031-02-29' },
      /rules\.aid\.validTo: There is no such day \(found 2031-02-29\)\. Dates are written year-month-day: 2016-03-01$/,
    ],
    [
      'a value dated on such a day',
      { values: { basis: sek(['2030-02-30', 1]) } },
      /rules\.aid\.values\.basis\.dated\.0\.from: There is no such day \(found 2030-02-30\)/,
    ],
    [
      'a date in another order',
      { validFrom: '01/03/2030' },
      /^own\.yaml:\d+: rules\.aid\.validFrom: This is not written as it must be \(found «?"?01\/03\/2030"?»?; allowed .*2016-07-01.*\)/,
    ],
    [
      'an unknown rule to deduct',
      { deducts: ['other'] },
      /rules\.aid\.deducts\.0: No other rule «other» applies to operating \(allowed none: no rule is decided before this one\)/,
    ],
    ['itself to deduct', { deducts: ['aid'] }, /rules\.aid\.deducts\.0: A rule cannot be deducted from itself/],
    [
      'an unknown regime',
      { regime: 'miner' },
      /rules\.aid\.regime: There is no state aid regime «miner» \(allowed minor\)\. Did you mean minor\?$/,
    ],
    [
      'no seeker, where it does not apply of itself',
      { soughtBy: [] },
      /rules\.aid\.soughtBy: No measure seeks this rule, so it would never be used \(allowed seeker\)/,
    ],
    [
      'an unknown seeker',
      { soughtBy: ['seekr'] },
      /rules\.aid\.soughtBy\.0: There is no kind of measure «seekr» \(allowed seeker\)\. Did you mean seeker\?$/,
    ],
    [
      'a seeker that has no shop',
      { soughtBy: ['tour'] },
      /rules\.aid\.soughtBy\.0: A measure of kind tour has no shop that could be supported \(allowed seeker\)/,
    ],
    [
      'a seeker of what applies of itself',
      { appliesTo: 'everybody' },
      /rules\.aid\.soughtBy: Rules for everybody apply of themselves: no measure seeks them \(found seeker\)/,
    ],
    [
      'a choice of what applies of itself',
      { appliesTo: 'everybody', soughtBy: [], byDefault: false },
      /rules\.aid\.byDefault: Rules for everybody apply of themselves/,
    ],
    [
      'an amount in another unit, by what its writer wrote',
      { amount: 'basis * turnover' },
      /^own\.yaml:\d+: rules\.aid\.amount: «amount» must come to SEK\/year, but comes to SEK\^2\/year\^2 \(found basis \* turnover\)$/,
    ],
    [
      'a cap without a unit',
      { cap: '5' },
      /rules\.aid\.cap: «cap» must come to SEK\/year, but comes to 1 \(found 5\)$/,
    ],
    [
      'a condition that is a number',
      { eligible: 'turnover' },
      /rules\.aid\.eligible: «.*turnover.*» is a number where a truth value is needed \(found turnover\)/,
    ],
    ['years without a unit', { maxYears: '3' }, /rules\.aid\.maxYears: .*\byear\b.*\(found 3\)/],
    [
      'an unknown unit, once',
      { values: { basis: value('kr/week', ['2030-01-01', 1]) } },
      /rules\.aid\.values\.basis\.unit: .*kr/,
    ],
    [
      'a bracket that reaches into what stands around the formula',
      { amount: '0) + (basis' },
      /rules\.aid\.amount: .*\(found 0\) \+ \(basis\)/,
    ],
    [
      'a value called as what the context offers',
      { values: { turnover: sek(['2030-01-01', 1]) }, amount: 'turnover' },
      /rules\.aid\.values\.turnover: «turnover» is a name that every rule for operating may use\. Call the value something else$/,
    ],
    [
      'a value called as a word of the language',
      { values: { min: sek(['2030-01-01', 1]) }, amount: '5' },
      /rules\.aid\.values\.min: «min» is a word of the formula language/,
    ],
    [
      'a value called as what the rule is written out under',
      { values: { cap: sek(['2030-01-01', 1]) }, amount: 'cap' },
      /rules\.aid\.values\.cap: «cap» is a name the rule itself is written out under/,
    ],
  ])('%s', (_, more, message) => {
    const messages = saidOf(more);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(message);
  });

  it('a rule of another context to deduct', () => {
    const other = rule({ appliesTo: 'reinvestment', priority: 1 });
    expect(said({ aid: rule({ deducts: ['other'] }), other })).toEqual([
      expect.stringMatching(/rules\.aid\.deducts\.0: No other rule «other» applies to operating/),
    ]);
  });

  it('two rules that deduct each other: the one decided later cannot be deducted', () => {
    const messages = said({ one: rule({ deducts: ['two'] }), two: rule({ priority: 20, deducts: ['one'] }) });
    expect(messages).toEqual([
      expect.stringMatching(
        /rules\.one\.deducts\.0: «two» is decided after «one», so what it grants cannot be deducted \(found priority 20 after 10; allowed none: no rule is decided before this one\)\. Give «two» a lower priority than «one»; two rules cannot deduct each other$/,
      ),
    ]);
  });

  it('two rules for the same measure at the same time with the same priority', () => {
    expect(said({ one: rule(), two: rule() })).toEqual([
      expect.stringMatching(
        /^own\.yaml:\d+: rules\.two\.priority: «one» and «two» are in force at the same time, for seeker, with the same priority \(found priority 10 in both\)\. Give them different priorities/,
      ),
    ]);
    expect(said({ one: rule(), two: rule({ byDefault: false }) })).toHaveLength(1);
    expect(said({ one: rule(), two: rule({ priority: 11 }) })).toEqual([]);
  });

  it('a rule that follows another which does not end', () => {
    const later = rule({ validFrom: '2032-01-01', values: { basis: sek(['2032-01-01', 1]) } });
    expect(said({ one: rule({ validTo: '2031-12-31', afterLastDate: 'end' }), two: later })).toEqual([]);
    // What is held goes on, so both would be paid.
    expect(said({ one: rule({ validTo: '2031-12-31' }), two: later })).toEqual([
      expect.stringMatching(/rules\.two\.priority: .*has validTo and afterLastDate: end$/),
    ]);
  });

  it('two rules that apply of themselves with the same priority', () => {
    const aid = rule({ appliesTo: 'everybody', soughtBy: [] });
    expect(said({ one: aid, two: aid })).toEqual([
      expect.stringMatching(/rules\.two\.priority: «one» and «two» are in force at the same time, for everybody/),
    ]);
  });

  it('one id in two files, and nothing else', () => {
    expect(said({ aid: rule() }, file('other', { aid: rule({ priority: 20 }) }))).toEqual([
      expect.stringMatching(
        /^own\.yaml:\d+: rules\.aid: The name «aid» is already taken\. A change over time is a new dated value of the same rule, not a second rule$/,
      ),
    ]);
  });

  it('a name of the file that the rule needs', () => {
    const text = JSON.parse(file('own', { aid: rule() }).text);
    text.variables = { aidCap: { entity: 'shop', unit: '1', label, formula: '1' } };
    text.rules.aid.cap = 'basis';
    expect(() => withBase({ file: 'own.yaml', text: JSON.stringify(text) })).toThrow(
      /variables\.aidCap: The name «aidCap» is made for a rule of this file/,
    );
  });

  it('two rules of one file whose names run into each other', () => {
    // «aid» with a value «localBasis», and «aidLocal» with a value «basis», are both written out as aidLocalBasis.
    const rules = {
      aid: rule({ values: { localBasis: sek(['2030-01-01', 1]) }, amount: 'localBasis' }),
      aidLocal: rule({ priority: 20 }),
    };
    expect(said(rules)).toEqual([
      expect.stringMatching(/rules\.aidLocal\.values\.basis: .*aidLocalBasis.* is already taken/),
    ]);
  });

  it('everything at once', () => {
    const messages = saidOf({ regime: 'miner', deducts: ['other'], validTo: '2029-01-01', cap: 'nothing' });
    expect(messages.map((message) => message.split(': ')[1])).toEqual([
      'rules.aid.validTo',
      'rules.aid.regime',
      'rules.aid.deducts.0',
      'rules.aid.cap',
    ]);
  });
});
