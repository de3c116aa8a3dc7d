import type { Difference as Shape } from '../../../engine/simulate/index.ts';
import { builder } from '../../builder.ts';
import { figure } from '../figure.ts';
import { OfVariableInterface } from './measured-variable.ts';
import { Quantiles } from './quantiles.ts';

/** What an alternative changes in an outcome. */
export const Difference = builder.objectRef<Shape>('Difference').implement({
  interfaces: [OfVariableInterface],
  description:
    'What an alternative changes in an outcome, against the baseline (the first alternative): alternative − baseline, future by future, so that what both share falls out.',
  fields: (t) => ({
    alternative: t.exposeString('alternative', {
      description: 'Id of the alternative that is held against the baseline.',
    }),
    likely: figure(t, 'In the likely future, in `unit`.', ({ likely }) => likely),
    mean: figure(t, 'Average over futures, in `unit`.', ({ mean }) => mean),
    standardError: figure(
      t,
      'Sampling: standard error of `mean`, in `unit`; more futures make it smaller. Null with one set of uncertain numbers.',
      ({ standardError }) => standardError,
    ),
    quantiles: t.expose('quantiles', {
      type: Quantiles,
      description: 'How the difference spreads over futures, in `unit`: what we do not know, and luck.',
    }),
    probabilityBetter: figure(
      t,
      'Share of futures in which the alternative is better: higher, but lower for kilometres travelled. Equal ones are not among them.',
      ({ probabilityBetter }) => probabilityBetter,
    ),
    probabilityEqual: figure(
      t,
      'Share of futures in which both are exactly the same.',
      ({ probabilityEqual }) => probabilityEqual,
    ),
    varianceRatio: figure(
      t,
      'How well the futures are paired: variance of the difference over the sum of the two variances; 1 for unrelated, near 0 for well paired. Null where it is not known.',
      ({ varianceRatio }) => varianceRatio,
    ),
    futures: t.exposeInt('futures', { description: 'Futures compared.' }),
    skipped: t.exposeInt('skipped', { description: 'Futures left out, since one of the two failed.' }),
  }),
});
