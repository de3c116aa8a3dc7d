import { describe, expect, it } from 'vitest';
import { both, problemsOf, runBoth, type SmallModel, smallInstances, smallModel } from './testing/small-model.ts';

const entities = {
  place: {},
  shop: { parents: { place: { entity: 'place', optional: true } } },
  measure: { perAlternative: true, parents: { host: { entity: 'shop', optional: true } } },
};
const inputs = { people: { entity: 'place' }, area: { entity: 'shop' }, cost: { entity: 'measure' } };

function village(entity: string, formula: string): SmallModel {
  return { entities, inputs, variables: { told: { entity, formula, output: 'mean' } } };
}
const codes = (entity: string, formula: string) => problemsOf(village(entity, formula)).map(({ code }) => code);

describe('a name of something that may be missing', () => {
  it('is refused in the formula of what may lack it', () => {
    expect(codes('measure', 'cost * area')).toEqual(['may-be-missing']);
    expect(codes('shop', 'area * people')).toEqual(['may-be-missing']);
  });

  it('is accepted where what holds otherwise is said', () => {
    expect(codes('measure', 'cost * related(shop, area, 1)')).toEqual([]);
    expect(codes('measure', 'cost * related(place, people, 1)')).toEqual([]);
  });

  it('is certain inside a sum that only those who have it are part of', () => {
    expect(codes('shop', 'sum(measure, cost * area)')).toEqual([]); // measures of this shop
    expect(codes('place', 'sum(measure, cost * people)')).toEqual([]); // measures of shops of this place
    expect(codes('place', 'sum(measure, cost * area)')).toEqual([]); // which then have a shop
  });

  it('is refused one step beyond what is certain: a shop’s measure has a shop, but not always a place', () => {
    expect(codes('shop', 'sum(measure, cost * people)')).toEqual(['may-be-missing']);
    expect(codes('shop', 'sum(measure, cost * related(place, people, 0))')).toEqual([]);
  });

  it('is refused in a sum over all there are', () => {
    expect(codes('future', 'sum(measure, cost * area)')).toEqual(['may-be-missing']);
  });

  it('is the same number in both back ends where it is certain, and the other number where it is missing', () => {
    const model = smallModel({
      entities,
      inputs,
      variables: {
        byPlace: { entity: 'place', formula: 'sum(measure, cost * area) + yearIndex', output: 'mean' },
        byMeasure: { entity: 'measure', formula: 'related(place, people + yearIndex, -1)', output: 'mean' },
      },
    });
    const instances = smallInstances(
      {
        place: { a: { values: { people: 7 } }, b: { values: { people: 9 } } },
        shop: { s: { parents: { place: 'b' }, values: { area: 3 } }, van: { values: { area: 100 } } },
      },
      {
        only: {
          measure: {
            m1: { parents: { host: 's' }, values: { cost: 2 } },
            m2: { parents: { host: 'van' }, values: { cost: 5 } },
            m3: { values: { cost: 11 } },
          },
        },
      },
    );
    const values = runBoth(model, instances, 2);
    expect(values('byPlace', 0)).toEqual(both(0, 1));
    expect(values('byPlace', 1)).toEqual(both(6, 7)); // 2 · 3: the van is in no place
    expect(values('byMeasure', 0)).toEqual(both(9, 10));
    expect(values('byMeasure', 1)).toEqual(both(-1, -1));
    expect(values('byMeasure', 2)).toEqual(both(-1, -1));
  });
});

describe('an opening, which stands before the first year,', () => {
  const opened = (opening: string, more: Record<string, object> = {}): string[] =>
    problemsOf(
      {
        inputs: { start: { entity: 'future' } },
        variables: { ...more, state: { entity: 'future', opening, formula: 'previous(state) + 1', output: 'mean' } },
      },
      new Map([['fit', { needs: ['start'], gives: ['found'] }]]),
    ).map(({ code, path }) => `${path}: ${code}`);

  it('may use inputs and what needs only inputs', () => {
    expect(opened('start * 2 + twice', { twice: { entity: 'future', formula: 'start * 2' } })).toEqual([]);
  });

  it.each([
    ['the year', 'yearIndex', {}],
    ['whether it is the first', 'isFirstYear ? 1 : 2', {}],
    ['last year’s value of anything', 'previous(state)', {}],
    ['luck', 'luck', { luck: { entity: 'future', draw: 'normal' } }],
    ['what needs the year', 'later', { later: { entity: 'future', formula: 'yearIndex' } }],
    ['what a solver finds in the first year', 'found', { found: { entity: 'future', solved: 'fit' } }],
    [
      'what needs what a solver finds',
      'twice',
      { found: { entity: 'future', solved: 'fit' }, twice: { entity: 'future', formula: 'found * 2' } },
    ],
  ])('may not use %s', (_, opening, more) => {
    expect(opened(opening, more)).toEqual(['state.opening: opening-needs-year']);
  });
});
