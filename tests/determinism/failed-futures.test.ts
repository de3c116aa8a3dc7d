import { describe, expect, it } from 'vitest';
import { compareScenario, planScenario } from '../../src/app/compare-scenario.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { replayFuture } from '../../src/app/replay-future.ts';
import { type BackEnd, Relations } from '../../src/engine/compile/index.ts';
import {
  backEndFor,
  type Comparison,
  type FutureDesign,
  futureDesign,
  type Plan,
  summarise,
} from '../../src/engine/simulate/index.ts';
import { LogHistogram } from '../../src/engine/statistics/index.ts';
import type { RunOptions } from '../../src/engine/workers/index.ts';
import { collectHere, planOf } from './compare-here.ts';
import { scenarioOf, villagesWith } from './villages.ts';

/** Costs fall to nothing in a tenth of the sets of parameters: the discount factor is then 1 / 0 in every course of luck. */
const setsFail = villagesWith({
  years: 3,
  parameters: { otherCostGrowth: { distribution: 'discrete', values: [0.02, -1], weights: [0.9, 0.1] } },
});

/** Prices are thrown about so wildly, in a fifth of the sets, that in the 21st year luck decides which futures overflow. */
const luckFails = villagesWith({
  years: 21,
  parameters: { groceryPriceShockSize: { distribution: 'discrete', values: [0.008, 1e15], weights: [0.8, 0.2] } },
});

/** Every number of every output that a run reports, future by future, in one column for each year. */
function outputColumns(plan: Plan, { outer, inner }: FutureDesign): Map<string, Float64Array> {
  const columns = new Map<string, Float64Array>();
  const count = outer * inner;
  const futures = Array.from({ length: count }, (_, future) => future);
  const block = {
    outer: Uint32Array.from(futures, (future) => Math.floor(future / inner)),
    inner: Uint32Array.from(futures, (future) => future % inner),
    count,
    likely: false,
  };
  const machine: BackEnd = backEndFor(plan, 'javascript', Math.ceil(count / 64) * 64);
  machine.run(block, (year, alternative, { memory, offset }) => {
    const relations = new Relations(plan.model, plan.instances, alternative);
    for (const variable of plan.program.outputs) {
      const entity = plan.program.variables.get(variable)?.entity as string;
      for (const [instance, { id }] of relations.list(entity).entries()) {
        const at = offset(variable, instance);
        columns.set(`${plan.alternatives[alternative]?.id} ${variable} ${id} ${year}`, memory.slice(at, at + count));
      }
    }
  });
  return columns;
}

