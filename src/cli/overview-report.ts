import type { BreakEven } from '../app/break-even.ts';
import type { ComparisonDocument } from '../app/compare-scenario.ts';
import { partyNames } from '../engine/compile/index.ts';
import { type Language, Numbers } from './numbers.ts';
import { heading, table } from './tables.ts';

const swedish = {
  title: 'Alternativen i en tabell',
  unit: 'Kostnader är tusen kronor ett genomsnittsår, netto, löpande priser; under 0 får parten pengar.',
  alternative: 'Alternativ',
  standing: (shops: number): string => (shops === 1 ? 'Butik kvar %' : `Butiker kvar av ${shops}`),
  yearsOpen: (shops: number): string => (shops === 1 ? 'År öppen' : 'Butiksår'),
  residents: 'De boendes nytta, tkr nuvärde',
  society: 'Samhällets nytta, tkr nuvärde',
  km: 'km/år sparade',
  even: 'Samhället väger lika vid (trolig bana)',
  never: (better: boolean): string => (better ? 'alltid bättre' : 'aldrig'),
  none: (name: string, municipality: string, state: string, residents: string) =>
    `Vad «${name}» kostar: att ingen butik finns inom räckhåll kostar kommunen i genomsnitt ${municipality} kr om året i hemsändning och hemtjänstens inköp, staten ${state} kr i bidrag och de boende ${residents} kr i längre resor för ombudsärenden (medel över alla framtider; 0 så länge butiken står).`,
  sameMoney: (name: string, shop: string) =>
    `«Samma pengar»: ${shop} får varje år det som «${name}» kostar kommunen netto utöver alternativet utan åtgärd. LAGLIGHET: stöd till ett enskilt företag utan stödregel kan strida mot kommunallagen (2 kap. 8 §) och EU:s regler om statligt stöd; alternativet visar vad pengarna räcker till, inte vad som får göras.`,
};

const english: typeof swedish = {
  title: 'The alternatives in one table',
  unit: "Costs are thousand kronor in an average year, net, each year's own prices; below 0 the party receives.",
  alternative: 'Alternative',
  standing: (shops) => (shops === 1 ? 'Shop stands %' : `Shops standing of ${shops}`),
  yearsOpen: (shops) => (shops === 1 ? 'Years open' : 'Shop-years'),
  residents: "Residents' gain, kSEK present value",
  society: "Society's gain, kSEK present value",
  km: 'km/year spared',
  even: 'Society is even at (likely run)',
  never: (better) => (better ? 'always better' : 'never'),
  none: (name, municipality, state, residents) =>
    `What «${name}» costs: there being no shop within reach costs the municipality ${municipality} SEK in an average year for delivery and home-care shopping, the state ${state} SEK in grants and residents ${residents} SEK in longer travel for agency errands (mean over all futures; 0 while the shop stands).`,
  sameMoney: (name, shop) =>
    `«Same money»: ${shop} gets every year what «${name}» costs the municipality net beyond the alternative without measures. LEGALITY: support to a single undertaking without a support rule may conflict with the Local Government Act (chapter 2, section 8) and EU state aid rules; the alternative shows what the money would do, not what may be done.`,
};

/** Each alternative in one row: who pays, whether the shop stands, what residents gain, and where society is even. */
export function overviewReport(document: ComparisonDocument, language: Language): string {
  const { overview, scenario, sameMoney, breakEven } = document;
  const texts = language === 'sv' ? swedish : english;
  const numbers = new Numbers(language);
  if (overview.length < 2) return '';
  const name = (id: string): string => scenario.alternatives.find((each) => each.id === id)?.label[language] ?? id;
  const thousand = (value: number): string => numbers.set(value / 1000);
  const parties = [...new Set(overview.flatMap((row) => row.costPerYear.map(({ party }) => party)))];
  const shops = overview[0]?.shops.length ?? 0;
  const rows = overview.map((row) => {
    const sum = (of: 'standing' | 'yearsOpen'): number => row.shops.reduce((total, each) => total + each[of], 0);
    return [
      name(row.alternative),
      ...parties.map((party) => thousand(row.costPerYear.find((each) => each.party === party)?.mean ?? 0)),
      ...(shops === 0
        ? []
        : [
            shops === 1 ? numbers.set(sum('standing') * 100) : numbers.set(sum('standing'), 1),
            numbers.set(sum('yearsOpen'), 1),
          ]),
      ...(row.gain === null
        ? ['', '', '']
        : [thousand(row.gain.residents.mean), numbers.set(row.gain.kmPerYear), thousand(row.gain.society.mean)]),
      ...(breakEven === null
        ? []
        : [row.gain === null ? '' : evenAt(breakEven, row.alternative, language, numbers, texts)]),
    ];
  });
  const baseline = overview[0] as (typeof overview)[number];
  const { municipality, state, residents } = baseline.withoutShop;
  return [
    heading(texts.title),
    texts.unit,
    '',
    table(
      [
        texts.alternative,
        ...parties.map((party) => partyNames[party][language]),
        ...(shops === 0 ? [] : [texts.standing(shops), texts.yearsOpen(shops)]),
        texts.residents,
        texts.km,
        texts.society,
        ...(breakEven === null ? [] : [texts.even]),
      ],
      rows,
    ),
    '',
    texts.none(name(baseline.alternative), numbers.set(municipality), numbers.set(state), numbers.set(residents)),
    ...(sameMoney === null ? [] : [texts.sameMoney(name(sameMoney.as), sameMoney.shop)]),
  ].join('\n');
}

/** The first quantity by which society becomes indifferent, or that none does within its range. */
function evenAt(
  found: readonly BreakEven[],
  alternative: string,
  language: Language,
  numbers: Numbers,
  texts: typeof swedish,
): string {
  const asked = found.filter((each) => each.alternative === alternative && each.variable === 'presentValue_society');
  if (asked.length === 0) return '';
  const [first] = asked.filter(({ likely }) => likely.points.some(({ kind }) => kind !== 'edge'));
  if (first === undefined) return texts.never(asked[0]?.likely.asStated === 'alternative');
  const points = first.likely.points
    .filter(({ kind }) => kind !== 'edge')
    .map(({ at }) => (first.quantity.unit === '1' ? numbers.percent(at, 1) : numbers.free(Number(at.toPrecision(3)))));
  return `${first.quantity.label[language].toLowerCase()} ${points.join(', ')}`;
}
