import { describe, expect, it } from 'vitest';
import { geoNamesRows } from '../../scripts/localities/geonames-rows.ts';
import { keepLocalities } from '../../scripts/localities/keep-localities.ts';
import { localities, municipalities } from '../../src/app/localities.ts';
import { countyCodeOf } from '../../src/places/counties.ts';
import { isNearSweden } from '../../src/places/outline-of-sweden.ts';

const table = localities();
const named = (name: string): string[] =>
  table.filter((each) => each.name === name).map(({ municipality, population }) => `${municipality} ${population}`);

describe('the table of Swedish localities', () => {
  it('has no hamlet with the people of a namesake: Viken in Skellefteå, Björkvik in Storuman', () => {
    expect(named('Viken')).toEqual(['1284 4489']); // Höganäs; the other had 3 753
    expect(named('Björkvik')).toEqual([]); // the real one, in Katrineholm, has fewer than 500
    expect(named('Södra Sandby')).toEqual(['1281 6306']); // Lund; the other, in Mörbylånga, had 5 941
    expect(named('Tomtebo')).toEqual([]); // Hedemora's had the people of a part of Umeå
  });

  it('has a locality with two records in a county once', () => {
    expect(named('Alunda')).toEqual(['0382 2506']);
    expect(named('Nykvarn')).toEqual(['0140 7327']);
    expect(named('Hestra')).toEqual(['0662 1327']);
  });

  it('keeps two localities that share a name in one county: Ersmark in Skellefteå and in Umeå', () => {
    expect(named('Ersmark').sort()).toEqual(['2480 1650', '2482 875']);
  });

  it('keeps real villages, also those GeoNames calls parts of a town or puts in the wrong municipality', () => {
    for (const [name, place] of [
      ['Fliseryd', '0861 716'],
      ['Älmsta', '0188 1376'],
      ['Åre', '2321 2768'],
      ['Alsike', '0330 3833'],
      ['Glommen', '1382 1082'],
    ] as const)
      expect(named(name), name).toEqual([place]);
  });

  it('counts every place to a municipality and county that exist, and places it in Sweden', () => {
    for (const place of table) {
      expect(municipalities().nameOf(place.municipality), place.name).toBeDefined();
      expect(countyCodeOf(place.municipality), place.name).toBeDefined();
      expect(isNearSweden(place), place.name).toBe(true);
      expect(place.population).toBeGreaterThanOrEqual(500);
    }
    expect([...municipalities().entries()]).toHaveLength(290);
  });

  it('gives every place an id of its own that a scenario takes', () => {
    expect(new Set(table.map(({ id }) => id)).size).toBe(table.length);
    for (const { id } of table) expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,59}$/);
  });

  it('calls a figure from before the populations of 2015 an assumption, and names GeoNames in every source', () => {
    const duved = table.find(({ name }) => name === 'Duved');
    expect(duved).toMatchObject({ changed: '2012-01-17', status: 'assumption' });
    expect(table.find(({ name }) => name === 'Fliseryd')?.status).toBe('found');
    expect(table.every(({ source }) => source.startsWith('GeoNames (CC BY 4.0)'))).toBe(true);
  });

  it('accounts for every row it is made from: 1 315 = 1 195 kept + 120 left out', () => {
    const rows = geoNamesRows();
    const { kept, dropped } = keepLocalities(rows);
    const left = [...dropped.values()].reduce((sum, each) => sum + each.length, 0);
    expect(kept.length + left).toBe(rows.length);
    expect(kept).toHaveLength(table.length);
    // 60 + 22 + 12 + 21 + 4 + 1 = 120
    expect(Object.fromEntries([...dropped].map(([rule, each]) => [rule, each.length]))).toEqual({
      namesakeGhost: 60,
      doubleInCounty: 22,
      loneGhost: 12,
      partOfTown: 21,
      fewerThan500: 4,
      unknownMunicipality: 1,
    });
  });
});

describe('the rules by which localities are kept', () => {
  const row = (number: number, municipality: string, population: number, changed: string) => ({
    number,
    name: 'Ort',
    lat: '60',
    lon: '15',
    feature: 'PPL',
    municipality,
    population,
    changed,
  });
  const keep = (...rows: ReturnType<typeof row>[]): number[] => keepLocalities(rows).kept.map(({ number }) => number);

  it('hold the record real that got its population of 2015, whatever its number', () => {
    expect(keep(row(1, '0861', 1000, '2017-03-18'), row(2, '2482', 900, '2012-01-17'))).toEqual([1]);
  });

  it('hold the later record real when neither got one', () => {
    expect(keep(row(1, '0861', 1000, '2012-01-17'), row(2, '2482', 900, '2018-12-04'))).toEqual([2]);
  });

  it('keep namesakes in different counties whose populations differ by more than 35 %', () => {
    expect(keep(row(1, '0861', 1000, '2012-01-17'), row(2, '2482', 649, '2017-03-18'))).toEqual([1, 2]);
    expect(keep(row(1, '0861', 1000, '2012-01-17'), row(2, '2482', 650, '2017-03-18'))).toEqual([2]);
  });
});