describe.each([
  { what: 'every course of luck of a set of parameters', written: setsFail, failed: 32 },
  { what: 'one course of luck among sixteen', written: luckFails, failed: 2 },
])('futures that become no number: $what', ({ written, failed }) => {
  const design = futureDesign(160);
  const plan = planOf(written);
  const collected = collectHere(plan, design);
  const comparison = summarise(plan, collected);
  const gone = new Set(collected.failed);

  it('stop nothing: they are counted, and the first twenty told with year, entity, formula and what came out', () => {
    expect(comparison.failed.count).toBe(failed);
    expect(comparison.failed.shown).toHaveLength(Math.min(20, failed));
    expect(comparison.failed.shown.map(({ future }) => future)).toEqual(
      collected.failed.slice(0, 20).map((future) => `${Math.floor(future / 16)}.${future % 16}`),
    );
    for (const { alternative, year, variable, entity, formula, value } of comparison.failed.shown) {
      expect(plan.alternatives.map(({ id }) => id)).toContain(alternative);
      expect(year).toBeGreaterThanOrEqual(plan.start);
      expect(year).toBeLessThan(plan.start + plan.years);
      expect(plan.model.variables.get(variable)).toMatchObject({ entity, formula: { text: formula } });
      expect(value).toMatch(/^(NaN|-?Infinity)$/);
    }
  });

  it('fail again, at the same number, when one of them is computed alone', () => {
    for (const shown of comparison.failed.shown.slice(0, 2)) {
      const replay = replayFuture(planScenario(loadModel(), scenarioOf(written)), shown.alternative, shown.future);
      expect(replay.failure).toEqual(shown);
      expect(replay.series.some(({ values }) => values.some((value) => !Number.isFinite(value)))).toBe(true);
    }
    const fine = Array.from({ length: 160 }, (_, future) => future).find((future) => !gone.has(future)) as number;
    const replay = replayFuture(
      planScenario(loadModel(), scenarioOf(written)),
      'points',
      `${Math.floor(fine / 16)}.${fine % 16}`,
    );
    expect(replay.failure).toBeUndefined();
  });

  it('are left out of every mean and quantile, and no other future is', () => {
    const columns = outputColumns(plan, design);
    const reported = new Set<number>();
    let numbers = 0;
    for (const { id, series } of comparison.alternatives) {
      for (const { variable, instance, mean, quantiles } of series) {
        for (const [year, average] of mean.entries()) {
          const all = columns.get(`${id} ${variable} ${instance} ${year}`);
          if (all === undefined) continue; // the same in every alternative, and computed with the first
          all.forEach((value, future) => {
            if (!Number.isFinite(value)) reported.add(future);
          });
          const finite = all.filter((_, future) => !gone.has(future));
          const largest = finite.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
          const sum = finite.reduce((total, value) => total + value / finite.length, 0);
          expect(Math.abs(average - sum), `${variable} ${instance} ${year}`).toBeLessThanOrEqual(1e-12 * largest);
          numbers += 1;
          if (quantiles === undefined) continue;
          const histogram = new LogHistogram();
          histogram.add(finite);
          expect(quantiles.p5[year]).toBe(histogram.quantile(0.05));
          expect(quantiles.p95[year]).toBe(histogram.quantile(0.95));
        }
      }
    }
    expect(numbers).toBeGreaterThan(300);
    expect([...reported].filter((future) => !gone.has(future))).toEqual([]);
  });

  it('are not a number among the outcomes kept, where every other future is one', () => {
    for (const column of collected.outcomes ?? []) {
      column.forEach((value, future) => {
        expect(Number.isFinite(value)).toBe(!gone.has(future));
      });
    }
    for (const { futures, skipped } of comparison.differences)
      expect([futures, skipped]).toEqual([160 - failed, failed]);
  });

  it('leave shops that stand and shops that have closed adding up to all', () => {
    for (const { survival } of comparison.alternatives) {
      for (const { shop, years } of survival) {
        let closed = 0;
        for (const { year, standing, closures } of years) {
          closed += closures.insolvent + closures.gaveUp + closures.noSuccessor;
          expect(standing.chance + closed, `${shop} ${year}`).toBeCloseTo(1, 12);
        }
      }
    }
  });

  it('leave the same means and standard errors whether single futures are kept or not', () => {
    const counted = summarise(plan, collectHere(plan, design, { keep: false }));
    const numbersOf = ({ alternatives, differences }: Comparison) => [
      ...alternatives.flatMap(({ outcomes }) => outcomes),
      ...differences,
    ];
    const uncounted = numbersOf(counted);
    for (const [index, { variable, mean, standardError }] of numbersOf(comparison).entries()) {
      const other = uncounted[index] as { mean: number; standardError: number };
      expect(Math.abs(other.mean - mean), variable).toBeLessThanOrEqual(1e-12 * Math.abs(mean));
      if (Math.abs(mean) > 1e150) continue; // squares of such numbers are beyond all numbers
      expect(Math.abs(other.standardError - standardError), variable).toBeLessThanOrEqual(
        1e-6 * standardError + 1e-9 * Math.abs(mean),
      );
    }
  });
});

describe('a result with failed futures', () => {
  it('has the same bytes with any threads, blocks and task sizes', async () => {
    const model = loadModel();
    const run = async (options: RunOptions): Promise<string> =>
      JSON.stringify((await compareScenario(model, scenarioOf(luckFails), futureDesign(1136), options)).document);
    const first = await run({ threads: 1, blockSize: 64 });
    expect(JSON.parse(first).comparison.failed.count).toBeGreaterThan(2);
    expect((await run({ threads: 2, blockSize: 512 })) === first).toBe(true);
  });

  it('has the same bytes from the compiled code as from the interpreter', () => {
    const plan = planOf(setsFail);
    const design = futureDesign(112); // set 6, of 0 to 6, fails
    const compiled = JSON.stringify(summarise(plan, collectHere(plan, design)));
    expect(JSON.parse(compiled).failed.count).toBe(16);
    expect(JSON.stringify(summarise(plan, collectHere(plan, design, { backEnd: 'interpreter' }))) === compiled).toBe(
      true,
    );
  });

  it('says only how many failed when all did', () => {
    const plan = planOf(
      villagesWith({
        years: 3,
        parameters: { otherCostGrowth: { distribution: 'discrete', values: [-1, 0.02], weights: [1, 0] } },
      }),
    );
    const comparison = summarise(plan, collectHere(plan, futureDesign(32)));
    expect(comparison.failed.count).toBe(32);
    for (const { outcomes } of comparison.alternatives) for (const { mean } of outcomes) expect(mean).toBeNaN();
    for (const { futures, mean } of comparison.differences) expect([futures, mean]).toEqual([0, Number.NaN]);
  });
});
