import asin from '@stdlib/math-base-special-asin';
import cos from '@stdlib/math-base-special-cos';
import sin from '@stdlib/math-base-special-sin';

/** Mean radius of the earth, km (IUGG). */
const earthRadiusKm = 6371.0088;

/** A point on the earth, degrees (WGS 84). */
export type Coordinates = { readonly lat: number; readonly lon: number };

/**
 * Distance as the crow flies, by the haversine formula, with trigonometric functions that give the same bits everywhere.
 *
 * @returns km
 * @example
 * greatCircleKm({ lat: 57.13, lon: 16.26 }, { lat: 57.04, lon: 16.44 }) // ≈ 14.78
 */
export function greatCircleKm(a: Coordinates, b: Coordinates): number {
  const radians = 3.141592653589793 / 180;
  const half = (degrees: number): number => sin((degrees * radians) / 2);
  const lat = half(b.lat - a.lat);
  const lon = half(b.lon - a.lon);
  const haversine = lat * lat + cos(a.lat * radians) * cos(b.lat * radians) * lon * lon;
  return 2 * earthRadiusKm * asin(Math.sqrt(Math.min(1, haversine)));
}
