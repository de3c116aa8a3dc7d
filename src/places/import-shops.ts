import type { Coordinates } from '../engine/geography/index.ts';
import type { ColumnKind } from './columns.ts';
import { ImportIssues } from './import-issues.ts';
import { coordinatesOf, provenanceOf } from './import-places.ts';
import { type ImportRow, RowRefused, takenRow } from './import-row.ts';
import { PointIndex } from './nearest-places.ts';
import type { Place } from './place.ts';
import { idOf } from './place-id.ts';
import type { CoordinateSystem } from './read-coordinates.ts';
import { readNumber } from './read-number.ts';
import type { RegisteredShop } from './shop.ts';

/** Columns of a register of shops. */
export const shopColumnKinds: readonly ColumnKind[] = [
  { field: 'id', headings: ['id', 'butiksid', 'shopid', 'kod', 'code'] },
  { field: 'name', headings: ['name', 'namn', 'butik', 'butiksnamn', 'shop', 'station'], required: true },
  { field: 'place', headings: ['place', 'plats', 'ort', 'ortid', 'placeid', 'tatortskod'] },
  { field: 'lat', headings: ['lat', 'latitude', 'latitud', 'north', 'northing', 'nord', 'norr', 'swerefn', 'n'] },
  {
    field: 'lon',
    headings: ['lon', 'long', 'lng', 'longitude', 'longitud', 'east', 'easting', 'ost', 'oster', 'swerefe', 'e'],
  },
  { field: 'groceries', headings: ['groceries', 'dagligvaror', 'livsmedel', 'dagligvara'] },
  { field: 'fuel', headings: ['fuel', 'drivmedel', 'bensin'] },
  { field: 'turnover', headings: ['turnoversek', 'turnover', 'omsattning', 'omsattningsek', 'omsattningkr'] },
  { field: 'floorArea', headings: ['flooraream2', 'floorarea', 'yta', 'ytam2', 'butiksyta', 'saljyta'] },
  { field: 'litres', headings: ['litres', 'liter', 'volym', 'volymliter'] },
  { field: 'status', headings: ['status'] },
  { field: 'source', headings: ['source', 'kalla'] },
  { field: 'coordinateSource', headings: ['coordinatesource', 'kallakoord'] },
];

/** Kronor in a unit that turnover may be written in. */
export const turnoverUnits = { sek: 1, tkr: 1000, msek: 1_000_000 } as const;

/** Nearer than this two shops stand at one point, km: coordinates to four decimals lie some 10 m apart. */
const onePointKm = 0.025;

/** What the planner says of the whole register. */
export interface ShopImportOptions {
  readonly system: CoordinateSystem;
  readonly source: string | undefined;
  /** Farthest a shop may lie from the centre of its place, km. */
  readonly withinKm: number;
  readonly turnoverUnit: keyof typeof turnoverUnits;
}

/** Turns the rows of a register into shops of known places, one by one, and notes why others are refused. */
export class ShopImporter {
  readonly refused = new ImportIssues();
  readonly warned = new ImportIssues();
  private readonly places: ReadonlyMap<string, Place>;
  private readonly nearest: PointIndex<Place>;
  private readonly options: ShopImportOptions;
  private readonly ids = new Set<string>();
  private readonly points = new PointIndex<Coordinates & { readonly line: number }>([], 0.001);

  constructor(places: readonly Place[], options: ShopImportOptions) {
    this.places = new Map(places.flatMap((place) => [[place.id, place] as const]));
    this.nearest = new PointIndex(places);
    this.options = options;
  }

  /** The shop of a row, or undefined when it is refused. */
  take(row: ImportRow): RegisteredShop | undefined {
    return takenRow(row, this.refused, (each) => this.read(each));
  }

  private read(row: ImportRow): RegisteredShop {
    const name = row.text('name');
    if (name === '') throw new RowRefused('name-missing', '');
    const { point, place, km } = this.placeOf(row);
    const fuel = yesOrNo(row, 'fuel') ?? false;
    const groceries = yesOrNo(row, 'groceries') ?? !(row.has('fuel') && fuel);
    if (!groceries && !fuel) throw new RowRefused('sells-nothing', name);
    const turnover = amount(
      row,
      'turnover',
      1e5 / turnoverUnits[this.options.turnoverUnit],
      5e9 / turnoverUnits[this.options.turnoverUnit],
    );
    const floorAreaM2 = amount(row, 'floorArea', 5, 50_000);
    const litres = amount(row, 'litres', 1000, 1e8);
    const { status, source } = provenanceOf(row, this.options.source);
    const id = row.has('id') ? idOf(row.text('id')) : idOf(`${name.slice(0, 30)}-${place.id.slice(-28)}`);
    if (id === '') throw new RowRefused('id-missing', row.cell('id'));
    if (this.ids.has(id)) throw new RowRefused('id-double', id);
    this.ids.add(id);
    if (!row.has('groceries') && !row.has('fuel')) this.warned.add('sells-assumed', row.line, name);
    if (point !== undefined) {
      const [other] = this.points.within(point, onePointKm);
      if (other !== undefined) this.warned.add('shops-at-one-point', row.line, `${name}: line ${other.at.line}`);
      else this.points.add({ ...point, line: row.line });
    }
    return {
      id,
      name,
      place: place.id,
      placeName: place.name,
      distanceKm: km === undefined ? undefined : Math.round(km * 100) / 100,
      lat: point?.lat,
      lon: point?.lon,
      groceries,
      fuel,
      turnoverSek: turnover === undefined ? undefined : turnover * turnoverUnits[this.options.turnoverUnit],
      floorAreaM2,
      litres,
      status,
      source,
    };
  }

  private placeOf(row: ImportRow): {
    readonly point: Coordinates | undefined;
    readonly place: Place;
    readonly km: number | undefined;
  } {
    const stated = row.text('place');
    const hasPoint = row.cell('lat') !== '' || row.cell('lon') !== '';
    const point = hasPoint || stated === '' ? coordinatesOf(row, this.options.system) : undefined;
    const near = point === undefined ? [] : this.nearest.within(point, this.options.withinKm);
    if (stated === '') {
      const [first] = near;
      if (first === undefined) throw new RowRefused('no-place-near', `${row.cell('lat')} ${row.cell('lon')}`);
      return { point, place: first.at, km: first.km };
    }
    const place = this.places.get(idOf(stated));
    if (place === undefined) throw new RowRefused('place-unknown', stated);
    const km = near.find(({ at }) => at.id === place.id)?.km;
    if (point !== undefined && km === undefined) throw new RowRefused('far-from-its-place', stated);
    return { point, place, km };
  }
}

const words: ReadonlyMap<string, boolean> = new Map([
  ...['1', 'ja', 'j', 'yes', 'y', 'true', 'sant', 'x'].map((word) => [word, true] as const),
  ...['0', 'nej', 'n', 'no', 'false', 'falskt', ''].map((word) => [word, false] as const),
]);

function yesOrNo(row: ImportRow, field: string): boolean | undefined {
  if (!row.has(field)) return undefined;
  const answer = words.get(row.cell(field).toLowerCase());
  if (answer === undefined) throw new RowRefused('yes-or-no', row.cell(field));
  return answer;
}

function amount(row: ImportRow, field: string, least: number, most: number): number | undefined {
  const text = row.cell(field);
  if (text === '') return undefined;
  const value = readNumber(text);
  if (value === undefined || value < least || value > most) throw new RowRefused(`${field}-invalid`, text);
  return value;
}
