import { describe, expect, it, vi } from 'vitest';
import { type ClosureClass, closuresByClass } from '../../src/app/closures-by-class.ts';
import { compareScenario, planScenario } from '../../src/app/compare-scenario.ts';
import { comparisonCsv } from '../../src/app/comparison-csv.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { localities } from '../../src/app/localities.ts';
import { openScenario } from '../../src/app/open-scenario.ts';
import { replayFuture } from '../../src/app/replay-future.ts';
import { comparisonReport } from '../../src/cli/comparison-report.ts';
import { replayReport, runReport } from '../../src/cli/run-report.ts';
import { Distances } from '../../src/engine/scenario/distances.ts';
import { instantiateScenario, readScenario, type Scenario } from '../../src/engine/scenario/index.ts';
import {
  futureDesign,
  hashOf,
  isLargeRegion,
  likelyRun,
  scenarioHash,
  summarise,
} from '../../src/engine/simulate/index.ts';
import { runFutures } from '../../src/engine/workers/index.ts';
import { generateRegion, type RegionRequest, regionText } from '../../src/region/index.ts';
import { collectHere } from '../determinism/compare-here.ts';
import { requestFor } from './request.ts';

function regionOf(change: Partial<RegionRequest>): Scenario {
  const { scenario } = generateRegion(localities(), false, requestFor(change));
  return readScenario(loadModel(), 'region.yaml', regionText(scenario), () => undefined);
}

describe('the county of Västernorrland', async () => {
  const county = regionOf({ counties: ['22'] });
  const design = futureDesign(128);
  const { document, plan } = await compareScenario(loadModel(), county, design, { threads: 2 });
  const [closures] = document.closures ?? [];
  const classOf = (kind: ClosureClass['kind'], from: number | null): ClosureClass =>
    closures?.classes.find((each) => each.kind === kind && each.from === from) as ClosureClass;

  it('gives the same result with one thread as with two', async () => {
    const { document: alone } = await compareScenario(loadModel(), county, design, { threads: 1, blockSize: 64 });
    expect(alone.certificate.resultHash).toBe(document.certificate.resultHash);
  });

  it('loses one to four of a hundred shops with groceries a year, and the smaller the more', () => {
    const all = classOf('all', null);
    expect(all.yearlyClosures).toBeGreaterThan(0.01);
    expect(all.yearlyClosures).toBeLessThan(0.04);
    const [small, medium, large] = [4e6, 6e6, 9e6].map((from) => classOf('groceries', from).yearlyClosures as number);
    expect(small).toBeGreaterThan(medium as number);
    expect(medium).toBeGreaterThan(large as number);
  });

  it('puts every shop in one class', () => {
    const shops = plan.instances.shared.get('shop') ?? [];
    const count = (kind: string): number =>
      (closures?.classes ?? []).filter((each) => each.kind === kind).reduce((sum, each) => sum + each.shops, 0);
    expect(count('groceries')).toBe(count('all'));
    expect(count('all') + count('fuel')).toBe(shops.length);
  });

  it('has closures a year that add up to the shops that are gone: (1 - rate) to the 15th is near what stands', () => {
    const { yearlyClosures, standingAtEnd } = classOf('groceries', 6e6);
    // Exact for a constant rate; within 0.05 for one that drifts.
    expect(Math.abs((1 - (yearlyClosures as number)) ** 15 - (standingAtEnd as number))).toBeLessThan(0.05);
  });

  it('says how much of it is made up: every shop, and the hinterland of every place', () => {
    const { synthetic } = document;
    expect(synthetic).toMatchObject({ shops: synthetic?.ofShops, places: synthetic?.ofPlaces, ofPlaces: 24 });
  });

  it('tells nothing of closures where there are few shops', () => {
    const few = { ...plan, instances: { ...plan.instances, shared: new Map() } };
    expect(closuresByClass(few, document.comparison)).toBeNull();
  });
});

