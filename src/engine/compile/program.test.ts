import { describe, expect, it } from 'vitest';
import type { Solver } from './backend.ts';
import type { Instances } from './instances.ts';
import type { Model } from './model.ts';
import { arrangeProgram, type Program, type Step } from './program.ts';
import { both, runBoth, type SmallModel, smallInstances, smallModel } from './testing/small-model.ts';

const drawn = (streamId = '') =>
  ({ kind: 'drawn', distribution: { kind: 'uniform', low: 0, high: 1 }, streamId }) as const;

/** Places with shops, and measures hosted by shops. */
const entities = {
  place: {},
  shop: { parents: { place: { entity: 'place', optional: true } } },
  measure: { perAlternative: true, parents: { host: { entity: 'shop', optional: true } } },
};
const village = {
  place: { a: {}, b: {} },
  shop: { s: { parents: { place: 'a' } }, t: { parents: { place: 'b' } } },
};

function programOf(small: SmallModel, instances: Instances): { model: Model; program: Program } {
  const model = smallModel(small);
  return { model, program: arrangeProgram(model, instances) };
}

function levels(program: Program, ...names: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(names.map((name) => [name, program.variables.get(name)?.level]));
}

function owned(program: Program): string[] {
  return [...program.variables.values()].filter(({ perAlternative }) => perAlternative).map(({ name }) => name);
}

function stages(steps: readonly Step[]): string[] {
  return steps.map((step) =>
    step.kind === 'solve' ? `solve ${step.solver}` : `${step.entity}: ${step.variables.join(' ')}`,
  );
}

describe('what is computed', () => {
  const inputs = {
    used: { entity: 'future' },
    unused: { entity: 'future' },
    asked: { entity: 'future', unit: 'boolean' },
  };
  const future = { values: { used: 2, unused: 3, asked: true } };

  it('is only what something reported needs', () => {
    const { program } = programOf(
      {
        inputs,
        variables: {
          needed: { entity: 'future', formula: 'used' },
          idle: { entity: 'future', formula: 'unused + needed' },
          told: { entity: 'future', formula: 'needed * 2', output: 'mean' },
        },
      },
      smallInstances({}, undefined, future),
    );
    expect([...program.variables.keys()]).toEqual(['used', 'needed', 'told']);
    expect(program.outputs).toEqual(['told']);
  });

  it('leaves out the branch that no place, shop or measure of the plan takes', () => {
    const small = {
      inputs,
      variables: { told: { entity: 'future', formula: 'asked ? used : unused', output: 'mean' } },
    };
    expect([...programOf(small, smallInstances({}, undefined, future)).program.variables.keys()]).toEqual([
      'used',
      'told',
    ]);
    const other = { values: { ...future.values, asked: false } };
    expect([...programOf(small, smallInstances({}, undefined, other)).program.variables.keys()]).toEqual([
      'unused',
      'told',
    ]);
  });

  it('keeps both branches when the answer differs from shop to shop', () => {
    const small = {
      entities,
      inputs: { sells: { entity: 'shop', unit: 'boolean' }, one: { entity: 'shop' }, two: { entity: 'shop' } },
      variables: { told: { entity: 'shop', formula: 'sells ? one : two', output: 'mean' } },
    };
    const values = (sells: boolean) => ({ values: { sells, one: 1, two: 2 } });
    const { model, program } = programOf(
      small,
      smallInstances({ place: {}, shop: { s: values(true), t: values(false) } }),
    );
    expect([...program.variables.keys()].sort()).toEqual(['one', 'sells', 'told', 'two']);
    expect(model.variables.size).toBe(4);
  });

  it('keeps in memory what is reported, asked for by another entity or another year, and nothing else', () => {
    const { program } = programOf(
      {
        entities,
        inputs: { size: { entity: 'shop' } },
        variables: {
          local: { entity: 'shop', formula: 'size + yearIndex' },
          remembered: { entity: 'shop', opening: 1, formula: 'previous(remembered) + local' },
          gathered: { entity: 'shop', formula: 'remembered * 2' },
          told: { entity: 'place', formula: 'sum(shop, gathered)', output: 'mean' },
        },
      },
      smallInstances({ place: { a: {} }, shop: { s: { parents: { place: 'a' }, values: { size: 1 } } } }),
    );
    const stored = [...program.variables.values()].filter(({ stored: kept }) => kept).map(({ name }) => name);
    expect(stored.sort()).toEqual(['gathered', 'remembered', 'remembered@opening', 'size', 'told']);
  });
});

