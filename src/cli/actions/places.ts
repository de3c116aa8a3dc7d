import { stringify } from 'csv-stringify/sync';
import { localities, municipalities } from '../../app/localities.ts';
import { placeYaml } from '../../app/place-yaml.ts';
import { readPlacesFile } from '../../app/places-file.ts';
import { nearestName } from '../../engine/text/index.ts';
import { PlannerError } from '../../errors.ts';
import { counties, countyCodeOf } from '../../places/counties.ts';
import { PointIndex } from '../../places/nearest-places.ts';
import { geoNamesCredit, type Place } from '../../places/place.ts';
import { foldName } from '../../places/place-id.ts';
import { nearNames, type PlaceFilter, passes, searchPlaces } from '../../places/search-places.ts';
import { type Language, Numbers } from '../numbers.ts';
import type { PlaceNearOptions, PlaceSearchOptions, PlaceShowOptions } from '../options.ts';
import { table } from '../tables.ts';

/** Prints the places whose name holds a text. @throws {PlannerError} when there is none */
export async function search(text: string, options: PlaceSearchOptions): Promise<void> {
  const places = await placesOf(options.places);
  const filter = filterOf(options);
  const found = searchPlaces(places, text, filter);
  if (found.length === 0) throw nothingFound(places, text, filter);
  print(
    found.map((place) => ({ place })),
    options,
  );
}

/** Prints the places within so many km of a point or a place. @throws {PlannerError} when there is none, or no such place */
export async function near(where: string, options: PlaceNearOptions): Promise<void> {
  const places = await placesOf(options.places);
  const filter = filterOf(options);
  const point = /^\s*(-?\d+(?:\.\d+)?)\s*[,; ]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(where);
  const from = point === null ? onePlace(places, where) : { lat: Number(point[1]), lon: Number(point[2]) };
  if (Math.abs(from.lat) > 90 || Math.abs(from.lon) > 180)
    throw new RangeError(`A point is LAT,LON in degrees with a decimal point, such as 57.13,16.27; found ${where}`);
  if (options.km > 2000) throw new RangeError(`--km is ${options.km}; allowed at most 2000`);
  const found = new PointIndex(places)
    .within(from, options.km)
    .filter(({ at }) => at !== from && passes(at, filter))
    .map(({ at, km }) => ({ place: at, km }));
  if (found.length === 0)
    throw new PlannerError([
      {
        code: 'no-place',
        message: `No place lies within ${options.km} km of ${where}`,
        hint: 'Look farther with --km; a point is LAT,LON: north first',
      },
    ]);
  print(found, options);
}

/** Prints what is known of a place, and the lines to paste. @throws {PlannerError} when there is none, or several */
export async function show(which: string, options: PlaceShowOptions): Promise<void> {
  const place = onePlace(await placesOf(options.places), which);
  const yaml = placeYaml(place, municipalities(), options.as);
  const credit = creditOf([place]);
  if (options.json) {
    write(JSON.stringify({ format: 'bygdekalkyl/place@1', credit, place: told(place), yaml }));
    return;
  }
  const swedish = options.lang === 'sv';
  const numbers = new Numbers(options.lang);
  const { municipality, county } = told(place);
  const lines: [string, string][] = [
    ['Id', place.id],
    [swedish ? 'Kommun' : 'Municipality', place.municipality === '' ? '' : `${municipality} (${place.municipality})`],
    [swedish ? 'Län' : 'County', county],
    [swedish ? 'Läge' : 'Position', `${place.lat}, ${place.lon} (WGS 84)`],
    [
      swedish ? 'Invånare' : 'Inhabitants',
      `${numbers.set(place.population)}${place.year === undefined ? '' : ` (${place.year})`}, ${statusWords[options.lang][place.status]}`,
    ],
    [swedish ? 'Källa' : 'Source', place.source],
  ];
  const width = Math.max(...lines.map(([head]) => head.length));
  write(place.name);
  for (const [head, text] of lines) if (text !== '') write(`${head.padEnd(width)}  ${text}`);
  if ('changed' in place && place.status === 'assumption') {
    write('');
    write(
      swedish
        ? 'Siffran är från omkring 2010 och kan gälla en del av en större tätort. Kontrollera den hos SCB.'
        : 'The figure is of about 2010 and may be of a part of a larger locality. Check it with SCB.',
    );
  }
  write('');
  write(swedish ? '# Klistra in i scenariot:' : '# Paste into the scenario:');
  write(yaml.trimEnd());
  if (credit !== '') write(`\n${creditLine(options.lang)}`);
}

const statusWords = {
  sv: { found: 'funnen', assumption: 'ANTAGANDE' },
  en: { found: 'found', assumption: 'ASSUMPTION' },
} as const;

async function placesOf(file: string | undefined): Promise<readonly Place[]> {
  return file === undefined ? localities() : readPlacesFile(file);
}

