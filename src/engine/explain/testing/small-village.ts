import {
  type FutureNumber,
  type Instance,
  InterpreterBackEnd,
  type Model,
  type Provenance,
  readModel,
} from '../../compile/index.ts';
import type { Distribution } from '../../random/index.ts';

const label = '{ sv: s, en: e }';

const text = `
section: village
order: 1
title: ${label}
about: ${label}
source: "The test's own model"
entities:
  place: { label: ${label} }
  shop: { label: ${label}, parents: { location: { entity: place } } }
  help: { label: ${label}, parents: { host: { entity: shop, optional: true } }, perAlternative: true }
tables:
  wear: { unit: 1, status: assumption, points: { 0: 1, 10: 0.7, 40: 0.4 }, label: ${label} }
inputs:
  interest: { entity: future, unit: 1, label: ${label} }
  wage: { entity: future, unit: SEK/year, label: ${label} }
  fewPeople: { entity: future, unit: person, label: ${label} }
  people: { entity: place, unit: person, label: ${label} }
  pull: { entity: shop, unit: 1, label: ${label} }
  spend: { entity: shop, unit: SEK/person/year, label: ${label} }
  startCash: { entity: shop, unit: SEK, label: ${label} }
  support: { entity: help, unit: SEK/year, label: ${label} }
  lasting: { entity: help, unit: boolean, label: ${label} }
variables:
  shock: { entity: future, unit: 1, draw: normal, label: ${label} }
  luck: { entity: shop, unit: 1, draw: uniform, label: ${label} }
  calibration: { entity: shop, unit: 1, solved: fit, label: ${label} }
  growth: { entity: future, unit: 1, formula: "1 + interest * shock", label: ${label} }
  priceIndex: { entity: future, unit: 1, opening: "1", formula: "clamp(previous(priceIndex) * growth, 0.5, 2)", label: ${label} }
  openingSales: { entity: shop, unit: SEK/year, formula: "people * spend * pull", label: ${label} }
  margin: { entity: shop, unit: 1, statable: true, formula: "pull > 0.5 and not (people < fewPeople) ? 0.2 : 0.25", label: ${label} }
  fresh: { entity: shop, unit: 1, formula: "interpolate(wear, yearIndex) ^ 2", label: ${label} }
  sales: { entity: shop, unit: SEK/year, formula: "isOpen ? openingSales * calibration * fresh * priceIndex : 0", output: fan, label: ${label} }
  supported: { entity: shop, unit: SEK/year, formula: "sum(help, lasting or isFirstYear ? support * pull : 0)", label: ${label} }
  result: { entity: shop, unit: SEK/year, formula: "max(-wage, margin * sales + supported - (isOpen ? wage * min(pull, 1) : 0))", label: ${label} }
  cash: { entity: shop, unit: SEK, opening: startCash * 2, formula: "previous(cash) + result * step", outcome: true, label: ${label} }
  isOpen: { entity: shop, unit: boolean, opening: "true", formula: "previous(isOpen) and (not chanceEvents or luck < 0.95) and previous(cash) > -abs(startCash)", label: ${label} }
  hostSales: { entity: help, unit: SEK/year, formula: "related(shop, isOpen ? sales : openingSales, support)", label: ${label} }
  bought: { entity: place, unit: SEK/year, formula: "sum(shop, sales)", label: ${label} }
  weakest: { entity: place, unit: SEK, formula: "least(shop, cash, 0)", label: ${label} }
  strongest: { entity: future, unit: SEK, formula: "greatest(shop, cash / (1 + yearIndex), 0)", outcome: true, label: ${label} }
  spread: { entity: future, unit: 1, formula: "product(place, round(exp(log(people * people / (people + fewPeople) / (people + fewPeople)))))", label: ${label} }
  lastChange: { entity: shop, unit: SEK, formula: "isLastYear ? cash - previous(cash) : 0", label: ${label} }
`;