describe('how often a value is computed', () => {
  const small: SmallModel = {
    inputs: {
      plain: { entity: 'future' },
      series: { entity: 'future' },
      unsure: { entity: 'future' },
    },
    variables: {
      luck: { entity: 'future', draw: 'normal' },
      fromPlain: { entity: 'future', formula: 'plain * step / step' },
      fromChance: { entity: 'future', formula: 'chanceEvents ? fromPlain : 0' },
      fromSeries: { entity: 'future', formula: 'series + plain' },
      fromUnsure: { entity: 'future', formula: 'fromPlain + unsure' },
      fromBoth: { entity: 'future', formula: 'fromUnsure + fromSeries' },
      fromLuck: { entity: 'future', formula: 'luck + fromUnsure' },
      fromYear: { entity: 'future', formula: 'plain + yearIndex' },
      fromLast: { entity: 'future', opening: 'unsure', formula: 'previous(fromLast) + plain' },
      neverChanges: { entity: 'future', opening: 'plain', formula: 'plain + 1' },
      asksForIt: { entity: 'future', formula: 'previous(neverChanges)' },
      told: {
        entity: 'future',
        formula:
          'fromChance + fromSeries + fromUnsure + fromBoth + fromLuck + fromYear + fromLast + neverChanges + asksForIt',
        output: 'mean',
      },
    },
  };
  const future = { values: { plain: 1, series: [1, 2, 3], unsure: drawn() } };
  const { program } = programOf(small, smallInstances({}, undefined, future));

  it('is once for the plan when it needs only plain numbers', () => {
    expect(levels(program, 'plain', 'fromPlain', 'fromChance')).toEqual({
      plain: 'static',
      fromPlain: 'static',
      fromChance: 'static',
    });
  });

  it('is once for the plan, by year, for an input stated by year; what needs it is yearly', () => {
    expect(levels(program, 'series', 'fromSeries')).toEqual({ series: 'dated', fromSeries: 'yearly' });
  });

  it('is once for each future when it needs an uncertain input but no year', () => {
    expect(levels(program, 'unsure', 'fromUnsure')).toEqual({ unsure: 'once', fromUnsure: 'once' });
  });

  it('is each year when it needs the year, last year, luck, or something by year', () => {
    const yearly = ['luck', 'fromLuck', 'fromYear', 'fromLast', 'fromBoth', 'asksForIt', 'told'];
    expect(levels(program, ...yearly)).toEqual(Object.fromEntries(yearly.map((name) => [name, 'yearly'])));
  });

  it('is each year for what never changes, when last year’s value is asked for, since its opening may differ', () => {
    expect(levels(program, 'neverChanges', 'neverChanges@opening')).toEqual({
      neverChanges: 'yearly',
      'neverChanges@opening': 'static',
    });
  });

  it('is once for each future, not once for the plan, for what is reported, so that there is something to report', () => {
    const constant = programOf(
      {
        inputs: { plain: { entity: 'future' } },
        variables: {
          told: { entity: 'future', formula: 'plain * 2', output: 'mean' },
          atTheEnd: { entity: 'future', formula: 'plain * 3', outcome: true },
        },
      },
      smallInstances({}, undefined, { values: { plain: 4 } }),
    );
    expect(levels(constant.program, 'plain', 'told', 'atTheEnd')).toEqual({
      plain: 'static',
      told: 'once',
      atTheEnd: 'once',
    });
    const values = runBoth(constant.model, smallInstances({}, undefined, { values: { plain: 4 } }), 2);
    expect(values('told')).toEqual(both(8, 8));
    expect(values('atTheEnd')).toEqual(both(12, 12));
  });

  it('is once for each future for an opening that needs an uncertain input', () => {
    expect(levels(program, 'fromLast@opening')).toEqual({ 'fromLast@opening': 'once' });
  });
});

