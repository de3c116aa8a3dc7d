import { scaleLinear } from 'd3-scale';
import { area, curveStep } from 'd3-shape';
import { useId } from 'react';
import { useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { addedUp } from './added-up.ts';
import { alternativeLook } from './alternative-look.ts';
import { type Panel, panelsIn } from './causes-layout.ts';
import styles from './causes-plot.module.css';
import type { Closures } from './plot-data.ts';
import { type Drawing, PlotFrame } from './plot-frame.tsx';
import { spreadLabels } from './spread-labels.ts';
import { textLines, textWidth } from './text-lines.ts';
import { words } from './words.ts';
import { YearTable } from './year-table.tsx';
import { yearTicks } from './year-ticks.ts';

/** What a plot of causes is given. */
export type CausesPlotProps = {
  /** «Av 100 framtider har butiken stängt i så här många, och varför» unless stated. */
  readonly title?: string | undefined;
  readonly years: readonly number[];
  readonly closures: readonly Closures[];
  readonly fileName?: string | undefined;
};

const causes = ['insolvent', 'gaveUp', 'noSuccessor'] as const;
type Cause = (typeof causes)[number];
const colours: Readonly<Record<Cause, string>> = {
  insolvent: 'var(--cause-insolvent)',
  gaveUp: 'var(--cause-gave-up)',
  noSuccessor: 'var(--cause-no-successor)',
};

/** Half of one future in a hundred: less is not seen. */
const seen = 0.005;

type Sums = Readonly<Record<Cause, readonly number[]>>;

/** Why shops close: causes stacked and added up over the years, one panel for each alternative, all on one scale. */
export function CausesPlot({ title, years, closures, fileName }: CausesPlotProps) {
  const said = useWords(words);
  const numbers = useNumbers();
  const id = useId();
  const whole = title ?? said.causes;
  const summed = closures.map((of) => ({
    of,
    sums: {
      insolvent: addedUp(of.insolvent),
      gaveUp: addedUp(of.gaveUp),
      noSuccessor: addedUp(of.noSuccessor),
    } satisfies Sums,
  }));
  const totalOf = (sums: Sums, index: number): number =>
    causes.reduce((sum, cause) => sum + (sums[cause][index] ?? 0), 0);
  const last = years.length - 1;
  const greatest = Math.max(0.05, ...summed.map(({ sums }) => totalOf(sums, last)));
  const named = causes.filter((cause) => summed.some(({ sums }) => (sums[cause][last] ?? 0) >= seen));
  const label = said.fanOf(
    whole,
    summed
      .map(({ of, sums }) =>
        said.causesAre(
          of.label,
          causes.map((cause) => `${said[cause]} ${numbers.ofHundred(sums[cause][last] ?? 0)}`).join(', '),
        ),
      )
      .join(' '),
  );

  const draw = (width: number): Drawing => {
    const fontSize = width < 480 ? 12.5 : 13;
    const lineHeight = Math.round(fontSize * 1.25);
    const { panels, height } = panelsIn(width, summed.length, 270, 9.5 * lineHeight + 30);
    return {
      height,
      marks: (
        <>
          <Patterns id={id} />
          {summed.map(({ of, sums }, index) => (
            <CausePanel
              key={of.key}
              of={of}
              sums={sums}
              panel={panels[index] as Panel}
              years={years}
              greatest={greatest}
              named={named}
              id={id}
              fontSize={fontSize}
              write={numbers.ofHundred}
              said={said}
            />
          ))}
        </>
      ),
    };
  };
  return (
    <PlotFrame
      title={whole}
      label={label}
      fileName={fileName}
      draw={draw}
      table={
        <YearTable
          caption={whole}
          years={years}
          groups={summed.map(({ of, sums }) => ({
            key: of.key,
            label: of.label,
            columns: [
              ...causes.map((cause) => ({
                key: cause,
                label: said[cause],
                cells: sums[cause].map((share) => numbers.number(100 * share, 1)),
              })),
              {
                key: 'total',
                label: said.closed,
                cells: years.map((_, index) => numbers.number(100 * totalOf(sums, index), 1)),
              },
            ],
          }))}
        />
      }
    />
  );
}

/** Hatching, dots and lines, so that causes are told apart without their colours. */
function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      {causes.map((cause) => (
        <pattern key={cause} id={`${id}${cause}`} width={6} height={6} patternUnits="userSpaceOnUse">
          <rect width={6} height={6} fillOpacity={0.28} style={{ fill: colours[cause] }} />
          {cause === 'insolvent' ? (
            <path d="M-1.5,1.5l3,-3M0,6l6,-6M4.5,7.5l3,-3" strokeWidth={1.4} style={{ stroke: colours[cause] }} />
          ) : null}
          {cause === 'gaveUp' ? <circle cx={3} cy={3} r={1.3} style={{ fill: colours[cause] }} /> : null}
          {cause === 'noSuccessor' ? <path d="M0,3h6" strokeWidth={1.2} style={{ stroke: colours[cause] }} /> : null}
        </pattern>
      ))}
    </defs>
  );
}

