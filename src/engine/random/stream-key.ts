import seedrandom from 'seedrandom';

/**
 * The key of a stream of random numbers: 64 bits that stand for what the numbers are used for.
 *
 * The key comes from the names alone, so adding a village, a measure or a parameter moves no other stream. The three
 * texts are joined as a JSON list, which no two different triples share (`["a","bc"]` is not `["ab","c"]`), and the key
 * is two successive `int32()` of `seedrandom` (ARC4) seeded with that list, read as unsigned words.
 *
 * @param seedText - the scenario's seed, any text
 * @param quantity - name of the uncertain quantity, as in the model
 * @param entityId - id of the place, shop or area it is drawn for; '' for one shared by all
 * @returns two unsigned 32-bit words, key word 0 and key word 1 of Philox; different triples share a key only by a
 * chance of 2^−64
 * @see seedrandom 3, https://github.com/davidbau/seedrandom
 * @example
 * streamKey('autumn', 'footfall', 'fliseryd') // => [645604311, 1262205333]
 */
export function streamKey(seedText: string, quantity: string, entityId: string): readonly [number, number] {
  const source = seedrandom(JSON.stringify([seedText, quantity, entityId]));
  const first = source.int32() >>> 0;
  return [first, source.int32() >>> 0];
}
