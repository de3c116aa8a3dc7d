import mergePatch from 'json-merge-patch';
import { describe, expect, it } from 'vitest';
import { type DifferenceDrivers, driversOf } from '../../src/app/drivers.ts';
import { collectHere, planOf } from '../determinism/compare-here.ts';
import { villagesWith, type Written } from '../determinism/villages.ts';

const certain: Written = { correlations: null };

/** The villages with every number that is drawn fixed at its likely value, but those that are stated here. */
function withOnly(uncertain: Written): Written {
  const base = villagesWith(certain);
  const plan = planOf(base);
  const parameters: Record<string, number> = {};
  for (const lists of [plan.instances.shared, ...plan.instances.alternatives.map(({ own }) => own)]) {
    for (const instance of [...lists.values()].flat()) {
      for (const [name, value] of Object.entries(instance.values)) {
        const input = plan.model.variables.get(name);
        if (value.kind !== 'drawn' || input?.role !== 'input') continue;
        const { distribution } = value;
        if ('likely' in distribution && distribution.likely !== undefined)
          parameters[input.field] = distribution.likely / (instance.provenance[name]?.priceFactor ?? 1);
      }
    }
  }
  return mergePatch.apply(structuredClone(base) as object, {
    parameters: { ...parameters, ...structuredClone(uncertain) },
  }) as Written;
}

function drivers(written: Written, outer = 128, inner = 4): DifferenceDrivers[] {
  const plan = planOf(written);
  return driversOf(plan, collectHere(plan, { outer, inner }));
}

const residents = (found: readonly DifferenceDrivers[]): DifferenceDrivers =>
  found.find(({ variable }) => variable === 'presentValue_residents') as DifferenceDrivers;

const share = { distribution: 'uniform', low: 0.1, high: 0.9, status: 'assumption' };

describe('what drives the difference between alternatives', () => {
  it('is the one number that is uncertain, which would take nearly all of the variance with it', () => {
    const { byCorrelation, worthKnowing, sets, looked } = residents(drivers(withOnly({ errandsHandled: share })));
    // errandsHandled is drawn for each of the two service points
    expect({ sets, looked }).toEqual({ sets: 128, looked: 2 });
    // Alby's point serves most people; Boda's begins later and has fewer, which so few sets need not tell from luck
    expect(worthKnowing[0]).toBe('errandsHandled@punkt-alby');
    const [first, second] = byCorrelation;
    expect(first?.correlation).toBeGreaterThan(0.5);
    expect(second?.correlation).toBeGreaterThan(0);
    const known = (first?.ifKnown?.share ?? 0) + (second?.ifKnown?.share ?? 0);
    // the difference is a sum of the two, so that their shares add up to 1, less luck and what groups hide
    expect(known).toBeGreaterThan(0.8);
    expect(known).toBeLessThan(1.1);
    expect(first?.assumption).toBe(true);
  });

  it('rises with what spares errands and falls with errands done on the way', () => {
    const found = residents(drivers(withOnly({ errandsHandled: share, errandsChained: { ...share, high: 0.8 } }), 256));
    const of = (name: string): number =>
      found.byCorrelation.find(({ parameter }) => parameter === name)?.correlation as number;
    expect(of('errandsHandled@punkt-alby')).toBeGreaterThan(0);
    expect(of('errandsChained')).toBeLessThan(-0.3);
  });

  it('is listed by strength, with what is said of it at the ends of an interval', () => {
    for (const { byCorrelation } of drivers(villagesWith(), 64)) {
      const strengths = byCorrelation.map(({ correlation }) => Math.abs(correlation));
      expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
      for (const { correlation, interval, ifKnown } of byCorrelation) {
        expect(interval?.low).toBeLessThanOrEqual(correlation);
        expect(interval?.high).toBeGreaterThanOrEqual(correlation);
        expect(ifKnown?.told).toBe((ifKnown?.low ?? 0) > 0);
      }
    }
  });

  it('is not said of too few sets of parameters', () => {
    for (const { byCorrelation, worthKnowing } of drivers(villagesWith(), 8)) {
      expect(byCorrelation.every(({ interval, ifKnown }) => interval === null && ifKnown === null)).toBe(true);
      expect(worthKnowing).toEqual([]);
    }
  });

  it('is nothing where no outcome of a set of parameters is known any more', () => {
    const plan = planOf(villagesWith());
    expect(driversOf(plan, collectHere(plan, { outer: 16, inner: 4 }, { keep: false }))).toEqual([]);
  });
});
