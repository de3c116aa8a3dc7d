import type { PlannerError } from '../errors.ts';
import { PlaceImporter, type PlaceImportOptions, placeColumnKinds } from '../places/import-places.ts';
import { type Place, placeColumns } from '../places/place.ts';
import { type ImportOptions, type ImportReport, importFile } from './import-file.ts';
import { municipalities } from './localities.ts';

/** Imports a register of places; see `importFile`. */
export async function importPlaces(
  file: string,
  places: PlaceImportOptions,
  options: ImportOptions,
  onTaken?: (place: Place) => void,
): Promise<{ readonly report: ImportReport; readonly failure: PlannerError | undefined }> {
  return importFile(
    file,
    placeColumnKinds,
    (columns) => new PlaceImporter(columns, municipalities(), places),
    placeColumns,
    options,
    onTaken,
  );
}

/**
 * The places of a places file, as `places import` writes it, in the order of the file.
 *
 * @throws {PlannerError} when any row of it cannot be used
 */
export async function readPlacesFile(file: string): Promise<Place[]> {
  const places: Place[] = [];
  const { failure } = await importPlaces(
    file,
    { system: 'wgs84', source: undefined, year: undefined },
    { encoding: 'utf-8', separator: 'comma', columns: new Map(), force: false, strict: true },
    (place) => places.push(place),
  );
  if (failure !== undefined) throw failure;
  return places;
}
