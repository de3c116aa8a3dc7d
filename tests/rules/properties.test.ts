import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Model } from '../../src/engine/compile/index.ts';
import { hashOf, modelHash } from '../../src/engine/simulate/index.ts';
import {
  changed,
  columnsOf,
  type Files,
  type FutureOf,
  futureOf,
  modelOf,
  numbersOf,
  planOf,
  type RuleFile,
  shipped,
  type VillageWithRules,
  without,
} from './village-with-rules.ts';

const model = modelOf(shipped);
const supported = 1; // The alternative with measures.

/** Amounts and rates of the rules: what a rule with more of it gives more of. */
const generous = [
  'sarskiltDriftstodMaximum',
  'servicebidragMaximum',
  'servicebidragBroadMaximum',
  'servicebidragDecidedShare',
  'servicebidragLongest',
  'drivmedelsstodPerStation',
  'investeringsstodRate',
  'investeringsstodPriorityRate',
  'investeringsstodMaximum',
  'leaderRate',
  'leaderMaximum',
  'pilotkommunShare',
  'pilotkommunLongest',
  'hemsandningsbidragShare',
  'hemsandningsbidragPerDelivery',
  'kronorPerEuro',
] as const;

const village = fc.record({
  start: fc.integer({ min: 2010, max: 2026 }),
  turnover: fc.integer({ min: 1_500_000, max: 11_500_000 }),
  investment: fc.integer({ min: 20_000, max: 3_000_000 }),
  nextShop: fc.constantFrom(5, 9, 12, 16),
  priority: fc.boolean(),
  broad: fc.boolean(),
});
const future = fc.oneof(
  fc.constant<FutureOf>('likely'),
  fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 3 })) as fc.Arbitrary<FutureOf>,
);

/** What each receiver is granted in the first year: the shop's running, its reinvestment, the municipality's measures. */
function granted(stated: VillageWithRules, at: FutureOf): Record<string, number> {
  const plan = planOf(model, { ...stated, years: 2 });
  const run = futureOf(plan, supported, at);
  const all = (variable: string, entity: string): number =>
    run.relations.list(entity).reduce((sum, _, index) => sum + run.number(variable, index, 0), 0);
  return {
    running: all('support', 'shop'),
    reinvestment: all('grantIfMade', 'shop'),
    pilot: all('pilotkommunGranted', 'measure'),
    delivery: all('hemsandningsbidragGranted', 'place'),
  };
}

