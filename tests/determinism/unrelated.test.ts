import { describe, expect, it } from 'vitest';
import { type Comparison, futureDesign } from '../../src/engine/simulate/index.ts';
import { compareHere } from './compare-here.ts';
import { villagesWith, type Written } from './villages.ts';

const design = futureDesign(64);

/** Everything a comparison says of single villages, shops, pairs and measures, and of prices, under a name for each. */
function ownNumbers(
  comparison: Comparison,
  alternatives: readonly string[] = comparison.alternatives.map(({ id }) => id),
) {
  const found = new Map<string, unknown>();
  for (const { id, series, survival, outcomes } of comparison.alternatives) {
    if (!alternatives.includes(id)) continue;
    for (const each of series) {
      if (each.entity === 'future' && !['priceIndex', 'wageIndex', 'costIndex'].includes(each.variable)) continue;
      found.set(`${id} series ${each.variable} ${each.instance}`, each);
    }
    for (const each of survival) found.set(`${id} survival ${each.shop}`, each);
    for (const each of outcomes)
      if (each.entity !== 'future') found.set(`${id} outcome ${each.variable} ${each.instance}`, each);
  }
  for (const each of comparison.differences) {
    if (each.entity !== 'future' && alternatives.includes(each.alternative)) {
      found.set(`difference ${each.alternative} ${each.variable} ${each.instance}`, each);
    }
  }
  return found;
}

/** Names of what one comparison says and another does not say, or says otherwise by any bit. */
function changes(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  const names = [...before.keys()];
  return names.filter((name) => {
    try {
      expect(after.get(name)).toStrictEqual(before.get(name));
      return false;
    } catch {
      return true;
    }
  });
}

const before = ownNumbers(compareHere(villagesWith(), design));

/** A village with a shop and a town of its own, in the far north. */
const farNorth: Written = {
  places: { vik: { inhabitants: 400, lat: 67.1, lon: 20.2, hinterland: { inhabitants: 50, distance: 8 } } },
  towns: { norrstad: { inhabitants: 30_000, lat: 67.3, lon: 21 } },
  shops: {
    'handel-vik': {
      place: 'vik',
      turnover: 4_000_000,
      floorArea: 90,
      grossMargin: { low: 0.2, likely: 0.25, high: 0.3 },
      openingOwnerAge: 64,
    },
  },
};

const northernPoint = {
  kind: 'servicePoint',
  host: 'handel-vik',
  visitsEffect: 0.05,
  hostCompensation: 30_000,
  compensationPayer: 'eu',
};

describe('what has nothing to do with a village', () => {
  it('is compared on every series, survival, outcome and difference', () => {
    expect(before.size).toBeGreaterThan(200);
    expect(before.keys()).toContain('points survival handel-alby');
    expect(before.keys()).toContain('difference points yearsOpen handel-boda');
  });

  it('changes no number of it: another village, far away by its coordinates', () => {
    const after = ownNumbers(compareHere(villagesWith(farNorth), design));
    expect(after.size).toBeGreaterThan(before.size);
    expect(changes(before, after)).toEqual([]);
  });

  it('changes no number of it: another village, far away by stated distances and first of all by its id', () => {
    const { distances, ...villages } = villagesWith();
    const far = ['alby', 'boda', 'dal', 'staden', 'koping'].map((place) => ({ between: ['a0', place], km: 61 }));
    const own = ['alby', 'boda', 'dal'].map((place) => ({ between: [place, 'a-town'], km: 2000 }));
    const after = compareHere(
      {
        ...villages,
        places: { ...(villages['places'] as Written), a0: { inhabitants: 90 } },
        towns: { ...(villages['towns'] as Written), 'a-town': { inhabitants: 1000 } },
        shops: { ...(villages['shops'] as Written), 'a-shop': { place: 'a0', turnover: 600_000, sellsFuel: true } },
        distances: [...(distances as unknown[]), ...far, ...own, { between: ['a0', 'a-town'], km: 8 }],
      },
      design,
    );
    expect(changes(before, ownNumbers(after))).toEqual([]);
  });

  it('changes no number of it: a measure at the far shop', () => {
    const measures = { 'punkt-vik': northernPoint, 'a-first': { ...northernPoint, host: undefined, place: 'vik' } };
    const after = compareHere(villagesWith({ ...farNorth, alternatives: { points: { measures } } }), design);
    expect(changes(before, ownNumbers(after))).toEqual([]);
    const without = ownNumbers(compareHere(villagesWith(farNorth), design));
    expect(changes(without, ownNumbers(after))).toContain('points series sales handel-vik');
  });

  it.each([
    ['what shops without any stated turnover would keep', { localShare: { low: 0.1, likely: 0.2, high: 0.9 } }],
    ['when an owner of known age leaves', { retirementAge: 60 }],
    ['what a move would cost', { moveCost: { low: 0, likely: 50_000, high: 900_000 } }],
  ])('changes no number of it: a parameter nothing else uses, %s', (_, parameters) => {
    const after = ownNumbers(compareHere(villagesWith({ parameters }), design));
    expect(changes(before, after)).toEqual([]);
  });
});

describe('another alternative', () => {
  it('changes nothing of those that were there, wherever it stands after the baseline', () => {
    const { points } = villagesWith()['alternatives'] as { points: Written };
    const one = { measures: { 'punkt-dal': { kind: 'servicePoint', place: 'dal', incomePayer: 'eu', income: 9000 } } };
    const was = compareHere(villagesWith(), design);
    for (const alternatives of [
      { none: {}, points, one },
      { none: {}, one, points },
    ]) {
      const is = compareHere({ ...villagesWith(), alternatives }, design);
      expect(changes(ownNumbers(was), ownNumbers(is))).toEqual([]);
      for (const { id, ledger, outcomes, series } of was.alternatives) {
        const same = is.alternatives.find((each) => each.id === id);
        expect(same?.ledger).toStrictEqual(ledger);
        expect(same?.series).toEqual(expect.arrayContaining([...series]));
        expect(same?.outcomes).toEqual(expect.arrayContaining([...outcomes]));
      }
      const differences = is.differences.filter(({ alternative }) => alternative === 'points');
      expect(differences).toEqual(expect.arrayContaining([...was.differences]));
    }
  });
});
