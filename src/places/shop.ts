import type { PlaceStatus } from './place.ts';

/** A shop or filling station of a register. */
export interface RegisteredShop {
  readonly id: string;
  readonly name: string;
  /** Id of the place it belongs to, and the place's name. */
  readonly place: string;
  readonly placeName: string;
  /** Great circle to the centre of the place, km; undefined when the register gives the place and no coordinates. */
  readonly distanceKm: number | undefined;
  readonly lat: number | undefined;
  readonly lon: number | undefined;
  readonly groceries: boolean;
  readonly fuel: boolean;
  /** SEK a year, without VAT. */
  readonly turnoverSek: number | undefined;
  readonly floorAreaM2: number | undefined;
  /** Litres a year. */
  readonly litres: number | undefined;
  readonly status: PlaceStatus;
  readonly source: string;
}

/** Columns of a shops file, in order. */
export const shopColumns = [
  'id',
  'name',
  'place',
  'placeName',
  'distanceKm',
  'lat',
  'lon',
  'groceries',
  'fuel',
  'turnoverSek',
  'floorAreaM2',
  'litres',
  'status',
  'source',
] as const satisfies readonly (keyof RegisteredShop)[];
