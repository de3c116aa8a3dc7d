import { scaleLinear } from 'd3-scale';
import { useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import type { Driver } from './plot-data.ts';
import { type Drawing, PlotFrame } from './plot-frame.tsx';
import { textLines, textWidth } from './text-lines.ts';
import { reachOf, strongest } from './tornado-layout.ts';
import styles from './tornado-plot.module.css';
import { words } from './words.ts';

/** What a plot of drivers is given. */
export type TornadoPlotProps = {
  /** What the difference is of, as a sentence. */
  readonly title: string;
  readonly drivers: readonly Driver[];
  /** At most so many bars; the rest stand in the table. 10 unless stated. */
  readonly most?: number | undefined;
  /** Somebody asks about a driver, by its key. */
  readonly onPick?: ((driver: string) => void) | undefined;
  readonly fileName?: string | undefined;
};

/** What drives a difference: a bar for each uncertain number, the strongest first. */
export function TornadoPlot({ title, drivers, most = 10, onPick, fileName }: TornadoPlotProps) {
  const said = useWords(words);
  const numbers = useNumbers();
  const { kept, leftOut } = strongest(drivers, most);
  const write = (value: number): string => `${value > 0 ? '+' : ''}${numbers.number(value, 2)}`;
  const label = said.fanOf(
    title,
    `${kept.map(({ label: name, correlation }) => said.driverIs(name, write(correlation))).join(', ')}.`,
  );

  const draw = (width: number): Drawing => {
    const fontSize = width < 480 ? 13 : 14;
    const lineHeight = Math.round(fontSize * 1.3);
    const isNarrow = width < 560;
    const badge = textWidth(said.assumption, fontSize - 2) + 10;
    const hasBadge = kept.some(({ isAssumption }) => isAssumption);
    const widest = Math.max(0, ...kept.map(({ label: name }) => textWidth(name, fontSize)));
    const names = isNarrow ? width : Math.min(0.46 * width, widest + (hasBadge ? badge + 12 : 0));
    const left = isNarrow ? 0 : names + 16;
    const value = textWidth('−0,00', fontSize) + 8;
    const reach = reachOf(
      kept.flatMap(({ correlation, interval }) => [correlation, interval?.low ?? 0, interval?.high ?? 0]),
    );
    const x = scaleLinear()
      .domain([-reach, reach])
      .range([left + value, width - value]);
    const rows = kept.map((driver) => {
      const lines = textLines(driver.label, fontSize, names - (hasBadge ? badge + 8 : 0), 2);
      const bar = 14;
      return {
        driver,
        lines,
        height: isNarrow ? lines.length * lineHeight + bar + 14 : Math.max(lines.length * lineHeight, bar) + 10,
      };
    });
    const half = (width - left) / 2 - 6;
    const sides = [
      { x: x(0) - 8, anchor: 'end' as const, lines: textLines(`← ${said.lower}`, fontSize, half, 2) },
      { x: x(0) + 8, anchor: 'start' as const, lines: textLines(`${said.higher} →`, fontSize, half, 2) },
    ];
    const headLines = Math.max(...sides.map(({ lines }) => lines.length));
    const head = headLines * lineHeight + 8;
    let below = head;
    const placed = rows.map((row) => {
      const top = below;
      below += row.height;
      return { ...row, top };
    });
    const marks = (
      <g fontSize={fontSize}>
        {sides.map((side) => (
          <text key={side.anchor} textAnchor={side.anchor} className={styles.soft}>
            {side.lines.map((line, row) => (
              <tspan key={line} x={side.x} y={fontSize + (row + headLines - side.lines.length) * lineHeight}>
                {line}
              </tspan>
            ))}
          </text>
        ))}
        <line x1={x(0)} x2={x(0)} y1={head - 4} y2={below} className={styles.zero} />
        {placed.map(({ driver, lines, top, height }) => {
          const { correlation, interval } = driver;
          const middle = isNarrow ? top + lines.length * lineHeight + 9 : top + height / 2;
          const first = isNarrow ? top + fontSize : middle - ((lines.length - 1) * lineHeight) / 2 + fontSize * 0.35;
          const badgeX = names - badge - 1;
          const badgeY = isNarrow ? first : middle + fontSize * 0.35;
          const beyond =
            correlation < 0 ? Math.min(correlation, interval?.low ?? 0) : Math.max(correlation, interval?.high ?? 0);
          return (
            <g key={driver.key}>
              {isNarrow ? (
                <rect x={0} y={top} width={width} height={lines.length * lineHeight} className={styles.ground} />
              ) : null}
              <text className={styles.ink}>
                {lines.map((line, row) => (
                  <tspan key={line} x={0} y={first + row * lineHeight}>
                    {line}
                  </tspan>
                ))}
              </text>
              {driver.isAssumption ? (
                <g>
                  <rect
                    x={badgeX}
                    y={badgeY - fontSize + 1}
                    width={badge}
                    height={fontSize + 3}
                    rx={3}
                    className={styles.badge}
                  />
                  <text
                    x={badgeX + badge / 2}
                    y={badgeY - 1}
                    fontSize={fontSize - 2}
                    textAnchor="middle"
                    className={styles.warning}
                  >
                    {said.assumption}
                  </text>
                </g>
              ) : null}
              <rect
                x={Math.min(x(0), x(correlation))}
                y={middle - 7}
                width={Math.abs(x(correlation) - x(0))}
                height={14}
                className={correlation < 0 ? styles.less : styles.more}
              />
              {interval === undefined ? null : (
                <g fill="none">
                  <path d={whisker(x(interval.low), x(interval.high), middle)} className={styles.under} />
                  <path d={whisker(x(interval.low), x(interval.high), middle)} className={styles.whisker} />
                </g>
              )}
              <text
                x={x(beyond) + (correlation < 0 ? -6 : 6)}
                y={middle + fontSize * 0.35}
                textAnchor={correlation < 0 ? 'end' : 'start'}
                className={styles.ink}
              >
                {write(correlation)}
              </text>
            </g>
          );
        })}
      </g>
    );
    const doors =
      onPick === undefined
        ? []
        : placed.map(({ driver, top, height, lines }) => ({
            key: driver.key,
            label: said.driverIs(driver.label, write(driver.correlation)),
            x: 0,
            y: top,
            width: isNarrow ? width : names,
            height: isNarrow ? lines.length * lineHeight + 2 : height,
            onOpen: () => onPick(driver.key),
          }));
    return { height: below + 4, marks, doors };
  };
  return (
    <PlotFrame
      title={title}
      label={label}
      note={`${said.tornadoReading}${leftOut === 0 ? '' : ` ${said.moreInTable(leftOut)}`}`}
      fileName={fileName}
      draw={draw}
      table={
        <table>
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{said.driver}</th>
              <th scope="col" className="figure">
                {said.correlation}
              </th>
              <th scope="col" className="figure">
                {said.intervalOf}
              </th>
              <th scope="col">{said.status}</th>
            </tr>
          </thead>
          <tbody>
            {strongest(drivers, drivers.length).kept.map((driver) => (
              <tr key={driver.key}>
                <th scope="row">
                  <bdi>{driver.label}</bdi>
                </th>
                <td className="figure">{write(driver.correlation)}</td>
                <td className="figure">
                  {driver.interval === undefined
                    ? ''
                    : said.between(write(driver.interval.low), write(driver.interval.high))}
                </td>
                <td>{driver.isAssumption ? said.yes : said.no}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

function whisker(low: number, high: number, middle: number): string {
  return `M${low},${middle - 4}v8m0,-4H${high}m0,-4v8`;
}
