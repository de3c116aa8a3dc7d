import { type ClosureClass, observedYearlyClosures } from '../app/closures-by-class.ts';
import type { ComparisonDocument } from '../app/compare-scenario.ts';
import { type Language, Numbers } from './numbers.ts';
import { heading, table } from './tables.ts';

const words = {
  sv: {
    heading: 'Nedläggningar per år, efter omsättning',
    head: ['Omsättning, mkr', 'butiker', 'per år', 'trolig bana', 'kvar vid slutet', 'trolig bana'],
    all: 'alla med livsmedel',
    fuel: 'endast drivmedel',
    above: 'över 9',
    note: (low: string, high: string) =>
      `Andel av dem som stod vid årets början. Att hålla mot: ${low}–${high} av landsbygdens butiker om året 1996–2014, 5–13 % av utsatta utan stöd.`,
    within: 'Alla med livsmedel ligger inom det.',
    outside: 'ALLA MED LIVSMEDEL LIGGER UTANFÖR DET.',
  },
  en: {
    heading: 'Closures a year, by turnover',
    head: ['Turnover, MSEK', 'shops', 'a year', 'likely run', 'standing at the end', 'likely run'],
    all: 'all with groceries',
    fuel: 'fuel only',
    above: 'above 9',
    note: (low: string, high: string) =>
      `Of those that stood when the year began. To hold against: ${low}–${high} of rural shops a year 1996–2014, 5–13 % of vulnerable ones without support.`,
    within: 'All with groceries together are within it.',
    outside: 'ALL WITH GROCERIES TOGETHER ARE OUTSIDE IT.',
  },
} as const;

/** How many shops close a year, by size, in each alternative; nothing where there are few shops. */
export function closuresReport(document: ComparisonDocument, language: Language): string {
  const { closures, scenario } = document;
  if (closures === null) return '';
  const numbers = new Numbers(language);
  const say = words[language];
  const percent = (share: number | null): string => (share === null ? '' : numbers.percent(share, 1));
  const name = ({ kind, from, below }: ClosureClass): string => {
    if (kind !== 'groceries') return say[kind];
    if (below === null) return say.above;
    return `${numbers.set((from ?? 0) / 1e6)}–${numbers.set(below / 1e6)}`;
  };
  const parts = closures.map(({ alternative, classes }) => {
    const label = scenario.alternatives.find(({ id }) => id === alternative)?.label[language] ?? alternative;
    const all = classes.find(({ kind }) => kind === 'all')?.yearlyClosures ?? null;
    const { low, high } = observedYearlyClosures;
    const held = all === null ? '' : `\n${all >= low && all <= high ? say.within : say.outside}`;
    const rows = classes.map((each) => [
      name(each),
      numbers.set(each.shops),
      percent(each.yearlyClosures),
      percent(each.likelyYearlyClosures),
      percent(each.standingAtEnd),
      percent(each.likelyStandingAtEnd),
    ]);
    return `\n${label}\n${table([...say.head], rows)}${held}`;
  });
  const { low, high } = observedYearlyClosures;
  return [heading(say.heading), ...parts, say.note(percent(low), percent(high))].join('\n');
}
