import { compareScenario } from '../../src/app/compare-scenario.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { openScenario } from '../../src/app/open-scenario.ts';
import { withSeed } from '../../src/app/seed.ts';
import { futureDesign } from '../../src/engine/simulate/index.ts';
import { root } from '../source-files.ts';

/** Hash of Fliseryd's comparison, computed here: no server, no database, no cache. */
export async function hashComputedHere(draws: number, inner: number, seed?: string): Promise<string> {
  model ??= loadModel();
  scenario ??= openScenario(model, `${root}/scenarios/fliseryd.yaml`);
  const { document } = await compareScenario(model, withSeed(scenario, seed), futureDesign(draws, inner));
  return document.certificate.resultHash;
}

let model: ReturnType<typeof loadModel> | undefined;
let scenario: ReturnType<typeof openScenario> | undefined;

/** Fliseryd to the öre, with both futures of the shop: what docs/api.md begins with. */
export const fliseryd = `{ comparison(scenario: "fliseryd") { result {
  certificate { engine modelHash scenarioHash seed resultHash }
  calculations { label { sv } project: view(of: project) { firstYear { totalSekPerYear } }
    municipality: view(of: municipality) { firstYear { totalSekPerYear } } }
  alternatives { key overview { shops { nodes { shop chance } } } }
} } }`;

/** Amounts that the answer to it holds, SEK a year. */
export const fliserydAmounts: readonly string[] = ['175000.00', '100000.00', '112869.00'];

/** Questions that are only read. */
export const readings: readonly string[] = [
  '{ places(filter: { near: { latitude: 57.14, longitude: 16.28, withinKm: 12 } }, first: 5) { totalCount nodes { distanceKm place { name population municipality } } } }',
  '{ scenarios(first: 50) { totalCount nodes { slug own latest { number label { sv en } } } } }',
  '{ scenario(slug: "fliseryd") { slug sharedWith latest { number label { en } years } } }',
  '{ model { hash } }',
];

/** Questions that no server should answer otherwise than by 4xx: the body, word for word. */
export const badBodies: readonly string[] = [
  JSON.stringify({ query: '{ nothing }' }),
  JSON.stringify({ query: '{ viewer { name }' }),
  JSON.stringify({ query: '{ comparison(scenario: 5) { id } }' }),
  JSON.stringify({ query: '{ comparison(scenario: "there-is-none") { id } }' }),
  JSON.stringify({ query: '{ comparison(scenario: "fliseryd", draws: -5) { id } }' }),
  JSON.stringify({ query: '{ comparison(scenario: "fliseryd", draws: 100000000) { id } }' }),
  JSON.stringify({ query: '{ places(first: 1000000) { totalCount } }' }),
  JSON.stringify({ query: `{ ${Array.from({ length: 60 }, (_, index) => `a${index}: viewer { name }`).join(' ')} }` }),
  JSON.stringify({ query: `${'{ viewer '.repeat(200)}${'}'.repeat(200)}` }),
  JSON.stringify({ query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id: { a: 1 } } }),
  '{"query":"{ viewer { name } }"',
  '[]',
  '\u0000\u0001',
];
