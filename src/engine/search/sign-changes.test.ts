import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Search, signChanges } from './sign-changes.ts';

/** Searches a function of plain numbers, and counts how often it is asked. */
async function search(difference: (value: number) => number, given: Partial<Search> = {}) {
  let trials = 0;
  const found = await signChanges(
    async (value) => {
      trials += 1;
      const at = difference(value);
      return Number.isNaN(at) ? undefined : { difference: at, evenWithin: 1e-12 };
    },
    { grid: [0, 1, 2, 3], tolerance: 1e-4, whole: false, ...given },
  );
  return { ...found, trials };
}

describe('signChanges', () => {
  it('finds where a straight line is even', async () => {
    const { first, changes } = await search((value) => 3 * value - 4);
    expect(first).toBe(-1);
    expect(changes).toMatchObject([{ before: -1, after: 1, kind: 'crossing' }]);
    expect(changes[0]?.at).toBeCloseTo(4 / 3, 10); // 3 · 4/3 = 4
    expect(changes[0]?.slope).toBeCloseTo(3, 12);
  });

  it('finds every root a grid shows: cos has π/2, 3π/2 and 5π/2 below 8', async () => {
    const grid = Array.from({ length: 9 }, (_, step) => step);
    const { changes } = await search(Math.cos, { grid });
    expect(changes.map(({ at }) => at / Math.PI)).toEqual([0.5, 1.5, 2.5].map((at) => expect.closeTo(at, 6)));
    expect(changes.map(({ after }) => after)).toEqual([-1, 1, -1]);
  });

  it('says that a leap is a switch and no root, and where', async () => {
    const { changes } = await search((value) => (value < 1.234 ? -5 : 2));
    expect(changes).toMatchObject([{ before: -1, after: 1, kind: 'jump', slope: null }]);
    const [{ from, to, at } = { from: 0, to: 0, at: 0 }] = changes;
    expect(from).toBeLessThan(1.234);
    expect(to).toBeGreaterThanOrEqual(1.234);
    expect(to - from).toBeLessThanOrEqual(1e-4);
    expect(at).toBe(from + (to - from) / 2);
  });

  it('tells both ends of a stretch where the two are even', async () => {
    const { first, changes } = await search((value) => (value < 1.2 ? -1 : value < 1.7 ? 0 : 2));
    expect(first).toBe(-1);
    expect(changes.map(({ before, after, kind }) => [before, after, kind])).toEqual([
      [-1, 0, 'jump'],
      [0, 1, 'jump'],
    ]);
    expect(changes.map(({ at }) => at)).toEqual([expect.closeTo(1.2, 3), expect.closeTo(1.7, 3)]);
  });

  it('tells where even ends smoothly', async () => {
    const { first, changes } = await search((value) => Math.max(0, value - 1.3));
    expect(first).toBe(0);
    expect(changes).toMatchObject([{ before: 0, after: 1, kind: 'crossing' }]);
    expect(changes[0]?.at).toBeCloseTo(1.3, 3);
  });

  it('says that nothing changes, and which is ahead throughout', async () => {
    expect(await search(() => 7)).toMatchObject({ first: 1, changes: [], trials: 4 });
    expect(await search(() => 0)).toMatchObject({ first: 0, changes: [], trials: 4 });
  });

  it('tells where there is no answer, with the last value that has one', async () => {
    const { changes } = await search((value) => (value > 2.5 ? Number.NaN : value - 1.1));
    expect(changes).toMatchObject([
      { before: -1, after: 1, kind: 'crossing' },
      { before: 1, after: null, kind: 'edge', at: 2, from: 2, to: 3 },
    ]);
    expect((await search(() => Number.NaN)).first).toBeNull();
  });

  it('gives the first whole number with the new sign where only whole numbers count', async () => {
    const { changes } = await search((value) => value - 17.5, { grid: [0, 10, 20], tolerance: 1, whole: true });
    expect(changes).toMatchObject([{ at: 18, from: 17, to: 18 }]);
  });

  it('calls a difference within rounding even', async () => {
    const { first, changes } = await search((value) => (value - 1) * 1e-13);
    expect({ first, changes }).toEqual({ first: 0, changes: [] });
  });

  it('refuses a grid that does not ascend and a tolerance of nothing', async () => {
    await expect(search(() => 1, { grid: [0] })).rejects.toThrow(RangeError);
    await expect(search(() => 1, { grid: [0, 2, 1] })).rejects.toThrow('ascend');
    await expect(search(() => 1, { tolerance: 0 })).rejects.toThrow('allowed more than 0');
  });

  it('brackets any cubic’s change within the tolerance, in no more trials than halving and one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0.01, max: 9.99, noNaN: true }),
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        async (root, steepness) => {
          const { changes, trials } = await search((value) => (value - root) * (1 + steepness * (value - root) ** 2), {
            grid: [0, 10],
          });
          expect(changes).toHaveLength(1);
          const [{ from, to, at } = { from: 0, to: 0, at: 0 }] = changes;
          expect(from).toBeLessThanOrEqual(root);
          expect(to).toBeGreaterThanOrEqual(root);
          expect(to - from).toBeLessThanOrEqual(1e-4 * (1 + 1e-9));
          expect(at).toBeCloseTo(root, 3);
          // 10/1e-4 = 1e5 needs 17 halvings; one more for ITP, two ends, two beside a root that is met
          expect(trials).toBeLessThanOrEqual(17 + 1 + 2 + 2);
        },
      ),
    );
  });
});
