import type { Provenance } from '../compile/index.ts';
import { type Coordinates, greatCircleKm } from './great-circle.ts';
import type { ScenarioData } from './schema.ts';

/** A distance and where it comes from. */
export type Distance = { readonly km: number; readonly provenance: Provenance };

/**
 * Road distances between the centres of places and towns: as stated, otherwise the great circle times the detour factor,
 * otherwise unknown.
 */
export class Distances {
  private readonly stated = new Map<string, Distance>();
  private readonly coordinates = new Map<string, Coordinates>();
  private readonly detour: number;

  constructor(data: ScenarioData) {
    this.detour = data.detour ?? 1.3;
    for (const each of data.distances ?? []) {
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

  /** Between two centres; undefined when neither a distance nor coordinates are stated. */
  between(a: string, b: string): Distance | undefined {
    if (a === b) return { km: 0, provenance: derived(0, 'same place') };
    const stated = this.stated.get(key(a, b));
    if (stated !== undefined) return stated;
    const from = this.coordinates.get(a);
    const to = this.coordinates.get(b);
    if (from === undefined || to === undefined) return undefined;
    // Always from the smaller id, so that both directions have the same bits.
    const straight = a < b ? greatCircleKm(from, to) : greatCircleKm(to, from);
    return {
      km: straight * this.detour,
      provenance: derived(straight * this.detour, `great circle ${straight.toFixed(1)} km × ${this.detour}`),
    };
  }
}

/** A distance from a hinterland that lies h km around its centre: √(d² + h²). */
export function fromHinterland(distance: Distance, hinterlandKm: number): Distance {
  if (hinterlandKm === 0) return distance;
  return {
    km: Math.sqrt(distance.km * distance.km + hinterlandKm * hinterlandKm),
    provenance: { ...distance.provenance, status: 'derived' },
  };
}

export function derived(stated: number, source: string): Provenance {
  return { stated, status: 'derived', source, priceYear: undefined, priceFactor: undefined, givenBy: 'program' };
}

function key(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
