import { describe, expect, it } from 'vitest';
import { segmentsOf, thresholdOf } from './even-segments.ts';
import { even } from './testing/small-result.ts';

describe('who is ahead over a range', () => {
  it('changes at each break-even point', () => {
    const two = even('a', 'visitsEffect@a', {
      atLowest: 'baseline',
      points: [
        [0.02, 'alternative'],
        [0.06, 'baseline'],
      ],
    });
    expect(segmentsOf(two)).toEqual([
      { from: 0, to: 0.02, ahead: 'baseline' },
      { from: 0.02, to: 0.06, ahead: 'alternative' },
      { from: 0.06, to: 0.1, ahead: 'baseline' },
    ]);
    expect(thresholdOf(two)).toBeUndefined();
  });

  it('is not said to change where a measure without effect is no better than none', () => {
    const trivial = even('a', 'visitsEffect@a', { atLowest: 'even', points: [[0, 'alternative']] });
    expect(segmentsOf(trivial)).toEqual([{ from: 0, to: 0.1, ahead: 'alternative' }]);
    expect(thresholdOf(trivial)).toBeUndefined();
  });

  it('has one threshold above which the alternative is ahead, or below', () => {
    const above = even('a', 'visitsEffect@a', { atLowest: 'baseline', points: [[0.047, 'alternative']] });
    const below = even('a', 'visitsEffect@a', { atLowest: 'alternative', points: [[0.047, 'even']] });
    expect(thresholdOf(above)).toEqual({ at: 0.047, side: 'above' });
    expect(thresholdOf(below)).toEqual({ at: 0.047, side: 'below' });
  });

  it('tells the average over futures rather than the likely future where it was asked', () => {
    const both = even('a', 'visitsEffect@a', { atLowest: 'baseline', points: [[0.03, 'alternative']], futures: 64 });
    expect(thresholdOf({ ...both, likely: { ...both.likely, points: [] } })).toEqual({ at: 0.03, side: 'above' });
  });
});
