import { landAroundSweden, seaKilometres } from '../engine/geography/index.ts';
import { PlannerError } from '../errors.ts';
import { countyCodeOf } from '../places/counties.ts';
import { PointIndex } from '../places/nearest-places.ts';
import type { Place } from '../places/place.ts';
import type { RegisteredShop } from '../places/shop.ts';
import { type LeftOut, type LeftOutBecause, usableLocalities } from './choose-localities.ts';
import { syntheticRule } from './synthetic-rule.ts';
import { hinterlandOf, type StatedShop, syntheticShops } from './synthetic-shops.ts';

/** What region is asked for. */
export interface RegionRequest {
  /** Text that the made-up numbers hang on; also the scenario's seed. */
  readonly seed: string;
  readonly start: number;
  readonly years: number;
  /** Fewest and most inhabitants of a place that is followed; larger localities are outside towns. */
  readonly min: number;
  readonly max: number;
  /** Counties and municipalities by code; all of Sweden when both are empty. */
  readonly counties: readonly string[];
  readonly municipalities: readonly string[];
  /** What the region is called. */
  readonly label: { readonly sv: string; readonly en: string };
  /** The name of a municipality by its code. */
  readonly municipalityName: (code: string) => string | undefined;
}

/** A generated region: the scenario as it is written, and what was done. */
export interface Region {
  readonly scenario: Readonly<Record<string, unknown>>;
  readonly report: RegionReport;
}

export interface RegionReport {
  readonly format: 'bygdekalkyl/region@1';
  readonly seed: string;
  /** Localities that are followed, the people in them and the people assumed around them. */
  readonly places: number;
  readonly inhabitants: number;
  readonly hinterland: number;
  /** Localities outside that people also go to: towns, and villages of neighbouring counties. */
  readonly towns: number;
  readonly neighbours: number;
  readonly shops: {
    readonly synthetic: number;
    readonly registered: number;
    /** Shops of the register whose place is not followed. */
    readonly elsewhere: number;
    /** Of both, those that sell groceries and those that sell fuel. */
    readonly groceries: number;
    readonly fuel: number;
  };
  /** Localities without a shop or station of any kind. */
  readonly withoutShop: number;
  /** Localities of the region left out of it, by reason; those too small to follow are counted too. */
  readonly leftOut: Readonly<Record<LeftOutBecause, { readonly count: number; readonly largest: readonly string[] }>>;
}

/** Road over great circle, and the farthest destination kept, km: those of a scenario that states neither. */
const detour = 1.3;
const reachKm = 60;

/** How far the nearest town is looked for, km. */
const farthestTownKm = 1000;

/** Most sea on the straight line between a pair that a scenario keeps without a stated distance, km. */
const mostSeaKm = 2;

/** Inhabitants from which a locality outside the region is a place one goes to. Assumption. */
const neighbourFrom = 2000;

/**
 * Makes a region out of a table of localities: every locality of the size asked for as a place with a hinterland, larger ones as
 * outside towns, and shops and stations by the stated rule, marked `synthetic`. Where a register of shops is given, its shops
 * stand instead of all made-up ones: a place it names no shop in has none.
 *
 * @param isRegister - whether the table is one that was imported, which is taken as it is
 * @throws {RangeError} when no size is asked for
 * @throws {PlannerError} when no locality is left to follow
 */
