import { scaleLinear } from 'd3-scale';
import { area, curveLinear, curveStep, line } from 'd3-shape';
import { type PointerEvent, type ReactNode, useState } from 'react';
import { useWords } from '../words/language.tsx';
import { alternativeLook } from './alternative-look.ts';
import styles from './line-chart.module.css';
import { lineLayout, placeLabels } from './line-layout.ts';
import type { Plotted, Yearly } from './plot-data.ts';
import { type Drawing, PlotFrame } from './plot-frame.tsx';
import type { Domain } from './value-domain.ts';
import { words } from './words.ts';
import { yearTicks } from './year-ticks.ts';

/** A line with what belongs to it. */
export type ChartLine = {
  /** The alternative whose look it has. */
  readonly of: Plotted;
  /** What is written at its end. */
  readonly name: string;
  readonly values: Yearly;
  /** From the widest to the narrowest. */
  readonly bands: readonly { readonly low: Yearly; readonly high: Yearly }[];
  readonly threads: readonly Yearly[];
  readonly closes: number | undefined;
  readonly isEmphasised: boolean;
};

/**
 * Lines over years, labelled at their ends. The year under the pointer, or reached with the arrow keys from a label, is read
 * off in the labels.
 */
export function LineChart({
  title,
  label,
  note,
  years,
  lines,
  domain,
  isStepped = false,
  size = 'large',
  writeTick,
  write,
  onPick,
  fileName,
  table,
}: {
  readonly title: string;
  readonly label: string;
  readonly note: string;
  readonly years: readonly number[];
  readonly lines: readonly ChartLine[];
  readonly domain: Domain;
  readonly isStepped?: boolean;
  readonly size?: 'small' | 'large' | undefined;
  /** Writes a value at a rule; it knows how far the rules are apart. */
  readonly writeTick: (value: number, step: number) => string;
  /** Writes a value of a line. */
  readonly write: (value: number | null) => string;
  readonly onPick: ((year: number, alternative: string) => void) | undefined;
  readonly fileName: string | undefined;
  readonly table: ReactNode;
}) {
  const said = useWords(words);
  const [read, setRead] = useState<number>();
  const last = years.length - 1;
  const shown = Math.min(read ?? last, last);

  const draw = (width: number): Drawing => {
    const scale = scaleLinear().domain([domain.low, domain.high]);
    const ticks = scale.ticks(size === 'small' ? 3 : 4);
    const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
    const layout = lineLayout(
      width,
      size,
      // As wide as its widest value, so that nothing moves while years are read.
      lines.map(({ name, values }) => ({ name, value: widest(values.map(write)) })),
      ticks.map((tick) => writeTick(tick, step)),
    );
    const { left, right, top, bottom, fontSize, lineHeight } = layout;
    const half = isStepped ? 0.5 : 0;
    const x = scaleLinear()
      .domain([(years[0] ?? 0) - half, (years[last] ?? 1) + half])
      .range([left, right]);
    const y = scale.range([bottom, top]);
    const curve = isStepped ? curveStep : curveLinear;
    const indices = years.map((_, index) => index);
    const isThere = (values: Yearly) => (index: number) => (values[index] ?? null) !== null;
    const at = (index: number): number => x(years[index] ?? 0);
    // A step is as wide as its year: the first and the last would otherwise be half.
    const across = isStepped ? [-1, ...indices, last + 1] : indices;
    const within = (index: number): number => Math.min(last, Math.max(0, index));
    const atEdge = (index: number): number => Math.min(right, Math.max(left, x((years[0] ?? 0) + index)));
    const place = isStepped ? atEdge : at;
    const value = (values: Yearly) => (index: number) => y(values[within(index)] ?? 0);
    const path = (values: Yearly): string =>
      line<number>()
        .defined((index) => isThere(values)(within(index)))
        .x(place)
        .y(value(values))
        .curve(curve)(across) ?? '';
    const band = ({ low, high }: { readonly low: Yearly; readonly high: Yearly }): string =>
      area<number>()
        .defined((index) => isThere(low)(within(index)) && isThere(high)(within(index)))
        .x(place)
        .y0(value(low))
        .y1(value(high))
        .curve(curve)(across) ?? '';

    const ends = lines.map(({ values }) => {
      const end = values.findLastIndex((each) => each !== null);
      return { index: end, y: y(values[end] ?? domain.low) };
    });
    const labels = placeLabels(
      layout,
      lines.map(({ name }, index) => ({ name, value: '', y: ends[index]?.y ?? bottom })),
    );
    const inOrder = lines.map((each, index) => ({ each, index })).sort((a, b) => rank(a.each) - rank(b.each));
    const shownYear = years[shown] ?? 0;
    const isReading = read !== undefined;
    const named = yearTicks(years, right - left, fontSize * 3.2);

    const readAt = (event: PointerEvent<SVGRectElement>): number => {
      const box = event.currentTarget.getBoundingClientRect();
      const share = (event.clientX - box.left) / box.width;
      return Math.max(0, Math.min(last, Math.round(x.invert(left + share * (right - left)) - (years[0] ?? 0))));
    };
    const nearest = (event: React.MouseEvent<SVGRectElement>): ChartLine | undefined => {
      const box = event.currentTarget.getBoundingClientRect();
      const pointed = top + ((event.clientY - box.top) / box.height) * (bottom - top);
      const distance = ({ values }: ChartLine): number => {
        const here = values[shown] ?? null;
        return here === null ? Number.POSITIVE_INFINITY : Math.abs(y(here) - pointed);
      };
      return lines.toSorted((a, b) => distance(a) - distance(b))[0];
    };

    const marks = (
      <>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className={tick === 0 ? styles.zero : styles.rule} />
            <text
              x={left - 8}
              y={y(tick) + fontSize * 0.35}
              textAnchor="end"
              fontSize={fontSize}
              className={styles.soft}
            >
              {writeTick(tick, step)}
            </text>
          </g>
        ))}
        {named.map((year) => (
          <text
            key={year}
            x={x(year)}
            y={bottom + lineHeight + 4}
            textAnchor="middle"
            fontSize={fontSize}
            className={styles.soft}
            opacity={isReading && Math.abs(x(year) - x(shownYear)) < fontSize * 2.6 ? 0 : 1}
          >
            {year}
          </text>
        ))}
        {inOrder.map(({ each }) =>
          each.isEmphasised
            ? each.bands.map((spread, index) => (
                <path
                  // biome-ignore lint/suspicious/noArrayIndexKey: bands are told apart by nothing but their order
                  key={`${each.of.key} ${index}`}
                  d={band(spread)}
                  stroke="none"
                  style={{ fill: alternativeLook(each.of.index).colour }}
                  fillOpacity={0.15}
                />
              ))
            : null,
        )}
        {inOrder.map(({ each }) =>
          each.threads.map((thread, index) => (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: single futures are told apart by nothing but their order
              key={`${each.of.key} ${index}`}
              d={path(thread)}
              fill="none"
              strokeWidth={0.75}
              style={{ stroke: alternativeLook(each.of.index).colour }}
              strokeOpacity={0.75}
            />
          )),
        )}
        {inOrder.map(({ each, index }) => {
          const { colour, dash } = alternativeLook(each.of.index);
          const end = ends[index];
          const middle = labels[index]?.middle ?? 0;
          const first = middle - ((labels[index]?.height ?? 0) - 3) / 2;
          const baseline = first + fontSize * 0.95;
          const threadY = layout.areNamesBelow ? first + lineHeight / 2 : middle;
          const here = each.values[shown] ?? null;
          const nameX = layout.areNamesBelow ? layout.labelsLeft : layout.valueRight + 8;
          const nameTop = layout.areNamesBelow ? baseline + lineHeight : baseline;
          return (
            <g key={each.of.key} style={{ stroke: colour }} fill="none">
              <path d={path(each.values)} strokeWidth={each.isEmphasised ? 2.5 : 1.5} strokeDasharray={dash} />
              {end === undefined || end.index < 0 ? null : (
                <path
                  d={`M${place(isStepped ? end.index + 1 : end.index)},${end.y}L${layout.labelsLeft - 4},${threadY}`}
                  strokeWidth={1}
                  strokeOpacity={0.6}
                />
              )}
              {each.closes === undefined ? null : (
                <Closing
                  x={x(each.closes)}
                  y={y(each.values[years.indexOf(each.closes)] ?? domain.low)}
                  text={said.closes(each.closes)}
                  isNamed={lines.length <= 4 && size === 'large'}
                  fontSize={fontSize}
                  isRight={x(each.closes) < (left + right) / 2}
                />
              )}
              {isReading && here !== null ? (
                <circle cx={x(shownYear)} cy={y(here)} r={3.5} style={{ fill: colour }} stroke="none" data-unsaved />
              ) : null}
              <g style={{ fill: colour }} stroke="none" fontSize={fontSize}>
                <text
                  x={layout.areNamesBelow ? layout.labelsLeft : layout.valueRight}
                  y={baseline}
                  textAnchor={layout.areNamesBelow ? 'start' : 'end'}
                  fontWeight={600}
                >
                  {write(here)}
                </text>
                {labels[index]?.lines.map((text, row) => (
                  <text key={text} x={nameX} y={nameTop + row * lineHeight} fontWeight={each.isEmphasised ? 600 : 400}>
                    {text}
                  </text>
                ))}
              </g>
            </g>
          );
        })}
        {isReading ? (
          <g data-unsaved>
            <line x1={x(shownYear)} x2={x(shownYear)} y1={top} y2={bottom} className={styles.reading} />
            <text
              x={x(shownYear)}
              y={bottom + lineHeight + 4}
              textAnchor="middle"
              fontSize={fontSize}
              fontWeight={600}
              className={styles.ink}
            >
              {shownYear}
            </text>
          </g>
        ) : null}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: reading by pointer; labels and the table do it by keyboard */}
        <rect
          x={left}
          y={top}
          width={Math.max(0, right - left)}
          height={bottom - top}
          fill="transparent"
          data-unsaved
          className={onPick === undefined ? undefined : styles.asked}
          onPointerMove={(event) => setRead(readAt(event))}
          onPointerLeave={() => setRead(undefined)}
          onClick={(event) => {
            const line = nearest(event);
            if (line !== undefined) onPick?.(shownYear, line.of.key);
          }}
        />
      </>
    );
    const doors =
      onPick === undefined
        ? []
        : lines.map((each, index) => ({
            key: each.of.key,
            label: said.figure(each.name, shownYear, write(each.values[shown] ?? null)),
            x: layout.labelsLeft - 2,
            y: (labels[index]?.middle ?? 0) - (labels[index]?.height ?? 0) / 2,
            width: width - layout.labelsLeft + 2,
            height: labels[index]?.height ?? 0,
            onOpen: () => onPick(shownYear, each.of.key),
            onKeyDown: (event: React.KeyboardEvent) => {
              const way = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
              if (way === 0) return;
              event.preventDefault();
              setRead(Math.max(0, Math.min(last, shown + way)));
            },
            onLeave: () => setRead(undefined),
          }));
    return { height: layout.height, marks, doors };
  };
  return (
    <PlotFrame title={title} label={label} note={note} size={size} fileName={fileName} table={table} draw={draw} />
  );
}

/** The baseline below the others, the emphasised above. */
function rank({ isEmphasised, of }: ChartLine): number {
  return (isEmphasised ? 100 : 0) + (of.index === 0 ? 0 : 50 - of.index);
}

function widest(texts: readonly string[]): string {
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

function Closing({
  x,
  y,
  text,
  isNamed,
  fontSize,
  isRight,
}: {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly isNamed: boolean;
  readonly fontSize: number;
  readonly isRight: boolean;
}) {
  return (
    <g>
      <path d={`M${x - 5},${y - 5}l10,10m0,-10l-10,10`} strokeWidth={2.5} />
      {isNamed ? (
        <text
          x={x + (isRight ? 9 : -9)}
          y={y - 9}
          textAnchor={isRight ? 'start' : 'end'}
          fontSize={fontSize}
          className={styles.haloed}
        >
          {text}
        </text>
      ) : null}
    </g>
  );
}
