import { numbersIn } from '../words/numbers.ts';
import type { Language } from '../words/spoken.ts';
import type { BreakEvens, Result } from '../work/work.tsx';
import { aboutAmount, inKronor, roundedTo } from './about-amount.ts';
import { decisiveOf, thresholdOf, toldAnswer } from './even-segments.ts';
import { type MeasureKinds, type Names, namesOf } from './names.ts';
import { phrases } from './phrases.ts';
import { capitalised, figure, type Part, type Sentence, say } from './say.ts';

/** What the answer is made of. */
export type Asked = {
  readonly result: Result;
  /** Undefined until it is computed: then nothing is said of it. */
  readonly breakEven: BreakEvens | undefined;
  /** Of what kind each measure is, so that a service point can be called one. */
  readonly kinds: MeasureKinds;
  /** What shops are called; their ids where nothing is known. */
  readonly shopNames: ReadonlyMap<string, string>;
  readonly language: Language;
  /** Key of the alternative that is held against the baseline; the first there is unless stated. */
  readonly alternative?: string | undefined;
};

type Alternative = Result['alternatives'][number];

/** What every sentence is made with. */
type Making = Asked & {
  readonly baseline: Alternative;
  readonly main: Alternative;
  readonly names: Names;
  readonly said: (typeof phrases)[Language];
};

/** Years after which it is told whether the shop stands. */
const yearsAhead = 10;

/** The alternative an answer is about unless another is asked for: whose money is given to the shop, otherwise the first. */
export function mainAlternative({ alternatives, sameMoney }: Result): string | undefined {
  const real = alternatives.filter(({ isBaseline, isAdded }) => !isBaseline && !isAdded);
  return (real.find(({ key }) => key === sameMoney?.as) ?? real[0] ?? alternatives.find((each) => !each.isBaseline))
    ?.key;
}

/**
 * The answer in sentences, the most important first.
 *
 * Where something nobody has measured decides, what it would have to be comes first: break-even before any probability. What
 * is not known, luck and sampling error are never put in one interval: ranges are of what is assumed, shares of a hundred hold
 * luck too, and sampling error stands in the note.
 */
export function answerTo(asked: Asked): Sentence[] {
  const { result, language } = asked;
  const said = phrases[language];
  const [baseline] = result.alternatives;
  if (baseline === undefined) return [];
  const names = namesOf(result.alternatives, asked.kinds, language);
  const wanted = asked.alternative ?? mainAlternative(result);
  const main = result.alternatives.find(({ key, isBaseline }) => key === wanted && !isBaseline);
  if (main === undefined) {
    const making = { ...asked, baseline, main: baseline, names, said };
    return [
      survivalOfOne(making),
      { key: 'one-only', parts: said.oneOnly } as const,
      manyShops(making),
      failed(making),
    ].filter((each) => each !== undefined);
  }
  const making = { ...asked, baseline, main, names, said };
  return [
    breakEvenFirst(making),
    cost(making),
    survival(making),
    society(making),
    abstaining(making),
    sameMoney(making),
    manyShops(making),
    failed(making),
  ].filter((each) => each !== undefined);
}

function breakEvenFirst({ breakEven, main, names, said, language }: Making): Sentence | undefined {
  const even = decisiveOf(breakEven ?? [], main.key);
  const threshold = even && thresholdOf(even);
  const outcome = even && said.outcome[even.variable];
  if (even === undefined || threshold === undefined || outcome === undefined) return undefined;
  const { number, withUnit } = numbersIn(language);
  const { quantity } = even;
  const badge: Part = { kind: 'badge', text: said.assumption };
  const the = names.the(main);
  const answer = toldAnswer(even);
  const isSales = quantity.path.startsWith('visitsEffect');
  const written = (value: number): string =>
    isSales ? said.percent(number(100 * value, 1)) : withUnit(roundedTo(value, 3), quantity.unit);
  const error = answer.points.find(({ at }) => at === threshold.at)?.standardError;
  const note =
    answer.futures === 0
      ? said.evenInLikely
      : said.evenOnAverage(
          number(answer.futures),
          error ? (isSales ? said.percentPoints(number(196 * error, 1)) : written(1.96 * error)) : undefined,
        );
  const likely = quantity.likely ?? 0;
  if (isSales) {
    const must = threshold.side === 'above' ? said.salesMustRise : said.salesMustNotRise;
    return {
      key: 'break-even',
      parts: [
        ...must(the, figure(written(threshold.at)), outcome),
        ...said.salesAssumed(figure(written(likely)), badge),
      ],
      note,
    };
  }
  const what = say`${{ kind: 'name', text: quantity.label[language] }}`;
  return {
    key: 'break-even',
    parts: [
      ...said.mustBe(what, threshold.side, figure(written(threshold.at)), the, outcome),
      ...said.assumed(figure(written(likely)), badge),
    ],
    note,
  };
}

