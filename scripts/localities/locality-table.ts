import { stringify } from 'csv-stringify/sync';
import { localityColumns } from '../../src/places/locality-table.ts';
import { geoNamesRows } from './geonames-rows.ts';
import { keepLocalities } from './keep-localities.ts';

/** The committed table of Swedish localities, as CSV: by municipality, then by GeoNames' number. */
export function localityTable(): string {
  const rows = [...keepLocalities(geoNamesRows()).kept].sort((a, b) =>
    a.municipality === b.municipality ? a.number - b.number : a.municipality < b.municipality ? -1 : 1,
  );
  return stringify(
    rows.map((row) => localityColumns.map((column) => row[column])),
    { header: true, columns: [...localityColumns], escape_formulas: true },
  );
}
