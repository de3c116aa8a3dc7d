import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localities } from '../../src/app/localities.ts';
import { importPlaces } from '../../src/app/places-file.ts';
import type { Place } from '../../src/places/place.ts';
import { findData } from './find-data.ts';

const data = findData();
const file = data === undefined ? join(import.meta.dirname, 'localities-2023.csv') : join(data, 'orter_2023.csv');
const scb: Place[] = [];
const { report, failure } = await importPlaces(
  file,
  { system: 'auto', source: undefined, year: undefined },
  { columns: new Map(), force: false, strict: true },
  (place) => scb.push(place),
);

const alike = (a: number, b: number): boolean => Math.abs(a - b) <= 0.35 * Math.max(a, b);

describe(`SCB’s localities of 2023 (${data === undefined ? 'a sample of 13' : 'the supplied file'})`, () => {
  it('are taken without a single refusal, with their year, municipality and source', () => {
    expect(failure).toBeUndefined();
    expect(report).toMatchObject({ refused: [], warned: [], read: data === undefined ? 13 : 1666 });
    expect(report.taken).toBe(report.read);
    const fliseryd = scb.find(({ name }) => name === 'Fliseryd');
    expect(fliseryd).toMatchObject({ municipality: '0861', population: 710, year: 2023, status: 'found' });
    expect(fliseryd?.source).toMatch(/^SCB.*; coordinates: GeoNames \(CC BY 4.0\)$/);
  });

  it('agree with the embedded table, or the table does not have them', () => {
    const byKey = new Map<string, Place[]>();
    for (const place of scb) {
      const key = `${place.name} ${place.municipality}`;
      byKey.set(key, [...(byKey.get(key) ?? []), place]);
    }
    const names = new Set(scb.map(({ name }) => name));
    const counted = { agree: 0, grown: 0, elsewhere: 0, notThere: 0 };
    for (const place of localities()) {
      const same = byKey.get(`${place.name} ${place.municipality}`);
      if (same === undefined) counted[names.has(place.name) ? 'elsewhere' : 'notThere'] += 1;
      else counted[same.some(({ population }) => alike(population, place.population)) ? 'agree' : 'grown'] += 1;
    }
    if (data === undefined) {
      // Of the sample Fliseryd, Mönsterås and Oskarshamn have 500 inhabitants or more; the table's Hammar is Kristianstad's.
      expect(counted).toMatchObject({ agree: 3, grown: 0, elsewhere: 1 });
    } else {
      // 1 013 + 18 + 4 + 160 = 1 195; docs/places.md tells what the 18, 4 and 160 are.
      expect(counted).toEqual({ agree: 1013, grown: 18, elsewhere: 4, notThere: 160 });
    }
  });
});