function CausePanel({
  of,
  sums,
  panel,
  years,
  greatest,
  named,
  id,
  fontSize,
  write,
  said,
}: {
  readonly of: Closures;
  readonly sums: Sums;
  readonly panel: Panel;
  readonly years: readonly number[];
  readonly greatest: number;
  /** Causes that are seen in some panel. */
  readonly named: readonly Cause[];
  readonly id: string;
  readonly fontSize: number;
  readonly write: (share: number) => string;
  readonly said: Readonly<Record<Cause, string>>;
}) {
  const lineHeight = Math.round(fontSize * 1.25);
  const last = years.length - 1;
  const left = panel.left + textWidth('100', fontSize) + 8;
  const names = Math.max(0, ...named.map((cause) => textWidth(`00 ${said[cause]}`, fontSize)));
  const right = Math.max(left + 90, panel.left + panel.width - names - 14);
  const head = textLines(of.label, fontSize, panel.width, 1)[0] ?? '';
  const top = panel.top + lineHeight + 12;
  const bottom = panel.top + panel.height - lineHeight - 6;
  const x = scaleLinear()
    .domain([(years[0] ?? 0) - 0.5, (years[last] ?? 1) + 0.5])
    .range([left, right]);
  const y = scaleLinear().domain([0, greatest]).range([bottom, top]);
  const steps = [-1, ...years.map((_, index) => index), last + 1];
  const place = (index: number): number => Math.min(right, Math.max(left, x((years[0] ?? 0) + index)));
  const within = (index: number): number => Math.min(last, Math.max(0, index));

  let floor: readonly number[] = years.map(() => 0);
  const layers = causes.map((cause) => {
    const base = floor;
    const ceiling = base.map((below, index) => below + (sums[cause][index] ?? 0));
    floor = ceiling;
    return { cause, base, ceiling, end: sums[cause][last] ?? 0 };
  });
  const shape = (base: readonly number[], ceiling: readonly number[]): string =>
    area<number>()
      .x(place)
      .y0((index) => y(base[within(index)] ?? 0))
      .y1((index) => y(ceiling[within(index)] ?? 0))
      .curve(curveStep)(steps) ?? '';
  const labelled = layers.filter(({ end }) => end >= seen);
  const middles = spreadLabels(
    // From the top down, as the layers lie.
    labelled.map(({ base, ceiling }) => y(((base[last] ?? 0) + (ceiling[last] ?? 0)) / 2)),
    labelled.map(() => lineHeight),
    top - lineHeight / 2,
    bottom + lineHeight / 2,
  );
  const { colour } = alternativeLook(of.index);
  return (
    <g fontSize={fontSize}>
      <text x={panel.left} y={panel.top + fontSize} fontWeight={600} style={{ fill: colour }}>
        {head}
      </text>
      {y.ticks(3).map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className={tick === 0 ? styles.zero : styles.rule} />
          <text x={left - 8} y={y(tick) + fontSize * 0.35} textAnchor="end" className={styles.soft}>
            {write(tick)}
          </text>
        </g>
      ))}
      {layers.map(({ cause, base, ceiling, end }) =>
        end <= 0 ? null : (
          <path
            key={cause}
            d={shape(base, ceiling)}
            style={{ fill: `url(#${id}${cause})`, stroke: colours[cause] }}
            strokeWidth={end < seen ? 0 : 1}
          />
        ),
      )}
      <line x1={left} x2={right} y1={y(0)} y2={y(0)} className={styles.zero} />
      {labelled.map(({ cause, base, ceiling, end }, index) => {
        const middle = middles[index] ?? 0;
        const from = y(((base[last] ?? 0) + (ceiling[last] ?? 0)) / 2);
        return (
          <g key={cause}>
            <path
              d={`M${right + 1},${from}L${right + 10},${middle}`}
              fill="none"
              strokeWidth={1}
              style={{ stroke: colours[cause] }}
            />
            <text x={right + 14} y={middle + fontSize * 0.35} style={{ fill: colours[cause] }}>
              <tspan fontWeight={600}>{write(end)}</tspan> {said[cause]}
            </text>
          </g>
        );
      })}
      {yearTicks(years, right - left, fontSize * 3.4).map((year) => (
        <text key={year} x={x(year)} y={bottom + lineHeight + 3} textAnchor="middle" className={styles.soft}>
          {year}
        </text>
      ))}
    </g>
  );
}
