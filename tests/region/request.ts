import type { RegisteredShop } from '../../src/places/shop.ts';
import type { RegionRequest } from '../../src/region/index.ts';

/** All of Sweden, 500 to 5 000 inhabitants, with changes. */
export function requestFor(change: Partial<RegionRequest> = {}): RegionRequest {
  return {
    seed: 'region',
    start: 2014,
    years: 15,
    min: 500,
    max: 5000,
    counties: [],
    municipalities: [],
    label: { sv: 'Sverige', en: 'Sweden' },
    municipalityName: () => undefined,
    ...change,
  };
}

/** A shop of a register, 1 km from the centre of a place as the crow flies. */
export function registeredShop(place: string): RegisteredShop {
  return {
    id: 'handlarn-1',
    name: 'Handlarn',
    place,
    placeName: place,
    distanceKm: 1,
    lat: undefined,
    lon: undefined,
    groceries: true,
    fuel: false,
    turnoverSek: 6_000_000,
    floorAreaM2: 150,
    litres: undefined,
    status: 'found',
    source: 'Register',
  };
}