describe('a higher cap or rate', () => {
  it('never lowers what a shop or the municipality is granted that year', () => {
    fc.assert(
      fc.property(
        village,
        future,
        fc.constantFrom(...generous),
        fc.double({ min: 0.01, max: 1.5, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (stated, at, name, share, more) => {
          const usual = likelyValue(name);
          const low = granted({ ...stated, parameters: { [name]: usual * share } }, at);
          const high = granted({ ...stated, parameters: { [name]: usual * (share + more) } }, at);
          for (const [receiver, amount] of Object.entries(low))
            expect((high[receiver] as number) - amount, `${receiver} by ${name}`).toBeGreaterThanOrEqual(
              -1e-9 * amount,
            );
        },
      ),
      { numRuns: 15 },
    );
  });

  it.each([
    ['sarskiltDriftstodMaximum', 'running', {}],
    ['servicebidragMaximum', 'running', { nextShop: 5 }],
    ['investeringsstodRate', 'reinvestment', {}],
    ['hemsandningsbidragPerDelivery', 'delivery', {}],
  ] as const)('of %s raises %s where nothing else binds', (name, receiver, more) => {
    const stated = { start: 2017, years: 2, ...more };
    const usual = likelyValue(name);
    const at = {
      low: granted({ ...stated, parameters: { [name]: 0.1 * usual } }, 'likely'),
      high: granted(stated, 'likely'),
    };
    expect(at.high[receiver]).toBeGreaterThan(at.low[receiver] as number);
  });
});

/** A value of the rules about 2020. */
function likelyValue(name: string): number {
  if (name === 'kronorPerEuro') return 10;
  const value = model.rules.flatMap(({ values }) => values).find(({ variable }) => variable === name);
  return (value?.dated.filter(({ from }) => from < '2021').at(-1) ?? value?.dated[0])?.value as number;
}

describe('a change from a date', () => {
  const rules = model.rules.flatMap(({ id, values }) =>
    values.map(({ variable, dated }) => ({
      file: fileOf(id),
      id,
      value: variable.slice(id.length, id.length + 1).toLowerCase() + variable.slice(id.length + 1),
      dated,
    })),
  );

  it('alters no number of any year before it, in the likely run and with luck', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        fc.integer({ min: 2013, max: 2024 }),
        fc.integer({ min: 1, max: 4 }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        future,
        ({ file, id, value, dated }, start, after, times, at) => {
          const year = start + after;
          fc.pre(dated.every(({ from }) => Number(from.slice(0, 4)) !== year) && (dated[0]?.from ?? '') < `${year}`);
          fc.pre(!(file === fileOf('leader') && year > 2027) && !(file === fileOf('pilotkommun') && year > 2014));
          fc.pre(!(file === fileOf('drivmedelsstod') && year > 2023));
          const files = changed(shipped, file, (data) => {
            const found = data.rules[id]?.values[value];
            const newest = found?.dated.at(-1)?.value as number;
            found?.dated.unshift({
              from: `${year}-06-01`,
              value: newest * times + 1,
              status: 'assumption',
              source: 'the test',
            });
          });
          const stated = { start, years: 5 };
          const before = columnsOf(planOf(model, stated), at, after);
          const then = columnsOf(planOf(modelOf(files), stated), at, after);
          expect(differing(before, then)).toEqual([]);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('alters the numbers from its year on', () => {
    const files = changed(shipped, 'rule-sarskilt-driftstod.yaml', (data) => {
      data.rules['sarskiltDriftstod']?.values['maximum']?.dated.push({
        from: '2019-07-01',
        value: 100_000,
        status: 'assumption',
        source: 'the test',
      });
    });
    const stated = { start: 2017, years: 5 };
    const [before, then] = [model, modelOf(files)].map((each) => {
      const plan = planOf(each, stated);
      return numbersOf(futureOf(plan, supported, 'likely'), plan, 'sarskiltDriftstodMaximum');
    });
    expect(before).toEqual([300_000, 300_000, 300_000, 300_000, 300_000]);
    expect(then).toEqual([300_000, 300_000, 100_000, 100_000, 100_000]);
  });
});

function differing(
  one: ReadonlyMap<string, readonly number[]>,
  other: ReadonlyMap<string, readonly number[]>,
): string[] {
  expect([...other.keys()].sort()).toEqual([...one.keys()].sort());
  return [...one]
    .filter(([key, numbers]) => numbers.some((value, year) => !Object.is(value, other.get(key)?.[year])))
    .map(([key]) => key);
}

function fileOf(rule: string): string {
  const names = [...shipped].filter(([, text]) => new RegExp(`^  ${rule}:$`, 'm').test(text)).map(([file]) => file);
  return names.join().slice('src/engine/model/'.length);
}

describe('support', () => {
  it('never exceeds its cap, its years, what it is for, or what three years leave of its regime', () => {
    fc.assert(
      fc.property(village, future, fc.double({ min: 0.05, max: 12, noNaN: true }), (stated, at, kronorPerEuro) => {
        const plan = planOf(model, { ...stated, years: 6, parameters: { kronorPerEuro } });
        const run = futureOf(plan, supported, at);
        const of = (variable: string, entity = 'shop'): number[][] =>
          run.relations.list(entity).map((_, index) => numbersOf(run, plan, variable, index));
        for (const rule of plan.model.rules) {
          const amounts = of(rule.granted, rule.entity);
          for (const ceiling of ['Cap', 'Left', 'Room']) {
            const name = `${rule.id}${ceiling}`;
            if (!plan.model.variables.has(name)) continue;
            const limits = of(name, rule.entity);
            for (const [index, years] of amounts.entries()) {
              for (const [year, amount] of years.entries())
                expect(amount, `${name}, ${year}`).toBeLessThanOrEqual(limits[index]?.[year] as number);
            }
          }
          if (rule.formulas.maxYears === undefined) continue;
          for (const [index, years] of of(`${rule.id}Years`, rule.entity).entries()) {
            const longest = run.number(`${rule.id}Longest`, 0, 0);
            expect(years.at(-1), rule.id).toBeLessThanOrEqual(Math.ceil(longest));
            expect(amounts[index]?.filter((amount) => amount > 0).length).toBeLessThanOrEqual(Math.ceil(longest));
          }
        }
        const [grants, costs] = [of('grantIfMade')[0], of('investmentCost')[0]];
        for (const [year, grant] of (grants ?? []).entries())
          expect(grant).toBeLessThanOrEqual((costs?.[year] as number) * (1 + 1e-12));
        for (const regime of plan.model.regimes) {
          const years = of(`${regime.id}LastYear`)[0] as number[];
          const limits = of(`${regime.id}Limit`, 'future')[0] as number[];
          for (const [year, amount] of years.entries()) {
            const three = amount + (years[year - 1] ?? 0) + (years[year - 2] ?? 0);
            expect(three, `${regime.id}, ${year}`).toBeLessThanOrEqual((limits[year] as number) * (1 + 1e-12));
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('the order of things', () => {
  /** All rules in one file, with its own contexts and regimes beside them, in an order. */
  const inOneFile = (order: <T>(list: readonly T[]) => T[]): Files => {
    const names = [...new Set(model.rules.map(({ id }) => fileOf(id)))].sort();
    let rules: [string, unknown][] = [];
    for (const name of names)
      changed(shipped, name, (data) => {
        rules = [
          ...rules,
          ...Object.entries(data.rules).map(([id, rule]) => [id, inOrder(rule, order)] as [string, unknown]),
        ];
      });
    const words = { sv: 'Regler', en: 'Rules' };
    const file = {
      section: 'rules',
      order: 7.5,
      title: words,
      about: words,
      source: 's',
      rules: Object.fromEntries(order(rules)),
    };
    return new Map([
      ...without(shipped, ...names),
      ['src/engine/model/rules.yaml', stringify(file, { aliasDuplicateObjects: false })],
    ]);
  };
  /** A rule with its parts, its values and their dates in an order. */
  const inOrder = (rule: RuleFile['rules'][string], order: <T>(list: readonly T[]) => T[]): object => ({
    ...Object.fromEntries(order(Object.entries(rule))),
    ...(rule.values === undefined
      ? {}
      : {
          values: Object.fromEntries(
            order(
              Object.entries(rule.values).map(
                ([name, value]) => [name, { ...value, dated: order(value.dated) }] as const,
              ),
            ),
          ),
        }),
  });
  const stated = { start: 2012, years: 5 };
  /** A hash over the model, the order its rules are decided in, and every number of a future. */
  const bytes = (files: Files): string => {
    const own = modelOf(files);
    const columns = [...columnsOf(planOf(own, stated), [3, 1])].sort(([a], [b]) => (a < b ? -1 : 1));
    return hashOf([modelHash(own), own.rules.map(({ id }) => id), columns]);
  };
  const shuffled = (seed: number) => {
    let state = seed;
    return <T>(list: readonly T[]): T[] => {
      const result = [...list];
      for (let last = result.length - 1; last > 0; last -= 1) {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        const at = state % (last + 1);
        [result[last], result[at]] = [result[at] as T, result[last] as T];
      }
      return result;
    };
  };

  it('of formula files changes no byte of any result', () => {
    const expected = bytes(shipped);
    for (const seed of [1, 2, 3]) expect(bytes(new Map(shuffled(seed)([...shipped])))).toBe(expected);
  });

  it('of rules, their parts, values and dates in a file changes no byte of any result', () => {
    const expected = bytes(inOneFile((list) => [...list]));
    for (const seed of [4, 5, 6]) {
      const files = inOneFile(shuffled(seed));
      expect(files.get('src/engine/model/rules.yaml')).not.toBe(
        inOneFile((list) => [...list]).get('src/engine/model/rules.yaml'),
      );
      expect(bytes(files)).toBe(expected);
    }
  });
});

describe('a rule nobody seeks', () => {
  const measures = { drift: { kind: 'specialOperatingSupport', host: 'butiken' } };
  const files = ['rule-leader.yaml', 'rule-drivmedelsstod.yaml', 'rule-pilotkommun.yaml', 'rule-servicebidrag.yaml'];
  const less = modelOf(without(shipped, ...files));
  const stated = { start: 2023, measures };
  const computed = (own: Model) => {
    const plan = planOf(own, stated);
    return [...plan.program.variables.values()].filter(({ level }) => level !== 'static').map(({ name }) => name);
  };

  it('changes no number, and no row of the ledger is about it', () => {
    const [one, other] = [planOf(model, stated), planOf(less, stated)];
    expect(one.ledger.lines.map(({ variable }) => variable)).toEqual(
      other.ledger.lines.map(({ variable }) => variable),
    );
    for (const at of ['likely', [5, 2]] as const) {
      const known = new Set(less.variables.keys());
      const columns = (plan: typeof one) =>
        [...columnsOf(plan, at)].filter(([key]) => known.has(key.split(' ')[1]?.split('@')[0] as string)).sort();
      expect(hashOf(columns(one))).toBe(hashOf(columns(other)));
    }
  });

  it('is never computed, in any year or future', () => {
    expect(computed(model)).toEqual(computed(less));
    // While one that is sought is.
    expect(computed(model)).toContain('sarskiltDriftstodGranted');
  });
});
