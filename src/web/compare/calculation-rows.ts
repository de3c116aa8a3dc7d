import { numbersIn } from '../words/numbers.ts';
import type { Language } from '../words/spoken.ts';
import type { Result } from '../work/work.tsx';
import { words } from './words.ts';

type Calculation = Result['calculations'][number];

/** A row of a calculation: a heading, a line, a sum, or the cost a year; an amount for each view, in their order. */
export type CostRow = {
  readonly key: string;
  readonly kind: 'head' | 'line' | 'sum' | 'total';
  readonly label: string;
  readonly about?: string | undefined;
  readonly amounts: readonly number[];
};

/** What the first year costs, as an accountant sets it: capital cost, running cost, and both. Categories that nobody pays are left out. */
export function costRows({ views, running }: Calculation, language: Language): CostRow[] {
  const said = words[language];
  const { number, sek } = numbersIn(language);
  const [first] = views;
  if (first === undefined) return [];
  const amounts = (read: (view: Calculation['views'][number]) => string | undefined): number[] =>
    views.map((view) => Number(read(view) ?? 0));
  const ofItems = (what: 'depreciationSekPerYear' | 'interestSekPerYear', label: string): CostRow[] =>
    first.firstYear.byItem.length === 0
      ? []
      : [
          { key: `${what} head`, kind: 'head', label, amounts: [] },
          ...first.firstYear.byItem.map(
            (item): CostRow => ({
              key: `${what} ${item.key}`,
              kind: 'line',
              label: item.label[language],
              amounts: amounts(({ firstYear }) => firstYear.byItem.find(({ key }) => key === item.key)?.[what]),
            }),
          ),
        ];
  const hasCapital = first.firstYear.byItem.length > 0;
  const capital = views.map(
    ({ firstYear }) => Number(firstYear.depreciationSekPerYear) + Number(firstYear.interestSekPerYear),
  );
  const categories = (['premises', 'staff', 'other'] as const).flatMap((category): CostRow[] => {
    const each = amounts(
      ({ firstYear }) => firstYear.byCategory.find((entry) => entry.category === category)?.amountSekPerYear,
    );
    if (each.every((amount) => amount === 0)) return [];
    const lines = running.filter((line) => line.category === category);
    return [
      {
        key: category,
        kind: 'line',
        label: said[category],
        about: lines
          .map(({ label, posts, postCostSekPerYear }) =>
            posts === null || postCostSekPerYear === null
              ? label[language]
              : `${label[language]} (${said.posts(number(posts, posts === Math.round(posts) ? 0 : 2).replace(/0$/, ''), sek(postCostSekPerYear))})`,
          )
          .join('; '),
        amounts: each,
      },
    ];
  });
  return [
    ...ofItems('depreciationSekPerYear', said.depreciation),
    ...ofItems('interestSekPerYear', said.interest),
    ...(hasCapital ? [{ key: 'capital', kind: 'sum', label: said.sumCapital, amounts: capital } as const] : []),
    { key: 'running head', kind: 'head', label: said.running, amounts: [] },
    ...categories,
    {
      key: 'running',
      kind: 'sum',
      label: said.sumRunning,
      amounts: amounts(({ firstYear }) => firstYear.runningSekPerYear),
    },
    { key: 'total', kind: 'total', label: said.total, amounts: amounts(({ firstYear }) => firstYear.totalSekPerYear) },
  ];
}
