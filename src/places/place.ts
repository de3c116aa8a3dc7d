/** How far a figure is known. */
export type PlaceStatus = 'found' | 'assumption';

/** A place as a table or a planner's file states it. */
export interface Place {
  /** Small letters, digits and hyphens; may be used as the id of a place in a scenario. */
  readonly id: string;
  readonly name: string;
  /** SCB's municipality code, four digits, whose first two are the county's; empty when it is not known. */
  readonly municipality: string;
  /** Degrees north and east (WGS 84), to six decimals. */
  readonly lat: number;
  readonly lon: number;
  /** Inhabitants. */
  readonly population: number;
  /** Calendar year of the population, where it is known. */
  readonly year: number | undefined;
  readonly status: PlaceStatus;
  /** Who says so; names GeoNames where its data is in it (CC BY 4.0 asks for that). */
  readonly source: string;
}

/** Columns of a places file, in order. */
export const placeColumns = [
  'id',
  'name',
  'municipality',
  'lat',
  'lon',
  'population',
  'year',
  'status',
  'source',
] as const satisfies readonly (keyof Place)[];

/** What must be said wherever GeoNames' data is shown. */
export const geoNamesCredit = 'GeoNames (CC BY 4.0)';