/** What options narrow a search to, by code. @throws {RangeError} when there is no such county or municipality */
export function filterOf({
  county,
  municipality,
  min,
  max,
}: Pick<PlaceSearchOptions, 'county' | 'municipality' | 'min' | 'max'>): PlaceFilter {
  return {
    county: county === undefined ? undefined : codeOf('county', county, [...counties]),
    municipality:
      municipality === undefined
        ? undefined
        : (municipalities().codeOf(municipality) ??
          codeOf('municipality', municipality, [...municipalities().entries()])),
    min,
    max,
  };
}

function codeOf(what: string, text: string, known: readonly (readonly [code: string, name: string])[]): string {
  const wanted = foldName(text).replace(/s? lan$/, '');
  const found = known.find(([code, name]) => code === text || foldName(name) === wanted);
  if (found !== undefined) return found[0];
  const guess = nearestName(
    text,
    known.map(([, name]) => name),
  );
  throw new RangeError(`There is no ${what} ${text}${guess === undefined ? '' : `. Did you mean ${guess}?`}`);
}

/** @throws {PlannerError} when there is none, or several of that name */
function onePlace(places: readonly Place[], which: string): Place {
  const wanted = foldName(which.trim());
  const byId = places.find(({ id }) => id === wanted || (/^\d+$/.test(wanted) && id.endsWith(`-${wanted}`)));
  if (byId !== undefined) return byId;
  const exact = places.filter(({ name }) => name.toLowerCase() === which.trim().toLowerCase());
  const named = exact.length > 0 ? exact : places.filter(({ name }) => foldName(name) === wanted);
  const [only] = named;
  if (only === undefined) throw nothingFound(places, which, {});
  if (named.length === 1) return only;
  throw new PlannerError([
    {
      code: 'several-places',
      message: `Several places are called ${which}`,
      allowed: named
        .slice(0, 12)
        .map(({ id, municipality }) => `${id} (${municipalities().nameOf(municipality) ?? '?'})`)
        .join(', '),
      hint: 'Give the id',
    },
  ]);
}

function nothingFound(places: readonly Place[], text: string, filter: PlaceFilter): PlannerError {
  const outside = searchPlaces(places, text).length;
  const near = nearNames(
    places.filter((place) => passes(place, filter)),
    text,
  );
  const hint =
    outside > 0
      ? `${outside} outside the county, municipality or size asked for`
      : near.length > 0
        ? `Did you mean ${near.join(', ')}?`
        : 'The table holds localities with 500 inhabitants and more; a smaller place is typed into the scenario, or imported';
  return new PlannerError([{ code: 'no-place', message: `No place is called ${text}`, hint }]);
}

type Found = { readonly place: Place; readonly km?: number };

/** A place as programs are told of it, with names for codes. */
function told(place: Place) {
  const code = countyCodeOf(place.municipality) ?? '';
  return {
    id: place.id,
    name: place.name,
    municipalityCode: place.municipality,
    municipality: municipalities().nameOf(place.municipality) ?? '',
    countyCode: code,
    county: counties.get(code) ?? '',
    lat: place.lat,
    lon: place.lon,
    population: place.population,
    year: place.year ?? null,
    status: place.status,
    source: place.source,
  };
}

function print(found: readonly Found[], options: PlaceSearchOptions): void {
  const shown = found.slice(0, options.limit);
  const credit = creditOf(shown.map(({ place }) => place));
  const rows = shown.map(({ place, km }) => ({ ...told(place), ...(km === undefined ? {} : { km }) }));
  if (options.json) {
    write(JSON.stringify({ format: 'bygdekalkyl/places@1', credit, found: found.length, places: rows }));
    return;
  }
  if (options.csv) {
    // The source of each row names GeoNames where its data is in it.
    write(stringify(rows, { header: true, escape_formulas: true }).trimEnd());
    return;
  }
  const swedish = options.lang === 'sv';
  const numbers = new Numbers(options.lang);
  const away = shown.some(({ km }) => km !== undefined);
  write(
    table(
      [
        swedish ? 'Namn' : 'Name',
        swedish ? 'Kommun' : 'Municipality',
        swedish ? 'Län' : 'County',
        swedish ? 'Invånare' : 'Inhabitants',
        ...(away ? ['km'] : []),
        'Status',
        'Id',
      ],
      rows.map((row) => [
        row.name,
        row.municipality,
        row.county,
        numbers.set(row.population),
        ...(away ? [numbers.set(row.km ?? 0, 1)] : []),
        statusWords[options.lang][row.status],
        row.id,
      ]),
      away ? [0, 1, 2, 5, 6] : [0, 1, 2, 4, 5],
    ),
  );
  if (found.length > shown.length)
    write(
      swedish
        ? `… och ${found.length - shown.length} till: --limit visar fler`
        : `… and ${found.length - shown.length} more: --limit shows them`,
    );
  if (credit !== '') write(`\n${creditLine(options.lang)}`);
}

/** Who must be named, empty when no data of theirs is shown. */
function creditOf(places: readonly Place[]): string {
  return places.some(({ source }) => source.includes('GeoNames')) ? geoNamesCredit : '';
}

function creditLine(language: Language): string {
  return language === 'sv'
    ? `Källa: ${geoNamesCredit}, se docs/places.md`
    : `Source: ${geoNamesCredit}, see docs/places.md`;
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
