import { type Coordinates, landAroundSweden } from '../geography/index.ts';
import type { ProblemList } from './problem-list.ts';
import type { ScenarioData } from './schema.ts';

/**
 * How far from the land of the map a place may lie, km. Islands smaller than the map shows lie off it: of the 1 654 Swedish
 * localities that have coordinates 75 do, Rörö farthest, 6.9 km.
 */
const farthestFromLandKm = 8;

/** Says of coordinates that cannot be those of a place in or near Sweden what is probably wrong with them. */
export function checkCoordinates(data: ScenarioData, problems: ProblemList): void {
  const land = landAroundSweden();
  const { south, north, west, east } = land.bounds;
  for (const list of ['places', 'towns'] as const) {
    for (const [id, { lat, lon }] of Object.entries(data[list] ?? {})) {
      if (lat === undefined || lon === undefined) continue;
      const at: Coordinates = { lat, lon };
      const found = `lat ${lat}, lon ${lon}`;
      if (!land.knows(at)) {
        const swapped = { lat: lon, lon: lat };
        problems.add([list, id, 'lat'], 'out-of-range', 'These coordinates lie nowhere near Sweden', {
          found,
          allowed: `lat ${south} to ${north}, lon ${west} to ${east}`,
          hint: land.knows(swapped)
            ? `Did you swap lat and lon? Write lat: ${lon}, lon: ${lat}`
            : 'Coordinates are degrees, WGS 84, as in lat: 57.13, lon: 16.26',
        });
      } else if (!land.isLand(at) && land.nearestShore(at, farthestFromLandKm) === undefined) {
        problems.add([list, id, 'lat'], 'at-sea', 'These coordinates lie at sea', {
          found: `${found}, more than ${farthestFromLandKm} km from land`,
          hint: 'Check their digits. For an island the map does not have, leave lat and lon out and state its distances',
        });
      }
    }
  }
}
