import { geoTransverseMercator } from 'd3-geo';

/** A point of the map: kilometres from its upper left corner, to the right and down. */
export type MapPoint = readonly [x: number, y: number];

/** How far the whole map reaches, km: Sweden with a strip of its neighbours. */
export const wholeMap = { width: 760, height: 1590 } as const;

/** Mean radius of the earth, km, as distances are reckoned everywhere in the project. */
const earthRadius = 6371;

/**
 * Transverse Mercator about 15° east, as on Swedish maps: a unit is a kilometre, true to 3 in a thousand all over Sweden,
 * so that rings and scale bars are drawn as they are.
 */
export const projection = geoTransverseMercator()
  .rotate([-15, 0])
  .scale(earthRadius)
  .translate([300, 7710])
  .precision(0);

/** Where a place lies on the map. */
export function project(place: { readonly longitude: number; readonly latitude: number }): MapPoint {
  return projection([place.longitude, place.latitude]) ?? [Number.NaN, Number.NaN];
}