function cost(making: Making): Sentence | undefined {
  const { result, main, baseline, names, said, language } = making;
  const inMain = new Set(main.measures.nodes.map(({ key }) => key));
  for (const { key, label, measure, views, financing } of result.calculations) {
    const own = financing
      .filter(({ payer }) => payer === 'municipality')
      .reduce((sum, { amountSek }) => sum + Number(amountSek), 0);
    const year = views.find(({ view }) => view === 'municipality')?.firstYear;
    if (!inMain.has(measure) || own <= 0 || year === undefined) continue;
    if (Number(year.totalSekPerYear) === Number(year.runningSekPerYear)) continue;
    const what = { what: key, view: 'municipality' };
    const named = main.measures.nodes.find((each) => each.key === measure)?.label ?? label;
    return {
      key: 'cost',
      parts: capitalised(
        said.costs(
          names.measure(measure, named),
          figure(inKronor(year.totalSekPerYear, language), what),
          figure(numbersIn(language).number(year.runningSekPerYear), { what: key, view: 'project' }),
          figure(inKronor(own, language), what),
        ),
      ),
    };
  }
  const more = costOf(main) - costOf(baseline);
  const the = names.the(main);
  const parts =
    Math.abs(more) < 0.5
      ? said.costsNothing(the)
      : more > 0
        ? said.costsMore(the, figure(aboutAmount(more, language)))
        : said.costsLess(the, figure(aboutAmount(-more, language)));
  return { key: 'cost', parts: capitalised(parts) };
}

/** What the municipality pays net in an average year. */
export function costOf({ overview }: Pick<Alternative, 'overview'>, party = 'municipality'): number {
  return overview.costs.find((each) => each.party === party)?.meanSekPerYear ?? 0;
}

/** Position of the last year of so many, or of the horizon. */
export function yearAfter(years: readonly number[], count: number): number {
  return Math.min(count, years.length) - 1;
}

function whenIn({ result, said }: Making): { readonly at: number; readonly when: string; readonly within: string } {
  const at = yearAfter(result.years, yearsAhead);
  return { at, when: said.in(at + 1), within: said.within(at + 1) };
}

function hundred(share: number | null | undefined): number {
  return Math.round(100 * (share ?? 0));
}

function survival(making: Making): Sentence | undefined {
  const { result, main, baseline, names, said, language } = making;
  const { number } = numbersIn(language);
  const { at, when } = whenIn(making);
  const year = result.years[at];
  const [shop] = main.survival.nodes;
  if (shop === undefined) return undefined;
  const some = names.some(main);
  const without = names.without(baseline);
  if (main.survival.totalCount > 1) return survivalOfMany(making);
  const chance = shop.years[at];
  const other = baseline.survival.nodes.find((each) => each.shop === shop.shop)?.years[at];
  if (chance === undefined) return undefined;
  const name = shopName(shop.shop, 1, making);
  const what = `standsAtEnd@${shop.shop}@${year}`;
  const told = (share: number | null | undefined, of: Alternative): Part =>
    figure(number(hundred(share)), { what, alternative: of.key });
  const error = Math.max(chance.samplingError ?? 0, other?.samplingError ?? 0);
  return {
    key: 'survival',
    parts: [
      ...said.stands(name, when, told(chance.chance, main), some, told(other?.chance, baseline), without),
      ...rangeOf(making, chance.range, other?.range),
    ],
    note: said.sampling(number(result.certificate.futures), number(Math.max(1, hundred(1.96 * error)))),
  };
}

type Range = { readonly low: number | null; readonly high: number | null } | null | undefined;

