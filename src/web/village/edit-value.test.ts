import { expect, it } from 'vitest';
import { saidOf, withNumber, withRange, withSaid, withSecret } from './edit-value.ts';
import { readStated } from './stated-value.ts';

const own = { status: 'assumption', source: 'Eget värde' } as const;

it('a new number is no longer what the old source found, but its note, price year and secrecy stay', () => {
  const before = { value: 9_000_000, status: 'found', source: 'Bokslut', note: 'Fråga', priceYear: 2011, secret: true };
  expect(withNumber(before, 8_000_000, 'stated', own)).toEqual({
    value: 8_000_000,
    status: 'assumption',
    source: 'Eget värde',
    note: 'Fråga',
    priceYear: 2011,
    secret: true,
  });
});

it('a number takes the place of three, and three of a number', () => {
  expect(withNumber({ low: 1, likely: 2, high: 3, secret: true }, 2, 'stated', own)).toEqual({
    value: 2,
    secret: true,
    ...own,
  });
  expect(withRange(2, { low: 1, likely: 2, high: 3 }, own)).toEqual({ low: 1, likely: 2, high: 3, ...own });
});

it('three numbers keep the curve they had', () => {
  expect(withRange({ distribution: 'uniform', low: 0, high: 12 }, { low: 2, likely: 6, high: 12 }, own)).toEqual({
    distribution: 'uniform',
    low: 2,
    likely: 6,
    high: 12,
    ...own,
  });
});

it('a number that may stand only alone stands alone, and a distance keeps its ends', () => {
  expect(withNumber(0.2, 0.5, 'plain', own)).toBe(0.5);
  expect(
    withNumber({ between: ['a', 'b'], km: 17, source: 'Handlingar', status: 'found' }, 18, { entry: 'km' }, own),
  ).toEqual({
    between: ['a', 'b'],
    km: 18,
    ...own,
  });
});

it('secrecy is marked on a plain number too, and taken away again', () => {
  const hidden = withSecret(5, 'stated', true);
  expect(hidden).toEqual({ value: 5, secret: true });
  expect(withSecret(hidden, 'stated', false)).toEqual({ value: 5 });
});

it('an empty source is not written', () => {
  expect(withSaid({ value: 5, source: 'x' }, 'stated', { status: 'found', source: ' ' })).toEqual({
    value: 5,
    status: 'found',
  });
});

it('what somebody said of their own number holds for the next they write; what the file said does not', () => {
  const { told } = readStated({ value: 1, status: 'found', source: 'Bokslut 2013' });
  expect(saidOf(told, true, 'Eget värde')).toEqual({ status: 'found', source: 'Bokslut 2013' });
  expect(saidOf(told, false, 'Eget värde')).toEqual(own);
});
