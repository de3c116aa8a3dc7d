import type { ReactNode } from 'react';
import { useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { type ChartLine, LineChart } from './line-chart.tsx';
import type { Survival } from './plot-data.ts';
import { sameCourses } from './same-courses.ts';
import { words } from './words.ts';
import { YearTable } from './year-table.tsx';

/** What a plot of survival is given. */
export type SurvivalPlotProps = {
  /** «Av 100 framtider står butiken kvar i så här många» unless stated. */
  readonly title?: string | undefined;
  readonly years: readonly number[];
  readonly survivals: readonly Survival[];
  /** Keys of those whose range is drawn as a band; of two alternatives the latter, otherwise the one after the baseline. */
  readonly emphasised?: readonly string[] | undefined;
  readonly size?: 'small' | 'large' | undefined;
  readonly onPick?: ((year: number, alternative: string) => void) | undefined;
  readonly fileName?: string | undefined;
};

/** The share of futures in which the shop still stands, year by year. */
export function SurvivalPlot({
  title,
  years,
  survivals,
  emphasised,
  size = 'large',
  onPick,
  fileName,
}: SurvivalPlotProps) {
  const said = useWords(words);
  const numbers = useNumbers();
  const whole = title ?? said.survival;
  const chosen: ReadonlySet<string> = new Set(emphasised ?? survivals.slice(1, 2).map(({ key }) => key));
  const write = (share: number | null): string =>
    share === null ? numbers.ofHundred(null) : said.ofHundred(numbers.ofHundred(share));

  // Two futures of a thousand cannot be told apart.
  const lines: ChartLine[] = sameCourses(survivals, ({ chance }) => chance, 0.002).map(({ first, all }) => {
    const shown = all.find(({ key }) => chosen.has(key)) ?? first;
    return {
      of: shown,
      name: all.length === 1 ? first.label : said.andMore(first.label, all.length - 1),
      values: shown.chance,
      bands: shown.range === undefined ? [] : [shown.range],
      threads: [],
      closes: undefined,
      isEmphasised: all.some(({ key }) => chosen.has(key)),
    };
  });
  const span = `${years[0]}–${years.at(-1)}`;
  const label = said.fanOf(
    whole,
    lines
      .map(({ name, values }) =>
        said.fromTo(name, write(values[0] ?? null), write(values.at(-1) ?? null), span, undefined),
      )
      .join(' '),
  );
  const cell = (key: string, share: number | null, index: number): ReactNode => {
    const text = numbers.ofHundred(share);
    const year = years[index];
    if (onPick === undefined || year === undefined) return text;
    return (
      <button type="button" className="door" aria-haspopup="dialog" onClick={() => onPick(year, key)}>
        {text}
      </button>
    );
  };

  return (
    <LineChart
      title={whole}
      label={label}
      note={lines.some(({ isEmphasised, bands }) => isEmphasised && bands.length > 0) ? said.survivalReading : ''}
      years={years}
      lines={lines}
      domain={{ low: 0, high: 1 }}
      isStepped
      size={size}
      writeTick={(share) => numbers.ofHundred(share)}
      write={write}
      onPick={onPick}
      fileName={fileName}
      table={
        <YearTable
          caption={whole}
          years={years}
          groups={survivals.map(({ key, label: name, chance, range }) => ({
            key,
            label: name,
            columns: [
              { key: 'chance', label: said.stands, cells: chance.map((share, index) => cell(key, share, index)) },
              ...(range === undefined
                ? []
                : [
                    { key: 'low', label: said.low, cells: range.low.map(numbers.ofHundred) },
                    { key: 'high', label: said.high, cells: range.high.map(numbers.ofHundred) },
                  ]),
            ],
          }))}
        />
      }
    />
  );
}
