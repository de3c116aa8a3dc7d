import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { axisUnit } from './axis-unit.ts';
import { emphasisedKeys } from './emphasised.ts';
import { type ChartLine, LineChart } from './line-chart.tsx';
import type { Fan, Yearly } from './plot-data.ts';
import { sameCourses } from './same-courses.ts';
import { decimalsOf, domainOf } from './value-domain.ts';
import { words } from './words.ts';
import { YearTable } from './year-table.tsx';

/** What a fan plot is given. */
export type FanPlotProps = {
  /** What is shown, as a sentence without its unit: «Årets försäljning». The plot adds «, tusen kronor». */
  readonly title: string;
  readonly years: readonly number[];
  /** The alternatives, in the order of the result. */
  readonly fans: readonly Fan[];
  /** The model's unit: `SEK/year`, `SEK`, `person`. */
  readonly unit: string;
  readonly size?: 'small' | 'large' | undefined;
  /** Keys of those whose bands are drawn; the baseline and the one after it unless stated. */
  readonly emphasised?: readonly string[] | undefined;
  /** Which course is the line; the median unless there is no spread. */
  readonly line?: 'median' | 'likely' | undefined;
  /** Somebody asks about a figure: the year and the key of the alternative. */
  readonly onPick?: ((year: number, alternative: string) => void) | undefined;
  /** Name of saved files, without ending. */
  readonly fileName?: string | undefined;
};

/** One variable over the years for several alternatives: the middle as a line, what we do not know as a band. */
export function FanPlot({
  title,
  years,
  fans,
  unit,
  size = 'large',
  emphasised,
  line = 'median',
  onPick,
  fileName,
}: FanPlotProps) {
  const said = useWords(words);
  const language = useLanguage();
  const numbers = useNumbers();
  const courseOf = ({ likely, spread }: Fan): Yearly =>
    line === 'median' && spread !== undefined ? spread.p50 : likely;
  const chosen = emphasisedKeys(fans, emphasised);
  const isMoney = unit.startsWith('SEK');
  const everything = fans.flatMap((fan) => [
    ...courseOf(fan),
    ...(chosen.has(fan.key) ? [...(fan.spread?.p5 ?? []), ...(fan.spread?.p95 ?? [])] : []),
    ...(fan.futures ?? []).flat(),
  ]);
  const values = everything.filter((value) => value !== null);
  const domain = domainOf(values, isMoney);
  const { divisor, decimals, words: unitWords } = axisUnit(unit, Math.max(-domain.low, domain.high), language);
  const whole = unitWords === '' ? title : `${title}, ${unitWords}`;
  const write = (value: number | null): string => numbers.number(value === null ? null : value / divisor, decimals);

  // What differs by less than a hundredth of the axis cannot be told apart.
  const groups = sameCourses(fans, courseOf, (domain.high - domain.low) / 500);
  const lines: ChartLine[] = groups.map(({ first, all }) => {
    const shown = all.find(({ key }) => chosen.has(key)) ?? first;
    const { spread } = shown;
    return {
      of: shown,
      name:
        all.length === 1
          ? first.label
          : all.length === fans.length && fans.length > 1
            ? said.allSame
            : said.andMore(first.label, all.length - 1),
      values: courseOf(shown),
      bands:
        spread === undefined
          ? []
          : [
              { low: spread.p5, high: spread.p95 },
              { low: spread.p25, high: spread.p75 },
            ],
      threads: all.flatMap(({ futures = [] }) => futures),
      closes: shown.closes,
      isEmphasised: all.some(({ key }) => chosen.has(key)),
    };
  });

  const span = `${years[0]}–${years.at(-1)}`;
  const label = said.fanOf(
    whole,
    lines
      .map(({ name, values: course, bands }) => {
        const low = bands[0]?.low.at(-1) ?? null;
        const high = bands[0]?.high.at(-1) ?? null;
        const between = low === null || high === null ? undefined : said.between(write(low), write(high));
        return said.fromTo(name, write(course[0] ?? null), write(course.at(-1) ?? null), span, between);
      })
      .join(' '),
  );
  const hasBands = lines.some(({ bands, isEmphasised }) => isEmphasised && bands.length > 0);
  const note = [
    hasBands && line === 'median' ? said.fanReading : '',
    lines.some(({ bands: [wide], isEmphasised }) => isEmphasised && wide !== undefined && fallsToNothing(wide.low))
      ? said.fanFalls
      : '',
    lines.some(({ threads }) => threads.length > 0) ? said.fanThreads : '',
    lines.some(({ closes }) => closes !== undefined) ? said.fanCloses : '',
  ].filter((each) => each !== '');

  const cell = (key: string, values: Yearly, index: number): ReactNode => {
    const text = write(values[index] ?? null);
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
      note={size === 'small' ? '' : note.join(' ')}
      years={years}
      lines={lines}
      domain={domain}
      size={size}
      writeTick={(value, step) => numbers.number(value / divisor, decimalsOf(step / divisor))}
      write={write}
      onPick={onPick}
      fileName={fileName}
      table={
        <YearTable
          caption={whole}
          years={years}
          groups={fans.map(({ key, label: name, likely, spread }) => ({
            key,
            label: name,
            columns: [
              { key: 'likely', label: said.likely, cells: likely.map((_, index) => cell(key, likely, index)) },
              ...(spread === undefined
                ? []
                : [
                    { key: 'p50', label: said.middle, cells: spread.p50.map(write) },
                    { key: 'p5', label: said.from5, cells: spread.p5.map(write) },
                    { key: 'p95', label: said.from95, cells: spread.p95.map(write) },
                  ]),
            ],
          }))}
        />
      }
    />
  );
}

function fallsToNothing(values: Yearly): boolean {
  return values.some((value, index) => value === 0 && (values[index - 1] ?? 0) > 0);
}
