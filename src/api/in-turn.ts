/**
 * Does pieces of work one after another. A request that asks for several computations has them in turn, so that it counts
 * as one piece of work under way, however many it asks for.
 *
 * @example
 * const inTurn = turns();
 * await Promise.all([1, 2].map((each) => inTurn(async () => each))) // => [1, 2]
 */
export function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
