/** Who is ahead at a value: −1, 0 (even) or 1; `null` where there is no answer, as where a calibration has no solution. */
export type Sign = -1 | 0 | 1 | null;

/** A difference at one value, and how near 0 it must be to count as even: what rounding alone may make of it. */
export type Difference = { readonly difference: number; readonly evenWithin: number };

/** A place in a range where the sign of a difference changes. */
export type SignChange = {
  /** Where: on the line between the two ends below, or the middle of a jump; of whole numbers the first with the new sign. */
  readonly at: number;
  /** The last value that still has the sign before, and the first that has the sign after, as far as was searched. */
  readonly from: number;
  readonly to: number;
  readonly before: Sign;
  readonly after: Sign;
  /**
   * `crossing`: the difference goes through 0. `jump`: it leaps from one side to the other, so that no value makes the two
   * even. `edge`: there is no answer on one side.
   */
  readonly kind: 'crossing' | 'jump' | 'edge';
  /** Change of the difference per unit of the value around here, for errors of `at`; null but for a crossing. */
  readonly slope: number | null;
};

/** The signs of a difference over a range: that at its lowest value, and each change from there on. */
export type SignChanges = { readonly first: Sign; readonly changes: readonly SignChange[] };

/** How to search: the values looked at first, ascending, at least two; and how near each other the ends of a change come. */
export type Search = {
  readonly grid: readonly number[];
  /** Greater than 0; 1 where only whole numbers have a meaning. */
  readonly tolerance: number;
  readonly whole: boolean;
};

/** A difference changes this many times faster at a jump than over the step of the grid around it. */
const steepestSlope = 20;

/**
 * Every change of sign of a difference that a grid shows, each brought within a tolerance.
 *
 * The grid is looked at first, then each step of it whose ends differ. Between opposite signs the ITP method finds the
 * change: never more trials than one beyond halving, far fewer where the difference is smooth. Between even and uneven it
 * is halved. What is smooth goes through 0 (`crossing`); what still differs at the two ends of a bracket so narrow, more
 * than twenty times what the slope over the step of the grid would give, leaps (`jump`). Two changes within one step of
 * the grid may hide each other: a finer grid shows them.
 *
 * @param differenceAt - the difference at a value; undefined where there is none. Must give the same for the same value
 * @throws {RangeError} if the grid is not ascending with at least two values, or the tolerance is not above 0
 * @see Oliveira and Takahashi, "An enhancement of the bisection method average performance preserving minmax optimality",
 *   ACM Transactions on Mathematical Software 47 (2020), for ITP
 * @example
 * const line = async (x) => ({ difference: x - 2, evenWithin: 0 })
 * const { first, changes } = await signChanges(line, { grid: [0, 3], tolerance: 0.001, whole: false })
 * first // => -1
 * changes[0]?.at // => 2
 */
export async function signChanges(
  differenceAt: (value: number) => Promise<Difference | undefined>,
  search: Search,
): Promise<SignChanges> {
  const { grid, tolerance } = search;
  if (grid.length < 2 || grid.some((value, i) => i > 0 && !(value > grid[i - 1]!)))
    throw new RangeError('the values to look at first must be at least two, and ascend');
  if (!(tolerance > 0)) throw new RangeError(`the tolerance is ${tolerance}; allowed more than 0`);
  const points: Point[] = [];
  for (const value of grid) points.push(pointOf(value, await differenceAt(value)));
  const changes: SignChange[] = [];
  for (let i = 1; i < points.length; i++) {
    const [low, high] = [points[i - 1]!, points[i]!];
    if (low.sign === high.sign) continue;
    const step = { slope: slopeBetween(low, high), search, at: differenceAt };
    changes.push(...(await changesBetween(low, high, step)));
  }
  return { first: points[0]!.sign, changes };
}

type Point = { readonly value: number; readonly difference: number; readonly sign: Sign };

/** What is known of the step of the grid that a change is looked for in. */
type Step = {
  readonly slope: number;
  readonly search: Search;
  readonly at: (value: number) => Promise<Difference | undefined>;
};

function pointOf(value: number, found: Difference | undefined): Point {
  if (found === undefined || Number.isNaN(found.difference)) return { value, difference: Number.NaN, sign: null };
  const { difference, evenWithin } = found;
  return { value, difference, sign: Math.abs(difference) <= evenWithin ? 0 : difference > 0 ? 1 : -1 };
}

