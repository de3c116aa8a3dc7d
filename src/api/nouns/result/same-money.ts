import type { SameMoney as Shape } from '../../../app/same-money.ts';
import { builder } from '../../builder.ts';

const Year = builder.objectRef<{ readonly year: number; readonly sek: number }>('SameMoneyYear').implement({
  description: 'What the shop gets in one year.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'Calendar year.' }),
    supportSek: t.exposeFloat('sek', { description: 'SEK, whole kronor of that year; at least 0.' }),
  }),
});

/** The alternative that is added by itself. */
export const SameMoney = builder.objectRef<Shape>('SameMoney').implement({
  description:
    'The alternative that a comparison adds by itself: what another one costs the municipality net, given to the shop as plain support. Whether such support is lawful is another matter.',
  fields: (t) => ({
    alternative: t.exposeString('alternative', { description: 'Id of the alternative added.' }),
    as: t.exposeString('as', { description: 'Id of the alternative whose cost it is.' }),
    shop: t.exposeString('shop', { description: 'Id of the shop that gets it.' }),
    byYear: t.field({
      type: [Year],
      description: 'Year by year: the net cost to the municipality beyond that of the baseline, in the likely future.',
      resolve: ({ byYear }) => Object.entries(byYear).map(([year, sek]) => ({ year: Number(year), sek })),
    }),
  }),
});
