/**
 * Reads a dated table: straight lines between its points, the first value before them and the last after.
 *
 * @param points - x and y, ascending in x, at least one
 * @example
 * interpolate([[2010, 1], [2020, 2]], 2015) // => 1.5
 */
export function interpolate(points: readonly (readonly [number, number])[], x: number): number {
  const first = points[0] as readonly [number, number];
  const last = points[points.length - 1] as readonly [number, number];
  if (!(x > first[0])) return x <= first[0] ? first[1] : Number.NaN;
  if (x >= last[0]) return last[1];
  let below = 0;
  let above = points.length - 1;
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if ((points[middle] as readonly [number, number])[0] <= x) below = middle;
    else above = middle;
  }
  const [x0, y0] = points[below] as readonly [number, number];
  const [x1, y1] = points[above] as readonly [number, number];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}
