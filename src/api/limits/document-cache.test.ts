import { expect, test } from 'vitest';
import { DocumentCache } from './document-cache.ts';

test('keeps what was used last, within its characters, and nothing that alone would fill it', () => {
  const cache = new DocumentCache<number>(64);
  for (let i = 0; i < 16; i++) cache.set(`aaa${i.toString(16)}`, i); // 16 × 4 characters
  expect(cache.get('aaa0')).toBe(0); // used, so not the oldest any more
  cache.set('bbbb', 99);
  expect([cache.get('aaa0'), cache.get('aaa1'), cache.get('bbbb')]).toEqual([0, undefined, 99]);
  cache.set('c'.repeat(5), 5); // more than a sixteenth
  expect(cache.get('c'.repeat(5))).toBeUndefined();
});

test('setting a document anew does not count its characters twice', () => {
  const cache = new DocumentCache<number>(64);
  for (let i = 0; i < 100; i++) cache.set('aaaa', i);
  cache.set('bbbb', 1);
  expect([cache.get('aaaa'), cache.get('bbbb')]).toEqual([99, 1]);
});