function rangeOf({ main, baseline, names, said, language }: Making, mine: Range, other: Range): Part[] {
  if (mine === null || mine === undefined || other === null || other === undefined) return [];
  const told = (share: number | null): Part => figure(numbersIn(language).number(hundred(share)));
  if (hundred(mine.low) === hundred(other.low) && hundred(mine.high) === hundred(other.high))
    return said.rangeSame(told(mine.low), told(mine.high));
  return said.range(
    told(mine.low),
    told(mine.high),
    names.some(main),
    told(other.low),
    told(other.high),
    names.without(baseline),
  );
}

/** How many shops stand: at ten years where every shop is at hand, otherwise at the end. */
function survivalOfMany(making: Making): Sentence | undefined {
  const { result, main, baseline, names, said, language } = making;
  const { number } = numbersIn(language);
  const { at, when } = whenIn(making);
  const count = main.survival.totalCount;
  const isWhole = count <= main.survival.nodes.length;
  const standing = (alternative: Alternative): number | undefined =>
    isWhole
      ? sumOf(alternative.survival.nodes.map(({ years }) => years[at]?.chance))
      : standingAtEnd(result, alternative);
  const [mine, other] = [standing(main), standing(baseline)];
  if (mine === undefined || other === undefined) return undefined;
  const decimals = Math.max(mine, other) < 20 ? 1 : 0;
  return {
    key: 'survival',
    parts: said.shopsStand(
      number(count),
      isWhole ? when : said.in(result.years.length),
      figure(number(mine, decimals)),
      names.some(main),
      figure(number(other, decimals)),
      names.without(baseline),
    ),
    note: said.samplingOfMany(number(result.certificate.futures)),
  };
}

function standingAtEnd({ closures }: Result, { key, overview }: Alternative): number | undefined {
  const { nodes, totalCount } = overview.shops;
  if (nodes.length === totalCount) return sumOf(nodes.map(({ chance }) => chance));
  const all = closures?.find(({ alternative }) => alternative === key)?.sizes.find(({ kind }) => kind === 'all');
  return all?.standingAtEnd === null || all === undefined ? undefined : all.standingAtEnd * all.shops;
}

