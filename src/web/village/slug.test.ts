import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slugForm, slugOf } from './slug.ts';

it('a name becomes a short name without its accents and signs', () => {
  expect(slugOf('Ny servicepunkt, Åby!')).toBe('ny-servicepunkt-aby');
});

it('what is made of any text is a short name or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const slug = slugOf(text);
      expect(slug === '' || slugForm.test(slug)).toBe(true);
    }),
  );
});
