import { describe, expect, it } from 'vitest';
import { type Comparison, futureDesign } from '../../src/engine/simulate/index.ts';
import { compareHere } from './compare-here.ts';
import { villagesWith, type Written } from './villages.ts';

const design = futureDesign(160);

const noEffect: Written = {
  kind: 'servicePoint',
  host: 'handel-alby',
  owner: 'association',
  visitsEffect: 0,
  errandsHandled: 0,
  hostCompensation: 0,
  agencyGain: 0,
  income: 0,
  investments: [
    {
      label: 'Premises',
      cost: 300_000,
      life: 4,
      rate: 0.05,
      renew: true,
      grants: [{ from: 'region', amount: 100_000 }],
    },
  ],
  running: [{ label: 'Staff', category: 'staff', posts: 0.2, postCost: 350_000, payer: 'municipality' }],
};

function alternative(comparison: Comparison, id: string) {
  return comparison.alternatives.find((each) => each.id === id) as Comparison['alternatives'][number];
}

describe('a service point without any effect', () => {
  const comparison = compareHere(
    villagesWith({
      calculations: null,
      alternatives: { points: null, idle: { measures: { 'punkt-alby': noEffect } } },
    }),
    design,
  );
  const [none, idle] = [alternative(comparison, 'none'), alternative(comparison, 'idle')];
  const name = ({ variable, instance }: { variable: string; instance: string }): string =>
    `${variable} ${instance}`.trim();

  it('changes no series but its own and none of any village, shop or trip', () => {
    const was = new Map(none.series.map((each) => [name(each), each]));
    const changed = idle.series.filter((each) => {
      const other = was.get(name(each));
      return other === undefined || JSON.stringify(other) !== JSON.stringify(each);
    });
    const isAccount = ({ variable }: { variable: string }): boolean => /^(net|terminal|presentValue)_/.test(variable);
    // That there is a service point nearby is no effect of it.
    const isNearness = ({ variable }: { variable: string }): boolean => /ServicePoint$/.test(variable);
    const others = changed.filter((each) => !isAccount(each) && !isNearness(each));
    expect(others.map(name)).toEqual([
      'costOfEndingNow punkt-alby',
      'measureActive punkt-alby',
      'yearlyRunningCost punkt-alby',
    ]);
    const accounts = new Set(changed.filter(isAccount).map(({ variable }) => variable.replace(/^.*_/, '')));
    expect([...accounts].sort()).toEqual(['association', 'municipality', 'region', 'society']);
    expect(idle.series).toHaveLength(none.series.length + 3);
    expect(idle.survival).toStrictEqual(none.survival);
  });

  it('changes no outcome but the present values of those who pay for it', () => {
    const changed = comparison.differences.filter(({ mean, quantiles, likely }) =>
      [mean, likely, ...Object.values(quantiles)].some((each) => each !== 0),
    );
    expect(changed.map(name).sort()).toEqual([
      'presentValue_association',
      'presentValue_municipality',
      'presentValue_region',
      'presentValue_society',
    ]);
    for (const each of changed) expect(each.mean, name(each)).toBeLessThan(0);
    for (const each of comparison.differences)
      if (!changed.includes(each)) expect(each.probabilityEqual, name(each)).toBe(1);
  });

  it('changes no line of the ledger but those of its outlays, grants and running costs', () => {
    const line = ({ flow, from, to }: Comparison['alternatives'][number]['ledger'][number]): string =>
      `${flow}: ${from} > ${to}`;
    const was = new Map(none.ledger.map((each) => [line(each), JSON.stringify(each)]));
    const added = idle.ledger.filter((each) => was.get(line(each)) !== JSON.stringify(each)).map(line);
    expect(idle.ledger).toHaveLength(none.ledger.length + added.length);
    expect(added).toEqual([
      'capitalDepreciation: region > resource',
      'capitalDepreciation: association > resource',
      'capitalInterest: region > resource',
      'capitalInterest: association > resource',
      'capitalWriteOff: association > resource', // in futures in which the host closes
      'investment: association > resource',
      'investmentGrant: region > association',
      'running: municipality > resource',
      'terminalMeasureValue: resource > association',
    ]);
  });
});

describe('an alternative that is the same as the baseline', () => {
  const { points } = villagesWith()['alternatives'] as { points: Written };

  it.each([
    ['nothing and nothing', {}],
    ['two service points and the same two', points],
  ])('differs from it by exactly 0 in every future: %s', (_, same) => {
    const comparison = compareHere(
      { ...villagesWith({ calculations: null }), alternatives: { first: same, second: same } },
      design,
    );
    expect(comparison.differences.length).toBeGreaterThan(10);
    for (const {
      variable,
      instance,
      mean,
      likely,
      standardError,
      quantiles,
      probabilityBetter,
      probabilityEqual,
    } of comparison.differences) {
      expect(
        [mean, likely, standardError, ...Object.values(quantiles), probabilityBetter],
        `${variable} ${instance}`,
      ).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
      expect(probabilityEqual).toBe(1);
    }
    const [first, second] = comparison.alternatives.map(({ id: _id, ...numbers }) => numbers);
    expect(second).toStrictEqual(first);
  });

  it('differs by exactly 0 when futures are counted into histograms as well', () => {
    const comparison = compareHere(
      { ...villagesWith({ calculations: null }), alternatives: { first: points, second: points } },
      design,
      { keep: false },
    );
    for (const {
      mean,
      likely,
      standardError,
      quantiles,
      probabilityBetter,
      probabilityEqual,
    } of comparison.differences) {
      expect([mean, likely, standardError, ...Object.values(quantiles), probabilityBetter]).toEqual([
        0, 0, 0, 0, 0, 0, 0, 0, 0,
      ]);
      expect(probabilityEqual).toBe(1);
    }
  });
});
