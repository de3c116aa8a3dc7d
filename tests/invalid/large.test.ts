import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { loadModel } from '../../src/app/load-model.ts';
import { readScenario } from '../../src/engine/scenario/index.ts';
import { messagesFor, village } from './own-scenario.ts';

const text = stringify(village());

test('a megabyte of parentheses in a text is a text that is too long', () => {
  expect(messagesFor({ ...village(), about: '('.repeat(1_000_000) })).toEqual([
    'x.yaml:20: about: The text is too long (found 1000000 characters; allowed at most 5000 characters)',
  ]);
});

test('a megabyte of brackets is refused before it is read', () => {
  expect(messagesFor(`${text}about: ${'['.repeat(1_000_000)}`)).toEqual([
    'x.yaml: Lists and maps are nested too deeply (allowed at most 40 levels)',
  ]);
});

test.each([
  ['lists in brackets', `x: ${'['.repeat(100)}${']'.repeat(100)}\n`],
  ['maps in brackets', `x: ${'{ a: '.repeat(100)}1${' }'.repeat(100)}\n`],
  ['lists by dashes', `x:\n  ${'- '.repeat(5000)}1\n`],
  ['maps by indentation', `${Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')}`],
  ['maps by question marks', `x:\n  ${'? '.repeat(5000)}1\n`],
  [
    'maps indented so deep that the parser gives up',
    `${Array.from({ length: 2500 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')}`,
  ],
])('%s within each other are too deep', (_, deep) => {
  expect(messagesFor(deep)).toEqual(['x.yaml: Lists and maps are nested too deeply (allowed at most 40 levels)']);
});

test('brackets in a text do not nest', () => {
  expect(messagesFor({ ...village(), about: `A list of signs: ${'['.repeat(60)}` })).toEqual([]);
});

test('aliases that double at every step are not followed', () => {
  const bomb = Array.from({ length: 30 }, (_, step) => {
    const inside = step === 0 ? '"ha"' : Array.from({ length: 9 }, () => `*a${step - 1}`).join(', ');
    return `a${step}: &a${step} [${inside}]\n`;
  }).join('');
  expect(messagesFor(bomb)).toEqual([
    'x.yaml: The aliases (*) of the file repeat each other too often. Write out what they repeat',
  ]);
});

test('an alias inside what it repeats has no end', () => {
  expect(messagesFor(`${text}about: &a [*a]\n`)).toEqual([
    'x.yaml: Lists and maps are nested too deeply (allowed at most 40 levels)',
  ]);
});

test('few aliases of a long list are more values than may be', () => {
  const long = `long: &long [${Array.from({ length: 60_000 }, () => '1').join(',')}]\n`;
  const many = `many:\n${Array.from({ length: 90 }, () => '  - *long\n').join('')}`;
  expect(messagesFor(long + many)).toEqual([
    'x.yaml: The file holds too many values (allowed at most 4000000, what aliases repeat included)',
  ]);
});

test('a file of more than four million characters is not read', () => {
  expect(messagesFor(`${text}# ${'x'.repeat(4_000_000)}\n`)).toEqual([
    `x.yaml: The file is too large (found ${text.length + 4_000_003} characters; allowed at most 4000000)`,
  ]);
});

test('a very long key is shown cut', () => {
  expect(messagesFor({ ...village(), ['k'.repeat(900)]: 1 })).toEqual([
    `x.yaml:20: ${'k'.repeat(59)}…: «${'k'.repeat(59)}…» is not known here. There are $schema, formulaFiles, extends, id, label, about, start, years, seed, detour, reach, parameters …`,
  ]);
});

test('a key longer than YAML allows is said to be so', () => {
  expect(messagesFor(`${text}${'k'.repeat(100_000)}: 1\n`)).toEqual([
    'x.yaml:20: This is not valid YAML: a name has more than 1024 characters',
  ]);
});

test('a hundred thousand names are compared with each other in no time', () => {
  const keys = Array.from({ length: 100_000 }, (_, index) => `k${index}: 1\n`).join('');
  const messages = messagesFor(`${text}${keys}k7: 2\n`);
  expect(messages).toEqual(['x.yaml:100020: The name «k7» stands twice in one map, first in line 27']);
});

test('of very many problems two hundred are listed', () => {
  const shops = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`s${index}`, { place: `p${index}` }]));
  const messages = messagesFor({ ...village(), shops });
  expect(messages).toHaveLength(201);
  expect(messages[0]).toBe('x.yaml:18: shops.s0.place: There is no place «p0». There are byn');
  expect(messages[200]).toBe('x.yaml: There are more problems. Mend those above first');
});

test('of very many problems of form two hundred are listed', () => {
  const messages = messagesFor({
    ...village(),
    samples: { parameters: ['spend'], rows: Array.from({ length: 5000 }, () => ['x']) },
  });
  expect(messages).toHaveLength(201);
  expect(messages[0]).toBe('x.yaml:24: samples.rows[0][0]: This is of the wrong type (found «x»; allowed a number)');
});

test('a list longer than allowed is refused', () => {
  const rows = `samples:\n  parameters: [spend]\n  rows: [${Array.from({ length: 100_001 }, () => '[1]').join(',')}]\n`;
  expect(messagesFor(text + rows)).toEqual([
    'x.yaml:22: samples.rows: The list is too long (found 100001 items; allowed a list of 1 to 100000 items)',
  ]);
});

test('more pairs of places and shops than can be looked through are refused', () => {
  const many = (prefix: string, entry: string): string =>
    Array.from({ length: 8000 }, (_, index) => `  ${prefix}${index}: ${entry}\n`).join('');
  const scenario = `id: many\nlabel: Many\nstart: 2014\nseed: many\nplaces:\n${many('p', '{ inhabitants: 1 }')}shops:\n${many('s', '{ place: p1 }')}`;
  expect(messagesFor(scenario)).toEqual([
    'x.yaml:5: places: There are too many places, shops and towns for one scenario (found 64000000 pairs of a place and a shop or town; allowed at most 50000000)',
  ]);
});

test('a hundred thousand missing distances are not all looked for', () => {
  const towns = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`t${index}`, { inhabitants: 1000 }]));
  expect(messagesFor({ ...village(), towns, distances: [] })).toHaveLength(201);
});

test('no more than ten scenarios extend one another', () => {
  const chain = (name: string): { file: string; text: string } => ({
    file: name,
    text: `extends: "${Number(name) + 1}"\n`,
  });
  expect(() => readScenario(loadModel(), '0', 'extends: "1"\n', chain)).toThrow(
    '9:1: extends: More than 10 scenarios extend one another',
  );
});
