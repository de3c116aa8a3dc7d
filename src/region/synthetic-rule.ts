import type { Distribution } from '../engine/random/index.ts';

/** One number of the rule by which a region is made up, or how it is spread over shops. */
export interface RuleNumber {
  readonly unit: string;
  /** One number for all; a distribution that each shop draws from once; or a line through points (inhabitants, value). */
  readonly value: number | Distribution | readonly (readonly [inhabitants: number, value: number])[];
  readonly label: { readonly sv: string; readonly en: string };
  /** Where it comes from. All of them are assumptions; some lean on a figure of a source. */
  readonly basis: string;
}

const pert = (low: number, likely: number, high: number): Distribution => ({ kind: 'pert', low, likely, high });

/**
 * The rule by which shops and stations of a generated region are made up. None of it has been measured locality by locality:
 * docs/region.md shows this very table. The model's own defaults are not touched by it.
 */
export const syntheticRule = {
  hinterlandBase: {
    unit: 'person',
    value: 150,
    label: { sv: 'Omland, fast del', en: 'Hinterland, fixed part' },
    basis:
      'assumption; with the next, 0.3–1 times the locality, as the 27–56 % outside localities of rural municipalities',
  },
  hinterlandShare: {
    unit: '1',
    value: 0.25,
    label: { sv: 'Omland, del av ortens invånare', en: 'Hinterland, share of the inhabitants' },
    basis: 'assumption; Mönsterås and Lindesberg have 27 % of their people outside localities',
  },
  hinterlandDistance: {
    unit: 'km',
    value: 5,
    label: { sv: 'Omlandets medelavstånd', en: 'Mean distance of the hinterland' },
    basis: 'assumption, as in the worked example',
  },
  shopChance: {
    unit: '1',
    value: [
      [200, 0.3],
      [500, 0.8],
      [1000, 0.95],
      [2000, 1],
    ],
    label: { sv: 'Chans att orten har livsmedelsbutik', en: 'Chance that a locality has a grocery shop' },
    basis: 'assumption; no register at hand',
  },
  secondShopChance: {
    unit: '1',
    value: [
      [1500, 0],
      [4000, 1],
    ],
    label: { sv: 'Chans att orten med butik har en till', en: 'Chance that a locality with a shop has a second' },
    basis: 'assumption',
  },
  localShare: {
    unit: '1',
    value: pert(0.2, 0.35, 0.6),
    label: {
      sv: 'Ortens butikers del av ortens och omlandets inköp',
      en: 'Share of what locality and hinterland buy that its shops sell',
    },
    basis: "assumption: the model's localShare, drawn for each locality",
  },
  localShareBySize: {
    unit: '1',
    value: [
      [500, 0.44],
      [1000, 0.57],
      [2500, 0.9],
      [5000, 1],
    ],
    label: {
      sv: 'Mindre orter behåller mindre: faktor på andelen',
      en: 'Smaller localities keep less: a factor on the share',
    },
    basis:
      'assumption, tuned: so that many rural shops sell for 2–6 million (svd.se 2016) and closures come near 2–3.5 % a year',
  },
  spend: {
    unit: 'SEK/person/year',
    value: 22_500,
    label: { sv: 'Dagligvaror per person, 2011 års priser', en: 'Groceries per person, prices of 2011' },
    basis: "assumption: the model's likely spend",
  },
  passingShare: {
    unit: '1',
    value: pert(0, 0.05, 0.25),
    label: { sv: 'Genomfart, del av omsättningen', en: 'Passing trade, share of turnover' },
    basis: 'assumption',
  },
  salesPerSquareMetre: {
    unit: 'SEK/m2/year',
    value: { kind: 'lognormal', median: 40_000, sigma: 0.25 },
    label: { sv: 'Omsättning per kvadratmeter, 2011 års priser', en: 'Turnover per square metre, prices of 2011' },
    basis: 'assumption; 45 000 in the worked example',
  },
  leastFloorArea: {
    unit: 'm2',
    value: 100,
    label: { sv: 'Minsta butiksyta', en: 'Least floor area' },
    basis:
      'assumption; a smaller shop near Malmö would not be among the twelve heaviest destinations of its own village. Its size changes nothing else: b is calibrated',
  },
  openingCashShare: {
    unit: '1',
    value: pert(0, 0.04, 0.12),
    label: { sv: 'Kassa vid starten, del av omsättningen', en: 'Opening cash, share of turnover' },
    basis: "assumption: the model's openingCashShare is 0.04",
  },
  reinvestmentAge: {
    unit: 'year',
    value: { kind: 'uniform', low: 0, high: 12 },
    label: { sv: 'År sedan senaste reinvestering', en: 'Years since the last reinvestment' },
    basis: "assumption: as the model's default, whole years, drawn once for each shop instead of once for each future",
  },
  stationChance: {
    unit: '1',
    value: [
      [200, 0.2],
      [500, 0.4],
      [1500, 0.75],
      [3000, 0.95],
    ],
    label: { sv: 'Chans att orten har drivmedel', en: 'Chance that a locality sells fuel' },
    basis: 'assumption; no register at hand',
  },
  fuelAtShopChance: {
    unit: '1',
    value: 0.4,
    label: { sv: 'Chans att butiken säljer drivmedlet', en: 'Chance that the shop sells the fuel' },
    basis: 'assumption; otherwise an unstaffed station of its own',
  },
  fuelLocalShare: {
    unit: '1',
    value: pert(0.2, 0.4, 0.7),
    label: { sv: 'Ortens del av ortens och omlandets tankning', en: 'Share of the fuel of locality and hinterland' },
    basis:
      'assumption, with the factor for size above; about 400 m³ at 2 500 people, the likely volume of a rural station',
  },
  litresPerPerson: {
    unit: 'litre/person/year',
    value: 450,
    label: { sv: 'Drivmedel per person', en: 'Fuel per person' },
    basis: "assumption: the model's litresPerPerson",
  },
  fuelPassingShare: {
    unit: '1',
    value: pert(0, 0.2, 0.5),
    label: { sv: 'Genomfart, del av literna', en: 'Passing trade, share of litres' },
    basis: 'assumption',
  },
  stationPremises: {
    unit: 'SEK/year',
    value: 10_000,
    label: { sv: 'Obemannad station, drift om året', en: 'Unstaffed station, running cost a year' },
    basis: 'assumption',
  },
  stationReinvestment: {
    unit: 'SEK',
    value: 243_700,
    label: { sv: 'Obemannad station, förnyelse', en: 'Unstaffed station, renewal' },
    basis:
      'a cistern for 200 000 and a card terminal for 43 700 (svt.se 2020; nsd.se); that they are renewed together is assumed',
  },
} as const satisfies Record<string, RuleNumber>;
