import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeName, shortName } from './short-name.ts';

test('a short name is the letters of the name without their marks', () => {
  expect(shortName('Östra Ämtervik', 'by')).toBe('ostra-amtervik');
  expect(shortName('<b>Fet</b>', 'by')).toBe('b-fet-b');
  expect(shortName('قرية', 'by')).toBe('by');
  expect(shortName('constructor', 'by')).toBe('by');
});

test('any name becomes one that the service takes as a short name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      // The form of the service: letters a–z, digits and hyphens, at most 63, none at the ends.
      expect(shortName(name, 'by')).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
    }),
  );
});

test('a name that is taken gets a number', () => {
  expect(freeName('byn', new Set(['byn', 'byn-2']))).toBe('byn-3');
});
