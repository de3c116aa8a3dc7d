import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokensOf } from './formula-tokens.ts';

test('names are told from signs and numbers', () => {
  expect(
    tokensOf('isOpen ? max(0, cash2) : 0')
      .filter(({ isName }) => isName)
      .map(({ token }) => token),
  ).toEqual(['isOpen', 'max', 'cash2']);
});

test('the pieces joined are the text again, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.string(),
      (text) =>
        tokensOf(text)
          .map(({ token }) => token)
          .join('') === text,
    ),
  );
});