describe('what is told of a region with made-up shops', async () => {
  const model = loadModel();
  const gotland = regionOf({ counties: ['09'], years: 2 });
  const { document } = await compareScenario(model, gotland, futureDesign(16), { threads: 1 });
  const replay = replayFuture(planScenario(model, gotland), undefined, '0.3');

  it.each([
    ['a comparison', () => comparisonReport(model, document, 'sv')],
    ['a run', () => runReport(model, document, 'sv')],
    ['a replayed future', () => replayReport(model, replay, 'sv')],
  ])('begins with the watermark: %s', (_, print) => {
    expect(print().split('\n')[1]).toMatch(/^▲ SYNTETISKT: påhittade uppgifter om \d+ av \d+ butiker/);
  });

  it('bears it in English too, in JSON and in every line of CSV', () => {
    expect(comparisonReport(model, document, 'en')).toContain('▲ SYNTHETIC: made-up figures');
    expect([document.synthetic?.values, replay.synthetic?.values]).toEqual([expect.any(Number), expect.any(Number)]);
    const [head, ...lines] = comparisonCsv(document).trimEnd().split('\n');
    expect(head?.endsWith(',synthetic')).toBe(true);
    expect(lines.every((line) => line.endsWith(',true'))).toBe(true);
  });

  it('is not said of a scenario without made-up numbers', async () => {
    const real = openScenario(model, 'scenarios/worked-example.yaml');
    const { document: plain } = await compareScenario(model, real, futureDesign(16), { threads: 1 });
    expect(plain.synthetic).toBeNull();
    expect(comparisonReport(model, plain, 'sv')).not.toContain('SYNTETISK');
    const [, ...lines] = comparisonCsv(plain).trimEnd().split('\n');
    expect(lines.every((line) => line.endsWith(',false'))).toBe(true);
  });
});

describe('a region of more than 400 places and shops', () => {
  const { plan } = planScenario(loadModel(), regionOf({ counties: ['14', '12', '08'], years: 2 }));

  it('is planned, calibrated and run, with every stated turnover met', () => {
    expect(isLargeRegion(plan.instances)).toBe(true);
    const likely = likelyRun(plan);
    for (const [index, shop] of (plan.instances.shared.get('shop') ?? []).entries()) {
      const stated = shop.values['turnoverStated'];
      if (stated?.kind !== 'constant' || stated.value === 0) continue;
      expect(Math.abs(likely.value('sales', 0, index, 0) / stated.value - 1)).toBeLessThan(1e-9);
    }
  });

  it('gives the same result however its futures are shared out', async () => {
    const design = futureDesign(144);
    const inThreads = hashOf(summarise(plan, await runFutures(plan, design, { threads: 2 })));
    expect(hashOf(summarise(plan, collectHere(plan, design, { leavesPerTask: 4, blockSize: 128 })))).toBe(inThreads);
  });

  it('skips unseen only what lies out of reach: the scenario means the same when every pair is looked at', () => {
    const county = regionOf({ counties: ['08', '09', '24'] });
    const quick = scenarioHash(instantiateScenario(loadModel(), county));
    const everyPair = vi.spyOn(Distances.prototype, 'surelyBeyond').mockReturnValue(false);
    expect(scenarioHash(instantiateScenario(loadModel(), county))).toBe(quick);
    expect(everyPair).toHaveBeenCalled();
    everyPair.mockRestore();
  });

  it('reports single shops by the outputs that a village shows with quantiles, and all together with quantiles', () => {
    const outputs = [...plan.program.outputs];
    expect(outputs).toEqual(expect.arrayContaining(['sales', 'cash', 'ownerPay', 'population', 'people']));
    expect(outputs).not.toEqual(expect.arrayContaining(['huffShare']));
    expect(plan.model.variables.get('sales')).toMatchObject({ output: 'mean' });
    expect(plan.model.variables.get('people')).toMatchObject({ output: 'fan' });
  });
});
