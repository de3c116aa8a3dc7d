import leven from 'leven';
import type { Place } from './place.ts';
import { foldName } from './place-id.ts';

/** What a search leaves out. */
export interface PlaceFilter {
  /** County code, two digits. */
  readonly county?: string | undefined;
  /** Municipality code, four digits. */
  readonly municipality?: string | undefined;
  /** Fewest and most inhabitants. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Whether a place is among those asked for. */
export function passes(place: Place, { county, municipality, min = 0, max = Infinity }: PlaceFilter): boolean {
  if (county !== undefined && !place.municipality.startsWith(county)) return false;
  if (municipality !== undefined && place.municipality !== municipality) return false;
  return place.population >= min && place.population <= max;
}

/**
 * Places by name or id: first the name exactly as written, then without marks on letters (`almsta` finds Älmsta), then names
 * that begin so, then names that hold it; the larger first, then by id.
 *
 * @param text - empty for every place
 */
export function searchPlaces<P extends Place>(places: readonly P[], text: string, filter: PlaceFilter = {}): P[] {
  const wanted = text.trim().normalize('NFC').toLowerCase();
  const folded = foldName(wanted);
  const rank = (place: P): number => {
    if (place.id === wanted || place.id.endsWith(`-${wanted}`)) return 0;
    const name = place.name.normalize('NFC').toLowerCase();
    if (name === wanted) return 1;
    const plain = foldName(name);
    if (plain === folded) return 2;
    if (name.startsWith(wanted)) return 3;
    if (plain.startsWith(folded)) return 4;
    return plain.includes(folded) ? 5 : 6;
  };
  return places
    .flatMap((place) => {
      const ranked = passes(place, filter) ? rank(place) : 6;
      return ranked < 6 ? [{ place, ranked }] : [];
    })
    .sort(
      (a, b) => a.ranked - b.ranked || b.place.population - a.place.population || (a.place.id < b.place.id ? -1 : 1),
    )
    .map(({ place }) => place);
}

/** Up to five names near to what was written, for a search that found nothing. */
export function nearNames(places: readonly Place[], text: string): string[] {
  const folded = foldName(text.trim());
  if (folded.length > 80) return [];
  const most = Math.max(1, Math.round(folded.length / 3));
  const distances = new Map<string, number>();
  for (const { name } of places) {
    const distance = leven(folded, foldName(name), { maxDistance: most + 1 });
    if (distance <= most) distances.set(name, distance);
  }
  return [...distances]
    .sort(([a, near], [b, far]) => near - far || (a < b ? -1 : 1))
    .slice(0, 5)
    .map(([name]) => name);
}