async function changesBetween(low: Point, high: Point, step: Step): Promise<SignChange[]> {
  if (low.sign === high.sign) return [];
  if (low.sign === null || high.sign === null || isNarrow(low, high, step)) return [changeOf(low, high, step)];
  const opposite = low.sign !== 0 && high.sign !== 0;
  const middle = opposite ? await opposites(low, high, step) : await halved(low, high, step);
  if (!('value' in middle)) return [changeOf(middle.low, middle.high, step)];
  // A third sign between the two: even, where they are opposite, or no answer.
  if (middle.sign === 0 && opposite) {
    const sides = await nextTo(middle, low, high, step);
    if (sides.low.sign === low.sign && sides.high.sign === high.sign) {
      const change = changeOf(sides.low, sides.high, step);
      return [{ ...change, at: middle.value }];
    }
  }
  return [...(await changesBetween(low, middle, step)), ...(await changesBetween(middle, high, step))];
}

/** Narrows opposite signs by ITP; gives a point of another sign than theirs if it meets one. */
async function opposites(from: Point, to: Point, step: Step): Promise<{ low: Point; high: Point } | Point> {
  let [low, high] = [from, to];
  const width = high.value - low.value;
  const { tolerance } = step.search;
  let most = tolerance; // the width that halving, one trial behind, would have come to
  while (most < width) most *= 2;
  most *= 2;
  while (!isNarrow(low, high, step)) {
    const here = await tryAt(interpolated(low, high, width, most, step), step);
    if (here.sign === low.sign) low = here;
    else if (here.sign === high.sign) high = here;
    else return here;
    most /= 2;
  }
  return { low, high };
}

/**
 * The next value ITP tries: the point where the line between the ends meets 0, moved towards the middle by a little
 * (truncation), and kept so near the middle that halving is never outdone by more than a trial (projection).
 */
function interpolated(low: Point, high: Point, width: number, most: number, step: Step): number {
  const [a, b] = [low.value, high.value];
  const half = middleOf(a, b, step);
  if (step.search.whole) return half;
  const line = (high.difference * a - low.difference * b) / (high.difference - low.difference);
  const side = half >= line ? 1 : -1;
  const truncation = (0.2 / width) * (b - a) * (b - a);
  const moved = truncation <= Math.abs(half - line) ? line + side * truncation : half;
  const reach = Math.max(0, (most - (b - a)) / 2);
  const tried = Math.abs(moved - half) <= reach ? moved : half - side * reach;
  return tried > a && tried < b ? tried : half;
}

/** Halves between a sign and another until they are neighbours; gives a point of a third sign if it meets one. */
async function halved(from: Point, to: Point, step: Step): Promise<{ low: Point; high: Point } | Point> {
  let [low, high] = [from, to];
  while (!isNarrow(low, high, step)) {
    const here = await tryAt(middleOf(low.value, high.value, step), step);
    if (here.sign === low.sign) low = here;
    else if (here.sign === high.sign) high = here;
    else return here;
  }
  return { low, high };
}

/** The points half a tolerance to each side, or the ends where these are nearer. */
async function nextTo(middle: Point, low: Point, high: Point, step: Step): Promise<{ low: Point; high: Point }> {
  const away = step.search.whole ? 1 : step.search.tolerance / 2;
  const [before, after] = [middle.value - away, middle.value + away];
  return {
    low: before > low.value ? await tryAt(before, step) : low,
    high: after < high.value ? await tryAt(after, step) : high,
  };
}

async function tryAt(value: number, step: Step): Promise<Point> {
  return pointOf(value, await step.at(value));
}

function middleOf(a: number, b: number, step: Step): number {
  return step.search.whole ? Math.floor((a + b) / 2) : a + (b - a) / 2;
}

function isNarrow(low: Point, high: Point, step: Step): boolean {
  const half = middleOf(low.value, high.value, step);
  return high.value - low.value <= step.search.tolerance || half <= low.value || half >= high.value;
}

function slopeBetween(low: Point, high: Point): number {
  return (high.difference - low.difference) / (high.value - low.value);
}

function changeOf(low: Point, high: Point, step: Step): SignChange {
  const [from, to] = [low.value, high.value];
  const common = { from, to, before: low.sign, after: high.sign };
  if (low.sign === null || high.sign === null)
    return { at: low.sign === null ? to : from, ...common, kind: 'edge', slope: null };
  const change = Math.abs(high.difference - low.difference);
  const middle = from + (to - from) / 2;
  const { whole } = step.search;
  if (change > steepestSlope * Math.abs(step.slope) * (to - from))
    return { at: whole ? to : middle, ...common, kind: 'jump', slope: null };
  const line = from - (low.difference * (to - from)) / (high.difference - low.difference);
  const at = whole ? to : line >= from && line <= to ? line : middle;
  return { at, ...common, kind: 'crossing', slope: step.slope };
}