/** What stands in the plan besides the model; each number may be anything. */
export type VillageInputs = {
  readonly interest: number;
  /** For each year. */
  readonly wage: readonly number[];
  /** Of «a», «b» and «empty», which has no shop. */
  readonly people: readonly [number, number, number];
  /** Of the shops «ica» and «kiosk» in a, and «mat» in b. */
  readonly pull: readonly [number, number, number];
  readonly spend: number;
  readonly startCash: number;
  /** Of «mat» alone; undefined leaves its formula. */
  readonly margin: number | undefined;
  readonly support: number;
  readonly lasting: boolean;
  readonly future: FutureNumber;
};

export const plainInputs: VillageInputs = {
  interest: 0.02,
  wage: [300_000, 310_000, 320_000, 330_000],
  people: [400, 250, 30],
  pull: [0.6, 0.2, 0.9],
  spend: 12_000,
  startCash: 50_000,
  margin: 0.22,
  support: 40_000,
  lasting: false,
  future: { outer: 3, inner: 5, likely: false },
};

export const startYear = 2026;

export const villageModel: Model = readModel(
  [{ file: 'village.yaml', text }],
  new Map([['fit', { needs: ['openingSales'], gives: ['calibration'] }]]),
);

/** One future of a small village: two places with shops, one without, and a help with and one without a host. */
export function villageRun(inputs: VillageInputs) {
  const years = inputs.wage.length;
  const constant = (value: number) => ({ kind: 'constant', value }) as const;
  const one = (id: string, values: Instance['values'], parents: Instance['parents'] = {}): Instance => ({
    id,
    parents,
    values,
    parties: {},
    provenance: Object.fromEntries(Object.keys(values).map((name) => [name, given(name)])),
    label: { sv: id, en: id },
  });
  const given = (name: string): Provenance => ({
    stated: name,
    status: 'synthetic',
    source: undefined,
    priceYear: undefined,
    priceFactor: undefined,
    givenBy: 'scenario',
  });
  const distribution: Distribution = { kind: 'uniform', low: 0, high: 1 };
  const shop = (id: string, position: number, location: string, margin?: number): Instance =>
    one(
      id,
      {
        pull: constant(inputs.pull[position] as number),
        spend: { kind: 'drawn', distribution, streamId: id },
        startCash: constant(inputs.startCash),
        marginGiven: constant(margin === undefined ? 0 : 1),
        marginStated: constant(margin ?? 0),
      },
      { location },
    );
  const help = (id: string, parents: Instance['parents']): Instance =>
    one(id, { support: constant(inputs.support), lasting: constant(inputs.lasting ? 1 : 0) }, parents);
  const instances = {
    shared: new Map([
      [
        'future',
        [
          one('', {
            interest: constant(inputs.interest),
            fewPeople: constant(100),
            wage: { kind: 'yearly', values: inputs.wage },
          }),
        ],
      ],
      ['place', ['a', 'b', 'empty'].map((id, at) => one(id, { people: constant(inputs.people[at] as number) }))],
      ['shop', [shop('ica', 0, 'a'), shop('kiosk', 1, 'a'), shop('mat', 2, 'b', inputs.margin)]],
    ]),
    alternatives: [{ id: 'yes', own: new Map([['help', [help('grant', { host: 'ica' }), help('van', {})]]]) }],
  };
  const backEnd = new InterpreterBackEnd(
    villageModel,
    instances,
    {
      years,
      startYear,
      seed: 'explain',
      parameters: { value: (_input, streamId) => inputs.spend * (streamId === 'ica' ? 1 : 0.5) },
      solvers: new Map([
        [
          'fit',
          ({ relations, read, write }) => {
            for (let at = 0; at < relations.count('shop'); at += 1) {
              write('calibration', at, 1 / (1 + Math.abs(read('openingSales', at)) / 1e7));
            }
          },
        ],
      ]),
    },
    [],
  );
  return backEnd.future(0, inputs.future);
}
