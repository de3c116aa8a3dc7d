import type { Frame } from './frame.ts';

/** Something that could be named on the map. */
export type Named = {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Radius of its dot, km. */
  readonly radius: number;
};

/** A name on the map: where it begins or ends, beside its dot. */
export type TownLabel = {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
};

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/**
 * Names as many as there is room for, the first ones first, none over another, beside its dot to the right or else to the left.
 *
 * @param places - the most important first
 * @param size - height of a letter, km
 * @param most - labels at most
 */
export function townLabels(places: readonly Named[], frame: Frame, size: number, most: number): TownLabel[] {
  const taken: Box[] = [];
  const labels: TownLabel[] = [];
  for (const { id, name, x, y, radius } of places) {
    if (labels.length >= most) break;
    const width = 0.56 * size * name.length;
    const gap = radius + 0.25 * size;
    for (const anchor of ['start', 'end'] as const) {
      const left = anchor === 'start' ? x + gap : x - gap - width;
      const box: Box = { left, right: left + width, top: y - 0.6 * size, bottom: y + 0.6 * size };
      if (!isInside(box, frame) || taken.some((other) => overlaps(other, box))) continue;
      taken.push(box);
      labels.push({ id, name, x: anchor === 'start' ? x + gap : x - gap, y, anchor });
      break;
    }
  }
  return labels;
}

function isInside({ left, right, top, bottom }: Box, { x, y, width, height }: Frame): boolean {
  return left >= x && right <= x + width && top >= y && bottom <= y + height;
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
