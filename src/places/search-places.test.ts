import { describe, expect, it } from 'vitest';
import type { Place } from './place.ts';
import { nearNames, searchPlaces } from './search-places.ts';

const place = (id: string, name: string, municipality: string, population: number): Place => ({
  id,
  name,
  municipality,
  lat: 58,
  lon: 15,
  population,
  year: undefined,
  status: 'found',
  source: 'a list',
});
const places = [
  place('ora-1', 'Öra', '0861', 600),
  place('ora-2', 'Ora', '0861', 500),
  place('oraker-3', 'Öraker', '2482', 5000),
  place('stora-4', 'Stora', '0880', 9000),
];
const ids = (text: string, filter = {}): string[] => searchPlaces(places, text, filter).map(({ id }) => id);

describe('searching for a place', () => {
  it('puts the name as it is written first, then without marks, then beginnings, then parts', () => {
    expect(ids('Öra')).toEqual(['ora-1', 'ora-2', 'oraker-3', 'stora-4']);
    expect(ids('ora')).toEqual(['ora-2', 'ora-1', 'oraker-3', 'stora-4']);
  });

  it('finds a name typed as letters with marks apart', () => {
    expect(ids('O\u0308raker')).toEqual(['oraker-3']);
  });

  it('finds a place by its number', () => {
    expect(ids('4')).toEqual(['stora-4']);
  });

  it('keeps to the county, municipality and size asked for', () => {
    expect(ids('ora', { county: '08' })).toEqual(['ora-2', 'ora-1', 'stora-4']);
    expect(ids('', { municipality: '0861', min: 600 })).toEqual(['ora-1']);
    expect(ids('', { max: 599 })).toEqual(['ora-2']);
  });

  it('suggests names near to what was written, and nothing for what is like no name', () => {
    expect(nearNames(places, 'orakar')).toEqual(['Öraker']);
    expect(nearNames(places, 'xyzxyzxyz')).toEqual([]);
  });
});
