import { describe, expect, it } from 'vitest';
import { reachOf, strongest } from './tornado-layout.ts';

const driver = (key: string, correlation: number) => ({ key, label: key, correlation, isAssumption: true });

describe('what drives a difference', () => {
  it('is ordered by strength, whichever way it works', () => {
    const { kept, leftOut } = strongest([driver('a', 0.2), driver('b', -0.6), driver('c', 0.4)], 2);
    expect(kept.map(({ key }) => key)).toEqual(['b', 'c']);
    expect(leftOut).toBe(1);
  });

  it('has an axis that reaches as far to the left as to the right', () => {
    expect(reachOf([0.3, -0.62])).toBe(0.62);
    expect(reachOf([])).toBe(0.01);
  });
});
