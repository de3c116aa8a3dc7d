import cos from '@stdlib/math-base-special-cos';
import type { Coordinates } from './great-circle.ts';

/** Outlines of land within a rectangle. Lakes are land: they stop no road. */
export type LandOutline = {
  /** Degrees; beyond them nothing is known. */
  readonly bounds: { readonly south: number; readonly north: number; readonly west: number; readonly east: number };
  /** The finest step of the outline, as parts of a degree: 1000 is thousandths. */
  readonly partsOfDegree: number;
  /** Closed rings. Each begins with the east and north of its first point, in parts of a degree; then come the steps to the next points. */
  readonly rings: readonly (readonly number[])[];
};

/** Where a line crosses the shore of one ring: a share of its length, 0 to 1. */
type Crossing = { readonly share: number; readonly ring: number };

/** The shore of one ring and how far off it is. */
type Shore = { readonly km: number; readonly ring: number };

/** How wide and high a cell of the index is, degrees: some 10 km, a few coast lines in each. */
const cellWidth = 0.2;
const cellHeight = 0.1;

/** Km of one degree of latitude on a sphere of the mean radius, 6371.0088 · π / 180. */
const kmPerDegree = 111.19508;

/**
 * Where there is land and where there is sea, found by the edges of the land's outline. Only + − × ÷ and square roots decide,
 * so a pair is over sea on every machine or on none.
 */
export class Land {
  readonly bounds: LandOutline['bounds'];
  /** West and east ends, south and north ends of each edge, degrees. */
  private readonly x1: Float64Array;
  private readonly y1: Float64Array;
  private readonly x2: Float64Array;
  private readonly y2: Float64Array;
  private readonly columns: number;
  private readonly rows: number;
  /** Edges that touch a cell, cell by cell from the south-west. */
  private readonly cells: number[][];
  /** Edges that touch a row of cells. */
  private readonly bands: number[][];
  /** The ring each edge is of: what lies in one ring hangs together by land. */
  private readonly ring: Uint32Array;
  /** The last question in which an edge was looked at: an edge that touches two cells counts once. */
  private readonly seen: Uint32Array;
  private question = 0;

  constructor(outline: LandOutline) {
    this.bounds = outline.bounds;
    const { south, north, west, east } = outline.bounds;
    this.columns = Math.ceil((east - west) / cellWidth);
    this.rows = Math.ceil((north - south) / cellHeight);
    this.cells = Array.from({ length: this.columns * this.rows }, () => []);
    this.bands = Array.from({ length: this.rows }, () => []);
    const count = outline.rings.reduce((sum, ring) => sum + ring.length / 2, 0);
    this.x1 = new Float64Array(count);
    this.y1 = new Float64Array(count);
    this.x2 = new Float64Array(count);
    this.y2 = new Float64Array(count);
    this.ring = new Uint32Array(count);
    this.seen = new Uint32Array(count);
    let edge = 0;
    for (const [number, ring] of outline.rings.entries()) {
      const points = pointsOf(ring, outline.partsOfDegree);
      for (const [index, [x, y]] of points.entries()) {
        const [nextX, nextY] = points[(index + 1) % points.length] as readonly [number, number];
        this.x1[edge] = x;
        this.y1[edge] = y;
        this.x2[edge] = nextX;
        this.y2[edge] = nextY;
        this.ring[edge] = number;
        this.enter(edge);
        edge += 1;
      }
    }
  }

  /** Whether a point lies within the rectangle of which anything is known. */
  knows({ lat, lon }: Coordinates): boolean {
    const { south, north, west, east } = this.bounds;
    return lat >= south && lat <= north && lon >= west && lon <= east;
  }

  /** Whether a point lies on land: a line from it to the east crosses the outline an odd number of times. */
  isLand({ lat, lon }: Coordinates): boolean {
    let inside = false;
    for (const edge of this.bands[this.rowOf(lat)] ?? []) {
      const y1 = this.y1[edge] as number;
      const y2 = this.y2[edge] as number;
      if (y1 > lat === y2 > lat) continue;
      const x1 = this.x1[edge] as number;
      const x = x1 + ((lat - y1) / (y2 - y1)) * ((this.x2[edge] as number) - x1);
      if (lon < x) inside = !inside;
    }
    return inside;
  }

  /** Where the straight line on the map between two points crosses the outline, from the first on. */
  crossings(from: Coordinates, to: Coordinates): Crossing[] {
    const dx = to.lon - from.lon;
    const dy = to.lat - from.lat;
    const length = dx * dx + dy * dy;
    const found: Crossing[] = [];
    this.eachEdgeAlong(from, to, (edge) => {
      const ax = (this.x1[edge] as number) - from.lon;
      const ay = (this.y1[edge] as number) - from.lat;
      const bx = (this.x2[edge] as number) - from.lon;
      const by = (this.y2[edge] as number) - from.lat;
      const a = dx * ay - dy * ax;
      const b = dx * by - dy * bx;
      // A corner that lies on the line belongs to one side, so that two edges meeting there count once or twice, as they must.
      if (a >= 0 === b >= 0) return;
      const along = a / (a - b);
      const share = ((ax + along * (bx - ax)) * dx + (ay + along * (by - ay)) * dy) / length;
      if (share > 0 && share < 1) found.push({ share, ring: this.ring[edge] as number });
    });
    return found.sort((a, b) => a.share - b.share);
  }

