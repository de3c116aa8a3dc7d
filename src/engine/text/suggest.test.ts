import { expect, test } from 'vitest';
import { nearestName, suggestion } from './suggest.ts';

test.each([
  ['turnovr', 'turnover'],
  ['lable', 'label'],
  ['mk', 'km'],
  ['Place', 'place'],
  ['spending', 'spend'],
  ['inhabitant', 'inhabitants'],
])('%s is taken for %s', (found, meant) => {
  expect(nearestName(found, ['turnover', 'label', 'place', 'spend', 'inhabitants', 'km'])).toBe(meant);
});

test.each(['population', 'id', 'mode', '', 'x'.repeat(200)])('%s is taken for none of them', (found) => {
  expect(nearestName(found, ['turnover', 'label', 'note', 'km'])).toBeUndefined();
});

test('takes the nearest of several', () => {
  expect(nearestName('wages', ['wage', 'wagers', 'waves'])).toBe('wage');
});

test('without a guess it says what there is, at most twelve', () => {
  const names = Array.from({ length: 14 }, (_, index) => `name-${index + 10}`);
  expect(suggestion('other', ['one', 'two'])).toBe('There are one, two');
  expect(suggestion('other', names)).toBe(`There are ${names.slice(0, 12).join(', ')} …`);
  expect(suggestion('other', [])).toBe('There are none');
});

test('what was written is no guess, though it is a name', () => {
  expect(suggestion('shop', ['shop', 'place'])).toBe('There are place');
});
