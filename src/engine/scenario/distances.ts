import type { Provenance } from '../compile/index.ts';
import { type Coordinates, greatCircleKm, landAroundSweden, seaKilometres } from '../geography/index.ts';
import type { ScenarioData } from './schema.ts';

/** A distance and where it comes from; told when it is asked for, since most pairs of a region are only looked at. */
export type Distance = { readonly km: number; readonly provenance: Provenance };

/** Kilometres of a degree of latitude on the sphere distances are reckoned on, less a hair for rounding. */
const kmPerLatitude = 111.194;

/**
 * Road distances between the centres of places and towns: as stated, otherwise the great circle times the detour factor,
 * otherwise unknown.
 */
export class Distances {
  private readonly stated = new Map<string, Distance>();
  /** Ids that a distance is stated for. */
  private readonly statedIds = new Set<string>();
  private readonly coordinates = new Map<string, Coordinates>();
  private readonly detour: number;

  constructor(data: ScenarioData) {
    this.detour = data.detour ?? 1.3;
    for (const each of data.distances ?? []) {
      for (const id of each.between) this.statedIds.add(id);
      this.stated.set(key(each.between[0], each.between[1]), {
        km: each.km,
        provenance: {
          stated: each.km,
          status: each.status,
          source: each.source,
          priceYear: undefined,
          priceFactor: undefined,
          givenBy: 'scenario',
        },
      });
    }
    for (const [id, at] of [...Object.entries(data.places), ...Object.entries(data.towns ?? {})]) {
      if (at.lat !== undefined && at.lon !== undefined) this.coordinates.set(id, { lat: at.lat, lon: at.lon });
    }
  }

  /** Whether a distance between the two is stated. */
  states(a: string, b: string): boolean {
    return this.statedIds.has(a) && this.statedIds.has(b) && this.stated.has(key(a, b));
  }

  /** Whether two centres lie farther apart than so many km by their latitudes alone, no distance being stated. */
  surelyBeyond(a: string, b: string, km: number): boolean {
    const from = this.coordinates.get(a);
    const to = this.coordinates.get(b);
    if (from === undefined || to === undefined || this.states(a, b)) return false;
    return Math.abs(from.lat - to.lat) * kmPerLatitude * this.detour > km;
  }

  /** Km of sea on the straight line between two centres; 0 where coordinates are not known. */
  seaBetween(a: string, b: string): number {
    const from = this.coordinates.get(a);
    const to = this.coordinates.get(b);
    if (from === undefined || to === undefined) return 0;
    return a < b ? seaKilometres(from, to, landAroundSweden()) : seaKilometres(to, from, landAroundSweden());
  }

  /** Between two centres; undefined when neither a distance nor coordinates are stated. */
  between(a: string, b: string): Distance | undefined {
    if (a === b) return { km: 0, provenance: derived(0, 'same place') };
    if (this.states(a, b)) return this.stated.get(key(a, b));
    const from = this.coordinates.get(a);
    const to = this.coordinates.get(b);
    if (from === undefined || to === undefined) return undefined;
    // Always from the smaller id, so that both directions have the same bits.
    const straight = a < b ? greatCircleKm(from, to) : greatCircleKm(to, from);
    const { detour } = this;
    const km = straight * detour;
    return {
      km,
      get provenance() {
        return derived(km, `great circle ${straight.toFixed(1)} km × ${detour}`);
      },
    };
  }
}

/** A distance from a hinterland that lies h km around its centre: √(d² + h²). */
export function fromHinterland(distance: Distance, hinterlandKm: number): Distance {
  if (hinterlandKm === 0) return distance;
  return {
    km: Math.sqrt(distance.km * distance.km + hinterlandKm * hinterlandKm),
    get provenance(): Provenance {
      return { ...distance.provenance, status: 'derived' };
    },
  };
}

export function derived(stated: number, source: string): Provenance {
  return { stated, status: 'derived', source, priceYear: undefined, priceFactor: undefined, givenBy: 'program' };
}

function key(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
