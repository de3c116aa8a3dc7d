import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeToken, readToken, tokenIdOf } from './token-text.ts';

test('a token is read back as the row and the hash it was made with', () => {
  const { id, token, hash } = makeToken();
  expect(token).toMatch(/^bk_[0-9a-f]{32}_[A-Za-z0-9_-]{43}[0-9a-z]{7}$/);
  expect(readToken(token)).toEqual({ id, hash });
});

test('no two tokens have the same secret, and none shows its hash', () => {
  const tokens = Array.from({ length: 200 }, makeToken);
  expect(new Set(tokens.map(({ token }) => token.slice(36, 79))).size).toBe(200);
  for (const { token, hash } of tokens) expect(token).not.toContain(hash);
});

test('a token with one character changed, added or left out is no token at all', () => {
  const { token } = makeToken();
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom(...'0aZ_-é\0 '), (at, character) => {
      const changed = token.slice(0, at) + character + token.slice(at + 1);
      if (changed !== token) expect(readToken(changed)).toBeUndefined();
      expect(readToken(token.slice(0, at) + token.slice(at + 1))).toBeUndefined();
      expect(readToken(token.slice(0, at) + character + token.slice(at))).toBeUndefined();
    }),
  );
});

test('any other text is no token', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readToken(text)).toBeUndefined();
    }),
  );
  expect(readToken('bk_'.repeat(100_000))).toBeUndefined();
});

test('a token is named by its id, with hyphens or without, or by itself', () => {
  const { id, token } = makeToken();
  for (const text of [id, id.toUpperCase(), id.replaceAll('-', ''), ` ${id} `, token]) expect(tokenIdOf(text)).toBe(id);
  for (const text of ['', 'bk_', id.slice(1), `${id}0`, 'local']) expect(tokenIdOf(text)).toBeUndefined();
});