describe('what is computed for each alternative', () => {
  const measures = { with: { measure: { m: { parents: { host: 's' }, values: { cost: 5 } } } }, without: {} };

  it('is what belongs to measures and what needs it, this year or last', () => {
    const { program } = programOf(
      {
        entities,
        inputs: { cost: { entity: 'measure' }, base: { entity: 'shop' } },
        variables: {
          untouched: { entity: 'shop', formula: 'base + yearIndex' },
          doubled: { entity: 'measure', formula: 'cost * 2' },
          support: { entity: 'shop', formula: 'sum(measure, doubled)' },
          saved: { entity: 'shop', opening: 0, formula: 'previous(saved) + support' },
          remembers: { entity: 'place', formula: 'sum(shop, previous(saved))' },
          told: { entity: 'future', formula: 'sum(place, remembers) + sum(shop, untouched)', output: 'mean' },
        },
      },
      smallInstances({ place: { a: {} }, shop: { s: { parents: { place: 'a' }, values: { base: 1 } } } }, measures),
    );
    expect(owned(program).sort()).toEqual(['cost', 'doubled', 'remembers', 'saved', 'support', 'told']);
  });

  it('is a mere count of measures, even where it only stands in for what is missing', () => {
    const small = {
      entities,
      variables: {
        count: { entity: 'shop', formula: 'sum(measure, 1) + yearIndex', output: 'mean' },
        otherwise: { entity: 'shop', formula: 'least(measure, 7, 3) + yearIndex', output: 'mean' },
        nested: { entity: 'place', formula: 'least(shop, 4, sum(measure, 1)) + yearIndex', output: 'mean' },
      },
    };
    const instances = smallInstances(
      { place: { a: {}, empty: {} }, shop: { s: { parents: { place: 'a' } } } },
      { with: { measure: { m: { parents: { host: 's' } } } }, without: {} },
    );
    const { model, program } = programOf(small, instances);
    expect(owned(program)).toEqual(['count', 'otherwise', 'nested']);
    const values = runBoth(model, instances, 1);
    expect(values('count', 0, 0)).toEqual(both(1));
    expect(values('count', 0, 1)).toEqual(both(0));
    expect(values('otherwise', 0, 0)).toEqual(both(7));
    expect(values('otherwise', 0, 1)).toEqual(both(3));
    expect(values('nested', 1, 0)).toEqual(both(0)); // «empty» has neither shop nor measure
  });

  it('is what has only its opening from a measure', () => {
    const instances = smallInstances(village, measures);
    const { model, program } = programOf(
      {
        entities,
        inputs: { cost: { entity: 'measure' } },
        variables: {
          debt: { entity: 'shop', opening: 'sum(measure, cost)', formula: 'previous(debt) - 1', output: 'mean' },
        },
      },
      instances,
    );
    expect(owned(program).sort()).toEqual(['cost', 'debt', 'debt@opening']);
    const values = runBoth(model, instances, 3);
    expect(values('debt', 0, 0)).toEqual(both(4, 3, 2)); // the measure's 5, less 1 a year
    expect(values('debt', 0, 1)).toEqual(both(-1, -2, -3)); // no measure
  });
});

describe('the order of computing', () => {
  it('has everything after what it needs, whatever the order of the file', () => {
    const { program } = programOf(
      {
        entities,
        variables: {
          told: { entity: 'future', formula: 'sum(place, most)', output: 'mean' },
          most: { entity: 'place', formula: 'greatest(shop, third, 0)' },
          third: { entity: 'shop', formula: 'second + related(place, people, 0)' },
          second: { entity: 'shop', formula: 'first * 2' },
          people: { entity: 'place', formula: 'yearIndex + 10' },
          first: { entity: 'shop', formula: 'yearIndex' },
        },
      },
      smallInstances(village),
    );
    expect(stages(program.schedule.yearly)).toEqual([
      'place: people',
      'shop: first second third',
      'place: most',
      'future: told',
    ]);
  });

  it('moves a variable to the last loop it may stand in, so that it need not be kept in memory', () => {
    const { program } = programOf(
      {
        entities,
        variables: {
          // Could be computed in the first loop over shops, but is only needed in the second.
          early: { entity: 'shop', formula: 'yearIndex * 3' },
          weight: { entity: 'shop', formula: 'yearIndex + 1' },
          weights: { entity: 'place', formula: 'sum(shop, weight)' },
          share: { entity: 'shop', formula: 'early + related(place, 1 / weights, 0)', output: 'mean' },
        },
      },
      smallInstances(village),
    );
    expect(stages(program.schedule.yearly)).toEqual(['shop: weight', 'place: weights', 'shop: early share']);
    expect(program.variables.get('early')?.stored).toBe(false);
  });

  it('solves after what the solver needs and before what needs it, in the first year only', () => {
    const signature = new Map([['fit', { needs: ['demand'], gives: ['found'] }]]);
    const model = smallModel(
      {
        entities,
        variables: {
          demand: { entity: 'shop', formula: 'yearIndex + 2' },
          found: { entity: 'shop', solved: 'fit' },
          sales: { entity: 'shop', formula: 'found * demand', output: 'mean' },
        },
      },
      signature,
    );
    const instances = smallInstances(village);
    expect(stages(arrangeProgram(model, instances).schedule.yearly)).toEqual([
      'shop: demand',
      'solve fit',
      'shop: sales',
    ]);
    const fit: Solver = ({ relations, read, write }) => {
      for (let at = 0; at < relations.count('shop'); at += 1) write('found', at, read('demand', at) * 10 + at);
    };
    const values = runBoth(model, instances, 3, { solvers: new Map([['fit', fit]]) });
    expect(values('sales', 0)).toEqual(both(40, 60, 80)); // found 20, demand 2, 3, 4
    expect(values('sales', 1)).toEqual(both(42, 63, 84)); // found 21
  });

  it('lets a later loop see last year’s value of what this year’s loop has already overwritten', () => {
    const instances = smallInstances(village);
    const model = smallModel({
      entities,
      variables: {
        stock: { entity: 'shop', opening: 1, formula: 'previous(stock) * 2', output: 'mean' },
        all: { entity: 'place', formula: 'sum(shop, stock)' },
        growth: { entity: 'shop', formula: 'related(place, all, 0) - previous(stock)', output: 'mean' },
        twoBack: { entity: 'shop', opening: 0, formula: 'previous(stock)' },
        older: { entity: 'shop', formula: 'previous(twoBack)', output: 'mean' },
      },
    });
    const values = runBoth(model, instances, 4);
    expect(values('stock')).toEqual(both(2, 4, 8, 16));
    expect(values('growth')).toEqual(both(1, 2, 4, 8)); // each place has one shop: this year's stock less last year's
    expect(values('older')).toEqual(both(0, 1, 2, 4)); // its opening, then stock two years back
  });
});

