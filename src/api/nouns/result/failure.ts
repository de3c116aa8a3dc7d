import type { Comparison, Failure } from '../../../engine/simulate/index.ts';
import { builder } from '../../builder.ts';

const FailedFuture = builder.objectRef<Failure>('FailedFuture').implement({
  description: 'A future in which some number became infinite or no number, and where that began.',
  fields: (t) => ({
    future: t.exposeString('future', {
      description: 'Which future, as set of uncertain numbers and luck: `12.3`. `explanation` takes it.',
    }),
    alternative: t.exposeString('alternative', { description: 'Id of the alternative.' }),
    year: t.exposeInt('year', { description: 'Calendar year.' }),
    variable: t.exposeString('variable', { description: 'The first number that went wrong.' }),
    entity: t.exposeString('entity', { description: 'The kind of thing it belongs to.' }),
    instance: t.exposeString('instance', {
      description: 'Id of the thing in the scenario; empty for the scenario as a whole.',
    }),
    value: t.exposeString('value', { description: 'What it became: NaN, Infinity or -Infinity.' }),
    formula: t.exposeString('formula', { description: 'Its formula.' }),
  }),
});

/** Futures that were left out. */
export const FailedFutures = builder.objectRef<Comparison['failed']>('FailedFutures').implement({
  description: 'Futures that are left out of every average, since some number became infinite or no number.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many.' }),
    shown: t.expose('shown', { type: [FailedFuture], description: 'The first of them, at most twenty.' }),
  }),
});
