import type { Coordinates } from '../engine/geography/index.ts';
import type { ColumnKind, ColumnMap } from './columns.ts';
import { ImportIssues } from './import-issues.ts';
import { type ImportRow, RowRefused, takenRow } from './import-row.ts';
import type { Municipalities } from './municipalities.ts';
import { PointIndex } from './nearest-places.ts';
import { geoNamesCredit, type Place, type PlaceStatus } from './place.ts';
import { foldName, idOf } from './place-id.ts';
import { type CoordinateSystem, isMetres, readCoordinates } from './read-coordinates.ts';
import { readNumber } from './read-number.ts';

/** Columns of a register of places. */
export const placeColumnKinds: readonly ColumnKind[] = [
  { field: 'id', headings: ['id', 'tatortskod', 'ortkod', 'localitycode', 'kod', 'code'] },
  {
    field: 'name',
    headings: ['name', 'namn', 'tatort', 'tatortsnamn', 'smaort', 'ortnamn', 'ort', 'locality'],
    required: true,
  },
  { field: 'municipality', headings: ['kommunkod', 'municipalitycode', 'municipality', 'kommunnr', 'kommun'] },
  {
    field: 'lat',
    headings: ['lat', 'latitude', 'latitud', 'north', 'northing', 'nord', 'norr', 'swerefn', 'n'],
    required: true,
  },
  {
    field: 'lon',
    headings: ['lon', 'long', 'lng', 'longitude', 'longitud', 'east', 'easting', 'ost', 'oster', 'swerefe', 'e'],
    required: true,
  },
  {
    field: 'population',
    headings: ['population', 'pop', 'folkmangd', 'befolkning', 'invanare', 'inhabitants', 'antalinvanare'],
    required: true,
  },
  { field: 'year', headings: ['year', 'ar'] },
  { field: 'status', headings: ['status'] },
  { field: 'source', headings: ['source', 'kalla', 'kallapop', 'populationsource'] },
  { field: 'coordinateSource', headings: ['coordinatesource', 'kallakoord', 'kallakoordinater'] },
];

/** No Swedish locality is near this: Stockholm has 1.65 million. */
const mostInhabitants = 3_000_000;

/** Two places of one name nearer than this are one, km. */
const samePlaceKm = 1;

/** What the planner says of the whole file. */
export interface PlaceImportOptions {
  readonly system: CoordinateSystem;
  /** Who says so, for rows that do not tell; without it their population is an assumption. */
  readonly source: string | undefined;
  readonly year: number | undefined;
}

/**
 * Turns the rows of a register into places, one by one, and notes why others are refused.
 *
 * Keeps of what it has seen only what finds doubles: ids, and names with their coordinates.
 */
export class PlaceImporter {
  readonly refused = new ImportIssues();
  readonly warned = new ImportIssues();
  /** Rows whose coordinates were converted from SWEREF 99 TM. */
  converted = 0;
  private readonly options: PlaceImportOptions;
  private readonly municipalities: Municipalities;
  private readonly year: number | undefined;
  private readonly ids = new Set<string>();
  /** Most names stand once in a register: only those that return get an index. */
  private readonly named = new Map<string, Coordinates | PointIndex<Coordinates>>();

  constructor(columns: ColumnMap, municipalities: Municipalities, options: PlaceImportOptions) {
    this.options = options;
    this.municipalities = municipalities;
    this.year = options.year ?? columns.years.get('population');
  }

  /** The place of a row, or undefined when it is refused. */
  take(row: ImportRow): Place | undefined {
    return takenRow(row, this.refused, (each) => this.read(each));
  }

  private read(row: ImportRow): Place {
    const name = row.text('name');
    if (name === '') throw new RowRefused('name-missing', '');
    const municipality = this.municipalityOf(row);
    const point = coordinatesOf(row, this.options.system);
    const population = wholeNumber(row, 'population', mostInhabitants);
    if (population === undefined) throw new RowRefused('population-missing', '');
    const year = wholeNumber(row, 'year', 2200) ?? this.year;
    const { status, source } = provenanceOf(row, this.options.source);
    const id = row.has('id') ? idOf(row.text('id')) : idOf(municipality === '' ? name : `${name}-${municipality}`);
    if (id === '') throw new RowRefused('id-missing', row.cell('id'));
    if (this.ids.has(id)) throw new RowRefused('id-double', id);
    // Last, so that a row refused for another reason is no double of a later one.
    if (this.isDouble(foldName(name), point)) throw new RowRefused('place-double', name);
    this.ids.add(id);
    if (isMetres(readNumber(row.cell('lat')) ?? 0, readNumber(row.cell('lon')) ?? 0)) this.converted += 1;
    if (municipality === '') this.warned.add('municipality-missing', row.line, name);
    return { id, name, municipality, ...point, population, year, status, source };
  }

  /** Whether a place of this name has been seen so near; it is remembered otherwise. */
  private isDouble(name: string, point: Coordinates): boolean {
    const seen = this.named.get(name);
    if (seen === undefined) {
      this.named.set(name, point);
      return false;
    }
    const index = seen instanceof PointIndex ? seen : new PointIndex([seen]);
    if (index.within(point, samePlaceKm).length > 0) return true;
    index.add(point);
    this.named.set(name, index);
    return false;
  }

  private municipalityOf(row: ImportRow): string {
    const text = row.text('municipality');
    if (text === '') return '';
    const code = this.municipalities.codeOf(text);
    if (code === undefined) throw new RowRefused('municipality-unknown', text);
    return code;
  }
}

/** The point of a row. @throws {RowRefused} */
export function coordinatesOf(row: ImportRow, system: CoordinateSystem): Coordinates {
  const [northText, eastText] = [row.cell('lat'), row.cell('lon')];
  const found = `${northText} ${eastText}`;
  if (northText === '' || eastText === '') throw new RowRefused('coordinates-missing', found);
  const [north, east] = [readNumber(northText), readNumber(eastText)];
  if (north === undefined || east === undefined) throw new RowRefused('coordinates-not-numbers', found);
  const point = readCoordinates(north, east, system);
  if (typeof point === 'string') throw new RowRefused(point, found);
  return point;
}

/** A whole number from 0 in a cell; undefined when it is empty. @throws {RowRefused} */
function wholeNumber(row: ImportRow, field: string, most: number): number | undefined {
  const text = row.cell(field);
  if (text === '') return undefined;
  const value = readNumber(text);
  if (value === undefined || !Number.isInteger(value) || value < 0 || value > most)
    throw new RowRefused(`${field}-invalid`, text);
  return value;
}

/** How far the figures of a row are known: as it says; found when it or the planner names a source; otherwise an assumption. */
export function provenanceOf(
  row: ImportRow,
  stated: string | undefined,
): { readonly status: PlaceStatus; readonly source: string } {
  const figures = row.text('source') || stated || '';
  const surveyor = row.text('coordinateSource');
  const credit = /geonames/i.test(surveyor) ? geoNamesCredit : surveyor;
  const source = [figures, credit === '' ? '' : `coordinates: ${credit}`].filter((part) => part !== '').join('; ');
  const status = row.cell('status');
  if (status !== '' && status !== 'found' && status !== 'assumption') throw new RowRefused('status-invalid', status);
  const known = figures !== '';
  if (status === 'found' && !known) throw new RowRefused('found-without-source', status);
  return { status: status === '' ? (known ? 'found' : 'assumption') : status, source };
}
