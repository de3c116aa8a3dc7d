import type { Replay } from '../../computing/index.ts';
import { builder } from '../builder.ts';
import { yearlyFigures } from './figure.ts';
import { Label } from './label.ts';
import { OfVariableInterface } from './result/measured-variable.ts';

type InStart = Replay['series'][number] & { readonly start: number };

const FutureSeries = builder.objectRef<InStart>('FutureSeries').implement({
  interfaces: [OfVariableInterface],
  description: 'Yearly values of one number of the model in one future.',
  fields: (t) => ({
    years: t.intList({
      description: 'The calendar years of the values.',
      resolve: ({ start, values }) => values.map((_, year) => start + year),
    }),
    values: yearlyFigures(t, 'Its values.', ({ values }) => values),
  }),
});

/** One future of one alternative, computed alone. */
export const SingleFuture = builder.objectRef<Replay>('SingleFuture').implement({
  description: 'One future of one alternative, year by year.',
  fields: (t) => ({
    alternative: t.string({ description: 'Id of the alternative.', resolve: ({ alternative }) => alternative.id }),
    label: t.field({
      type: Label,
      description: 'What the alternative is called.',
      resolve: ({ alternative }) => alternative.label,
    }),
    future: t.exposeString('future', { description: 'Which future: `likely`, or `17.3`.' }),
    series: t.field({
      type: [FutureSeries],
      description: 'The numbers of the model that a comparison has.',
      args: {
        variables: t.arg.stringList({ description: 'Only these variables.' }),
        instance: t.arg.string({ description: 'Only of this place, shop or measure.' }),
      },
      resolve: ({ series, start }, { variables, instance }) =>
        series
          .filter((each) => variables == null || variables.includes(each.variable))
          .filter((each) => instance == null || each.instance === instance)
          .map((each) => ({ ...each, start })),
    }),
  }),
});
