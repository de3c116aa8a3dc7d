/**
 * The years named on an axis: the first and the last, and between them as many as have room, at even steps. Where no step
 * comes out even, the last name stands for one that would touch it.
 *
 * @param width - of the axis, px
 * @param room - that one year needs, px
 * @example
 * yearTicks([2014, 2015, 2016, 2017, 2018], 100, 30) // => [2014, 2016, 2018]
 */
export function yearTicks(years: readonly number[], width: number, room: number): number[] {
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return [];
  const span = last - first;
  if (span === 0) return [first];
  const most = Math.max(1, Math.floor(width / room));
  const even = [1, 2, 3, 4, 5, 6, 7, 10].find((each) => span % each === 0 && span / each <= most && each < span);
  const step = even ?? [1, 2, 5, 10, 20, 50].find((each) => span / each <= most) ?? span;
  const ticks: number[] = [];
  for (let year = first; year <= last - step; year += step) ticks.push(year);
  return [...ticks, last];
}
