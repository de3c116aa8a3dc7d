import { expect, test } from 'vitest';
import { numbersIn } from '../words/numbers.ts';
import type { Expression } from './expression.ts';
import { type Explained, type Names, Telling } from './telling.ts';
import { words } from './words.ts';

const number = (key: string, sv: string, given: Partial<Explained> = {}): [string, Explained] => [
  key,
  {
    key,
    variable: key.split('@')[0] ?? '',
    label: { sv, en: sv },
    instance: 'ica',
    instanceLabel: { sv: 'ICA', en: 'ICA' },
    year: 2021,
    isOpening: false,
    ...given,
  } as Explained,
];
const names: Names = {
  numbers: new Map([
    number('cash@ica@2020', 'Kassa', { year: 2020 }),
    number('cash@ica@opening', 'Kassa', { year: null, isOpening: true }),
    number('people@by@2021', 'Invånare', { instance: 'by', instanceLabel: { sv: 'Byn', en: 'The village' } }),
    number('a@ica@2021', 'Uttag'),
    number('tranche_payer_is_municipality@x@static', 'del', { instance: 'ica', year: null }),
  ]),
  entities: new Map(),
  parties: new Map([['municipality', { sv: 'kommunen', en: 'the municipality' }]]),
  tables: new Map(),
  home: { instance: 'ica', year: 2021, isOpening: false },
};
const telling = new Telling(words.sv, 'sv', numbersIn('sv'), names);
const refer = (to: string, previous = false): Expression & { op: 'reference' } => ({
  op: 'reference',
  to,
  variable: to,
  value: 1,
  previous,
});

test('a number is told apart by whose it is and by its year, where these differ from the one explained', () => {
  expect(telling.reference(refer('a@ica@2021'))).toEqual({ label: 'Uttag', apart: [] });
  expect(telling.reference(refer('cash@ica@2020', true))).toEqual({ label: 'Kassa', apart: ['året innan, 2020'] });
  expect(telling.reference(refer('cash@ica@opening', true))).toEqual({ label: 'Kassa', apart: ['före första året'] });
  expect(telling.reference(refer('people@by@2021'))).toEqual({ label: 'Invånare', apart: ['Byn'] });
});

test('truth values are words, 0 is a number, and what is no number says so', () => {
  expect(telling.text({ value: true, unit: 'boolean' })).toBe('ja');
  expect(telling.text({ value: 0, unit: 'SEK' })).toBe('0\u00a0kr');
  expect(telling.text({ value: null, unit: 'SEK' })).toBe(words.sv.noNumber);
  expect(telling.text({ value: Number.POSITIVE_INFINITY, unit: 'SEK' })).toBe(words.sv.noNumber);
});

test('whole öre are written out, other kronor are rounded', () => {
  expect(telling.text({ value: 10295.2, unit: 'SEK/year' })).toBe('10\u202f295,20\u00a0kr/år');
  expect(telling.text({ value: 713907.2686925619, unit: 'SEK' })).toBe('713\u202f907\u00a0kr');
  expect(telling.text({ value: 0.1007, unit: '1' })).toBe('0,1007');
});

test('a part of a formula is named by what it is made of, or by its count where that is long', () => {
  const year: Expression = { op: 'builtin', name: 'step', value: 1, unit: 'year' };
  const product = (part: Expression): Expression => ({ op: 'multiply', value: 1, parts: [part, year] });
  const a = refer('a@ica@2021');
  const sum: Expression = { op: 'add', value: 2, parts: [a, a] };
  expect(telling.phrase(product(a))).toBe('Uttag × Ett år');
  expect(telling.phrase(product(sum))).toBe('(Uttag + Uttag) × Ett år');
  expect(telling.phrase(product({ op: 'add', value: 4, parts: [sum, { op: 'add', value: 2, parts: [a, a] }] }))).toBe(
    'summan av 4 poster × Ett år',
  );
  expect(telling.phrase({ op: 'larger', value: true, parts: [a, { op: 'constant', value: 0 }] })).toBe('Uttag > 0');
});

test('who pays is told in words, though the model has none', () => {
  const [, payer] = [...names.numbers].find(([key]) => key.startsWith('tranche')) ?? [];
  expect(payer && telling.label(payer)).toBe('Betalare: kommunen');
});
