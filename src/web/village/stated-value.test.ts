import { expect, it } from 'vitest';
import { likelyNumber, readStated } from './stated-value.ts';

it('reads a number alone, or with its source', () => {
  expect(readStated(710).shape).toEqual({ kind: 'number', value: 710 });
  expect(readStated({ value: 710, status: 'found', source: 'SCB', secret: true })).toEqual({
    shape: { kind: 'number', value: 710 },
    told: { status: 'found', source: 'SCB', note: undefined, priceYear: undefined, secret: true },
  });
});

it('reads low, likely and high, and a uniform distribution by its middle where no likely value is told', () => {
  expect(readStated({ low: 1, likely: 2, high: 4 }).shape).toEqual({
    kind: 'range',
    range: { low: 1, likely: 2, high: 4 },
    curve: 'pert',
  });
  // (0 + 12) / 2 = 6
  expect(likelyNumber(readStated({ distribution: 'uniform', low: 0, high: 12 }).shape)).toBe(6);
});

it('takes what says nothing as nothing', () => {
  for (const nothing of [undefined, null, 'unknown', {}, []])
    expect(readStated(nothing).shape).toEqual({ kind: 'none' });
});

it('leaves a series by year and other distributions to the file', () => {
  for (const other of [{ byYear: { 2014: 3 } }, { distribution: 'normal', mean: 1, sd: 2 }])
    expect(readStated(other).shape).toEqual({ kind: 'other' });
});

it('reads a distance by its kilometres', () => {
  expect(readStated({ between: ['a', 'b'], km: 17 }, 'km').shape).toEqual({ kind: 'number', value: 17 });
});

it('does not take a status that nobody knows for one', () => {
  expect(readStated({ value: 1, status: 'constructor' }).told.status).toBeUndefined();
});
