import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from './spread-labels.ts';

describe('labels at the ends of lines', () => {
  it('stay where they want to be when there is room', () => {
    expect(spreadLabels([80, 20, 50], [10, 10, 10], 0, 100)).toEqual([80, 20, 50]);
  });

  it('share the move when they want the same place', () => {
    // Three of 10 about 50: 40, 50, 60
    expect(spreadLabels([50, 50, 50], [10, 10, 10], 0, 100)).toEqual([40, 50, 60]);
  });

  it('stay inside the plot', () => {
    expect(spreadLabels([0, 2], [10, 10], 0, 100)).toEqual([5, 15]);
    expect(spreadLabels([100, 99], [10, 10], 0, 100)).toEqual([95, 85]);
  });

  it('of several lines take their own height', () => {
    // 30 and 10 high, both wish 50: the least squares put the middles 20 apart about 50
    expect(spreadLabels([50, 50], [30, 10], 0, 100)).toEqual([40, 60]);
  });

  it('never cover one another, whatever they wish', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ wish: fc.integer({ min: -50, max: 450 }), height: fc.integer({ min: 1, max: 30 }) }), {
          maxLength: 12,
        }),
        (labels) => {
          const middles = spreadLabels(
            labels.map(({ wish }) => wish),
            labels.map(({ height }) => height),
            0,
            400,
          );
          const placed = labels
            .map(({ height }, index) => ({ low: middles[index]! - height / 2, high: middles[index]! + height / 2 }))
            .sort((a, b) => a.low - b.low);
          for (const [index, { low, high }] of placed.entries()) {
            expect(low).toBeGreaterThanOrEqual((placed[index - 1]?.high ?? 0) - 1e-6);
            expect(high).toBeLessThanOrEqual(400 + 1e-6);
          }
        },
      ),
    );
  });
});
