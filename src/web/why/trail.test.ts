import { expect, test } from 'vitest';
import { before, type Trail, trailFrom, walkOn } from './trail.ts';

const [a, b, c] = ['a', 'b', 'c'].map((what) => ({ what })) as [{ what: string }, { what: string }, { what: string }];
const trail = (...figures: readonly { what: string }[]): Trail => ({ figures, open: figures.length - 1 });

test('a figure opened from an explanation goes on from it', () => {
  expect(before(walkOn(trailFrom(a), b, true))).toEqual([a]);
});

test('a figure opened from the page begins anew', () => {
  expect(walkOn(trail(a, b), c, false)).toEqual(trailFrom(c));
});

test('one that was come by is gone back to, and forward from there leads on as before', () => {
  const back = walkOn(trail(a, b, c), a, false);
  expect(before(back)).toEqual([]);
  expect(before(walkOn(back, c, false))).toEqual([a, b]);
});

test('another way from one that was gone back to leaves what was ahead', () => {
  expect(walkOn(walkOn(trail(a, b), a, false), c, true).figures).toEqual([a, c]);
});

test('the same number of another alternative is another figure', () => {
  expect(before(walkOn(trailFrom(a), { what: 'a', alternative: 'ingen' }, true))).toEqual([a]);
});
