import type { PlannerError } from '../errors.ts';
import { ShopImporter, type ShopImportOptions, shopColumnKinds } from '../places/import-shops.ts';
import type { Place } from '../places/place.ts';
import { type RegisteredShop, shopColumns } from '../places/shop.ts';
import { type ImportOptions, type ImportReport, importFile } from './import-file.ts';

/** Imports a register of shops to the places they belong to; see `importFile`. */
export async function importShops(
  file: string,
  places: readonly Place[],
  shops: ShopImportOptions,
  options: ImportOptions,
  onTaken?: (shop: RegisteredShop) => void,
): Promise<{ readonly report: ImportReport; readonly failure: PlannerError | undefined }> {
  return importFile(file, shopColumnKinds, () => new ShopImporter(places, shops), shopColumns, options, onTaken);
}

/**
 * The shops of a shops file, as `shops import` writes it, in the order of the file.
 *
 * @param places - those its shops stand in
 * @throws {PlannerError} when any row of it cannot be used
 */
export async function readShopsFile(file: string, places: readonly Place[]): Promise<RegisteredShop[]> {
  const shops: RegisteredShop[] = [];
  const { failure } = await importShops(
    file,
    places,
    { system: 'wgs84', source: undefined, turnoverUnit: 'sek', withinKm: 5 },
    { encoding: 'utf-8', separator: 'comma', columns: new Map(), force: false, strict: true },
    (shop) => shops.push(shop),
  );
  if (failure !== undefined) throw failure;
  return shops;
}
