import { beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '../engine/compile/index.ts';
import type { Scenario } from '../engine/scenario/index.ts';
import { likelyRun, type Plan } from '../engine/simulate/index.ts';
import { StoppedError } from '../errors.ts';
import { type BreakEven, type BreakEvenRequest, breakEven, usualQuantities } from './break-even.ts';
import { planScenario } from './compare-scenario.ts';
import { loadModel } from './load-model.ts';
import { openScenario } from './open-scenario.ts';
import { variedQuantity } from './varied-quantity.ts';

let model: Model;
let fliseryd: Scenario;
let plan: Plan;

beforeAll(() => {
  model = loadModel();
  const { data, text } = openScenario(model, 'scenarios/fliseryd.yaml');
  fliseryd = { data: { ...data, sameMoney: false }, text };
  plan = planScenario(model, fliseryd).plan;
});

const ask = (quantities: readonly string[], more: Partial<BreakEvenRequest> = {}): Promise<BreakEven[]> =>
  breakEven(model, fliseryd, plan, { quantities, futures: 0, ...more });

/** The likely difference in an outcome of the second alternative from the first, computed apart from break-even. */
function differenceAt(name: string, value: number, variable: string): number {
  const tried = planScenario(model, variedQuantity(model, fliseryd, plan, name).with(value)).plan;
  const run = likelyRun(tried);
  return run.value(variable, 1, 0, tried.years - 1) - run.value(variable, 0, 0, tried.years - 1);
}

const of = (found: readonly BreakEven[], variable: string): BreakEven =>
  found.find((each) => each.variable === variable) as BreakEven;

describe('break-even of Fliseryd', () => {
  it('tells every change of place, and no other, of what the scenario gives when it is run with the values around it', async () => {
    const names = ['visitsEffect@servicepunkt=0..0.2', 'turnover@ica-fliseryd=3000000..20000000', 'valueOfTime'];
    const found = await ask(names);
    // four outcomes of three quantities
    expect(found).toHaveLength(12);
    expect(found.flatMap(({ likely }) => likely.points).length).toBeGreaterThan(0);
    const ahead = (even: BreakEven, value: number): string => {
      const difference = differenceAt(even.quantity.path, value, even.variable);
      return Math.abs(difference) < 1e-3 ? 'even' : difference > 0 ? 'alternative' : 'baseline';
    };
    for (const even of found) {
      const { low, high } = even.quantity;
      const { atLowest, points } = even.likely;
      expect(ahead(even, low)).toBe(atLowest);
      expect(ahead(even, high)).toBe(points.at(-1)?.after ?? atLowest);
      for (const { from, to, before, after } of points) {
        expect([ahead(even, from), ahead(even, to)]).toEqual([before, after]);
        expect(to - from).toBeLessThanOrEqual((high - low) / 1024);
      }
    }
  });

  it('is a value at which the alternatives change places when the scenario is run with it', async () => {
    const name = 'visitsEffect@servicepunkt=0..0.2';
    const { likely, quantity, decisive } = of(await ask([name]), 'presentValue_society');
    expect(likely.points).toHaveLength(1);
    const [point] = likely.points;
    expect(point).toMatchObject({ before: 'baseline', after: 'alternative', kind: 'crossing', standardError: null });
    const { at = Number.NaN, from = Number.NaN, to = Number.NaN } = point ?? {};
    expect(to - from).toBeLessThanOrEqual(0.2 / 1024);
    expect(differenceAt(name, from, 'presentValue_society')).toBeLessThan(0);
    expect(differenceAt(name, to, 'presentValue_society')).toBeGreaterThan(0);
    // at the value itself they differ by less than a ten-thousandth of what they differ by over the range
    const over = differenceAt(name, 0.2, 'presentValue_society') - differenceAt(name, 0, 'presentValue_society');
    expect(Math.abs(differenceAt(name, at, 'presentValue_society'))).toBeLessThan(1e-4 * over);
    // it is marked an assumption (never measured), and it decides
    expect({ assumption: quantity.assumption, decisive }).toEqual({ assumption: true, decisive: true });
  });

  it('says which is ahead throughout when no value makes them even: what the municipality pays it does not get back', async () => {
    const { likely } = of(await ask(['visitsEffect@servicepunkt=0..0.05']), 'presentValue_municipality');
    expect(likely).toEqual({ atLowest: 'baseline', asStated: 'baseline', points: [] });
  });

  it('calls a year of closure that jumps a switch, with the two values it lies between', async () => {
    const name = 'turnover@ica-fliseryd=2000000..6000000';
    const { likely } = of(await ask([name]), 'yearsOpen');
    const jumps = likely.points.filter(({ kind }) => kind === 'jump');
    expect(jumps.length).toBeGreaterThan(0);
    for (const { from, to, before } of jumps) {
      expect(to - from).toBeLessThanOrEqual(4_000_000 / 1024);
      const years = [from, to].map((value) => differenceAt(name, value, 'yearsOpen'));
      expect(years.every(Number.isInteger)).toBe(true);
      expect(Math.sign(years[0] as number)).toBe(before === 'alternative' ? 1 : before === 'baseline' ? -1 : 0);
      expect(Math.sign(years[0] as number)).not.toBe(Math.sign(years[1] as number));
    }
  });

  it('tells where a scenario has no meaning, and why', async () => {
    // all bought within reach is some 30 million: no attraction gives a shop more
    const { likely, whyNone } = of(
      await ask(['turnover@ica-fliseryd=5000000..200000000']),
      'presentValue_municipality',
    );
    expect(likely.points).toMatchObject([{ after: 'none', kind: 'edge' }]);
    expect(whyNone).toMatch(/all there is to buy within reach/);
  });

  it('averages over the same futures, tells how many, and how sure the value is', async () => {
    const [first, second] = await Promise.all(
      [0, 1].map(async () =>
        of(await ask(['visitsEffect@servicepunkt=0..0.2'], { futures: 64 }), 'presentValue_society'),
      ),
    );
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    expect(first?.average).toMatchObject({
      futures: 64,
      atLowest: 'baseline',
      points: [{ after: 'alternative', kind: 'crossing' }],
    });
    expect(first?.average?.points[0]?.standardError).toBeGreaterThan(0);
    // the likely value of everything is near the mean of everything: the two values lie close
    expect(first?.average?.points[0]?.at).toBeCloseTo(first?.likely.points[0]?.at as number, 1);
  });

  it('does not depend on which other alternatives there are', async () => {
    const { alternatives } = fliseryd.data;
    const more: Scenario = {
      ...fliseryd,
      data: { ...fliseryd.data, alternatives: { ...alternatives, tredje: alternatives?.['servicepunkt'] ?? {} } },
    };
    const quantities = ['turnover@ica-fliseryd=4000000..20000000'];
    const found = await breakEven(model, more, planScenario(model, more).plan, { quantities, futures: 0 });
    const alone = await ask(quantities);
    expect(found.filter(({ alternative }) => alternative === 'servicepunkt')).toEqual(alone);
    const third = found.filter(({ alternative }) => alternative === 'tredje');
    expect(third).toEqual(alone.map((each) => ({ ...each, alternative: 'tredje' })));
  });

  it('asks unprompted about uplift, turnover and inhabitants of the host, and the assumption that would narrow most', () => {
    expect(usualQuantities(model, fliseryd, plan, [])).toEqual([
      'visitsEffect@servicepunkt',
      'turnover@ica-fliseryd',
      'inhabitants@fliseryd',
    ]);
    const driver = { parameter: 'errandsChained', label: { sv: '', en: '' }, unit: '1', correlation: 0.5 };
    const drivers = [
      {
        alternative: 'servicepunkt',
        variable: 'presentValue_society',
        entity: 'future',
        instance: '',
        unit: 'SEK',
        sets: 64,
        looked: 1,
        luck: null,
        byCorrelation: [{ ...driver, assumption: true, interval: null, ifKnown: null }],
        worthKnowing: ['errandsChained'],
      },
    ];
    expect(usualQuantities(model, fliseryd, plan, drivers)).toContain('errandsChained');
  });

  it('asks nothing of a scenario with one alternative', () => {
    const alone = openScenario(model, 'scenarios/worked-example.yaml');
    expect(usualQuantities(model, alone, planScenario(model, alone).plan, [])).toEqual([]);
  });

  it('stops between two values when it is called off, and tells how far it has come', async () => {
    const abort = new AbortController();
    const told: [number, number][] = [];
    const began = ask(['turnover@ica-fliseryd'], {
      signal: abort.signal,
      onTrial: (done, all) => {
        told.push([done, all]);
        if (done === 3) abort.abort();
      },
    });
    await expect(began).rejects.toThrow(StoppedError);
    // ten steps have eleven ends, and the value as stated
    expect(told).toEqual([1, 2, 3].map((done) => [done, 12]));
  });

  it('refuses averages over a number of futures that is none', async () => {
    await expect(ask([], { futures: -1 })).rejects.toThrow('allowed a whole number from 0');
    await expect(ask([], { futures: 2.5 })).rejects.toThrow(RangeError);
  });
});