describe('an opening', () => {
  it('holds in the first year only, also for a variable that never changes', () => {
    const instances = smallInstances(village, undefined, { values: { plain: 7 } });
    const model = smallModel({
      entities,
      inputs: { plain: { entity: 'future' } },
      variables: {
        constant: { entity: 'shop', opening: '5', formula: 'plain', output: 'mean' },
        last: { entity: 'shop', formula: 'previous(constant)', output: 'mean' },
        beside: { entity: 'shop', formula: 'plain + yearIndex', output: 'mean' },
      },
    });
    const values = runBoth(model, instances, 4);
    expect(values('constant')).toEqual(both(7, 7, 7, 7));
    expect(values('last')).toEqual(both(5, 7, 7, 7));
    expect(values('beside', 1)).toEqual(both(7, 8, 9, 10)); // no neighbour's memory is touched
  });

  it('takes the first year of an input that is stated by year, also through other variables', () => {
    const instances = smallInstances({
      place: { a: { values: { people: [100, 90, 80] } }, b: { values: { people: 50 } } },
      shop: {},
    });
    const model = smallModel({
      entities,
      inputs: { people: { entity: 'place' } },
      variables: {
        twice: { entity: 'place', formula: 'people * 2' },
        thrice: { entity: 'place', opening: 'twice', formula: 'people * 3' },
        direct: { entity: 'place', opening: 'people', formula: 'previous(direct) + 1', output: 'mean' },
        indirect: { entity: 'place', opening: 'twice + thrice', formula: 'previous(indirect) + 1', output: 'mean' },
        change: { entity: 'place', formula: 'thrice - previous(thrice)', output: 'mean' },
      },
    });
    const values = runBoth(model, instances, 3);
    expect(values('direct', 0)).toEqual(both(101, 102, 103));
    expect(values('indirect', 0)).toEqual(both(501, 502, 503)); // 200 + 300, and 1 a year
    expect(values('indirect', 1)).toEqual(both(251, 252, 253)); // 100 + 150
    expect(values('change', 0)).toEqual(both(100, -30, -30)); // 300 − 200, 270 − 300, 240 − 270
    expect(values('change', 1)).toEqual(both(50, 0, 0)); // 150 − 100
  });
});

describe('an input', () => {
  it('may be stated by year for one place, uncertain for another and fixed for a third', () => {
    const instances = smallInstances({
      place: {
        a: { values: { people: [100, 90, 80] } },
        b: { values: { people: drawn('b') } },
        c: { values: { people: 20 } },
      },
      shop: {},
    });
    const model = smallModel({
      entities,
      inputs: { people: { entity: 'place' } },
      variables: {
        told: { entity: 'place', formula: 'people + 1', output: 'mean' },
        state: { entity: 'place', opening: 'people', formula: 'previous(state)', output: 'mean' },
      },
    });
    const values = runBoth(model, instances, 3, { parameters: { value: () => 50 } });
    expect(values('told', 0)).toEqual(both(101, 91, 81));
    expect(values('told', 1)).toEqual(both(51, 51, 51));
    expect(values('told', 2)).toEqual(both(21, 21, 21));
    expect([0, 1, 2].map((place) => values('state', place))).toEqual([
      both(100, 100, 100),
      both(50, 50, 50),
      both(20, 20, 20),
    ]);
  });
});
