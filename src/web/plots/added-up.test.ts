import { describe, expect, it } from 'vitest';
import { addedUp } from './added-up.ts';

describe('closures by cause', () => {
  it('add up over the years', () => {
    expect(addedUp([1, 0, 2])).toEqual([1, 1, 3]);
  });

  it('do not fall where a year is not known', () => {
    expect(addedUp([1, null, 2])).toEqual([1, 1, 3]);
  });
});
