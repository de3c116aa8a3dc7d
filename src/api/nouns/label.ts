import type { BothLanguages } from '../../engine/compile/index.ts';
import { builder } from '../builder.ts';

/** A name or text in both languages. */
export const Label = builder.objectRef<BothLanguages>('Label').implement({
  description: 'A name or a text in both languages.',
  fields: (t) => ({
    sv: t.exposeString('sv', { description: 'In Swedish.' }),
    en: t.exposeString('en', { description: 'In English.' }),
  }),
});
