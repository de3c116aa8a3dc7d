import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { compareScenario } from '../../src/app/compare-scenario.ts';
import { loadModel, readModelTexts } from '../../src/app/load-model.ts';
import { type Model, type ModelText, readModel } from '../../src/engine/compile/index.ts';
import { futureDesign, modelHash, solverSignatures } from '../../src/engine/simulate/index.ts';
import { scenarioOf, villagesWith, type Written } from './villages.ts';

/** The hashes of a comparison of 16 futures. */
async function hashesOf(written: Written, model: Model = loadModel()) {
  const { document } = await compareScenario(model, scenarioOf(written, model), futureDesign(16), { threads: 1 });
  const { modelHash, scenarioHash, resultHash } = document.certificate;
  return { modelHash, scenarioHash, resultHash };
}

/** The same map with its names in another order, given by one number for each. */
function reordered(map: unknown, order: readonly number[]): Written {
  const names = Object.keys(map as Written);
  const sorted = names.map((name, index) => ({ name, at: order[index] as number })).sort((a, b) => a.at - b.at);
  return Object.fromEntries(sorted.map(({ name }) => [name, (map as Written)[name]]));
}

function at(written: Written, ...path: string[]): Written {
  return path.reduce((map, name) => map[name] as Written, written);
}

const hashes = await hashesOf(villagesWith());

describe('a scenario that says the same in another order', () => {
  const order = fc.array(fc.nat(), { minLength: 30, maxLength: 30 });

  it('gives the same result whatever the order of villages, towns, shops, measures, distances and their ends', async () => {
    await fc.assert(
      fc.asyncProperty(order, async (numbers) => {
        const written = villagesWith();
        const points = at(written, 'alternatives', 'points');
        const distances = written['distances'] as { between: [string, string]; km: number }[];
        const changed = reordered(
          {
            ...written,
            parameters: reordered(written['parameters'], numbers),
            places: reordered(written['places'], numbers),
            towns: reordered(written['towns'], numbers),
            shops: reordered(written['shops'], numbers),
            distances: distances
              .map(({ between: [a, b], km }, index) => ({
                km,
                between: (numbers[index] as number) % 2 ? [b, a] : [a, b],
              }))
              .sort(
                (one, other) =>
                  (numbers[distances.findIndex(({ km }) => km === one.km)] as number) -
                  (numbers[distances.findIndex(({ km }) => km === other.km)] as number),
              ),
            alternatives: { none: {}, points: { measures: reordered(points['measures'], numbers) } },
          },
          numbers,
        );
        expect(await hashesOf(changed)).toEqual(hashes);
      }),
      { numRuns: 4 },
    );
  });

  it('gives the same result whatever the order of its calculations and of what varies together', async () => {
    const written = villagesWith();
    const [first, second] = written['correlations'] as { between: [string, string]; value: number }[];
    const changed = {
      ...written,
      calculations: reordered(written['calculations'], [1, 0]),
      correlations: [second, { ...first, between: first?.between.toReversed() }],
    };
    expect(await hashesOf(changed)).toEqual(hashes);
  });

  it('gives another result when the order says something: the first alternative is the baseline', async () => {
    const written = villagesWith();
    const changed = await hashesOf({ ...written, alternatives: reordered(written['alternatives'], [1, 0]) });
    expect(changed.resultHash).not.toBe(hashes.resultHash);
  });
});

describe('words', () => {
  it('change no hash: labels, about, sources, notes and status of a scenario', async () => {
    const words = { status: 'found', source: 'Told by the owner', note: 'Asked twice' };
    const changed = villagesWith({
      label: { sv: 'Tre byar', en: 'Three hamlets' },
      about: 'Words',
      $schema: 'villages.schema.json',
      places: { alby: { label: 'Alby by', municipality: 'Mönsterås' }, dal: { inhabitants: { value: 150, ...words } } },
      towns: { staden: { label: { sv: 'Staden', en: 'The town' }, inhabitants: { value: 9000, ...words } } },
      shops: {
        'handel-alby': {
          label: 'Handel',
          turnover: { value: 8_000_000, ...words },
          openingCash: { value: 100_000, secret: true },
        },
      },
      parameters: { wageGrowth: { low: 0.02, likely: 0.025, high: 0.04, ...words } },
      alternatives: {
        none: { label: 'Nothing', about: 'As it is' },
        points: {
          about: 'Two of them',
          measures: { 'punkt-alby': { label: 'Punkten', services: [{ kind: 'state', label: 'Post' }] } },
        },
      },
      calculations: { utfall: { label: 'Account', about: 'Words' }, enkel: { label: 'Simple' } },
    });
    const distances = (changed['distances'] as object[]).map((each) => ({ ...each, ...words }));
    const measures = at(changed, 'alternatives', 'points', 'measures');
    const point = measures['punkt-alby'] as { investments: object[]; running: object[] };
    point.investments = point.investments.map((each) => ({ ...each, label: 'Other words', ...words }));
    point.running = point.running.map((each) => ({ ...each, label: 'Other words', ...words }));
    expect(await hashesOf({ ...changed, distances })).toEqual(hashes);
  });

  it('change no hash: labels, descriptions, sources, titles, status and comments of the model', async () => {
    const texts = readModelTexts().map(({ file, text }): ModelText => ({ file, text: stringify(mended(parse(text))) }));
    expect(texts.filter(({ text }) => text.split(otherWords).length > 10)).toHaveLength(texts.length);
    expect(await hashesOf(villagesWith(), readModel(texts, solverSignatures))).toEqual(hashes);
  });
});

const otherWords = 'Other words.';

/** A formula file with every text that is for people replaced. */
function mended(part: unknown, name = ''): unknown {
  if (Array.isArray(part)) return part.map((each) => mended(each));
  if (['sv', 'en', 'source'].includes(name) && typeof part === 'string') return otherWords;
  if (name === 'status') return 'synthetic';
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, mended(each, key)]));
}

describe('numbers', () => {
  it.each([
    ['an inhabitant more', { places: { dal: { inhabitants: 151 } } }],
    ['a growth of wages that may be a little less', { parameters: { wageGrowth: { low: 0.0199 } } }],
    ['an income of an öre', { alternatives: { points: { measures: { 'punkt-boda': { income: 0.01 } } } } }],
    ['a measure a year later', { alternatives: { points: { measures: { 'punkt-boda': { start: 2017 } } } } }],
    ['a year more', { years: 6 }],
    ['another seed', { seed: 'village' }],
  ])('change the hashes of scenario and result: %s', async (_, change) => {
    const changed = await hashesOf(villagesWith(change));
    expect(changed.modelHash).toBe(hashes.modelHash);
    expect(changed.scenarioHash).not.toBe(hashes.scenarioHash);
    expect(changed.resultHash).not.toBe(hashes.resultHash);
  });

  it.each([
    ['a default', 'default: { value: 0.015,', 'default: { value: 0.016,'],
    [
      'a formula',
      '1 + (groceryPriceGrowth + groceryPriceDeviation)',
      '1 + (groceryPriceDeviation + groceryPriceGrowth)',
    ],
    ['an index series', '2017: 304.2', '2017: 304.3'],
    ['who pays whom', 'from: residents\n    to: resource', 'from: other\n    to: resource'],
  ])('change the hash of the model: %s', (_, from, to) => {
    const texts = readModelTexts().map(({ file, text }) => ({ file, text: text.replace(from, to) }));
    expect(texts.some(({ text }) => text.includes(to))).toBe(true);
    expect(modelHash(readModel(texts, solverSignatures))).not.toBe(hashes.modelHash);
  });
});
