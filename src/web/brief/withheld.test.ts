import { describe, expect, it } from 'vitest';
import type { Result, Revision } from '../work/work.tsx';
import { type DependentVariable, toldBeside } from './dependence.ts';
import { holdsSecret, secretFigures, secretPaths, withoutSecrets } from './secrets.ts';
import { quarterOf, withhold } from './withheld.ts';

const variable = (
  name: string,
  entity: string,
  dependsOn: readonly string[] = [],
  field?: string,
): DependentVariable => ({
  name,
  entity,
  field: field ?? null,
  role: field === undefined ? 'formula' : 'input',
  dependsOn: dependsOn.map((each) => ({ name: each })),
});

// A shop sells by its turnover and what places buy; places share what they buy between all shops.
const model = [
  variable('turnover', 'shop', [], 'turnover'),
  variable('rent', 'shop', [], 'rent'),
  variable('premises', 'shop', ['rent']),
  variable('margin', 'future', [], 'margin'),
  variable('share', 'place', ['turnover']),
  variable('sales', 'shop', ['share']),
  variable('priceIndex', 'future'),
];

const revision = (turnover: unknown): Pick<Revision, 'places' | 'shops' | 'measures'> =>
  ({
    places: [],
    measures: [],
    shops: [{ key: 'butik', label: { sv: 'Butik', en: 'Shop' }, place: 'by', stated: { turnover, place: 'by' } }],
  }) as unknown as Revision;

const secret = { value: 9_123_457, source: 'Bokslut 2024', secret: true };

describe('what tells of a secret', () => {
  it('is everything computed from it, of its own shop as long as no other kind of thing lies between', () => {
    const told = toldBeside(model, ['shops.butik.rent']);
    expect(told('premises', 'butik')).toBe(false);
    expect(told('premises', 'annan')).toBe(true);
    expect(told('sales', 'butik')).toBe(true);
  });

  it('is the figures of every shop where places share their purchases between them', () => {
    const told = toldBeside(model, ['shops.butik.turnover']);
    expect([told('sales', 'butik'), told('sales', 'annan'), told('share', 'by')]).toEqual([false, false, false]);
    expect(told('priceIndex', '')).toBe(true);
  });

  it('is whatever the model does not know, such as a sum over all payments', () => {
    expect(toldBeside(model, ['shops.butik.rent'])('presentValue_society', '')).toBe(false);
  });

  it('is everything, where the secret is no input that is known', () => {
    expect(toldBeside(model, ['distances.0'])('priceIndex', '')).toBe(false);
  });

  it('is nothing where nothing is secret', () => {
    expect(toldBeside(model, [])('sales', 'butik')).toBe(true);
  });
});

describe('secrets', () => {
  it('are found in the revision, in what is tried and in the files', () => {
    const changes = [{ path: 'places.by.inhabitants', value: { value: 713, secret: true } }];
    const files = [{ parameters: { margin: { value: 0.2, secret: true } } }];
    expect(secretPaths(revision(secret), changes, files)).toEqual([
      'shops.butik.turnover',
      'places.by.inhabitants',
      'parameters.margin',
    ]);
    expect(secretFigures(revision(secret), changes, files)).toEqual([9_123_457, 713, 0.2]);
  });

  it('are taken out with their notes and sources, and what they are called stays', () => {
    const stated = { cost: { ...secret, label: 'Lokal' }, life: 10 };
    expect(withoutSecrets(stated)).toEqual({ cost: { label: 'Lokal', secret: true }, life: 10 });
    expect(holdsSecret(stated)).toBe(true);
  });
});