  /**
   * The shore nearest to a point, whether it lies on land or at sea.
   *
   * @param most - how far is looked, km
   * @returns undefined when there is none so near
   */
  nearestShore(point: Coordinates, most: number): Shore | undefined {
    const kmPerLon = kmPerDegree * cos((point.lat * 3.141592653589793) / 180);
    const height = most / kmPerDegree;
    const width = most / kmPerLon;
    let nearest: Shore | undefined;
    const corner = { lat: point.lat - height, lon: point.lon - width };
    const opposite = { lat: point.lat + height, lon: point.lon + width };
    this.eachEdgeWithin(corner, opposite, (edge) => {
      const ax = ((this.x1[edge] as number) - point.lon) * kmPerLon;
      const ay = ((this.y1[edge] as number) - point.lat) * kmPerDegree;
      const bx = ((this.x2[edge] as number) - point.lon) * kmPerLon;
      const by = ((this.y2[edge] as number) - point.lat) * kmPerDegree;
      const km = distanceToOrigin(ax, ay, bx, by);
      if (km <= Math.min(most, nearest?.km ?? most)) nearest = { km, ring: this.ring[edge] as number };
    });
    return nearest;
  }

  private enter(edge: number): void {
    const [x1, y1, x2, y2] = [this.x1[edge], this.y1[edge], this.x2[edge], this.y2[edge]] as [
      number,
      number,
      number,
      number,
    ];
    for (let row = this.rowOf(Math.min(y1, y2)); row <= this.rowOf(Math.max(y1, y2)); row += 1) {
      this.bands[row]?.push(edge);
      for (let column = this.columnOf(Math.min(x1, x2)); column <= this.columnOf(Math.max(x1, x2)); column += 1)
        this.cells[row * this.columns + column]?.push(edge);
    }
  }

  /** Every edge in the cells that a line passes, row by row, each once. */
  private eachEdgeAlong(from: Coordinates, to: Coordinates, look: (edge: number) => void): void {
    this.question += 1;
    const low = from.lat <= to.lat ? from : to;
    const high = from.lat <= to.lat ? to : from;
    const slope = high.lat === low.lat ? 0 : (high.lon - low.lon) / (high.lat - low.lat);
    for (let row = this.rowOf(low.lat); row <= this.rowOf(high.lat); row += 1) {
      const bottom = Math.max(low.lat, this.bounds.south + row * cellHeight);
      const top = Math.min(high.lat, this.bounds.south + (row + 1) * cellHeight);
      const start = high.lat === low.lat ? low.lon : low.lon + (bottom - low.lat) * slope;
      const end = high.lat === low.lat ? high.lon : low.lon + (top - low.lat) * slope;
      // A hair wider, since the ends are rounded.
      const first = this.columnOf(Math.min(start, end) - 1e-9);
      const last = this.columnOf(Math.max(start, end) + 1e-9);
      for (let column = first; column <= last; column += 1) this.eachOfCell(row, column, look);
    }
  }

  private eachEdgeWithin(corner: Coordinates, opposite: Coordinates, look: (edge: number) => void): void {
    this.question += 1;
    for (let row = this.rowOf(corner.lat); row <= this.rowOf(opposite.lat); row += 1) {
      for (let column = this.columnOf(corner.lon); column <= this.columnOf(opposite.lon); column += 1)
        this.eachOfCell(row, column, look);
    }
  }

  private eachOfCell(row: number, column: number, look: (edge: number) => void): void {
    for (const edge of this.cells[row * this.columns + column] ?? []) {
      if (this.seen[edge] === this.question) continue;
      this.seen[edge] = this.question;
      look(edge);
    }
  }

  private rowOf(lat: number): number {
    return Math.min(this.rows - 1, Math.max(0, Math.floor((lat - this.bounds.south) / cellHeight)));
  }

  private columnOf(lon: number): number {
    return Math.min(this.columns - 1, Math.max(0, Math.floor((lon - this.bounds.west) / cellWidth)));
  }
}

function pointsOf(ring: readonly number[], partsOfDegree: number): (readonly [number, number])[] {
  let x = 0;
  let y = 0;
  return Array.from({ length: ring.length / 2 }, (_, index) => {
    x += ring[2 * index] as number;
    y += ring[2 * index + 1] as number;
    return [x / partsOfDegree, y / partsOfDegree] as const;
  });
}

function distanceToOrigin(ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
  const x = ax + along * dx;
  const y = ay + along * dy;
  return Math.sqrt(x * x + y * y);
}
