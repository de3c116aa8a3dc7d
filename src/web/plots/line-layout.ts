import { spreadLabels } from './spread-labels.ts';
import { textLines, textWidth } from './text-lines.ts';

/** What stands at the end of a line: its last value, and whose it is. */
export type EndText = { readonly value: string; readonly name: string; readonly y: number };

/** Where a label stands, px. */
export type PlacedLabel = {
  readonly middle: number;
  readonly height: number;
  readonly lines: readonly string[];
};

/** Sizes of a plot of lines over years, px. */
export type LineLayout = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly fontSize: number;
  /** Where labels begin, after the thread that leads to them. */
  readonly labelsLeft: number;
  /** Where a label's value ends; its name begins after it, or stands below where there is little room. */
  readonly valueRight: number;
  readonly areNamesBelow: boolean;
  readonly nameLines: (name: string) => readonly string[];
  readonly lineHeight: number;
};

const thread = 16;
const gap = 8;

/**
 * Divides the room of a plot of lines between the axis, the lines and the labels at their ends.
 *
 * Labels are written beside the lines, value first; where the plot is narrow the name goes below its value. A plot of many
 * labels becomes higher, so that all have room.
 *
 * @param width - of the whole, px
 * @param ends - the labels, without their places
 * @param tickTexts - what is written at the left of the horizontal rules
 */
export function lineLayout(
  width: number,
  size: 'small' | 'large',
  ends: readonly { readonly value: string; readonly name: string }[],
  tickTexts: readonly string[],
): LineLayout {
  const fontSize = width < 480 ? 12.5 : 14;
  const lineHeight = Math.round(fontSize * 1.25);
  const left = Math.ceil(Math.max(0, ...tickTexts.map((text) => textWidth(text, fontSize)))) + gap;
  const valueWidth = Math.max(0, ...ends.map(({ value }) => textWidth(value, fontSize) * 1.05));
  const nameWidth = Math.max(0, ...ends.map(({ name }) => textWidth(name, fontSize)));
  const areNamesBelow = width < 520;
  const isCrowded = ends.length > 5;
  const room = areNamesBelow ? Math.max(88, 0.32 * width) : Math.max(130, 0.3 * width - valueWidth);
  const names = Math.min(nameWidth, room);
  const labels = areNamesBelow ? Math.max(valueWidth, names) : valueWidth + gap + names;
  const right = Math.round(width - thread - gap / 2 - labels);
  const labelsLeft = right + thread + gap / 2;
  const most = isCrowded ? 1 : 2;
  const nameLines = (name: string): readonly string[] => textLines(name, fontSize, names + 1, most);
  const needed = ends.reduce(
    (sum, { name }) => sum + labelHeight(nameLines(name).length, areNamesBelow, lineHeight),
    0,
  );
  const wanted = size === 'small' ? 170 : Math.min(360, Math.max(230, 0.42 * width));
  const top = fontSize;
  const inner = Math.round(Math.max(wanted, needed));
  return {
    left,
    right,
    top,
    bottom: top + inner,
    height: top + inner + lineHeight + gap,
    fontSize,
    labelsLeft,
    valueRight: labelsLeft + valueWidth,
    areNamesBelow,
    nameLines,
    lineHeight,
  };
}

/** Places labels at the height of the ends of their lines, apart from one another. */
export function placeLabels(layout: LineLayout, ends: readonly EndText[]): PlacedLabel[] {
  const labels = ends.map(({ name }) => {
    const lines = layout.nameLines(name);
    return { lines, height: labelHeight(lines.length, layout.areNamesBelow, layout.lineHeight) };
  });
  const middles = spreadLabels(
    ends.map(({ y }) => y),
    labels.map(({ height }) => height),
    layout.top - layout.lineHeight / 2,
    layout.bottom + layout.lineHeight / 2,
  );
  return labels.map((label, index) => ({ ...label, middle: middles[index] as number }));
}

function labelHeight(lines: number, areNamesBelow: boolean, lineHeight: number): number {
  return (areNamesBelow ? lines + 1 : Math.max(1, lines)) * lineHeight + 3;
}
