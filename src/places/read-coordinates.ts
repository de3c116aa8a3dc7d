import proj4 from 'proj4';
import { type Coordinates, landAroundSweden } from '../engine/geography/index.ts';
import { isNearSweden } from './outline-of-sweden.ts';

/** How coordinates are written: degrees (WGS 84), metres (SWEREF 99 TM), or either, told apart by their size. */
export const coordinateSystems = ['auto', 'wgs84', 'sweref99tm'] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];

/** Why coordinates are refused. */
export type CoordinateFault =
  | 'coordinates-swapped'
  | 'coordinates-rt90'
  | 'coordinates-other-system'
  | 'coordinates-outside'
  | 'coordinates-at-sea';

/** Farther from every shore nobody lives, km: the map lacks small islands, the farthest of them 7 km off. */
const farthestFromLandKm = 8;

/** EPSG:3006. Its ellipsoid differs from that of WGS 84 by less than a millimetre, and the systems by under a metre. */
const sweref99tm = '+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs';
const toDegrees = proj4(sweref99tm, '+proj=longlat +ellps=GRS80 +no_defs');

/**
 * A point in Sweden from a north and an east coordinate.
 *
 * Degrees have a north of 55 to 70 and an east of 10 to 25. Metres of SWEREF 99 TM have a north of 6.1 to 7.7 million and an
 * east of 0.2 to 1 million; those of the older RT 90 an east of 1.2 to 1.9 million. So each tells itself from the others, and
 * from the same two numbers in the wrong order.
 *
 * @returns degrees (WGS 84) to six decimals, some 10 cm; or why they are refused
 * @example
 * readCoordinates(6580822, 674032, 'auto') // => { lat: 59.330231, lon: 18.05919 }
 * readCoordinates(16.26, 57.13, 'auto') // => 'coordinates-swapped'
 */
export function readCoordinates(north: number, east: number, system: CoordinateSystem): Coordinates | CoordinateFault {
  if (isDegrees(east, north) || isMetres(east, north)) return 'coordinates-swapped';
  if (isRt90(north, east) || isRt90(east, north)) return 'coordinates-rt90';
  const metres = isMetres(north, east);
  if (metres ? system === 'wgs84' : isDegrees(north, east) && system === 'sweref99tm')
    return 'coordinates-other-system';
  const [lon, lat] = metres ? toDegrees.forward([east, north]) : [east, north];
  const point = { lat: sixDecimals(lat), lon: sixDecimals(lon) };
  if (!isNearSweden(point)) return 'coordinates-outside';
  const land = landAroundSweden();
  const onLand = land.isLand(point) || land.nearestShore(point, farthestFromLandKm) !== undefined;
  return onLand ? point : 'coordinates-at-sea';
}

/** Whether a coordinate is in metres: what a report tells. */
export function isMetres(north: number, east: number): boolean {
  return between(north, 6.1e6, 7.7e6) && between(east, 2e5, 1e6);
}

function isDegrees(north: number, east: number): boolean {
  return between(north, 55, 70) && between(east, 10, 25);
}

function isRt90(north: number, east: number): boolean {
  return between(north, 6.1e6, 7.7e6) && between(east, 1.2e6, 1.9e6);
}

function between(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

function sixDecimals(degrees: number): number {
  return Number(degrees.toFixed(6));
}
