import { describe, expect, it } from 'vitest';
import { panelsIn } from './causes-layout.ts';

describe('small panels', () => {
  it('stand below one another on a telephone', () => {
    const { panels, height } = panelsIn(320, 3, 260, 150);
    expect(panels.map(({ left }) => left)).toEqual([0, 0, 0]);
    // Three of 150 with 28 between
    expect(height).toBe(506);
  });

  it('share a wide row evenly', () => {
    const { panels } = panelsIn(1200, 3, 260, 150);
    // (1200 − 2 · 28)/3
    expect(panels.map(({ width }) => Math.round(width))).toEqual([381, 381, 381]);
    expect(new Set(panels.map(({ top }) => top))).toEqual(new Set([0]));
  });
});
