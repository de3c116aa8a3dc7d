import { describe, expect, it } from 'vitest';
import { Relations } from './relations.ts';
import { type SmallInstances, smallInstances, smallModel } from './testing/small-model.ts';

const model = smallModel({
  entities: {
    place: {},
    shop: { parents: { place: { entity: 'place', optional: true } } },
    measure: { perAlternative: true, parents: { host: { entity: 'shop', optional: true } } },
    tranche: { perAlternative: true, parents: { measure: { entity: 'measure' } } },
  },
});
const shared: SmallInstances = {
  place: { a: {}, b: {}, empty: {} },
  shop: { s1: { parents: { place: 'b' } }, s2: { parents: { place: 'a' } }, s3: { parents: { place: 'b' } }, van: {} },
};
const alternatives: Record<string, SmallInstances> = {
  none: {},
  some: {
    measure: { m1: { parents: { host: 's3' } }, m2: {}, m3: { parents: { host: 'van' } } },
    tranche: {
      t1: { parents: { measure: 'm1' } },
      t2: { parents: { measure: 'm2' } },
      t3: { parents: { measure: 'm3' } },
    },
  },
};

function relationsOf(alternative = 1, from: SmallInstances = shared, own = alternatives): Relations {
  return new Relations(model, smallInstances(from, own), alternative);
}

/** Members gathered for each owner, as lists of positions. */
function gathered(relations: Relations, member: string, roles: readonly string[] | undefined): number[][] {
  const { start, rows } = relations.gather(member, roles);
  return Array.from({ length: start.length - 1 }, (_, owner) => [...rows.subarray(start[owner], start[owner + 1])]);
}

describe('Relations', () => {
  it('refuses places that are not in order of their ids, or twice the same', () => {
    expect(() => relationsOf(0, { ...shared, place: { b: {}, a: {} } })).toThrow(
      'the place list is not in order of ids',
    );
    const instances = smallInstances(shared);
    const place = instances.shared.get('place')?.[0] as NonNullable<ReturnType<Relations['list']>[number]>;
    const twice = { ...instances, shared: new Map([...instances.shared, ['place', [place, place]]]) };
    expect(() => new Relations(model, twice, 0)).toThrow('the place list is not in order of ids');
  });

  it('refuses measures out of order too, but only in the alternative that has them', () => {
    const own = { good: {}, bad: { measure: { m2: {}, m1: {} } } };
    expect(() => relationsOf(0, shared, own)).not.toThrow();
    expect(() => relationsOf(1, shared, own)).toThrow('the measure list is not in order of ids');
  });

  it('orders ids by code unit, as no locale does: Z before a, ö last', () => {
    expect(() => relationsOf(0, { place: { Z: {}, a: {}, ö: {} } })).not.toThrow();
    expect(() => relationsOf(0, { place: { a: {}, Z: {} } })).toThrow('not in order');
  });

  it('finds what each shop belongs to, and −1 for one that belongs to no place', () => {
    expect([...relationsOf().path('shop', ['place'])]).toEqual([1, 0, 1, -1]);
  });

  it('follows several steps, and gives −1 wherever one of them is missing', () => {
    // m1 is hosted by s3 in b; m2 has no host; m3’s host is a van without a place.
    expect([...relationsOf().path('tranche', ['measure', 'host', 'place'])]).toEqual([1, -1, -1]);
  });

  it('finds each thing itself by no steps at all', () => {
    expect([...relationsOf().path('shop', [])]).toEqual([0, 1, 2, 3]);
  });

  it('gathers for each place its shops in order of their ids, and none for an empty place', () => {
    expect(gathered(relationsOf(), 'shop', ['place'])).toEqual([[1], [0, 2], []]);
  });

  it('gathers over several steps, without those for whom a step is missing', () => {
    expect(gathered(relationsOf(), 'tranche', ['measure', 'host', 'place'])).toEqual([[], [0], []]);
    expect(gathered(relationsOf(), 'measure', ['host'])).toEqual([[], [], [0], [2]]);
  });

  it('gathers all there are for the future as a whole', () => {
    expect(gathered(relationsOf(), 'shop', undefined)).toEqual([[0, 1, 2, 3]]);
    expect(gathered(relationsOf(0), 'measure', undefined)).toEqual([[]]);
  });

  it('has nothing to gather in an alternative without measures', () => {
    expect(relationsOf(0).count('measure')).toBe(0);
    expect(gathered(relationsOf(0), 'measure', ['host'])).toEqual([[], [], [], []]);
  });

  it('refuses a place that does not exist, and a role the entity does not have', () => {
    const lost = relationsOf(0, { ...shared, shop: { s: { parents: { place: 'nowhere' } } } });
    expect(() => lost.path('shop', ['place'])).toThrow('there is no place «nowhere»');
    expect(() => relationsOf().path('place', ['shop'])).toThrow('place has no shop');
  });
});
