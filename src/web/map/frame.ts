import { type MapPoint, wholeMap } from './projection.ts';

/** The part of the map that is seen, km. */
export type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A ruler on the map. */
export type ScaleBar = { readonly km: number };

/** All of Sweden. */
export const wholeFrame: Frame = { x: 0, y: 0, ...wholeMap };

/**
 * The neighbourhood of a place: so much that a ring around it is seen whole, in the shape of the whole map, and no more beyond
 * the map's edges than must be.
 *
 * @param centre - of the ring
 * @param radius - of the ring, km
 */
export function frameAround([x, y]: MapPoint, radius: number): Frame {
  const width = Math.min(wholeMap.width, 2.3 * radius);
  const height = (width * wholeMap.height) / wholeMap.width;
  return {
    x: within(x - width / 2, 0, wholeMap.width - width),
    y: within(y - height / 2, 0, wholeMap.height - height),
    width,
    height,
  };
}

/** The longest ruler of 1, 2 or 5 times a power of ten kilometres that is at most a third as wide as what is seen. */
export function scaleBarOf({ width }: Frame): ScaleBar {
  const most = width / 3;
  const power = 10 ** Math.floor(Math.log10(most));
  return { km: ([5, 2, 1].find((each) => each * power <= most) ?? 1) * power };
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
