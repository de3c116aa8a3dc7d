import { stringify } from 'yaml';
import type { Municipalities } from '../places/municipalities.ts';
import type { Place } from '../places/place.ts';
import type { RegisteredShop } from '../places/shop.ts';

/** Road over great circle, as in a scenario that states no road distance. */
const detour = 1.3;

/** Inhabitants above which a place is a town outside the villages of a scenario, unless the planner says otherwise. */
const townAbove = 5000;

/**
 * A place as a scenario states it, ready to paste: under `places`, or under `towns` above 5 000 inhabitants.
 */
export function placeYaml(place: Place, municipalities: Municipalities, as?: 'place' | 'town'): string {
  const town = as === undefined ? place.population > townAbove : as === 'town';
  const municipality = municipalities.nameOf(place.municipality);
  const entry = {
    label: place.name,
    ...(town || municipality === undefined ? {} : { municipality }),
    lat: place.lat,
    lon: place.lon,
    inhabitants: {
      value: place.population,
      status: place.status,
      ...(place.source === ''
        ? {}
        : { source: place.year === undefined ? place.source : `${place.source} (${place.year})` }),
    },
  };
  return stringify({ [town ? 'towns' : 'places']: { [place.id]: entry } }, { lineWidth: 0 });
}

/**
 * Shops of a register as a scenario states them, ready to paste. What the register does not tell is left out, and the model's
 * defaults, which are assumptions, take its place.
 */
export function shopsYaml(shops: readonly RegisteredShop[]): string {
  const entries = shops.map((shop): [string, object] => {
    const about = { status: shop.status, ...(shop.source === '' ? {} : { source: shop.source }) };
    const stated = (value: number | undefined): object | undefined =>
      value === undefined ? undefined : { value, ...about };
    const fields = {
      label: shop.name,
      place: shop.place,
      distance: shop.distanceKm === undefined ? undefined : Math.round(shop.distanceKm * detour * 10) / 10,
      sellsGroceries: { value: shop.groceries, ...about },
      sellsFuel: { value: shop.fuel, ...about },
      floorArea: shop.groceries ? stated(shop.floorAreaM2) : undefined,
      turnover: shop.groceries ? stated(shop.turnoverSek) : undefined,
      fuelTurnover: shop.fuel ? stated(shop.litres) : undefined,
    };
    return [shop.id, fields];
  });
  return stringify({ shops: Object.fromEntries(entries) }, { lineWidth: 0, keepUndefined: false });
}
