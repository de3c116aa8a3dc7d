import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedTree, type Edit, editAt, isSame, knownTree, type Tree, valueAt } from './scenario-tree.ts';

const saved: Tree = {
  places: { fliseryd: { inhabitants: 710, hinterland: { inhabitants: 690, distance: 5 } } },
  shops: { ica: { turnover: { value: 9_000_000 } } },
  alternatives: {
    servicepunkt: { measures: { punkt: { running: [{ amount: 30_000 }, { posts: 0.2, postCost: 350_000 }] } } },
  },
};
const running = 'alternatives.servicepunkt.measures.punkt.running';

describe('a change', () => {
  it('of a value in a map is written where it stands', () => {
    expect(editAt(saved, saved, 'shops.ica.turnover', 8)).toEqual({
      kind: 'change',
      path: 'shops.ica.turnover',
      value: 8,
    });
  });

  it('of a value in a list is written with the whole list, as scenarios that extend another demand', () => {
    expect(editAt(saved, saved, `${running}.1.posts`, 0.5)).toEqual({
      kind: 'change',
      path: running,
      value: [{ amount: 30_000 }, { posts: 0.5, postCost: 350_000 }],
    });
  });

  it('of a second value in the list keeps the first', () => {
    const tried = applied(saved, editAt(saved, saved, `${running}.1.posts`, 0.5));
    expect(editAt(saved, tried, `${running}.0.amount`, 1)).toMatchObject({
      value: [{ amount: 1 }, { posts: 0.5, postCost: 350_000 }],
    });
  });

  it('under a map that the scenario lacks is written with the map, and with what is tried in it already', () => {
    const first = editAt(saved, saved, 'parameters.wageGrowth', 0.03);
    expect(first).toEqual({ kind: 'change', path: 'parameters', value: { wageGrowth: 0.03 } });
    expect(editAt(saved, applied(saved, first), 'parameters.spend', 20_000)).toEqual({
      kind: 'change',
      path: 'parameters',
      value: { wageGrowth: 0.03, spend: 20_000 },
    });
  });

  it('that is taken away under such a map leaves nothing of it', () => {
    const tried = applied(saved, editAt(saved, saved, 'parameters.wageGrowth', 0.03));
    expect(editAt(saved, tried, 'parameters.wageGrowth', undefined)).toEqual({ kind: 'back', path: 'parameters' });
  });

  it('to what is saved is none', () => {
    const tried = applied(saved, editAt(saved, saved, `${running}.1.posts`, 0.5));
    expect(editAt(saved, tried, `${running}.1.posts`, 0.2)).toEqual({ kind: 'back', path: running });
  });

  it('that takes an entry of a list away leaves no gap', () => {
    const tried = applied(saved, editAt(saved, saved, `${running}.2`, { amount: 5 }));
    expect(editAt(saved, tried, `${running}.2`, undefined)).toEqual({ kind: 'back', path: running });
  });

  it('to nothing is null, which removes a value', () => {
    expect(editAt(saved, saved, 'shops.ica.turnover', undefined)).toEqual({
      kind: 'change',
      path: 'shops.ica.turnover',
      value: null,
    });
    const tried = changedTree(saved, [{ path: 'shops.ica.turnover', value: null }]);
    expect(valueAt(tried, 'shops.ica.turnover')).toBeUndefined();
  });

  it('stands afterwards where it was written, whatever it is and wherever', () => {
    const paths = fc.constantFrom(
      'places.fliseryd.inhabitants',
      'places.fliseryd.hinterland.distance',
      'shops.ica.grossMargin',
      'parameters.spend',
      'distances',
      `${running}.0.amount`,
      `${running}.1.posts`,
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(paths, fc.integer())), (edits) => {
        let tried = saved;
        for (const [path, value] of edits) {
          tried = applied(tried, editAt(saved, tried, path, value));
          expect(valueAt(tried, path)).toBe(value);
        }
        expect(valueAt(saved, 'shops.ica.turnover.value')).toBe(9_000_000);
      }),
    );
  });
});

/** As the work takes an edit: one that goes back puts the saved value there. */
function applied(tried: Tree, edit: Edit): Tree {
  return changedTree(tried, [
    { path: edit.path, value: edit.kind === 'change' ? edit.value : valueAt(saved, edit.path) },
  ]);
}

it('names of the program itself are names like others', () => {
  expect(valueAt(saved, 'constructor.name')).toBeUndefined();
  expect(valueAt(changedTree({}, [{ path: '__proto__.polluted', value: 1 }]), 'polluted')).toBeUndefined();
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

it('what is nothing and what is not there are the same', () => {
  expect(isSame({ a: 1, b: null }, { a: 1 })).toBe(true);
  expect(isSame([1, 2], [1])).toBe(false);
});

it('a measure of a single alternative is known under it, one of several under the scenario', () => {
  const tree = knownTree({
    places: [],
    shops: [],
    measures: [
      { key: 'buss', stated: 1, alternatives: ['a', 'b'] },
      { key: 'punkt', stated: 2, alternatives: ['b'] },
    ],
  });
  expect(valueAt(tree, 'measures.buss')).toBe(1);
  expect(valueAt(tree, 'alternatives.b.measures.punkt')).toBe(2);
});
