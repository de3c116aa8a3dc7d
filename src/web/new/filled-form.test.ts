import { expect, test } from 'vitest';
import type { PlacePartsFragment } from '../generated/graphql.ts';
import { filledForm, likelyTowns } from './filled-form.ts';
import { blankForm } from './form.ts';

const place = (name: string, population: number): PlacePartsFragment => ({
  id: name,
  key: name,
  name,
  municipality: 'Mönsterås',
  county: 'Kalmar',
  latitude: 57.13,
  longitude: 16.26,
  population,
  populationStatus: 'found',
  source: 'GeoNames',
});
const fliseryd = place('Fliseryd', 716);
const around = [
  { place: fliseryd, distanceKm: 0 },
  { place: place('Granne', 900), distanceKm: 2 },
  { place: place('Mönsterås', 5000), distanceKm: 13 },
  { place: place('Oskarshamn', 18000), distanceKm: 18 },
  { place: place('Ålem', 900), distanceKm: 20 },
  { place: place('Kalmar', 40000), distanceKm: 45 },
];

test('the towns that draw most are suggested, not the village itself nor what is as good as the same', () => {
  // people / km^1.2: Oskarshamn 561, Kalmar 415, Mönsterås 230, Ålem 25
  expect(likelyTowns(fliseryd, around).map(({ name }) => name)).toEqual(['Oskarshamn', 'Kalmar', 'Mönsterås']);
});

test('a form about a place knows its name, where it lies and who lives there, with their source', () => {
  expect(filledForm(blankForm(2026), fliseryd, around, 'sv')).toMatchObject({
    name: 'Fliseryd',
    municipality: 'Mönsterås',
    lat: '57,13',
    people: { one: '716', from: { source: 'GeoNames' } },
    towns: [{ name: 'Oskarshamn', position: { lat: 57.13 } }, {}, {}],
  });
});
