import type { BreakEvens } from '../work/work.tsx';

type Even = BreakEvens[number];
type Answer = Even['likely'];
/** Who is ahead. */
export type Ahead = Answer['asStated'];

/** A stretch of a quantity's range where one is ahead. */
export type Segment = { readonly from: number; readonly to: number; readonly ahead: Ahead };

/** The answer that is told: on average over futures where that was asked, otherwise of the likely future. */
export function toldAnswer({ average, likely }: Even): Answer {
  return average ?? likely;
}

/** A change right at an end of the range tells nothing. */
const edge = 0.002;

/**
 * The range of a quantity, divided by who is ahead.
 *
 * A change at its very end is left out: that a measure without effect is no better than none need not be said.
 */
export function segmentsOf(even: Even): Segment[] {
  const { low, high } = triedOf(even);
  const answer = toldAnswer(even);
  const segments: Segment[] = [];
  let from = low;
  let ahead = answer.atLowest;
  for (const { at, foundBetween, after } of answer.points) {
    const to = at ?? ((foundBetween.low ?? low) + (foundBetween.high ?? high)) / 2;
    segments.push({ from, to, ahead });
    from = to;
    ahead = after;
  }
  segments.push({ from, to: high, ahead });
  const told = segments.filter((each) => each.to - each.from > edge * (high - low));
  return told.length === 0 ? segments : joined(told);
}

function joined(segments: readonly Segment[]): Segment[] {
  const done: Segment[] = [];
  for (const each of segments) {
    const last = done.at(-1);
    if (last !== undefined && last.ahead === each.ahead) done[done.length - 1] = { ...last, to: each.to };
    else done.push(each);
  }
  return done;
}

/** The range that was tried. */
export function triedOf({ quantity }: Even): { readonly low: number; readonly high: number } {
  const { low, high } = quantity.tried;
  return { low: low ?? 0, high: high ?? 0 };
}

/** The one value above (or below) which the alternative is ahead; undefined where there is none, or more than one. */
export function thresholdOf(even: Even): { readonly at: number; readonly side: 'above' | 'below' } | undefined {
  const segments = segmentsOf(even).filter(({ ahead }) => ahead !== 'none');
  const [first, second, third] = segments;
  if (first === undefined || second === undefined || third !== undefined) return undefined;
  if (second.ahead === 'alternative') return { at: second.from, side: 'above' };
  if (first.ahead === 'alternative') return { at: first.to, side: 'below' };
  return undefined;
}

/**
 * What decides an alternative, where that is something nobody has measured: it leads the answer. Whether it pays off for
 * society, by what the measure itself does before what the shop is like; otherwise what it does for the years the shop is
 * open. Other answers are too narrow to lead.
 */
export function decisiveOf(evens: BreakEvens, alternative: string): Even | undefined {
  const isOfMeasure = ({ quantity }: Even): boolean => quantity.path.startsWith('visitsEffect');
  const own = evens.filter(
    (even) => even.alternative === alternative && even.isDecisive && thresholdOf(even) !== undefined,
  );
  const ofSociety = own.filter(({ variable }) => variable === 'presentValue_society');
  return (
    ofSociety.find(isOfMeasure) ??
    ofSociety[0] ??
    own.find((even) => even.variable === 'yearsOpen' && isOfMeasure(even))
  );
}
