import { expect, test } from 'vitest';
import { type Answer, blankForm, blankTown, filledIn, unanswered, type VillageForm } from './form.ts';
import { readForm } from './read-form.ts';

const one = (text: string, isAssumed = false): Answer => ({ ...unanswered, known: 'one', one: text, isAssumed });
const town = { ...blankTown, name: 'Staden', people: one('8 000'), km: one('30') };
const lillbyn: VillageForm = { ...blankForm(2026), name: 'Lillbyn', people: one('140'), towns: [town] };
const problemsOf = (form: Partial<VillageForm>) => Object.fromEntries(readForm({ ...lillbyn, ...form }, 'sv').problems);

test('three answers are enough: a name, its people and where they shop otherwise', () => {
  const { village, problems } = readForm(lillbyn, 'sv');
  expect(problems.size).toBe(0);
  expect(village?.people).toEqual({ value: 140, isAssumed: false, source: 'Uppgett på sidan' });
  // Nothing that is not known is written.
  expect(village?.shops).toEqual([{ name: '', given: {} }]);
});

test('per cent become shares, exactly', () => {
  const [first, second] = lillbyn.shop;
  const { village } = readForm({ ...lillbyn, shop: [{ ...first, grossMargin: one('21,7 %') }, second] }, 'sv');
  expect(village?.shops[0]?.given.grossMargin?.value).toBe(0.217); // 21.7 / 100
});

test('a number is found with whoever said it as its source, or an assumption', () => {
  const { village } = readForm({ ...lillbyn, toldBy: 'handlaren', around: one('60', true) }, 'sv');
  expect(village?.people).toMatchObject({ isAssumed: false, source: 'Uppgett av handlaren' });
  expect(village?.around?.people).toMatchObject({ isAssumed: true, source: 'Uppgett av handlaren' });
});

test('a number from the table keeps its source until it is changed', () => {
  const people = filledIn('716', 'GeoNames', false);
  expect(readForm({ ...lillbyn, people }, 'sv').village?.people.source).toBe('GeoNames');
  expect(readForm({ ...lillbyn, people: { ...people, one: '700' } }, 'sv').village?.people.source).toBe(
    'Uppgett på sidan',
  );
});

test('every problem is told at once, each at its field', () => {
  const [first, second] = lillbyn.shop;
  expect(
    problemsOf({
      name: ' ',
      people: one('många'),
      lat: '57,1',
      start: '1890',
      shop: [{ ...first, floorArea: one('0'), grossMargin: one('140') }, second],
      measures: [],
    }),
  ).toMatchObject({
    name: { code: 'missing' },
    people: { code: 'no-number' },
    lon: { code: 'both-coordinates' },
    start: { code: 'too-small' },
    'shops.0.floorArea': { code: 'too-small' },
    'shops.0.grossMargin': { code: 'too-large' },
    measures: { code: 'missing' },
  });
});

test('three numbers out of order are told at the middle one', () => {
  const people: Answer = { ...unanswered, known: 'range', low: '100', likely: '90', high: '120' };
  expect(problemsOf({ people })).toEqual({ 'people.likely': { code: 'disorder' } });
});

test('an island must have its distances stated, and so must a town that nobody knows where it lies', () => {
  const placed = { ...town, km: unanswered, position: { lat: 57, lon: 16 } };
  expect(problemsOf({ towns: [placed], lat: '57,1', lon: '16,2' })).toEqual({});
  expect(problemsOf({ towns: [placed], lat: '57,1', lon: '16,2', island: 'ferry' })).toMatchObject({
    'towns.0.km': { code: 'km-needed', why: 'island' },
  });
  expect(problemsOf({ towns: [placed] })).toMatchObject({ 'towns.0.km': { code: 'km-needed', why: 'no-position' } });
});

test('a name that is too long, or hides signs, is refused and not cut', () => {
  expect(problemsOf({ name: 'x'.repeat(10_000) })).toMatchObject({
    name: { code: 'too-long', length: 10_000, most: 100 },
  });
  expect(problemsOf({ name: 'evil\u202etxt' })).toMatchObject({ name: { code: 'unseen' } });
  expect(problemsOf({ name: '<img src=x>' })).toEqual({});
});

test('what is not asked is not read: the second shop where there is one, any shop where there is none', () => {
  const [first, second] = lillbyn.shop;
  const shop = [first, { ...second, turnover: one('x') }] as const;
  expect(problemsOf({ shop })).toEqual({});
  expect(problemsOf({ shop, shops: 'two' })).toMatchObject({ 'shops.1.turnover': { code: 'no-number' } });
  expect(readForm({ ...lillbyn, shops: 'none' }, 'sv').village?.measures).toEqual([
    'servicepunkt',
    'mobil-service',
    'hemsandning',
    'lantbrevbarare',
    'byvaktmastare',
  ]);
});
