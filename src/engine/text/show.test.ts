import { expect, test } from 'vitest';
import { shorten, show } from './show.ts';

test.each<[unknown, string]>([
  [5, '5'],
  [Number.NaN, 'NaN'],
  [Number.NEGATIVE_INFINITY, '-Infinity'],
  [true, 'true'],
  ['a', '«a»'],
  ['', 'an empty text'],
  [null, 'nothing'],
  [undefined, 'nothing'],
  [{}, '{}'],
  [[], '[]'],
  [{ low: 1, likely: Number.NaN, note: 'x' }, '{ low: 1, likely: NaN, note: x }'],
  [[1, [2, { a: null }]], '[1, [2, { a: null }]]'],
])('%o is shown as %s', (value, text) => {
  expect(show(value)).toBe(text);
});

test('what is long is cut after sixty characters', () => {
  expect(show('x'.repeat(1000))).toBe(`«${'x'.repeat(59)}…»`);
  expect(show(Array.from({ length: 1_000_000 }, () => 1))).toBe(`[${'1, '.repeat(19)}1…`);
  expect(show({ a: { b: 'x'.repeat(1_000_000) } })).toHaveLength(60);
  expect(shorten('å'.repeat(60))).toBe('å'.repeat(60));
});

test('a sign of two code units is never cut in half', () => {
  expect(shorten('🏪'.repeat(100))).toBe(`${'🏪'.repeat(59)}…`);
});

test('a text of several lines is shown on one, without signs that turn its direction', () => {
  expect(show('a\nb\u2028c\u202Ed\u0000e')).toBe('«a b c d e»');
});
