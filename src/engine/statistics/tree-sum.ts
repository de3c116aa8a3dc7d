/**
 * Futures in one leaf of every sum over futures.
 *
 * Part of the definition of a sum, so changing it changes last digits of every result.
 */
export const LEAF_SIZE = 64;

/**
 * Sum of one leaf: at most 64 futures of one column, added by halving.
 *
 * x[i] += x[i+32] for i below 32, then 16, 8, 4, 2, 1. Missing futures count +0, as if the leaf were filled up.
 * This order is part of the definition of every sum over futures; it is also the order in which wide registers add.
 *
 * @param column - one value per future, read only, not kept
 * @param offset - index of the leaf's first future in `column`
 * @param count - futures in the leaf, 0 to 64
 * @param scratch - at least 32 numbers, owned by the caller, overwritten
 * @returns in the unit of the column
 * @throws {RangeError} if `count` is not 0 to 64, the leaf runs past the column, or `scratch` is too short
 * @example
 * leafSum(Float64Array.of(1, 2, 3, 4), 1, 3, new Float64Array(32)) // => 9
 */
export function leafSum(column: Float64Array, offset: number, count: number, scratch: Float64Array): number {
  if (!(count >= 0 && count <= LEAF_SIZE)) throw new RangeError(`leaf of ${count} futures; allowed 0 to ${LEAF_SIZE}`);
  if (!(offset >= 0 && offset + count <= column.length)) {
    throw new RangeError(`leaf ${offset} to ${offset + count} lies outside a column of ${column.length} futures`);
  }
  if (scratch.length < 32) throw new RangeError(`scratch holds ${scratch.length} numbers; at least 32 are needed`);
  for (let i = 0; i < 32; i++) {
    const near = i < count ? column[offset + i]! : 0;
    const far = i + 32 < count ? column[offset + i + 32]! : 0;
    scratch[i] = near + far;
  }
  for (let half = 16; half > 0; half >>>= 1) {
    for (let i = 0; i < half; i++) scratch[i] = scratch[i]! + scratch[i + half]!;
  }
  return scratch[0]!;
}

/**
 * Adds leaf sums in the binary tree over leaf index.
 *
 * The tree is perfect over the index space; a node whose right child is absent equals its left child. For the other
 * sums of this folder, which make their leaves in their own way.
 *
 * @param leafCount - leaves 0 … leafCount − 1
 * @param leafAt - gives the sum of a leaf; called once per leaf, ascending
 * @returns the root; 0 for no leaf; NaN always as the one canonical NaN
 * @example
 * addLeaves(3, (leaf) => leaf + 1) // => 6
 */
export function addLeaves(leafCount: number, leafAt: (leaf: number) => number): number {
  const waiting = new Float64Array(53); // one node per level, so 2^53 leaves
  let depth = 0;
  for (let leaf = 0; leaf < leafCount; leaf++) {
    let node = leafAt(leaf);
    for (let index = leaf; index % 2 === 1; index = (index - 1) / 2) node = waiting[--depth]! + node;
    waiting[depth++] = node;
  }
  if (depth === 0) return 0;
  let root = waiting[--depth]!;
  while (depth > 0) root = waiting[--depth]! + root;
  return Number.isNaN(root) ? Number.NaN : root;
}

/**
 * Sum of a column, or of a part of it, over futures: the definition that every other way of adding must agree with.
 *
 * Leaves of 64 by `leafSum`, then the binary tree over leaf index. A part that starts at a multiple of 64·2^level and
 * is 64·2^level long (or ends with the futures) is the node (level, offset / (64·2^level)) for `TreeSum`.
 * A future that is NaN makes the sum NaN.
 *
 * @param column - one value per future, read only, not kept
 * @param offset - first future
 * @param count - futures to add
 * @returns in the unit of the column
 * @throws {RangeError} if the part lies outside the column
 * @example
 * sumColumn(Float64Array.of(0.1, 0.2, 0.3, 0.4)) // => 1
 */
export function sumColumn(column: Float64Array, offset = 0, count = column.length - offset): number {
  if (!(offset >= 0 && count >= 0 && offset + count <= column.length)) {
    throw new RangeError(`futures ${offset} to ${offset + count} lie outside a column of ${column.length} futures`);
  }
  const scratch = new Float64Array(32);
  return addLeaves(Math.ceil(count / LEAF_SIZE), (leaf) => {
    const start = leaf * LEAF_SIZE;
    return leafSum(column, offset + start, Math.min(LEAF_SIZE, count - start), scratch);
  });
}

/**
 * Sums of several columns over futures, put together from parts that arrive in any order.
 *
 * A part is a node (level, index) of the tree: level 0 is a leaf, and node (level, index) covers the leaves
 * index·2^level to (index + 1)·2^level − 1, or to the last leaf. Two siblings are added, left + right, as soon as both
 * are there, so memory is one node per level plus what is out of order, and the bits depend on nothing but the leaves.
 *
 * Only the last node of all may cover fewer leaves than its level says; that cannot be seen here and is the caller's
 * duty. A node given twice, or under one already there, is refused at once; one given over parts already there is
 * refused by `finish`.
 *
 * @example
 * const sum = new TreeSum(1);
 * sum.add(0, 2, Float64Array.of(3));
 * sum.add(1, 0, Float64Array.of(7));
 * Array.from(sum.finish(3)) // => [10]
 */
