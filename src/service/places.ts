import { localities, municipalities } from '../app/localities.ts';
import { PlannerError } from '../errors.ts';
import { counties, countyCodeOf } from '../places/counties.ts';
import { PointIndex } from '../places/nearest-places.ts';
import { foldName } from '../places/place-id.ts';
import { searchPlaces } from '../places/search-places.ts';
import type { Place, PrismaClient } from '../store/generated/client.ts';
import { demandStorable } from './storable-text.ts';

/** Which places; all that is stated must hold. */
export type PlacesAsked = {
  readonly search?: string | null | undefined;
  readonly municipalityCode?: string | null | undefined;
  readonly countyCode?: string | null | undefined;
  readonly minPopulation?: number | null | undefined;
  readonly maxPopulation?: number | null | undefined;
  readonly near?:
    | { readonly latitude: number; readonly longitude: number; readonly withinKm?: number | null | undefined }
    | null
    | undefined;
};

/** Farthest that is looked. */
const farthestKm = 2000;

/** A degree of latitude, kilometres, rounded down. */
const kmPerDegree = 110;

/** Puts the embedded table of localities into the database, or what has changed in it. */
export async function seedPlaces(prisma: PrismaClient): Promise<void> {
  const rows = localities().map((place) => {
    const countyCode = countyCodeOf(place.municipality) ?? '';
    return {
      id: place.id,
      name: place.name,
      folded: foldName(place.name),
      municipalityCode: place.municipality,
      municipality: municipalities().nameOf(place.municipality) ?? place.municipality,
      countyCode,
      county: counties.get(countyCode) ?? countyCode,
      population: place.population,
      status: place.status,
      source: place.source,
      latitude: place.lat,
      longitude: place.lon,
    };
  });
  const there = new Map((await prisma.place.findMany()).map((place) => [place.id, JSON.stringify(place)]));
  const changed = rows.filter((row) => there.get(row.id) !== JSON.stringify(row));
  if (changed.length === 0) return;
  await prisma.$transaction([
    prisma.place.deleteMany({ where: { id: { in: changed.map(({ id }) => id) } } }),
    prisma.place.createMany({ data: changed }),
  ]);
}

/**
 * Places as they are asked for: the nearest first, or by how well the name fits, or the largest first.
 *
 * @throws {PlannerError} when a point is none, or nothing can be found by such a text
 */
export async function findPlaces(
  prisma: PrismaClient,
  asked: PlacesAsked,
): Promise<{ readonly place: Place; readonly km: number | undefined }[]> {
  const { near, search } = asked;
  if (search !== null && search !== undefined) demandStorable(search, 'search');
  const withinKm = near?.withinKm ?? 25;
  if (near !== null && near !== undefined) demandPoint(near.latitude, near.longitude, withinKm);
  const degrees = withinKm / kmPerDegree;
  const population = { gte: asked.minPopulation ?? 0, lte: asked.maxPopulation ?? 2 ** 31 - 1 };
  const found = await prisma.place.findMany({
    where: {
      population,
      ...(asked.municipalityCode == null ? {} : { municipalityCode: plain(asked.municipalityCode) }),
      ...(asked.countyCode == null ? {} : { countyCode: plain(asked.countyCode) }),
      ...(near == null ? {} : { latitude: { gte: near.latitude - degrees, lte: near.latitude + degrees } }),
    },
    orderBy: [{ population: 'desc' }, { id: 'asc' }],
  });
  const named = search == null || search.trim() === '' ? found : byName(found, search);
  if (near == null) return named.map((place) => ({ place, km: undefined }));
  return new PointIndex(named.map((place) => ({ place, lat: place.latitude, lon: place.longitude })))
    .within({ lat: near.latitude, lon: near.longitude }, withinKm)
    .map(({ at, km }) => ({ place: at.place, km }));
}

function byName(places: readonly Place[], search: string): Place[] {
  const known = new Map(places.map((place) => [place.id, place]));
  const named = places.map((place) => ({
    id: place.id,
    name: place.name,
    municipality: place.municipalityCode,
    lat: place.latitude,
    lon: place.longitude,
    population: place.population,
    year: undefined,
    status: place.status as 'found',
    source: place.source,
  }));
  return searchPlaces(named, search).map(({ id }) => known.get(id) as Place);
}

function plain(code: string): string {
  demandStorable(code, 'code');
  return code;
}

function demandPoint(latitude: number, longitude: number, withinKm: number): void {
  const wrong = [
    ...(Math.abs(latitude) <= 90 ? [] : [{ path: 'near.latitude', found: latitude, allowed: '-90 to 90 degrees' }]),
    ...(Math.abs(longitude) <= 180
      ? []
      : [{ path: 'near.longitude', found: longitude, allowed: '-180 to 180 degrees' }]),
    ...(withinKm >= 0 && withinKm <= farthestKm
      ? []
      : [{ path: 'near.withinKm', found: withinKm, allowed: `0 to ${farthestKm} km` }]),
  ];
  if (wrong.length > 0)
    throw new PlannerError(
      wrong.map(({ path, found, allowed }) => ({
        code: 'point',
        path,
        message: 'This is no point that places lie near',
        found: String(found),
        allowed,
      })),
    );
}
