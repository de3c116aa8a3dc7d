import { describe, expect, it } from 'vitest';
import { fileNameOf } from './file-name.ts';

describe('the name of a saved plot', () => {
  it('is its title in letters every system takes', () => {
    expect(fileNameOf('Ägarens lön, tusen kronor')).toBe('agarens-lon-tusen-kronor');
  });

  it('leads nowhere else', () => {
    expect(fileNameOf('../../etc/passwd')).toBe('etc-passwd');
    expect(fileNameOf('\u202e…')).toBe('diagram');
  });
});