export class TreeSum {
  /** Columns added side by side. */
  readonly columns: number;
  readonly #levels: Map<number, Float64Array>[] = [];
  readonly #spare: Float64Array[] = [];

  /**
   * @param columns - how many sums a node carries, a whole number, 0 or more
   * @throws {RangeError} if `columns` is not such a number
   */
  constructor(columns: number) {
    if (!(Number.isSafeInteger(columns) && columns >= 0)) {
      throw new RangeError(`${columns} columns; allowed a whole number, 0 or more`);
    }
    this.columns = columns;
  }

  /** Nodes waiting for a sibling: the memory in use, in nodes. */
  get waiting(): number {
    let nodes = 0;
    for (const level of this.#levels) nodes += level.size;
    return nodes;
  }

  /**
   * Takes one node.
   *
   * @param level - 0 for a leaf, at most 52
   * @param index - of the node on its level, from 0
   * @param sums - one sum per column, copied
   * @throws {RangeError} if the node is not a node, has another number of columns, or was already given
   */
  add(level: number, index: number, sums: Float64Array): void {
    if (!(Number.isInteger(level) && level >= 0 && level <= 52 && Number.isSafeInteger(index) && index >= 0)) {
      throw new RangeError(`node (${level}, ${index}); allowed level 0 to 52 and index 0 or more, whole numbers`);
    }
    if (sums.length !== this.columns) {
      throw new RangeError(`node (${level}, ${index}) has ${sums.length} columns; this sum has ${this.columns}`);
    }
    while (this.#levels.length <= level) this.#levels.push(new Map());
    for (let above = level, at = index; above < this.#levels.length; above++, at = Math.floor(at / 2)) {
      if (this.#levels[above]!.has(at)) {
        throw new RangeError(`node (${level}, ${index}) is already counted, in node (${above}, ${at})`);
      }
    }
    let node = this.#spare.pop() ?? new Float64Array(this.columns);
    node.set(sums);
    let here = level;
    let at = index;
    for (;;) {
      if (here === this.#levels.length) this.#levels.push(new Map());
      const nodes = this.#levels[here]!;
      const isRight = at % 2 === 1;
      const siblingIndex = isRight ? at - 1 : at + 1;
      const sibling = nodes.get(siblingIndex);
      if (sibling === undefined) {
        nodes.set(at, node);
        return;
      }
      nodes.delete(siblingIndex);
      const left = isRight ? sibling : node;
      const right = isRight ? node : sibling;
      for (let column = 0; column < left.length; column++) left[column] = left[column]! + right[column]!;
      this.#spare.push(right);
      node = left;
      here += 1;
      at = Math.floor(at / 2);
    }
  }

  /**
   * The sums over all futures, once every leaf is there.
   *
   * Changes nothing, so it may be called again after more leaves.
   *
   * @param leafCount - leaves 0 … leafCount − 1, any number
   * @returns one sum per column, a new array that the caller owns; zeros for no leaf
   * @throws {RangeError} if a leaf is missing, or something was given beyond `leafCount` or twice
   */
  finish(leafCount: number): Float64Array {
    if (!(Number.isSafeInteger(leafCount) && leafCount >= 0)) {
      throw new RangeError(`${leafCount} leaves; allowed a whole number, 0 or more`);
    }
    let used = 0;
    const nodeAt = (level: number, index: number, size: number): Float64Array => {
      const kept = this.#levels[level]?.get(index);
      if (kept !== undefined) {
        used += 1;
        return kept.slice();
      }
      if (level === 0) throw new RangeError(`leaf ${index} of ${leafCount} is missing`);
      const half = size / 2;
      const left = nodeAt(level - 1, 2 * index, half);
      if ((2 * index + 1) * half >= leafCount) return left;
      const right = nodeAt(level - 1, 2 * index + 1, half);
      for (let column = 0; column < left.length; column++) left[column] = left[column]! + right[column]!;
      return left;
    };
    let level = 0;
    let size = 1;
    while (size < leafCount || level < this.#levels.length - 1) {
      size *= 2;
      level += 1;
    }
    const root = leafCount === 0 ? new Float64Array(this.columns) : nodeAt(level, 0, size);
    const waiting = this.waiting;
    if (used !== waiting) {
      throw new RangeError(`${waiting - used} nodes lie beyond ${leafCount} leaves or over leaves already counted`);
    }
    for (let column = 0; column < root.length; column++) {
      if (Number.isNaN(root[column]!)) root[column] = Number.NaN; // one canonical NaN, whatever made it
    }
    return root;
  }
}
