import type { ComparisonDocument } from '../app/compare-scenario.ts';
import type { DifferenceDrivers, Driver } from '../app/drivers.ts';
import { type Language, Numbers } from './numbers.ts';
import { heading, table } from './tables.ts';

const swedish = {
  title: (alternative: string, baseline: string) => `Vad driver skillnaden mellan «${alternative}» och «${baseline}»?`,
  head: ['Utfall', 'osäker storhet', '', 'samband', '95 %', 'om den var känd', '95 %'],
  assumption: 'antagande',
  outcomes: {
    presentValue_society: 'Nuvärde, samhället',
    presentValue_municipality: 'Nuvärde, kommunen',
    presentValue_residents: 'Nuvärde, de boende',
    travelSoFar: 'De boendes resor',
    yearsOpen: 'År med öppen butik',
  } as Record<string, string>,
  ifKnown: (name: string, percent: string, low: string, high: string, outcome: string) =>
    `${outcome}: om «${name}» var känt skulle osäkerheten i skillnaden (variansen) i genomsnitt minska med ungefär ${percent} % (${low}–${high}).`,
  nothingTold: (outcome: string, sets: string) =>
    `${outcome}: med ${sets} uppsättningar antaganden går det inte att säga vilken uppgift som skulle minska osäkerheten.`,
  tooFew: (sets: string) =>
    `${sets} uppsättningar antaganden är för få för att säga vad som driver skillnaden; be om fler framtider (--draws).`,
  note: (sets: string) =>
    `Samband: rangkorrelation (Spearman) över ${sets} uppsättningar antaganden. Tal som angetts utan spann syns inte här.`,
};

const english: typeof swedish = {
  title: (alternative, baseline) => `What drives the difference between «${alternative}» and «${baseline}»?`,
  head: ['Outcome', 'uncertain quantity', '', 'correlation', '95 %', 'if it were known', '95 %'],
  assumption: 'assumption',
  outcomes: {
    presentValue_society: 'Present value, society',
    presentValue_municipality: 'Present value, the municipality',
    presentValue_residents: 'Present value, the residents',
    travelSoFar: "The residents' travel",
    yearsOpen: 'Years of open shop',
  },
  ifKnown: (name, percent, low, high, outcome) =>
    `${outcome}: if «${name}» were known, the uncertainty of the difference (variance) would on average shrink by about ${percent} % (${low}–${high}).`,
  nothingTold: (outcome, sets) =>
    `${outcome}: with ${sets} sets of assumptions it cannot be told which number would make the uncertainty less.`,
  tooFew: (sets) =>
    `${sets} sets of assumptions are too few to tell what drives the difference; ask for more futures (--draws).`,
  note: (sets) =>
    `Correlation: rank correlation (Spearman) over ${sets} sets of assumptions. Numbers stated without a range are not seen here.`,
};

/** What drives the differences, as a part of a report on a comparison; empty when nothing does. */
export function driversReport(document: ComparisonDocument, language: Language): string {
  const texts = language === 'sv' ? swedish : english;
  const numbers = new Numbers(language);
  const name = (id: string): string =>
    document.scenario.alternatives.find((each) => each.id === id)?.label[language] ?? id;
  const percent = (share: number): string => numbers.set(Math.max(0, Math.min(1, share)) * 100);
  // Of many alternatives a reader wants the strongest, of one or two more.
  const most = document.scenario.alternatives.length > 3 ? 1 : 3;
  const several = new Set((document.drivers ?? []).map(({ instance }) => instance)).size > 2;
  const outcomeName = ({ variable, instance }: DifferenceDrivers): string => {
    const known = texts.outcomes[variable] ?? variable;
    return several && instance !== '' ? `${known}, ${instance}` : known;
  };
  const rowOf = (driver: Driver, first: string): string[] => {
    const { correlation, interval, ifKnown } = driver;
    return [
      first,
      driver.label[language],
      driver.assumption ? texts.assumption : '',
      numbers.set(correlation, 2),
      interval === null ? '' : `${numbers.set(interval.low, 2)} – ${numbers.set(interval.high, 2)}`,
      ifKnown === null ? '' : `-${percent(ifKnown.share)} %`,
      ifKnown === null ? '' : `${percent(ifKnown.low)}–${percent(ifKnown.high)}`,
    ];
  };
  const parts = document.scenario.alternatives.slice(1).map(({ id }) => {
    const own = (document.drivers ?? []).filter(({ alternative }) => alternative === id);
    const shown = own.filter(({ byCorrelation }) => byCorrelation.length > 0);
    if (shown.length === 0) return '';
    const title = heading(texts.title(name(id), name(document.scenario.alternatives[0]?.id ?? '')));
    const sets = numbers.set(shown[0]?.sets ?? 0);
    if (shown.every(({ byCorrelation }) => byCorrelation.every(({ interval }) => interval === null)))
      return `${title}\n${texts.tooFew(sets)}`;
    const ordered = Object.keys(texts.outcomes).flatMap((variable) =>
      shown.filter((each) => each.variable === variable),
    );
    const rows = ordered.flatMap((each) =>
      each.byCorrelation.slice(0, most).map((driver, rank) => rowOf(driver, rank === 0 ? outcomeName(each) : '')),
    );
    const sentences = ordered.map((each) => {
      const best = each.byCorrelation.find(({ parameter }) => parameter === each.worthKnowing[0]);
      const outcome = outcomeName(each);
      if (best === undefined || best.ifKnown === null) return texts.nothingTold(outcome, numbers.set(each.sets));
      const { share, low, high } = best.ifKnown;
      return texts.ifKnown(lowerFirst(best.label[language]), percent(share), percent(low), percent(high), outcome);
    });
    return [title, `\n${table(texts.head, rows, [0, 1, 2])}\n`, ...sentences, texts.note(sets)].join('\n');
  });
  return parts.filter((part) => part !== '').join('\n');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
