import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAF_SIZE, leafSum, sumColumn, TreeSum } from './tree-sum.ts';

/** The definition, written down with no thought of speed. */
function definition(column: Float64Array): number {
  const leaves = Math.ceil(column.length / LEAF_SIZE);
  const leaf = (index: number): number => {
    let x = Array.from({ length: 64 }, (_, i) => column[index * 64 + i] ?? 0);
    while (x.length > 1) x = x.slice(0, x.length / 2).map((value, i) => value + x[i + x.length / 2]!);
    return x[0]!;
  };
  const node = (level: number, index: number): number => {
    if (level === 0) return leaf(index);
    const left = node(level - 1, 2 * index);
    return (2 * index + 1) * (1 << (level - 1)) < leaves ? left + node(level - 1, 2 * index + 1) : left;
  };
  let depth = 0;
  while (1 << depth < leaves) depth += 1;
  return leaves === 0 ? 0 : node(depth, 0);
}

/** Deterministic numbers of very different size, so that every change of order shows. */
function unevenColumn(length: number, seed: number): Float64Array {
  let state = seed >>> 0;
  return Float64Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const scale = [1, 1e-9, 1e7, 1e16][state >>> 30]!;
    return (state / 4294967296 - 0.5) * scale;
  });
}

describe('leafSum', () => {
  it('adds by halving, not from left to right', () => {
    const column = new Float64Array(64);
    column[0] = 1e16;
    column[1] = 1;
    column[32] = -1e16;
    column[33] = 1;
    // (1e16 − 1e16) + (1 + 1) = 2, from left to right 1e16 + 1 = 1e16 loses the first 1
    expect(leafSum(column, 0, 64, new Float64Array(32))).toBe(2);
  });

  it('counts missing futures as +0', () => {
    expect(leafSum(Float64Array.of(5, -0), 1, 1, new Float64Array(64))).toBe(0);
    expect(leafSum(Float64Array.of(5), 1, 0, new Float64Array(64))).toBe(0);
  });

  it('refuses more than 64 futures, and futures that are not there', () => {
    expect(() => leafSum(new Float64Array(65), 0, 65, new Float64Array(32))).toThrow(RangeError);
    expect(() => leafSum(new Float64Array(3), 1, 3, new Float64Array(32))).toThrow(RangeError);
  });
});

describe('sumColumn', () => {
  it('is the definition, for any number of futures', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3000 }), fc.nat(), (length, seed) => {
        const column = unevenColumn(length, seed);
        expect(sumColumn(column)).toBe(definition(column));
      }),
    );
  });

  it('is NaN when one future is NaN', () => {
    expect(sumColumn(Float64Array.of(1, Number.NaN))).toBeNaN();
  });
});

describe('TreeSum', () => {
  it('gives the same bits for any aligned tasks in any order and any number of leaves', () => {
    const anyWork = fc
      .record({
        length: fc.integer({ min: 1, max: 64 * 70 }),
        seed: fc.nat(),
        splits: fc.array(fc.nat({ max: 2 }), { minLength: 140, maxLength: 140 }),
      })
      .chain(({ length, seed, splits }) => {
        const leaves = Math.ceil(length / 64);
        const nodes: [number, number][] = [];
        let draw = 0;
        // 128 leaves at the top; split a node when the draw says so: any aligned partition
        const cut = (level: number, index: number): void => {
          if (index << level >= leaves) return;
          if (level === 0 || splits[draw++ % splits.length] === 0) nodes.push([level, index]);
          else {
            cut(level - 1, 2 * index);
            cut(level - 1, 2 * index + 1);
          }
        };
        cut(7, 0);
        const order = fc.shuffledSubarray(nodes, { minLength: nodes.length });
        return fc.record({ length: fc.constant(length), seed: fc.constant(seed), nodes: order });
      });
    fc.assert(
      fc.property(anyWork, ({ length, seed, nodes }) => {
        const columns = [unevenColumn(length, seed), unevenColumn(length, seed + 1)];
        const sum = new TreeSum(2);
        for (const [level, index] of nodes) {
          const size = 64 << level;
          const count = Math.min(size, length - index * size);
          sum.add(
            level,
            index,
            Float64Array.from(columns, (column) => sumColumn(column, index * size, count)),
          );
        }
        expect(Array.from(sum.finish(Math.ceil(length / 64)))).toEqual(columns.map(definition));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps one node per level while leaves come in order', () => {
    const sum = new TreeSum(1);
    let most = 0;
    for (let leaf = 0; leaf < 1000; leaf++) {
      sum.add(0, leaf, Float64Array.of(1));
      most = Math.max(most, sum.waiting);
    }
    expect(most).toBeLessThanOrEqual(9); // 511 = nine ones in binary
    expect(sum.finish(1000)[0]).toBe(1000);
  });

  it('copies what it is given and can finish twice', () => {
    const sum = new TreeSum(1);
    const node = Float64Array.of(2);
    sum.add(0, 0, node);
    node[0] = 99;
    expect(sum.finish(1)[0]).toBe(2);
    sum.add(0, 1, Float64Array.of(3));
    expect(sum.finish(2)[0]).toBe(5);
    expect(sum.finish(2)[0]).toBe(5);
  });

  it('gives zeros for no futures', () => {
    expect(Array.from(new TreeSum(2).finish(0))).toEqual([0, 0]);
  });

  it('refuses a missing leaf', () => {
    const sum = new TreeSum(1);
    sum.add(0, 0, Float64Array.of(1));
    sum.add(0, 2, Float64Array.of(1));
    expect(() => sum.finish(3)).toThrow('leaf 1 of 3 is missing');
  });

  it('refuses a task that is counted twice', () => {
    const sum = new TreeSum(1);
    sum.add(0, 0, Float64Array.of(1));
    expect(() => sum.add(0, 0, Float64Array.of(1))).toThrow(RangeError);
    sum.add(0, 1, Float64Array.of(1));
    expect(() => sum.add(0, 1, Float64Array.of(1))).toThrow(RangeError);
    sum.add(0, 2, Float64Array.of(1));
    sum.add(1, 1, Float64Array.of(1));
    expect(() => sum.finish(4)).toThrow(RangeError);
  });

  it('refuses leaves beyond the number of leaves', () => {
    const sum = new TreeSum(1);
    sum.add(0, 0, Float64Array.of(1));
    sum.add(0, 1, Float64Array.of(1));
    sum.add(0, 2, Float64Array.of(1));
    expect(() => sum.finish(2)).toThrow(RangeError);
  });
});
