import type { GeoNamesRow } from './geonames-rows.ts';

/**
 * What GeoNames states wrongly of localities that are real, by their number. Source: SCB, statistical localities (tätorter),
 * whose code begins with the municipality's.
 */
export const corrections: ReadonlyMap<number, Partial<GeoNamesRow>> = new Map([
  // Islands and harbours outside GeoNames' municipal borders.
  [2689542, { municipality: '1083' }], // Nogersund, Sölvesborg
  [2711863, { municipality: '1382' }], // Glommen, Falkenberg
  [2713875, { municipality: '1407' }], // Fotö, Öckerö
  // Near a border, or counted to a municipality as it was before it was divided.
  [2599415, { municipality: '0380' }], // Björklinge, Uppsala
  [2680718, { municipality: '2080' }], // Sågmyra, Falun
  [2687020, { municipality: '1443' }], // Olsfors, Bollebygd
  [2694417, { municipality: '1285' }], // Löberöd, Eslöv
  [2704042, { municipality: '1277' }], // Hyllinge, Åstorp
  [2711820, { municipality: '1282' }], // Glumslöv, Landskrona
  [2721912, { municipality: '1277' }], // Björnås, Åstorp
  [2726470, { municipality: '0330' }], // Alsike, Knivsta
  // Localities of their own that GeoNames calls parts of a town.
  [9114206, { feature: 'PPL' }], // Åre
  [2679558, { feature: 'PPL' }], // Segersäng, Nynäshamn
]);

/**
 * Records with the people of another place that is not in the table under the same name, so that no rule about pairs finds
 * them: number, and what it is.
 */
export const loneGhosts: ReadonlyMap<number, string> = new Map([
  [602473, 'Svartå in Skellefteå: the locality is in Degerfors'],
  [2599299, 'Anneberg in Östhammar: the localities are in Nässjö and Kungsbacka'],
  [2668429, 'Tollarp1 in Kristianstad: a second record of Tollarp, which is 30 km away'],
  [2670162, 'Svartvik in Härnösand: the locality is in Sundsvall'],
  [2671246, 'Guojkkasuoluoj in Arjeplog: the name of an island, and of no locality'],
  [2678744, 'Sjötorp in Storfors: the locality is in Mariestad'],
  [2694720, 'Linneryd in Vaggeryd: the locality is in Tingsryd'],
  [2705728, 'Högsäter in Eda: the locality is in Färgelanda'],
  [2706543, 'Herrestad in Vadstena: the locality is in Uddevalla'],
  [2721951, 'Björkvik in Storuman: the locality is in Katrineholm'],
  [2723742, 'Baggetorp in Lekeberg: the locality is in Vingåker'],
  [2727731, 'Abborrberget in Ludvika: the locality is in Strängnäs'],
]);
