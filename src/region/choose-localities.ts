import { PointIndex } from '../places/nearest-places.ts';
import type { Place } from '../places/place.ts';

/** Why a locality of the table is not in a region, though its size and county would have it there. */
export type LeftOutBecause =
  /** Its population is an assumption: an old figure, often of a part of a larger locality. */
  | 'unreliablePopulation'
  /** It lies so near the centre of a larger one that it is part of its built-up area. */
  | 'insideLarger'
  /** No town can be reached from it by land on the map, such as from an island. */
  | 'noTownByLand'
  /** It has fewer inhabitants than asked for. */
  | 'tooSmall';

export interface LeftOut {
  readonly place: Place;
  readonly because: LeftOutBecause;
}

/** Persons per square kilometre of a town's built-up area. Assumption: Swedish localities have 1 000 to 4 000. */
const personsPerSquareKm = 2000;

/** Farthest that any locality reaches from its centre, km. */
const largestRadiusKm = 20;

/**
 * Takes out of a table the localities that a region must not hold, so that nobody is counted twice: those whose population is
 * no found figure, and those within the circle that holds a larger locality's people at 2 000 to the square kilometre.
 *
 * A register that a planner imported is taken as it is: SCB's localities do not overlap, and its figures are the planner's.
 */
export function usableLocalities(
  table: readonly Place[],
  isRegister: boolean,
): { readonly usable: readonly Place[]; readonly leftOut: readonly LeftOut[] } {
  if (isRegister) return { usable: table, leftOut: [] };
  const usable: Place[] = [];
  const leftOut: LeftOut[] = [];
  const index = new PointIndex(table);
  for (const place of table) {
    if (place.status !== 'found') leftOut.push({ place, because: 'unreliablePopulation' });
    else if (
      index
        .within(place, largestRadiusKm)
        .some(({ at, km }) => at.population > place.population && km < radiusKm(at.population))
    )
      leftOut.push({ place, because: 'insideLarger' });
    else usable.push(place);
  }
  return { usable, leftOut };
}

function radiusKm(population: number): number {
  return Math.sqrt(population / personsPerSquareKm / Math.PI);
}
