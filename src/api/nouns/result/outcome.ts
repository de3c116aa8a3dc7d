import type { Outcome as Shape } from '../../../engine/simulate/index.ts';
import { builder } from '../../builder.ts';
import { figure } from '../figure.ts';
import { OfVariableInterface } from './measured-variable.ts';
import { Quantiles } from './quantiles.ts';

/** An outcome over the whole horizon. */
export const Outcome = builder.objectRef<Shape>('Outcome').implement({
  interfaces: [OfVariableInterface],
  description:
    'What one alternative comes to over the whole horizon: a present value, years a shop is open, kilometres …',
  fields: (t) => ({
    likely: figure(t, 'In the likely future, in `unit`.', ({ likely }) => likely),
    mean: figure(t, 'Average over futures, in `unit`.', ({ mean }) => mean),
    standardError: figure(
      t,
      'Sampling: standard error of `mean`, in `unit`; more futures make it smaller. Null with one set of uncertain numbers.',
      ({ standardError }) => standardError,
    ),
    quantiles: t.expose('quantiles', {
      type: Quantiles,
      description: 'How it spreads over futures, in `unit`: what we do not know, and luck.',
    }),
  }),
});
