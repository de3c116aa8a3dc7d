import { expect, it } from 'vitest';
import { anything } from './allowed.ts';
import { type DifferenceWords, differencesOf, type NamedField } from './changes-in-words.ts';
import type { Tree } from './scenario-tree.ts';

const words: DifferenceWords = {
  unknown: 'vet ej',
  removed: 'borttaget',
  secret: 'hemligt',
  open: 'öppet',
  sourceOf: (source) => `källa: ${source}`,
};
const field = (id: string, sv: string, more: Partial<NamedField> = {}): NamedField => ({
  id,
  paths: [id],
  name: id,
  label: { sv, en: sv },
  unit: 'SEK/year',
  isPercent: false,
  isYesNo: false,
  allowed: anything,
  form: 'stated',
  isRequired: false,
  ...more,
});
const saved: Tree = {
  shops: { ica: { turnover: { value: 9_000_000, status: 'assumption' } } },
  m: { running: [{ amount: 30_000 }, { label: '0,2', posts: 0.2 }] },
};
const fields = new Map(
  [
    field('shops.ica.turnover', 'Omsättning', { of: { sv: 'ICA', en: 'ICA' } }),
    field('shops.ica.grossMargin', 'Marginal', { unit: '1', isPercent: true }),
    field('m.running.1.posts', 'Bemanning', { unit: 'post', form: 'plain' }),
  ].map((each) => [each.id, each]),
);
const told = (path: string, value: unknown) => differencesOf(saved, { path, value }, fields, 'sv', words);

it('a value is told before and after, with what it belongs to', () => {
  expect(told('shops.ica.turnover', { value: 8_500_000 })).toEqual([
    {
      path: 'shops.ica.turnover',
      label: 'Omsättning, ICA',
      before: '9\u202f000\u202f000\u00a0kr/år',
      after: '8\u202f500\u202f000\u00a0kr/år',
    },
  ]);
});

it('of a list only the number that differs is told, and not the name that follows it', () => {
  expect(told('m.running', [{ amount: 30_000 }, { label: '0,5', posts: 0.5 }])).toEqual([
    { path: 'm.running.1.posts', label: 'Bemanning', before: '0,2\u00a0tjänster', after: '0,5\u00a0tjänster' },
  ]);
});

it('what nobody knew becomes three numbers, and the other way', () => {
  expect(told('shops.ica.grossMargin', { low: 0.18, likely: 0.22, high: 0.26 })[0]).toMatchObject({
    before: 'vet ej',
    after: '18–26\u00a0%, troligen\u00a022',
  });
  expect(told('shops.ica.turnover', null)[0]).toMatchObject({ after: 'vet ej' });
});

it('a value that is only kept secret says so', () => {
  expect(told('shops.ica.turnover', { value: 9_000_000, status: 'assumption', secret: true })[0]).toMatchObject({
    before: 'öppet',
    after: 'hemligt',
  });
});

it('what nobody has a name for is told by its path', () => {
  expect(told('extra.thing', 5)[0]).toMatchObject({ label: 'extra.thing', before: 'vet ej', after: '5' });
});
