import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { scenarioOfVillage, yamlOf } from './scenario-text.ts';
import type { Given, Village } from './village.ts';

const given = (value: Given['value'], isAssumed = false): Given => ({
  value,
  isAssumed,
  source: 'Uppgett av handlaren',
});
const village: Village = {
  name: 'Lillbyn',
  municipality: undefined,
  position: undefined,
  isIslandWithoutLink: false,
  start: 2026,
  people: given(140),
  around: undefined,
  towns: [{ name: 'Staden', people: given(8000), position: undefined, km: given(30) }],
  shops: [{ name: 'Lanthandeln', given: { turnover: given({ low: 5e6, likely: 6e6, high: 7e6 }, true) } }],
  host: 0,
  successor: 'unknown',
  measures: ['servicepunkt', 'serviceavtal', 'mobil-service', 'hemsandning'],
  servicePoint: { investment: 100_000, running: 30_000, posts: 0.2 },
  toldBy: 'Uppgett av handlaren',
};

test('only what was answered is written, each number with how it is known', () => {
  const { scenario } = scenarioOfVillage(village, 'lillbyn');
  expect(scenario).toMatchObject({
    places: { byn: { label: 'Lillbyn', inhabitants: { value: 140, status: 'found', source: 'Uppgett av handlaren' } } },
    towns: { staden: { label: 'Staden', inhabitants: { value: 8000 } } },
    distances: [{ between: ['byn', 'staden'], km: 30, status: 'found', source: 'Uppgett av handlaren' }],
    shops: {
      butiken: {
        label: 'Lanthandeln',
        place: 'byn',
        turnover: { low: 5e6, likely: 6e6, high: 7e6, status: 'assumption', source: 'Uppgett av handlaren' },
      },
    },
  });
  expect(Object.keys((scenario['shops'] as { butiken: object }).butiken)).toEqual(['label', 'place', 'turnover']);
});

test('a village with a shop is compared by four measures and the same money, against none', () => {
  const { scenario } = scenarioOfVillage(village, 'lillbyn');
  expect(Object.keys(scenario['alternatives'] as object)).toEqual([
    'ingen',
    'servicepunkt',
    'serviceavtal',
    'mobil-service',
    'hemsandning',
  ]);
  expect(scenario['sameMoney']).toEqual({ as: 'servicepunkt', shop: 'butiken' });
  expect(scenario['calculations']).toMatchObject({ kalkyl: { alternative: 'servicepunkt', measure: 'servicepunkt' } });
});

test('without a shop nothing has a host, and there is no shop to give the same money to', () => {
  const { scenario } = scenarioOfVillage(
    { ...village, shops: [], measures: ['servicepunkt', 'lantbrevbarare'] },
    'lillbyn',
  );
  expect(scenario).not.toHaveProperty('shops');
  expect(scenario).not.toHaveProperty('sameMoney');
  expect(scenario).toMatchObject({
    alternatives: { servicepunkt: { measures: { servicepunkt: { place: 'byn', hostKind: 'hall' } } } },
  });
});

test('the second of two shops may be the host', () => {
  const shops = [...village.shops, { name: '', given: {} }];
  expect(scenarioOfVillage({ ...village, shops, host: 1 }, 'lillbyn').scenario).toMatchObject({
    shops: { butiken: {}, 'butik-2': { label: { sv: 'Butiken' } } },
    alternatives: { serviceavtal: { measures: { serviceavtal: { host: 'butik-2' } } } },
    sameMoney: { shop: 'butik-2' },
  });
});

test('a shop on an island without a fixed link says so, for the rules of support ask', () => {
  expect(scenarioOfVillage({ ...village, isIslandWithoutLink: true }, 'on').scenario).toMatchObject({
    shops: { butiken: { onIsland: true } },
  });
});

test('where nobody takes over, the chance of a successor is none', () => {
  expect(scenarioOfVillage({ ...village, successor: 'no' }, 'x').scenario).toMatchObject({
    parameters: { successionBase: { value: 0 }, successionSlope: { value: 0 } },
  });
});

test('towns of one name, or named as the village’s own things, have ids of their own', () => {
  const towns = ['Byn', 'Byn!', '', 'constructor'].map((name) => ({ ...village.towns[0]!, name }));
  expect(Object.keys(scenarioOfVillage({ ...village, towns }, 'x').scenario['towns'] as object)).toEqual([
    'byn-2',
    'byn-3',
    'orten',
    'orten-2',
  ]);
});

test('any name comes out of the text as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }), async (name) => {
      const { scenario } = scenarioOfVillage({ ...village, name }, 'x');
      expect(parse(await yamlOf(scenario))).toEqual(JSON.parse(JSON.stringify(scenario)));
    }),
  );
});

test('each value knows the field it comes from', () => {
  const { fieldOf, townField } = scenarioOfVillage(village, 'x');
  expect(fieldOf.get('shops.butiken.turnover')).toBe('shops.0.turnover');
  expect(fieldOf.get('towns.staden.inhabitants')).toBe('towns.0.people');
  expect(townField.get('staden')).toBe('towns.0.km');
});
