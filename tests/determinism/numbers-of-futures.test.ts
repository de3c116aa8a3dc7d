import { describe, expect, it } from 'vitest';
import { compareScenario } from '../../src/app/compare-scenario.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { type Comparison, futureDesign, mostKept, portablePlan, summarise } from '../../src/engine/simulate/index.ts';
import { quantileSorted } from '../../src/engine/statistics/index.ts';
import { collectHere, compareHere, planOf } from './compare-here.ts';
import { scenarioOf, villagesWith } from './villages.ts';

const plan = planOf(villagesWith());

/** Levels of the quantiles reported. */
const levels = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 };

function outcomesOf(comparison: Comparison) {
  return comparison.alternatives.flatMap(({ outcomes }) => outcomes);
}

describe('a run of few futures', () => {
  it.each([
    { draws: 1, inner: 1 },
    { draws: 16, inner: 16 },
    { draws: 64, inner: 16 },
    { draws: 65, inner: 1 },
  ])(
    'has the same bytes with threads as without: $draws futures, $inner to a set of parameters',
    async ({ draws, inner }) => {
      const design = futureDesign(draws, inner);
      const { document } = await compareScenario(loadModel(), scenarioOf(villagesWith()), design, { threads: 2 });
      const here = summarise(plan, collectHere(plan, design, { blockSize: 64, leavesPerTask: 1 }));
      expect(JSON.stringify(document.comparison)).toBe(JSON.stringify(here));
      expect(here.failed.count).toBe(0);
      for (const { variable, mean, quantiles } of outcomesOf(here)) {
        expect(Number.isFinite(mean), variable).toBe(true);
        expect(Object.values(quantiles).every(Number.isFinite), variable).toBe(true);
      }
    },
  );

  it('claims no standard error and no range of chances from a single set of parameters', () => {
    const comparison = summarise(plan, collectHere(plan, futureDesign(16)));
    for (const { standardError } of [...outcomesOf(comparison), ...comparison.differences])
      expect(standardError).toBeNaN();
    for (const { survival } of comparison.alternatives) {
      for (const { standing } of survival.flatMap(({ years }) => years))
        expect(standing).toMatchObject({ range: null, samplingError: null });
    }
  });

  it('is the beginning of a longer one: the same futures come first', () => {
    const few = collectHere(plan, futureDesign(112)).outcomes ?? [];
    const many = collectHere(plan, futureDesign(320)).outcomes ?? [];
    expect(few.length).toBeGreaterThan(20);
    few.forEach((column, outcome) => {
      expect(many[outcome]?.subarray(0, 112)).toEqual(column);
    });
  });
});

describe('more futures than are kept', () => {
  // The same futures both ways: 25 sets of parameters × 16, the last leaf of 64 not full.
  const design = futureDesign(400);
  const collected = collectHere(plan, design);
  const kept = summarise(plan, collected);
  const counted = summarise(plan, collectHere(plan, design, { keep: false }));

  it('are told apart from fewer in how quantiles were found', () => {
    expect(mostKept).toBe(100_000);
    expect(kept.quantiles).toEqual({ series: 'histogram', outcomes: 'type 7', relativeError: 2 ** -8 });
    expect(counted.quantiles).toEqual({ series: 'histogram', outcomes: 'histogram', relativeError: 2 ** -8 });
  });

  it('have the same series, survival and ledger to the last bit', () => {
    const rest = ({ alternatives }: Comparison) => alternatives.map(({ outcomes: _outcomes, ...each }) => each);
    expect(rest(counted)).toStrictEqual(rest(kept));
  });

  it('have the same means, standard errors and chances of being better', () => {
    const other = [...outcomesOf(counted), ...counted.differences];
    for (const [index, each] of [...outcomesOf(kept), ...kept.differences].entries()) {
      const { variable, mean, standardError } = other[index] as (typeof other)[number];
      expect(variable).toBe(each.variable);
      expect(Math.abs(mean - each.mean), variable).toBeLessThanOrEqual(1e-12 * Math.abs(each.mean));
      // squares lose about as many digits as the mean is greater than the deviations from it, twice over
      expect(Math.abs(standardError - each.standardError), variable).toBeLessThanOrEqual(
        1e-9 * Math.abs(each.standardError) + 1e-14 * Math.abs(mean),
      );
    }
    const chances = ({ differences }: Comparison) =>
      differences.map(({ variable, instance, likely, futures, skipped, probabilityBetter, probabilityEqual }) => ({
        ...{ variable, instance, likely, futures, skipped, probabilityEqual },
        probabilityBetter: probabilityBetter.toFixed(12),
      }));
    expect(chances(counted)).toEqual(chances(kept));
  });

  it('have quantiles wrong by no more than is said: half a bucket of the two futures they lie between', () => {
    const columns = collected.outcomes ?? [];
    const sorted = portablePlan(plan).outcomes.map((_, index) =>
      Float64Array.from(columns[index] as Float64Array).sort(),
    );
    for (const [index, { variable, quantiles }] of outcomesOf(counted).entries()) {
      for (const [name, p] of Object.entries(levels)) {
        const values = sorted[index] as Float64Array;
        const rank = (values.length - 1) * p;
        const largest = Math.max(
          Math.abs(values[Math.floor(rank)] as number),
          Math.abs(values[Math.ceil(rank)] as number),
        );
        const error = Math.abs((quantiles[name as 'p5'] as number) - quantileSorted(values, p));
        expect(error, `${variable} ${name}`).toBeLessThanOrEqual(counted.quantiles.relativeError * largest);
      }
    }
  });

  it('are counted into histograms above 100 000, where means and medians are those of a sample that is kept', async () => {
    // One village and one year: what is tried is the boundary.
    const written = villagesWith({
      years: 1,
      places: { boda: null, dal: null },
      towns: { koping: null },
      distances: [{ between: ['alby', 'staden'], km: 25 }],
      shops: { 'handel-boda': null, 'mack-alby': null },
      alternatives: null,
      calculations: null,
    });
    const all = futureDesign(mostKept + 16);
    const { document } = await compareScenario(loadModel(), scenarioOf(written), all, { threads: 2 });
    const sample = compareHere(written, futureDesign(4096));
    expect([document.comparison.quantiles.outcomes, sample.quantiles.outcomes]).toEqual(['histogram', 'type 7']);
    const others = outcomesOf(document.comparison);
    for (const [index, { variable, mean, standardError, quantiles }] of outcomesOf(sample).entries()) {
      const other = others[index] as (typeof others)[number];
      // four standard errors; a median is known a quarter less well than a mean, and read to 0.4 % of itself
      expect(Math.abs(other.mean - mean), variable).toBeLessThanOrEqual(4 * standardError);
      const wrong = Math.abs(other.quantiles.p50 - quantiles.p50);
      expect(wrong, variable).toBeLessThanOrEqual(5 * standardError + 2 ** -8 * Math.abs(quantiles.p50));
    }
  });
});
