import { localities, municipalities } from '../../app/localities.ts';
import { readPlacesFile } from '../../app/places-file.ts';
import { readShopsFile } from '../../app/shops-file.ts';
import { writeWholeFile } from '../../app/whole-file.ts';
import { counties } from '../../places/counties.ts';
import { geoNamesCredit } from '../../places/place.ts';
import { generateRegion, type RegionReport, regionText } from '../../region/index.ts';
import { type Language, Numbers } from '../numbers.ts';
import type { RegionOptions } from '../options.ts';
import { filterOf } from './places.ts';

/**
 * Generates a region and writes it as a scenario file; the report goes to standard output, or to standard error when the
 * scenario itself is printed.
 *
 * @throws {PlannerError} when a file cannot be used or nothing is left to follow
 * @throws {RangeError} when there is no such county or municipality
 */
export async function region(options: RegionOptions): Promise<void> {
  const { places: file, shops: shopsFile, out, seed, start, years, min, max } = options;
  if (seed === '' || seed.length > 200) throw new RangeError('a seed is a text of 1 to 200 characters');
  if (years < 1 || years > 100) throw new RangeError(`--years is ${years}; allowed 1 to 100`);
  if (start < 1900 || start > 2200) throw new RangeError(`--start is ${start}; allowed 1900 to 2200`);
  const codes = {
    counties: options.county.map((county) => filterOf({ county }).county as string),
    municipalities: options.municipality.map((municipality) => filterOf({ municipality }).municipality as string),
  };
  const table = file === undefined ? localities() : await readPlacesFile(file);
  const register = shopsFile === undefined ? undefined : await readShopsFile(shopsFile, table);
  const names = [
    ...codes.counties.map((code) => counties.get(code) as string),
    ...codes.municipalities.map((code) => municipalities().nameOf(code) as string),
  ];
  const label = {
    sv: names.length === 0 ? 'Sverige' : names.join(', '),
    en: names.length === 0 ? 'Sweden' : names.join(', '),
  };
  const municipalityName = (code: string): string | undefined => municipalities().nameOf(code);
  const request = { seed, start, years, min, max, ...codes, label, municipalityName };
  const { scenario, report } = generateRegion(table, file !== undefined, request, register);
  const text = regionText(scenario);
  if (out === undefined) process.stdout.write(text);
  else await writeWholeFile(out, [text], { force: options.force ?? false });
  const told = options.json ? JSON.stringify({ ...report, out: out ?? null }) : regionReport(report, out, options.lang);
  const credit =
    file === undefined && !options.json
      ? `\n${options.lang === 'sv' ? 'Källa' : 'Source'}: ${geoNamesCredit}, docs/places.md`
      : '';
  (out === undefined ? process.stderr : process.stdout).write(`${told}${credit}\n`);
}

function regionReport(report: RegionReport, out: string | undefined, language: Language): string {
  const numbers = new Numbers(language);
  const set = (value: number): string => numbers.set(value);
  const swedish = language === 'sv';
  const { shops } = report;
  const lines = swedish
    ? [
        ...(shops.synthetic > 0
          ? [
              `SYNTETISKT: ${set(shops.synthetic)} butiker och mackar är påhittade efter regeln i docs/region.md, frö «${report.seed}».`,
            ]
          : []),
        `Orter som följs: ${set(report.places)} med ${set(report.inhabitants)} invånare, och ${set(report.hinterland)} antagna i omland.`,
        `Utanför: ${set(report.towns)} tätorter, ${set(report.neighbours)} grannorter.`,
        `Butiker och mackar: ${set(shops.groceries)} med livsmedel, ${set(shops.fuel)} med drivmedel; ${set(shops.registered)} ur register (${set(shops.elsewhere)} till i orter som inte följs). Orter utan: ${set(report.withoutShop)}.`,
      ]
    : [
        ...(shops.synthetic > 0
          ? [
              `SYNTHETIC: ${set(shops.synthetic)} shops and stations are made up by the rule in docs/region.md, seed «${report.seed}».`,
            ]
          : []),
        `Places followed: ${set(report.places)} with ${set(report.inhabitants)} inhabitants, and ${set(report.hinterland)} assumed in hinterlands.`,
        `Outside: ${set(report.towns)} towns, ${set(report.neighbours)} neighbouring localities.`,
        `Shops and stations: ${set(shops.groceries)} with groceries, ${set(shops.fuel)} with fuel; ${set(shops.registered)} from the register (${set(shops.elsewhere)} more in places not followed). Places without: ${set(report.withoutShop)}.`,
      ];
  for (const [reason, { count, largest }] of Object.entries(report.leftOut)) {
    if (count === 0) continue;
    const words = reasons[language][reason as keyof RegionReport['leftOut']];
    const names = largest.length < count ? `${largest.join(', ')} …` : largest.join(', ');
    lines.push(`${swedish ? 'Lämnas utanför' : 'Left out'}: ${set(count)} ${words} (${names}).`);
  }
  if (out !== undefined) lines.push(`${swedish ? 'Skrivet' : 'Written'}: ${out}`);
  return lines.join('\n');
}

const reasons: Readonly<Record<Language, Readonly<Record<keyof RegionReport['leftOut'], string>>>> = {
  sv: {
    unreliablePopulation: 'med osäker folkmängd, ofta delar av större tätorter',
    insideLarger: 'inom en större tätorts bebyggelse',
    noTownByLand: 'utan tätort som nås över land på kartan',
    tooSmall: 'med färre invånare än efterfrågat',
  },
  en: {
    unreliablePopulation: 'with an unreliable population, often parts of larger localities',
    insideLarger: 'within the built-up area of a larger locality',
    noTownByLand: 'without a town that is reached by land on the map',
    tooSmall: 'with fewer inhabitants than asked for',
  },
};