export function generateRegion(
  table: readonly Place[],
  isRegister: boolean,
  request: RegionRequest,
  register?: readonly RegisteredShop[],
): Region {
  if (request.min > request.max) throw new RangeError(`--min ${request.min} is above --max ${request.max}`);
  const { usable, leftOut } = usableLocalities(table, isRegister);
  const within = ({ municipality }: Place): boolean =>
    request.counties.length + request.municipalities.length === 0 ||
    request.counties.includes(countyCodeOf(municipality) ?? '') ||
    request.municipalities.includes(municipality);
  const wanted = usable.filter(
    (place) => within(place) && place.population >= request.min && place.population <= request.max,
  );
  const { followed, outside, cutOff } = withOutsideTowns(usable, wanted, within, request);
  if (followed.length === 0) {
    throw new PlannerError([
      {
        code: 'no-place',
        message: 'The region holds no locality that can be followed',
        found: `${wanted.length} of the size asked for, ${cutOff.length} of them without a town by land`,
        hint: 'Check county, municipality, --min and --max; the embedded table begins at 500 inhabitants',
      },
    ]);
  }
  const shops = new Map<string, StatedShop>();
  const places = new Map<string, object>();
  let synthetic = 0;
  let withoutShop = 0;
  const registered = byPlace(register ?? []);
  for (const place of followed) {
    const own =
      register === undefined
        ? syntheticShops(request.seed, place)
        : (registered.get(place.id) ?? new Map<string, StatedShop>());
    if (register === undefined) synthetic += own.size;
    if (own.size === 0) withoutShop += 1;
    for (const [id, shop] of own) shops.set(id, shop);
    places.set(place.id, placeOf(place, request.municipalityName(place.municipality)));
  }
  const stated = [...shops.values()];
  const sells = (field: string): number =>
    stated.filter((shop) => (shop[field] as { value: boolean } | undefined)?.value === true).length;
  const tooSmall = table
    .filter((place) => within(place) && place.population < request.min)
    .map((place): LeftOut => ({ place, because: 'tooSmall' }));
  const missing = [
    ...leftOut.filter(({ place }) => within(place)),
    ...cutOff.map((place): LeftOut => ({ place, because: 'noTownByLand' })),
    ...tooSmall,
  ];
  const report: RegionReport = {
    format: 'bygdekalkyl/region@1',
    seed: request.seed,
    places: followed.length,
    inhabitants: sum(followed.map(({ population }) => population)),
    hinterland: sum(followed.map(({ population }) => hinterlandOf(population))),
    towns: outside.filter(({ population }) => population > request.max).length,
    neighbours: outside.filter(({ population }) => population <= request.max).length,
    shops: {
      synthetic,
      registered: shops.size - synthetic,
      elsewhere: (register ?? []).filter(({ place }) => !places.has(place)).length,
      groceries: sells('sellsGroceries'),
      fuel: sells('sellsFuel'),
    },
    withoutShop,
    leftOut: {
      unreliablePopulation: tally(missing, 'unreliablePopulation'),
      insideLarger: tally(missing, 'insideLarger'),
      noTownByLand: tally(missing, 'noTownByLand'),
      tooSmall: tally(missing, 'tooSmall'),
    },
  };
  return { scenario: scenarioOf(request, report, places, outside, shops), report };
}

/**
 * Where people of the region also go: towns that lie within reach of it, larger villages beside it, and always the nearest town
 * by land. A place without one is cut off: what its shop sells could be met by no calibration.
 */
function withOutsideTowns(
  usable: readonly Place[],
  wanted: readonly Place[],
  within: (place: Place) => boolean,
  request: RegionRequest,
): { readonly followed: readonly Place[]; readonly outside: readonly Place[]; readonly cutOff: readonly Place[] } {
  const towns = usable.filter(({ population }) => population > request.max);
  const beside = usable.filter(
    (place) => place.population <= request.max && place.population >= neighbourFrom && !within(place),
  );
  const nearby = new PointIndex([...towns, ...beside], 0.5);
  const townIndex = new PointIndex(towns, 0.5);
  const outside = new Set<Place>();
  const followed: Place[] = [];
  const cutOff: Place[] = [];
  for (const place of wanted) {
    let town: Place | undefined;
    for (let km = reachKm; km <= farthestTownKm && town === undefined; km *= 4)
      town = townIndex.within(place, km).find(({ at }) => isByLand(place, at))?.at;
    if (town === undefined) {
      cutOff.push(place);
      continue;
    }
    followed.push(place);
    outside.add(town);
    for (const { at } of nearby.within(place, reachKm / detour)) outside.add(at);
  }
  return { followed, outside: [...outside].sort((a, b) => (a.id < b.id ? -1 : 1)), cutOff };
}

/** Whether a scenario would keep a pair whose distance it does not state. */
function isByLand(a: Place, b: Place): boolean {
  const [from, to] = a.id < b.id ? [a, b] : [b, a];
  return seaKilometres(from, to, landAroundSweden()) <= mostSeaKm;
}