function sumOf(values: readonly (number | null | undefined)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function survivalOfOne(making: Making): Sentence | undefined {
  const { result, baseline, said, language } = making;
  const { number } = numbersIn(language);
  const { at, when } = whenIn(making);
  const shops = baseline.survival.nodes;
  const [shop] = shops;
  const chance = shop?.years[at];
  if (shop === undefined || chance === undefined || shops.length > 1) return undefined;
  return {
    key: 'survival',
    parts: [
      ...said.standsOne(
        shopName(shop.shop, 1, making),
        when,
        figure(number(hundred(chance.chance)), {
          what: `standsAtEnd@${shop.shop}@${result.years[at]}`,
          alternative: baseline.key,
        }),
      ),
      ...(chance.range
        ? said.rangeOne(figure(number(hundred(chance.range.low))), figure(number(hundred(chance.range.high))))
        : []),
    ],
    note: said.sampling(
      number(result.certificate.futures),
      number(Math.max(1, hundred(1.96 * (chance.samplingError ?? 0)))),
    ),
  };
}

/** «butiken» where there is but one, its name otherwise. */
function shopName(shop: string, count: number, { said, shopNames }: Making): Part[] {
  return count === 1 ? say`${said.theShop}` : [{ kind: 'name', text: shopNames.get(shop) ?? shop }];
}

function society({ result, main, names, said, language }: Making): Sentence | undefined {
  const { gain } = main.overview;
  const mean = gain?.society.meanSek;
  if (gain === null || gain === undefined || mean === null || mean === undefined) return undefined;
  const { number } = numbersIn(language);
  const last = result.years.at(-1);
  const worth = (sek: number, party: string): Part =>
    figure(aboutAmount(Math.abs(sek), language), { what: `presentValue_${party}@@${last}`, alternative: main.key });
  const residents = gain.residents.meanSek;
  const the = names.the(main);
  const better = result.differences.nodes.find(
    ({ alternative, variable }) => alternative === main.key && variable === 'presentValue_society',
  )?.probabilityBetter;
  return {
    key: 'society',
    parts: [
      ...(mean >= 0 ? said.societyGains : said.societyLoses)(the, worth(mean, 'society')),
      ...(residents === null
        ? say`.`
        : (residents >= 0 ? said.residentsGain : said.residentsLose)(worth(residents, 'residents'))),
    ],
    note: said.presentValues(
      number(result.years.length),
      better === null || better === undefined ? undefined : number(hundred(better)),
    ),
  };
}

function abstaining(making: Making): Sentence | undefined {
  const { result, main, baseline, names, said, language } = making;
  const { municipalitySekPerYear: mean, residentsSekPerYear: residents } = baseline.overview.withoutShop;
  const { number } = numbersIn(language);
  const km = main.overview.gain?.travelSparedKmPerYear ?? 0;
  const the = capitalised(names.the(main));
  const last = result.years.at(-1);
  const travelled = figure(said.km(number(roundedTo(Math.abs(km), 3))), {
    what: `travelSoFar@@${last}`,
    alternative: main.key,
  });
  const travel = Math.abs(km) < 1 ? [] : (km > 0 ? said.travelSpared : said.travelAdded)(the, travelled);
  if (mean === null || mean < 0.5) {
    const [space, ...rest] = travel;
    return space === undefined
      ? undefined
      : { key: 'abstaining', parts: [{ ...space, text: space.text.trimStart() }, ...rest] };
  }
  const shops = baseline.survival.nodes;
  const [shop] = shops;
  const open = baseline.overview.shops.nodes[0]?.yearsOpen;
  const closed = open === null || open === undefined ? 0 : result.years.length - open;
  const average = figure(aboutAmount(mean, language));
  // The average is over futures and years in which most have a shop: in a year without one it is so much the more. As a
  // quotient of two averages it is known to two figures at most.
  const each = (mean * result.years.length) / closed;
  const parts =
    shops.length === 1 && shop !== undefined && closed > 0.05
      ? said.withoutShop(shopName(shop.shop, 1, making), figure(aboutAmount(roundedTo(each, 2), language)), average)
      : said.withoutShops(average);
  return {
    key: 'abstaining',
    parts: [
      ...parts,
      ...(residents !== null && residents >= 1
        ? said.withoutShopResidents(figure(aboutAmount(residents, language)))
        : []),
      ...travel,
    ],
  };
}

function sameMoney(making: Making): Sentence | undefined {
  const { result, baseline, names, said, language } = making;
  const money = result.sameMoney;
  const added = result.alternatives.find(({ key }) => key === money?.alternative);
  const as = result.alternatives.find(({ key }) => key === money?.as);
  if (money === null || money === undefined || added === undefined || as === undefined) return undefined;
  const { number } = numbersIn(language);
  const { at, within } = whenIn(making);
  const chanceIn = (alternative: Alternative): number =>
    hundred(alternative.survival.nodes.find(({ shop }) => shop === money.shop)?.years[at]?.chance);
  const explained = { what: `standsAtEnd@${money.shop}@${result.years[at]}`, alternative: added.key };
  const saved = chanceIn(added) - chanceIn(baseline);
  const savedBy = chanceIn(as) - chanceIn(baseline);
  const shop = shopName(money.shop, baseline.survival.totalCount, making);
  const the = names.the(as);
  return {
    key: 'same-money',
    parts: [
      ...(saved > 0 ? said.saves(shop, figure(number(saved), explained), within) : said.savesNone(shop, within)),
      ...(savedBy > 0
        ? said.against(the, figure(number(savedBy), { what: explained.what, alternative: as.key }))
        : said.againstNone(the)),
    ],
  };
}

function manyShops({ baseline, said, language }: Making): Sentence | undefined {
  const { nodes, totalCount } = baseline.survival;
  const { number } = numbersIn(language);
  return totalCount > nodes.length
    ? { key: 'many-shops', parts: said.manyShops(number(totalCount), number(nodes.length)) }
    : undefined;
}

function failed({ result, said, language }: Making): Sentence | undefined {
  const { number } = numbersIn(language);
  return result.failed.count === 0
    ? undefined
    : { key: 'failed', parts: said.failed(number(result.failed.count), number(result.certificate.futures)) };
}
