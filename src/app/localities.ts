import { readFileSync } from 'node:fs';
import { type Locality, readLocalityTable } from '../places/locality-table.ts';
import { Municipalities } from '../places/municipalities.ts';

let table: readonly Locality[] | undefined;
let names: Municipalities | undefined;

/** The embedded table: Swedish localities with 500 inhabitants and more, by municipality and GeoNames' number. */
export function localities(): readonly Locality[] {
  table ??= readLocalityTable(placesData('localities.csv'));
  return table;
}

/** Sweden's municipalities. Source: SCB, kommuner i kodnummerordning (CC0). */
export function municipalities(): Municipalities {
  names ??= new Municipalities(placesData('municipalities.csv'));
  return names;
}

function placesData(name: string): string {
  return readFileSync(new URL(`../places/${name}`, import.meta.url), 'utf8');
}
