import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { LandOutline } from '../src/engine/geography/index.ts';

/** What the package's map is made of, as far as it is read. */
type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: number[][][] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: number[][][][] };

type Point = readonly [east: number, north: number];

/** Sweden, and so much around it that no line between two Swedish neighbours leaves the map. */
const bounds: LandOutline['bounds'] = { south: 54, north: 70, west: 9, east: 31 };

/** Thousandths of a degree, 60 to 110 m: finer than the map, which is drawn in steps of about 200 m. */
const partsOfDegree = 1000;

/**
 * The outline of land around Sweden as the text of a JSON file, one ring a line: Natural Earth 1:10 million (public domain)
 * in the package world-atlas, cut to a rectangle. Lakes are no part of it.
 */
export function landOutline(): string {
  const path = createRequire(import.meta.url).resolve('world-atlas/land-10m.json');
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Parameters<typeof feature>[0];
  const land = feature(topology, 'land') as unknown as { features: { geometry: Geometry }[] };
  const rings = land.features
    .flatMap(({ geometry }) => ringsOf(geometry))
    .map((ring) => unwrapped(ring.slice(0, -1) as unknown as Point[]))
    .flatMap((ring) => [-360, 0, 360].map((turn) => ring.map(([x, y]): Point => [x + turn, y])))
    .map((ring) => rounded(clipped(ring)))
    .filter((ring) => ring.length >= 3);
  const lines = rings.map((ring) => JSON.stringify(steps(ring)));
  const about =
    'Land around Sweden. Natural Earth 1:10 000 000, public domain, by world-atlas. Made by npm run generate.';
  return `{
"about": ${JSON.stringify(about)},
"bounds": ${JSON.stringify(bounds)},
"partsOfDegree": ${partsOfDegree},
"rings": [
${lines.join(',\n')}
]
}
`;
}

function ringsOf(geometry: Geometry): number[][][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** A ring without leaps from 180° east to 180° west: Eurasia's reaches across. */
function unwrapped(ring: readonly Point[]): Point[] {
  let turns = 0;
  return ring.map(([x, y], index) => {
    const step = x - (ring[Math.max(0, index - 1)] as Point)[0];
    if (step > 180) turns -= 360;
    if (step < -180) turns += 360;
    return [x + turns, y];
  });
}

/** What of a ring lies within the bounds, by Sutherland and Hodgman: side by side, what is outside is cut off. */
function clipped(ring: readonly Point[]): readonly Point[] {
  const { south, north, west, east } = bounds;
  const sides: readonly (readonly [axis: 0 | 1, limit: number, sign: 1 | -1])[] = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ];
  return sides.reduce<readonly Point[]>((left, [axis, limit, sign]) => {
    const isInside = (point: Point): boolean => (point[axis] - limit) * sign >= 0;
    return left.flatMap((point, index): Point[] => {
      const before = left.at(index - 1) as Point;
      const cut = (): Point => {
        const share = (limit - before[axis]) / (point[axis] - before[axis]);
        const other = before[1 - axis] as number;
        const at = other + share * ((point[1 - axis] as number) - other);
        return axis === 0 ? [limit, at] : [at, limit];
      };
      if (isInside(point)) return isInside(before) ? [point] : [cut(), point];
      return isInside(before) ? [cut()] : [];
    });
  }, ring);
}

function rounded(ring: readonly Point[]): Point[] {
  const points = ring.map(([x, y]): Point => [Math.round(x * partsOfDegree), Math.round(y * partsOfDegree)]);
  return points.filter(([x, y], index) => {
    const before = points.at(index - 1) as Point;
    return x !== before[0] || y !== before[1];
  });
}

/** The first point, then how far each lies from the one before. */
function steps(ring: readonly Point[]): number[] {
  return ring.flatMap(([x, y], index) => {
    const before = index === 0 ? [0, 0] : (ring[index - 1] as Point);
    return [x - (before[0] as number), y - (before[1] as number)];
  });
}
