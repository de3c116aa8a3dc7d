import { useWords } from '../words/language.tsx';
import { densityOfPeak } from './pert-density.ts';
import styles from './uncertainty-curve.module.css';
import { words } from './words.ts';

/** What a curve of an uncertain number is given. */
export type UncertaintyCurveProps = {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  /** The distribution; `pert`, as the model takes three numbers, unless stated. */
  readonly shape?: 'pert' | 'triangular' | 'uniform' | undefined;
  /** Writes a value with its unit. */
  readonly write: (value: number) => string;
  /** Pixels; 120 unless stated. */
  readonly width?: number | undefined;
  /** Whether the three numbers stand under the curve; not unless stated. */
  readonly hasNumbers?: boolean | undefined;
};

const points = 48;
const height = 34;
const edge = 4;

/** A small curve of an uncertain number: how likely each value between the lowest and the highest is. */
export function UncertaintyCurve({
  low,
  likely,
  high,
  shape = 'pert',
  write,
  width = 120,
  hasNumbers = false,
}: UncertaintyCurveProps) {
  const said = useWords(words);
  // What is being typed may be in no order yet: nothing is drawn until it is.
  const isOrdered = low <= likely && likely <= high;
  const x = (value: number): number =>
    low === high ? width / 2 : edge + ((value - low) / (high - low)) * (width - 2 * edge);
  const y = (share: number): number => height - 6 - share * (height - 10);
  const values = [
    ...new Set([...Array.from({ length: points + 1 }, (_, index) => low + (index / points) * (high - low)), likely]),
  ].sort((a, b) => a - b);
  const curve = values.map((value) => `${x(value)},${y(densityOfPeak({ low, likely, high }, shape, value))}`).join('L');
  return (
    <span className={styles.curve} style={{ width }}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={said.curve(write(low), write(likely), write(high))}
      >
        <line x1={edge} x2={width - edge} y1={y(0)} y2={y(0)} className={styles.axis} />
        {isOrdered && low < high ? (
          <>
            <path d={`M${x(low)},${y(0)}L${curve}L${x(high)},${y(0)}Z`} className={styles.area} />
            <path d={`M${curve}`} className={styles.line} />
          </>
        ) : null}
        {isOrdered ? (
          <>
            <path d={`M${x(low)},${y(0) - 3}v7M${x(high)},${y(0) - 3}v7`} className={styles.mark} />
            <path d={`M${x(likely)},${y(1)}V${y(0) + 4}`} className={styles.likely} />
            <circle cx={x(likely)} cy={y(1)} r={2.5} className={styles.top} />
          </>
        ) : null}
      </svg>
      {hasNumbers ? (
        <span className={styles.numbers} aria-hidden="true">
          <span>{low === high ? '' : write(low)}</span>
          <b>{write(likely)}</b>
          <span>{low === high ? '' : write(high)}</span>
        </span>
      ) : null}
    </span>
  );
}
