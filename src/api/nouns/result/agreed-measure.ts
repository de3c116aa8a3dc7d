import type { ComparisonDocument } from '../../../app/compare-scenario.ts';
import { builder } from '../../builder.ts';
import { Label } from '../label.ts';

/** A measure of an alternative. */
export const AgreedMeasure = builder.objectRef<ComparisonDocument['measures'][number]>('AgreedMeasure').implement({
  description: 'A measure of an alternative, and how long it is agreed for.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Its id in the scenario.' }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    host: t.string({
      nullable: true,
      description: 'Id of the shop that hosts it; null where none does.',
      resolve: ({ host }) => host ?? null,
    }),
    agreementYears: t.exposeFloat('agreementYears', {
      description: 'Years it is agreed for; 0 where none are stated.',
    }),
  }),
});