describe('the public version', () => {
  const shop = (chance: number) => ({
    overview: {
      costs: [{ party: 'municipality', label: { sv: '', en: '' }, meanSekPerYear: 172_235, likelySekPerYear: 169_449 }],
      gain: null,
      shops: { nodes: [{ shop: 'butik', chance, yearsOpen: 14.2 }] },
      withoutShop: { municipalitySekPerYear: 13_221, residentsSekPerYear: 1, stateSekPerYear: 1 },
    },
    survival: {
      nodes: [{ shop: 'butik', years: [{ year: 2014, chance, closures: {}, standsInLikelyFuture: false }] }],
    },
  });
  const series = {
    nodes: [{ variable: 'sales', instance: 'butik', likely: [9_123_457], mean: [9_123_457], quantiles: null }],
  };
  const empty = { nodes: [] };
  const result = {
    certificate: { resultHash: 'a1', scenarioHash: 'b2', modelHash: 'c3', futures: 4096, seed: 'x' },
    failed: { count: 0 },
    years: [2014],
    alternatives: [
      {
        key: 'ingen',
        ...shop(0.61),
        people: empty,
        customers: empty,
        sales: series,
        ownerPay: empty,
        cash: empty,
        ledger: { nodes: [{ meanSekPerYear: [9_123_457] }] },
        presentValues: { nodes: [{ mean: 1 }] },
      },
    ],
    differences: { nodes: [{ mean: 12_345 }] },
    drivers: [{ luckShare: 0.36 }],
    calculations: [
      {
        key: 'kalkyl',
        measure: 'punkt',
        label: { sv: 'Kalkyl', en: 'Calculation' },
        investmentSek: '545333.00',
        views: [{}],
      },
    ],
    financed: { nodes: [{ years: [{ year: 2014, costSek: 645_333, missingSek: 100_000 }] }] },
    sameMoney: null,
    openQuestions: [
      {
        key: 'a',
        at: 'shops.butik.turnover',
        stated: 9_123_457,
        assumed: null,
        about: { sv: 'Omsättning 9 123 457 kr', en: '' },
      },
    ],
    assumptions: {
      nodes: [
        { input: 'turnover', entity: 'shop', instance: 'butik', stated: 9_123_457, source: 'Bokslut' },
        { input: 'margin', entity: 'future', instance: '', stated: 0.2, source: null },
      ],
    },
  } as unknown as Result;
  const given = {
    result,
    revision: {
      ...revision(secret),
      label: { sv: 'By', en: 'Village' },
      files: [{ name: 'a', text: '9123457' }],
    } as Revision,
    changes: [{ path: 'shops.butik.turnover', value: secret }],
    breakEven: [{ quantity: { likely: 9_123_457 } }] as never,
  };
  const paths = ['shops.butik.turnover'];
  const open = withhold(given, paths, [9_123_457], toldBeside(model, paths));

  it('holds the secret nowhere, in no form', () => {
    const text = JSON.stringify(open).replace(/[\s\u00a0\u202f.,]/g, '');
    expect(text).not.toContain('9123457');
    expect(text).not.toContain('Bokslut');
  });

  it('tells no sum, no present value and no checksum, by which the secret could be found', () => {
    const text = JSON.stringify(open);
    for (const figure of ['172235', '169449', '13221', '12345', '645333', '0.61', '14.2', '"a1"', '"b2"', '0.36'])
      expect(text).not.toContain(figure);
  });

  it('keeps what is reckoned without the secret: calculations, and the other assumptions', () => {
    expect(open.result.calculations[0]?.investmentSek).toBe('545333.00');
    expect(open.result.assumptions.nodes[1]?.stated).toBe(0.2);
    expect(open.result.certificate.modelHash).toBe('c3');
  });

  it('withholds a calculation that itself holds a secret', () => {
    const inMeasure = ['alternatives.a.measures.punkt.running.0.amount'];
    const { result: told } = withhold(given, inMeasure, [], toldBeside(model, inMeasure));
    expect(told.calculations[0]).toMatchObject({ investmentSek: 'NaN', views: [], items: [] });
  });

  it('says only in which quarter the chance lies', () => {
    expect(open.standing.get('ingen')?.get('butik')).toBe(2); // 61 of 100 is between 50 and 75
    expect([0, 0.24, 0.25, 0.5, 0.75, 1].map(quarterOf)).toEqual([0, 0, 1, 2, 3, 3]);
  });

  it('is the internal one where nothing is secret', () => {
    const same = withhold(given, [], [], () => true);
    expect(same.result).toBe(result);
    expect(same.isWithholding).toBe(false);
  });
});
