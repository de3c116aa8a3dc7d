import { geoNamesCredit, type Place } from './place.ts';
import { idOf } from './place-id.ts';

/** Columns of the embedded table of localities. */
export const localityColumns = ['number', 'name', 'municipality', 'lat', 'lon', 'population', 'changed'] as const;

/** The day from which a change of a record means that SCB's population of 2015, or a later one, was entered. */
const enteredFrom = '2017-03-17';

/** A locality of the embedded table. */
export interface Locality extends Place {
  /** GeoNames' number, by which the record can be looked up. */
  readonly number: number;
  /** The day GeoNames' record was last changed. */
  readonly changed: string;
}

/**
 * The localities of the embedded table, from its text.
 *
 * A record that was not changed when SCB's populations of 2015 were entered has a figure of about 2010, and is often part of a
 * larger locality: its population is an assumption.
 */
export function readLocalityTable(text: string): Locality[] {
  const [head, ...lines] = text.trimEnd().split('\n');
  if (head !== localityColumns.join(',')) throw new Error('the table of localities has other columns than expected');
  return lines.map((line) => {
    const [number = '', name = '', municipality = '', lat, lon, population, changed = ''] = line.split(',');
    const entered = changed >= enteredFrom;
    return {
      id: `${idOf(name)}-${number}`,
      name,
      municipality,
      lat: Number(lat),
      lon: Number(lon),
      population: Number(population),
      year: undefined,
      status: entered ? 'found' : 'assumption',
      source: `${geoNamesCredit} ${number}, ${changed}`,
      number: Number(number),
      changed,
    };
  });
}