function placeOf(place: Place, municipality: string | undefined): object {
  return {
    label: place.name,
    ...(municipality === undefined ? {} : { municipality }),
    lat: place.lat,
    lon: place.lon,
    inhabitants: inhabitantsOf(place),
    hinterland: {
      inhabitants: { value: hinterlandOf(place.population), status: 'synthetic' },
      distance: syntheticRule.hinterlandDistance.value,
    },
  };
}

function townOf(place: Place): object {
  return { label: place.name, lat: place.lat, lon: place.lon, inhabitants: inhabitantsOf(place) };
}

function inhabitantsOf({ population, status, source }: Place): object {
  return { value: population, status, ...(source === '' ? {} : { source }) };
}

/** Shops of a register by place, as a scenario states them. */
function byPlace(register: readonly RegisteredShop[]): Map<string, Map<string, StatedShop>> {
  const found = new Map<string, Map<string, StatedShop>>();
  for (const shop of register) {
    const about = { status: shop.status, ...(shop.source === '' ? {} : { source: shop.source }) };
    const stated = (field: string, value: number | undefined): object =>
      value === undefined ? {} : { [field]: { value, ...about } };
    const list = found.get(shop.place) ?? new Map<string, StatedShop>();
    list.set(shop.id, {
      label: shop.name,
      place: shop.place,
      ...(shop.distanceKm === undefined ? {} : { distance: rounded(shop.distanceKm * detour) }),
      sellsGroceries: { value: shop.groceries, ...about },
      sellsFuel: { value: shop.fuel, ...about },
      ...(shop.groceries ? { ...stated('floorArea', shop.floorAreaM2), ...stated('turnover', shop.turnoverSek) } : {}),
      ...(shop.fuel ? stated('fuelTurnover', shop.litres) : {}),
    });
    found.set(shop.place, list);
  }
  return found;
}

function scenarioOf(
  request: RegionRequest,
  report: RegionReport,
  places: ReadonlyMap<string, object>,
  towns: readonly Place[],
  shops: ReadonlyMap<string, StatedShop>,
): Record<string, unknown> {
  const { synthetic } = report.shops;
  return {
    id: 'region',
    label: {
      sv: `${request.label.sv}: ${synthetic > 0 ? 'SYNTETISK region' : 'genererad region'}`,
      en: `${request.label.en}: ${synthetic > 0 ? 'SYNTHETIC region' : 'generated region'}`,
    },
    about: {
      sv: `Genererad: ${report.places} orter, ${synthetic} påhittade butiker och mackar, omland efter en regel; se docs/region.md. Ingen verklig butik får bedömas efter detta.`,
      en: `Generated: ${report.places} localities, ${synthetic} made-up shops and stations, hinterland by a rule; see docs/region.md. No real shop may be judged by this.`,
    },
    start: request.start,
    years: request.years,
    seed: request.seed,
    overSea: 'drop',
    places: Object.fromEntries(places),
    towns: Object.fromEntries(towns.map((town) => [town.id, townOf(town)])),
    shops: Object.fromEntries(shops),
    alternatives: { none: { label: { sv: 'Ingen åtgärd', en: 'No measure' } } },
  };
}

/**
 * A scenario as text: YAML that is JSON too, which is read thirty times as fast, with each place and shop on a line of its own.
 */
export function regionText(scenario: Region['scenario']): string {
  const lines = Object.entries(scenario).map(([name, value]) => {
    const byEntry = ['places', 'towns', 'shops'].includes(name);
    if (!byEntry) return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    const entries = Object.entries(value as object).map(
      ([id, each]) => `  ${JSON.stringify(id)}: ${JSON.stringify(each)}`,
    );
    return `${JSON.stringify(name)}: {\n${entries.join(',\n')}\n}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

function tally(missing: readonly LeftOut[], because: LeftOutBecause): { count: number; largest: string[] } {
  const places = missing.filter((each) => each.because === because).map(({ place }) => place);
  const largest = [...places].sort((a, b) => b.population - a.population || (a.id < b.id ? -1 : 1)).slice(0, 5);
  return { count: places.length, largest: largest.map(({ name }) => name) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function rounded(km: number): number {
  return Math.round(km * 10) / 10;
}
