import { type Coordinates, greatCircleKm } from '../engine/geography/index.ts';

/** Something at a point, and how far away it is. */
export interface Near<P> {
  readonly at: P;
  /** As the crow flies. */
  readonly km: number;
}

/** Kilometres of a degree of latitude, and at least of longitude in Sweden (north of it a degree is 40 km and less). */
const kmPerLat = 111;
const kmPerLon = 39;

/**
 * What lies near a point, found by a net of cells, so that a million points do not each look at all others.
 *
 * Distances are great circles, to the last bit those of a scenario.
 */
export class PointIndex<P extends Coordinates> {
  private readonly cells = new Map<string, P[]>();
  private readonly cell: number;

  /** @param cell - height and width of a cell, degrees: 0.1 is about 11 km by 4 to 6 */
  constructor(points: Iterable<P> = [], cell = 0.1) {
    this.cell = cell;
    for (const point of points) this.add(point);
  }

  add(point: P): void {
    const key = keyOf(this.rowOf(point.lat), this.rowOf(point.lon));
    const there = this.cells.get(key);
    if (there === undefined) this.cells.set(key, [point]);
    else there.push(point);
  }

  /** All within so many km, the nearest first; those equally far in the order they were added. */
  within(from: Coordinates, km: number): Near<P>[] {
    const found: Near<P>[] = [];
    const rows = Math.ceil(km / kmPerLat / this.cell);
    const columns = Math.ceil(km / kmPerLon / this.cell);
    for (let row = this.rowOf(from.lat) - rows; row <= this.rowOf(from.lat) + rows; row++) {
      for (let column = this.rowOf(from.lon) - columns; column <= this.rowOf(from.lon) + columns; column++) {
        for (const at of this.cells.get(keyOf(row, column)) ?? []) {
          const away = greatCircleKm(from, at);
          if (away <= km) found.push({ at, km: away });
        }
      }
    }
    return found.sort((a, b) => a.km - b.km);
  }

  private rowOf(degrees: number): number {
    return Math.floor(degrees / this.cell);
  }
}

function keyOf(row: number, column: number): string {
  return `${row} ${column}`;
}
