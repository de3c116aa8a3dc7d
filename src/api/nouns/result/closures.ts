import type { ClosureClass, ClosuresOfAlternative } from '../../../app/closures-by-class.ts';
import { builder } from '../../builder.ts';
import { enumOf } from '../enum-of.ts';
import { figure } from '../figure.ts';

const ClosureKind = enumOf('ClosureKind', 'Which shops are told together.', {
  groceries: 'Shops with groceries, of one size.',
  all: 'All shops with groceries.',
  fuel: 'Shops that sell fuel only.',
});

const ClosuresOfSize = builder.objectRef<ClosureClass>('ClosuresOfSize').implement({
  description: 'Shops of one size, and how many of them close.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ClosureKind, description: 'Which shops these are.' }),
    fromSekPerYear: figure(
      t,
      'Least turnover, SEK a year in prices of the start; null without limit.',
      ({ from }) => from,
    ),
    belowSekPerYear: figure(
      t,
      'Turnover is below this, SEK a year in prices of the start; null without limit.',
      ({ below }) => below,
    ),
    shops: t.exposeInt('shops', { description: 'How many shops.' }),
    meanClosuresPerYear: figure(
      t,
      'Share of the shops standing when a year begins that close in it, averaged over years and futures.',
      ({ yearlyClosures }) => yearlyClosures,
    ),
    likelyClosuresPerYear: figure(
      t,
      'The same in the likely future.',
      ({ likelyYearlyClosures }) => likelyYearlyClosures,
    ),
    standingAtEnd: figure(
      t,
      'Share that stands at the end, average over futures.',
      ({ standingAtEnd }) => standingAtEnd,
    ),
    likelyStandingAtEnd: figure(
      t,
      'Share that stands at the end of the likely future.',
      ({ likelyStandingAtEnd }) => likelyStandingAtEnd,
    ),
  }),
});

/** Closures of one alternative. */
export const Closures = builder.objectRef<ClosuresOfAlternative>('Closures').implement({
  description: 'How many shops close a year in one alternative, by turnover.',
  fields: (t) => ({
    alternative: t.exposeString('alternative', { description: 'Id of the alternative.' }),
    sizes: t.expose('classes', { type: [ClosuresOfSize], description: 'By size, then all together.' }),
  }),
});
