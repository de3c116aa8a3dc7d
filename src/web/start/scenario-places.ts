import { geoDistance } from 'd3-geo';
import type { MapPlace } from '../map/sweden-map.tsx';

/** A place as a scenario states it. */
export type StatedPlace = { readonly label: { readonly sv: string }; readonly stated: unknown };

/** Something that is about places. */
export type AboutPlaces = { readonly slug: string; readonly latest: { readonly places: readonly StatedPlace[] } };

/** Of one name and nearer than this they are one place, km: a position may be that of the church or of the shop. */
const samePlaceKm = 5;

const earthRadius = 6371;

/** The scenarios that hold a place: by its name, and where both tell where it lies, lying there. */
export function scenariosOf<T extends AboutPlaces>(place: MapPlace, scenarios: readonly T[]): T[] {
  return scenarios.filter(({ latest }) => latest.places.some((stated) => isSame(place, stated)));
}

/** Places that scenarios tell the position of and that are not in the table, which begins at 500 inhabitants. */
export function placesOnlyInScenarios(places: readonly MapPlace[], scenarios: readonly AboutPlaces[]): MapPlace[] {
  const found: MapPlace[] = [];
  for (const { slug, latest } of scenarios) {
    for (const stated of latest.places) {
      const position = positionOf(stated.stated);
      if (position === undefined || [...places, ...found].some((place) => isSame(place, stated))) continue;
      const name = stated.label.sv;
      found.push({ id: `scenario ${slug} ${name}`, name, ...position, population: peopleOf(stated.stated) });
    }
  }
  return found;
}

/** How far apart two places are, km as the crow flies. */
export function kilometresBetween(one: MapPlace, other: MapPlace): number {
  return earthRadius * geoDistance([one.longitude, one.latitude], [other.longitude, other.latitude]);
}

function isSame(place: MapPlace, { label, stated }: StatedPlace): boolean {
  const names = [label.sv, ...label.sv.split('/')].map(plain);
  if (!names.includes(plain(place.name))) return false;
  const position = positionOf(stated);
  return position === undefined || kilometresBetween(place, { ...place, ...position }) < samePlaceKm;
}

function plain(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase('sv');
}

function positionOf(stated: unknown): { readonly latitude: number; readonly longitude: number } | undefined {
  if (typeof stated !== 'object' || stated === null || !('lat' in stated) || !('lon' in stated)) return undefined;
  const { lat, lon } = stated;
  return typeof lat === 'number' && typeof lon === 'number' ? { latitude: lat, longitude: lon } : undefined;
}

function peopleOf(stated: unknown): number {
  const inhabitants = typeof stated === 'object' && stated !== null && 'inhabitants' in stated ? stated.inhabitants : 0;
  if (typeof inhabitants === 'number') return inhabitants;
  if (typeof inhabitants !== 'object' || inhabitants === null) return 0;
  const [value, likely] = ['value', 'likely'].map((key) => (inhabitants as Record<string, unknown>)[key]);
  return typeof value === 'number' ? value : typeof likely === 'number' ? likely : 0;
}
