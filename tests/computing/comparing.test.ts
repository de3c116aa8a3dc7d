import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ComparisonDocument, compareScenario } from '../../src/app/compare-scenario.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { openScenario } from '../../src/app/open-scenario.ts';
import { type Compared, type Computing, openComputing } from '../../src/computing/index.ts';
import { futureDesign } from '../../src/engine/simulate/index.ts';
import { PlannerError } from '../../src/errors.ts';
import { fliseryd, sent, village } from './bundles.ts';

const who = { caller: 'kalmar' };
const draws = 1136; // one whole task of 1 024 futures and one that is not full
const textOf = ({ json }: Compared): string => gunzipSync(json).toString('utf8');
const documentOf = (compared: Compared): ComparisonDocument => JSON.parse(textOf(compared)) as ComparisonDocument;

let computing: Computing;
beforeAll(() => {
  computing = openComputing({ desks: 2, threads: 0 });
});
afterAll(async () => await computing.close());

describe('a comparison in a desk', () => {
  it('is the document that the program makes of the same file, byte for byte', async () => {
    const model = loadModel();
    const scenario = openScenario(model, 'scenarios/fliseryd.yaml');
    const { document } = await compareScenario(model, scenario, futureDesign(draws), { threads: 2 });
    const compared = await computing.compare(sent(fliseryd), { draws }, who);
    expect(compared.certificate).toEqual(document.certificate);
    expect(textOf(compared) === JSON.stringify(document)).toBe(true);
    // 1 place × 15 years × 3 alternatives
    expect(compared.villageDrawYears).toBe(draws * 45);
  });

  it('is the same bytes again, side by side and on one desk', async () => {
    const ask = async (one: Computing): Promise<Buffer> =>
      Buffer.from((await one.compare(sent(village), { draws, seed: 'another' }, who)).json);
    const first = await ask(computing);
    const beside = await Promise.all([ask(computing), ask(computing), ask(computing)]);
    const alone = openComputing({ desks: 1 });
    const other = await ask(alone);
    await alone.close();
    for (const each of [...beside, other]) expect(each.equals(first)).toBe(true);
  });

  it('is put together from numbers that are there when only words have changed', async () => {
    const question = { draws: 256, breakEvenFutures: 0 };
    const short = fliseryd.replace('years: 15', 'years: 4\nsameMoney: false');
    const first = await computing.compare(sent(short), question, who);
    expect(documentOf(first).breakEven?.length).toBeGreaterThan(0);
    const renamed = sent(
      short.replace('ICA Nära', 'Handlarn').replace('status: assumption', 'status: found, source: Ägaren'),
    );
    const again = await computing.compare(renamed, { ...question, numbers: first.json }, who);
    expect(again.reused).toBe(true);
    expect(again.certificate.resultHash).toBe(first.certificate.resultHash);
    const anew = await computing.compare(renamed, question, who);
    expect(anew.reused).toBe(false);
    expect(textOf(again) === textOf(anew)).toBe(true);
    expect(textOf(anew) === textOf(first)).toBe(false);
  });

  it('is computed when the numbers that are there are of something else, or have been touched', async () => {
    const first = await computing.compare(sent(fliseryd), { draws: 64 }, who);
    const other = sent(fliseryd.replace('km: 17', 'km: 18'));
    const computed = await computing.compare(other, { draws: 64, numbers: first.json }, who);
    expect(computed.reused).toBe(false);
    expect(computed.certificate.resultHash).not.toBe(first.certificate.resultHash);
    const document = documentOf(first);
    const touched = { ...document, comparison: { ...document.comparison, failed: { count: 1, shown: [] } } };
    const numbers = Uint8Array.from(gzipSync(JSON.stringify(touched)));
    const again = await computing.compare(sent(fliseryd), { draws: 64, numbers }, who);
    expect(again.reused).toBe(false);
    expect(documentOf(again).comparison.failed.count).toBe(0);
  });

  it('cannot be asked for with a design that does not fit', async () => {
    await expect(computing.compare(sent(fliseryd), { draws: 100 }, who)).rejects.toThrow(/try 96 or 112/);
    await expect(computing.compare(sent(fliseryd), { draws: 100 }, who)).rejects.toThrow(RangeError);
  });
});

describe('a scenario that is read in a desk', () => {
  it('is told with what it costs, under the hashes its comparison is certified by', async () => {
    const read = await computing.read(sent(fliseryd), who);
    const { certificate } = await computing.compare(sent(fliseryd), { draws: 16 }, who);
    expect(read).toMatchObject({
      label: { sv: 'Fliseryd: servicepunkt eller ingen' },
      modelHash: certificate.modelHash,
      scenarioHash: certificate.scenarioHash,
      seed: 'fliseryd',
      places: 1,
      shops: 1,
      towns: 2,
      start: 2014,
      years: 15,
      formulaFiles: [],
      villageYears: 45,
    });
    expect(read.alternatives.map(({ id }) => id)).toEqual(['ingen', 'servicepunkt', 'samma-pengar']);
    expect((await computing.read(sent(`${fliseryd}\n# en kommentar\n`), who)).textHash).not.toBe(read.textHash);
  });

  it('is refused with every problem, those of planning included', async () => {
    const wrong = sent(fliseryd.replace('years: 15', 'years: 500').replace('place: fliseryd', 'place: flisseryd'));
    const error = (await computing.read(wrong, who).catch((each: unknown) => each)) as PlannerError;
    expect(error).toBeInstanceOf(PlannerError);
    expect(error.problems.map(({ file }) => file)).toContain('by.yaml');
    expect(error.problems.length).toBeGreaterThan(1);
    const unsellable = sent(fliseryd.replace(/turnover: \{[^}]*\}/, 'turnover: 900000000'));
    await expect(computing.read(unsellable, who)).rejects.toMatchObject({
      problems: [{ code: 'no-solution', file: 'by.yaml' }],
    });
  });
});

describe('one future', () => {
  it('is explained, replayed and verified', async () => {
    const explained = await computing.explain(sent(fliseryd), { what: 'cash@ica-fliseryd@2021', future: '3.2' }, who);
    const replay = await computing.replay(sent(fliseryd), { future: '3.2' }, who);
    const cash = replay.series.find(({ variable }) => variable === 'cash');
    if (explained.of !== 'number') throw new TypeError('a number was asked for');
    const { nodes, root } = explained.explanation;
    expect(nodes[root]?.value).toBe(cash?.values[7]); // 2014 + 7
    const verified = await computing.verify(sent(fliseryd), { future: '3.2' }, who);
    expect(verified).toMatchObject({ same: true, differences: [] });
    expect(verified.numbers).toBeGreaterThan(1000);
  });

  it('is refused when there is no such number', async () => {
    await expect(
      computing.explain(sent(fliseryd), { what: 'cassh@ica-fliseryd', future: 'likely' }, who),
    ).rejects.toThrow(/there is no variable «cassh»/);
  });
});
