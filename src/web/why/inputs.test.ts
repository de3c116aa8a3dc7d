import { expect, test } from 'vitest';
import { groupInputs, rangeOf } from './inputs.ts';
import type { Explained } from './telling.ts';

const input = (key: string, givenBy: Explained['givenBy'], status: Explained['status'], instance = 'ica'): Explained =>
  ({ key, givenBy, status, instance }) as Explained;
const keys = (inputs: readonly Explained[]): string => inputs.map(({ key }) => key).join(' ');

test('inputs are parted by who gave them; what nobody knows is not among what the model has from a source', () => {
  const groups = groupInputs([
    input('a', 'default', 'assumption'),
    input('b', 'scenario', 'assumption'),
    input('c', 'default', 'found'),
    input('d', 'program', 'derived'),
    input('e', 'default', null),
  ]);
  expect([groups.byYou, groups.unknown, groups.byModel, groups.filledIn].map(keys)).toEqual(['b', 'a', 'c e', 'd']);
});

test('what belongs to a place or a shop stands before what is the same for all', () => {
  expect(
    keys(groupInputs([input('a', 'default', 'assumption', ''), input('b', 'default', 'assumption')]).unknown),
  ).toBe('b a');
});

test('an uncertain input has a range, one number has none', () => {
  expect(rangeOf({ low: 2, likely: 5, high: 10 })).toEqual({ low: 2, high: 10 });
  expect(rangeOf(5)).toBeUndefined();
  expect(rangeOf(null)).toBeUndefined();
});
