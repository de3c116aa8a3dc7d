import type { Series as Shape } from '../../../engine/simulate/index.ts';
import { builder } from '../../builder.ts';
import { yearlyFigures } from '../figure.ts';
import { OfVariableInterface } from './measured-variable.ts';
import { QuantileFan } from './quantiles.ts';

/** Yearly values of one variable, with the first year. */
export const Series = builder.objectRef<Shape & { readonly start: number }>('Series').implement({
  interfaces: [OfVariableInterface],
  description: 'Yearly values of one number of the model in one alternative.',
  fields: (t) => ({
    years: t.intList({
      description: 'The calendar years of the values.',
      resolve: ({ start, likely }) => likely.map((_, year) => start + year),
    }),
    likely: yearlyFigures(
      t,
      'In the likely future: every uncertain number at its likely value, no luck.',
      (series) => series.likely,
    ),
    mean: yearlyFigures(t, 'Average over futures.', (series) => series.mean),
    quantiles: t.field({
      type: QuantileFan,
      nullable: true,
      description: 'How it spreads over futures; null for numbers of which only the average is kept.',
      resolve: ({ quantiles }) => quantiles ?? null,
    }),
  }),
});
