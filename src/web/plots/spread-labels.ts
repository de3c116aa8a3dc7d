/**
 * Moves labels apart so that none covers another, and each as little as possible.
 *
 * The sum of squared moves is the least there is (isotonic regression by pooling neighbours). Labels keep the order of
 * where they want to stand; equal wishes keep the order they were given in. Where they do not all fit, they start at `top`
 * and run past `bottom`.
 *
 * @param wished - middle of each label, px, in any order
 * @param heights - of each label, px
 * @returns middles in the order given
 * @example
 * spreadLabels([50, 50], [10, 10], 0, 100) // => [45, 55]
 */
export function spreadLabels(
  wished: readonly number[],
  heights: readonly number[],
  top: number,
  bottom: number,
): number[] {
  const order = wished.map((_, index) => index).sort((a, b) => at(wished, a) - at(wished, b) || a - b);
  // Where a label's middle lies if all stand tight from 0: what is left of a wish without it must not fall.
  const offsets: number[] = [];
  let total = 0;
  for (const index of order) {
    offsets.push(total + at(heights, index) / 2);
    total += at(heights, index);
  }
  const pools: { mean: number; count: number }[] = [];
  order.forEach((index, place) => {
    let pool = { mean: at(wished, index) - at(offsets, place), count: 1 };
    for (let last = pools.at(-1); last !== undefined && last.mean > pool.mean; last = pools.at(-1)) {
      pools.pop();
      const count = last.count + pool.count;
      pool = { mean: (last.mean * last.count + pool.mean * pool.count) / count, count };
    }
    pools.push(pool);
  });
  const free = pools.flatMap(({ mean, count }) => new Array<number>(count).fill(mean));
  const middles = new Array<number>(wished.length);
  order.forEach((index, place) => {
    middles[index] = Math.max(top, Math.min(bottom - total, at(free, place))) + at(offsets, place);
  });
  return middles;
}

function at(values: readonly number[], index: number): number {
  return values[index] as number;
}
