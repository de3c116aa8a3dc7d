import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import counties from '@svg-maps/sweden';
import { type GeoContext, geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { projection, wholeMap } from '../src/web/map/projection.ts';

type Point = readonly [x: number, y: number];
type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Parts of a kilometre: a coast of 1:10 million is no truer. */
const partsOfKm = 4;

/** Triangles smaller than this are left out of a coast, in steradians: about 0.1 km² of Sweden's, 20 km² of the others'. */
const finest = 0.1 / 6371 ** 2;
const coarsest = 20 / 6371 ** 2;

/** What lies around Sweden on the map. */
const neighbours = [
  'Norway',
  'Finland',
  'Åland',
  'Denmark',
  'Russia',
  'Estonia',
  'Latvia',
  'Lithuania',
  'Poland',
  'Germany',
];

/** Two counties' points are one where they lie closer than this, in units of their drawing (about 2 km). */
const samePoint = 0.12;

/**
 * The page's map as the text of a JSON file: Sweden and its neighbours (Natural Earth 1:10 million, public domain, in the package
 * world-atlas) and the borders between counties (MapSVG, CC BY 4.0, in the package @svg-maps/sweden), on the page's projection.
 * Each is an SVG path of whole parts of a kilometre.
 */
export function pageOutline(): string {
  const atlas = countries();
  const sweden = featureOf(atlas, ['Sweden']);
  const drawing = countyDrawing();
  const toMap = fitted(drawing, coastOf(sweden));
  const borders = bordersBetween(drawing).map((line) => line.map((point) => projection(toMap(point)) as Point));
  const about =
    'Sweden and its neighbours: Natural Earth 1:10 000 000, public domain, by world-atlas. Borders of counties: MapSVG, CC BY 4.0, by @svg-maps/sweden, put on this projection. Made by npm run generate.';
  return `${JSON.stringify(
    {
      about,
      partsOfKm,
      sweden: drawn(sweden),
      neighbours: drawn(featureOf(atlas, neighbours)),
      counties: pathOf(borders.map((line) => ({ line, isClosed: false }))),
    },
    null,
    2,
  )}\n`;
}

/** The countries: fine where Sweden has a part in a line, coarse elsewhere. */
function countries(): Countries {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const weighed = presimplify(JSON.parse(readFileSync(path, 'utf8')) as Countries, sphericalTriangleArea);
  const fine = simplify(weighed, finest);
  const coarse = simplify(weighed, coarsest);
  const ofSweden = new Set(
    fine.objects.countries.geometries
      .filter((geometry) => isOneOf(geometry, ['Sweden']))
      .flatMap((geometry) => ('arcs' in geometry ? (geometry.arcs.flat(3) as number[]) : []))
      .map((arc) => (arc < 0 ? ~arc : arc)),
  );
  return { ...fine, arcs: fine.arcs.map((arc, index) => (ofSweden.has(index) ? arc : (coarse.arcs[index] ?? arc))) };
}

function isOneOf({ properties }: { readonly properties?: object | undefined }, names: readonly string[]): boolean {
  return properties !== undefined && 'name' in properties && names.includes(String(properties.name));
}

function featureOf(atlas: Countries, names: readonly string[]): ReturnType<typeof feature> {
  const geometries = atlas.objects.countries.geometries.filter((geometry) => isOneOf(geometry, names));
  return feature(atlas, { type: 'GeometryCollection', geometries });
}

/** Land as a path, cut to the map; islands smaller than a dot are left out. */
function drawn(land: ReturnType<typeof feature>): string {
  const clipped = projection.clipExtent([
    [0, 0],
    [wholeMap.width, wholeMap.height],
  ]);
  const path = pathOf(ringsOf(land, clipped).filter(({ line }) => extentOf(line) >= 1.5));
  projection.clipExtent(null);
  return path;
}

type Line = { readonly line: readonly Point[]; readonly isClosed: boolean };

/** What the projection draws, as lines of points. */
function ringsOf(land: ReturnType<typeof feature>, by: typeof projection): Line[] {
  const rings: { line: Point[]; isClosed: boolean }[] = [];
  const context: GeoContext = {
    beginPath: () => undefined,
    moveTo: (x, y) => void rings.push({ line: [[x, y]], isClosed: false }),
    lineTo: (x, y) => void rings.at(-1)?.line.push([x, y]),
    arc: () => undefined,
    closePath: () => {
      const last = rings.at(-1);
      if (last !== undefined) last.isClosed = true;
    },
  };
  geoPath(by, context)(land);
  return rings;
}

function extentOf(line: readonly Point[]): number {
  const [xs, ys] = [line.map(([x]) => x), line.map(([, y]) => y)];
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

/** Lines as an SVG path with steps of whole numbers, which is the shortest text of them. */
function pathOf(lines: readonly Line[]): string {
  let [atX, atY] = [0, 0];
  return lines
    .map(({ line, isClosed }) => {
      const points = line
        .map(([x, y]): Point => [Math.round(x * partsOfKm), Math.round(y * partsOfKm)])
        .filter(([x, y], index, all) => x !== all[index - 1]?.[0] || y !== all[index - 1]?.[1]);
      const [first] = points;
      if (first === undefined || points.length < (isClosed ? 3 : 2)) return '';
      const steps = points.map(([x, y]) => {
        const step = `${x - atX} ${y - atY}`;
        [atX, atY] = [x, y];
        return step;
      });
      // A closed line ends where it began.
      if (isClosed) [atX, atY] = first;
      return `m${steps.join(' ')}${isClosed ? 'z' : ''}`.replaceAll(' -', '-');
    })
    .join('');
}

/** The counties as they are drawn in the package: a line of points each, in a Mercator projection whose scale is not told. */
function countyDrawing(): { readonly county: string; readonly ring: readonly Point[] }[] {
  return counties.locations.flatMap(({ id, path }) => {
    const rings: Point[][] = [];
    let [x, y] = [0, 0];
    for (const part of path.split(/(?=[a-z])/i)) {
      const numbers = (part.slice(1).match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
      const command = part.charAt(0);
      if (command === 'z') [x, y] = rings.at(-1)?.[0] ?? [x, y];
      else if (command === 'm' || command === 'l') {
        if (command === 'm') rings.push([]);
        for (let index = 0; index < numbers.length; index += 2) {
          x += numbers[index] ?? 0;
          y += numbers[index + 1] ?? 0;
          rings.at(-1)?.push([x, y]);
        }
      } else throw new Error(`${id}: the path holds «${command}», which this does not read`);
    }
    return rings.map((ring) => ({ county: id, ring }));
  });
}

/** Where lines of one county are lines of another: the borders, each once. */
function bordersBetween(drawing: ReturnType<typeof countyDrawing>): Point[][] {
  const others = (county: string) => drawing.filter((each) => each.county > county).flatMap(({ ring }) => ring);
  return drawing.flatMap(({ county, ring }) => {
    const rivals = others(county);
    const lines: Point[][] = [];
    let isOn = false;
    for (const point of [...ring, ...ring.slice(0, 1)]) {
      const isShared = rivals.some(([x, y]) => Math.hypot(x - point[0], y - point[1]) < samePoint);
      if (isShared && !isOn) lines.push([]);
      if (isShared) lines.at(-1)?.push(point);
      isOn = isShared;
    }
    return lines.filter((line) => line.length > 1);
  });
}

function coastOf(land: ReturnType<typeof feature>): Point[] {
  return ringsOf(land, unscaled() as unknown as typeof projection).flatMap(({ line }) => line);
}

/** Mercator with a unit a radian, up. */
function unscaled(): ReturnType<typeof geoMercator> {
  return geoMercator().scale(1).translate([0, 0]).precision(0);
}

/**
 * Puts the drawing of the counties on the globe: the scale and shift, one for each direction, by which its outermost points lie
 * closest to the coast of Natural Earth, found by turns of nearest points and least squares.
 *
 * @returns longitude and latitude of a point of the drawing
 */
function fitted(
  drawing: ReturnType<typeof countyDrawing>,
  coast: readonly Point[],
): (point: Point) => [number, number] {
  const points = drawing.flatMap(({ ring }) => ring);
  const range = (of: readonly Point[], axis: 0 | 1): readonly [number, number] => {
    const all = of.map((point) => point[axis]);
    return [Math.min(...all), Math.max(...all)];
  };
  let fit = ([0, 1] as const).map((axis) => {
    const [from, to] = range(points, axis);
    const [least, most] = range(coast, axis);
    const scale = (most - least) / (to - from);
    return { scale, shift: least - from * scale };
  });
  const place = (point: Point): Point => [
    point[0] * (fit[0]?.scale ?? 1) + (fit[0]?.shift ?? 0),
    point[1] * (fit[1]?.scale ?? 1) + (fit[1]?.shift ?? 0),
  ];
  const some = points.filter((_, index) => index % 5 === 0);
  for (let turn = 0; turn < 8; turn += 1) {
    const pairs = some.flatMap((point) => {
      const [x, y] = place(point);
      let nearest: Point | undefined;
      // Borders inland have no coast beside them.
      let closest = 0.0015 ** 2;
      for (const each of coast) {
        const apart = (each[0] - x) ** 2 + (each[1] - y) ** 2;
        if (apart < closest) [nearest, closest] = [each, apart];
      }
      return nearest === undefined ? [] : [{ point, nearest }];
    });
    fit = ([0, 1] as const).map((axis) => {
      const [us, vs] = [pairs.map(({ point }) => point[axis]), pairs.map(({ nearest }) => nearest[axis])];
      const [u, v] = [meanOf(us), meanOf(vs)];
      const scale =
        us.reduce((sum, each, index) => sum + (each - u) * ((vs[index] ?? 0) - v), 0) /
        us.reduce((sum, each) => sum + (each - u) ** 2, 0);
      return { scale, shift: v - u * scale };
    });
  }
  const mercator = unscaled();
  return (point) => mercator.invert?.(place(point) as [number, number]) ?? [0, 0];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
