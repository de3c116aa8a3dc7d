import { type Coordinates, greatCircleKm } from './great-circle.ts';
import type { Land } from './land.ts';

/**
 * How far off its coast a place may lie on the map and still be taken to stand on it, km: the outline is drawn to about a
 * kilometre, and a harbour village easily falls into its sea.
 */
const shoreKm = 1.5;

/**
 * How far from land a line must come to cross a bay rather than follow a coast, km: a line straight across a bay of 2 km
 * comes 1 km from land.
 */
const openWaterKm = 1;

/** How closely a line over sea is looked at for open water, km. */
const stepKm = 0.25;

/**
 * Kilometres of sea on the straight line between two points. Water between two shores that hang together by land counts
 * where it is open, more than 1 km from land, since the map is too coarse to tell a coast road from the sea beside it; water
 * between two islands, or an island and the mainland, always counts. Nothing is counted where an end lies outside the map.
 *
 * The line is straight in degrees; from the great circle it departs by less than 150 m over 60 km, and by some km over 300.
 *
 * @returns km; the length of each stretch of sea that counts, added up
 * @example
 * // Byxelkrok to Oskarshamn, across the Kalmarsund strait
 * seaKilometres({ lat: 57.3333, lon: 17.0167 }, { lat: 57.26, lon: 16.45 }, landAroundSweden()) // ≈ 32
 * // Fliseryd to Mönsterås, by land
 * seaKilometres({ lat: 57.13, lon: 16.26 }, { lat: 57.04, lon: 16.44 }, landAroundSweden()) // => 0
 */
export function seaKilometres(from: Coordinates, to: Coordinates, land: Land): number {
  if (!land.knows(from) || !land.knows(to)) return 0;
  const km = greatCircleKm(from, to);
  const crossings = land.crossings(from, to);
  let onLand = land.isLand(from);
  if (onLand && crossings.length === 0) return 0;
  let sea = 0;
  for (let index = 0; index <= crossings.length; index += 1, onLand = !onLand) {
    if (onLand) continue;
    const before = crossings[index - 1];
    const after = crossings[index];
    const start = before?.share ?? 0;
    const end = after?.share ?? 1;
    const left = before?.ring ?? land.nearestShore(from, shoreKm)?.ring;
    const right = after?.ring ?? land.nearestShore(to, shoreKm)?.ring;
    const joined = left !== undefined && left === right;
    if (!joined || comesToOpenWater(from, to, start, end, km, land)) sea += (end - start) * km;
  }
  return sea;
}

/** Whether a stretch of a line, given by shares of its length, comes farther than 1 km from land. */
function comesToOpenWater(
  from: Coordinates,
  to: Coordinates,
  start: number,
  end: number,
  km: number,
  land: Land,
): boolean {
  const steps = Math.ceil(((end - start) * km) / stepKm);
  for (let step = 1; step < steps; step += 1) {
    const share = start + ((end - start) * step) / steps;
    const point = { lat: from.lat + share * (to.lat - from.lat), lon: from.lon + share * (to.lon - from.lon) };
    if (land.nearestShore(point, openWaterKm) === undefined) return true;
  }
  return false;
}
