import { describe, expect, it } from 'vitest';
import type { Result } from '../work/work.tsx';
import { caseAgainst } from './case-against.ts';
import { paymentsOf } from './payments.ts';

type Alternative = Result['alternatives'][number];

const alternative = (
  key: string,
  given: { readonly cost: number; readonly chance: number; readonly society?: number; readonly isAdded?: boolean },
): Alternative =>
  ({
    key,
    label: { sv: key, en: key },
    isBaseline: key === 'ingen',
    isAdded: given.isAdded === true,
    overview: {
      costs: [{ party: 'municipality', meanSekPerYear: given.cost }],
      gain: key === 'ingen' ? null : { society: { meanSek: given.society ?? 0 } },
      shops: { nodes: [{ shop: 'butik', chance: given.chance }] },
    },
    ledger: { nodes: [] },
  }) as unknown as Alternative;

const result = (alternatives: readonly Alternative[], more: object = {}): Result =>
  ({
    alternatives,
    differences: { nodes: [] },
    financed: { nodes: [] },
    sameMoney: null,
    ...more,
  }) as unknown as Result;

const none = alternative('ingen', { cost: 10_000, chance: 0.5 });

describe('the case against an alternative', () => {
  it('begins with what society loses by it', () => {
    const punkt = alternative('punkt', { cost: 60_000, chance: 0.6, society: -250_000 });
    const [first, second] = caseAgainst(result([none, punkt]), undefined, punkt);
    expect(first).toEqual({ kind: 'society', lossSek: 250_000, betterChance: undefined });
    expect(second).toMatchObject({ kind: 'price', moreSekPerYear: 50_000 }); // 60 000 − 10 000
  });

  it('names the alternative that does at least as much for less', () => {
    const punkt = alternative('punkt', { cost: 60_000, chance: 0.6 });
    const buss = alternative('buss', { cost: 40_000, chance: 0.7 });
    const dyr = alternative('dyr', { cost: 90_000, chance: 0.9 });
    expect(caseAgainst(result([none, punkt, buss, dyr]), undefined, punkt)).toContainEqual({
      kind: 'other-alternative',
      alternative: buss,
      chance: 0.7,
      ownChance: 0.6,
      lessSekPerYear: 20_000, // 60 000 − 40 000
    });
  });

  it('tells what nobody has promised until the agreement ends, and nothing after it', () => {
    const punkt = alternative('punkt', { cost: 10_000, chance: 0.5 });
    const financed = {
      nodes: [
        {
          alternative: 'punkt',
          agreementEnd: 2015,
          years: [
            { year: 2014, missingSek: 100_000 },
            { year: 2015, missingSek: 102_350 },
            { year: 2016, missingSek: 104_000 },
          ],
        },
      ],
    };
    expect(caseAgainst(result([none, punkt], { financed }), undefined, punkt)).toEqual([
      { kind: 'not-financed', missingSek: 202_350, through: 2015 }, // 100 000 + 102 350
    ]);
  });

  it('has nothing against doing nothing', () => {
    expect(caseAgainst(result([none]), undefined, none)).toEqual([]);
  });
});

describe('payments', () => {
  it('are what a party pays less what it receives, in cash', () => {
    const line = (from: string, to: string, amounts: readonly number[], basis = ['cash']) => ({
      from,
      to,
      basis,
      fromLabel: { sv: from, en: from },
      toLabel: { sv: to, en: to },
      likelySekPerYear: amounts,
    });
    const punkt = {
      ...none,
      ledger: {
        nodes: [
          line('municipality', 'resource', [100_000, 102_000]),
          line('municipality', 'resource', [7_000, 7_000], ['cost']),
          line('state', 'municipality', [0, 2_000]),
          line('shop', 'owner', [300_000, 300_000]),
        ],
      },
    } as unknown as Alternative;
    expect(paymentsOf(punkt, [2014, 2015])).toEqual({
      parties: [
        { party: 'municipality', label: { sv: 'municipality', en: 'municipality' } },
        { party: 'state', label: { sv: 'state', en: 'state' } },
      ],
      years: [
        { year: 2014, amounts: [100_000, 0] },
        { year: 2015, amounts: [100_000, 2_000] }, // 102 000 − 2 000
      ],
    });
  });
});
