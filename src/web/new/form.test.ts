import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blankForm, filledIn, restoredForm } from './form.ts';

const blank = blankForm(2026);

test('what was typed is there again after a reload', () => {
  const form = {
    ...blank,
    name: 'Lillbyn',
    people: filledIn('716', 'GeoNames', false),
    towns: [{ name: 'Staden', people: blank.people, km: blank.around, position: { lat: 57, lon: 16 } }],
    measures: [],
  };
  expect(restoredForm(blank, JSON.parse(JSON.stringify(form)))).toEqual(form);
});

test('whatever else was kept, the form is whole', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (kept) => {
      const form = restoredForm(blank, kept);
      expect(Object.keys(form).toSorted()).toEqual(Object.keys(blank).toSorted());
      expect(form.towns.length).toBeGreaterThan(0);
    }),
  );
});

test('a part of another kind is left out, and the rest is kept', () => {
  expect(
    restoredForm(blank, { name: 7, municipality: 'Eda', shops: 'nine', people: { known: 'maybe', one: '5' } }),
  ).toMatchObject({
    name: '',
    municipality: 'Eda',
    shops: 'one',
    people: { known: 'no', one: '5' },
  });
});
