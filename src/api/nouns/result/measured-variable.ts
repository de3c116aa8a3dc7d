import { builder } from '../../builder.ts';
import type { FieldsOf } from '../fields-of.ts';
import { Label } from '../label.ts';
import { wordsOf } from '../variable-words.ts';

/** A number of the model: which variable, of which place, shop or measure, in which unit. */
export type OfVariable = {
  readonly variable: string;
  readonly entity: string;
  readonly instance: string;
  readonly unit: string;
};

/** What says which number of the model something is. */
export const OfVariableInterface = builder.interfaceRef<OfVariable>('OfVariable').implement({
  description: 'A number of the model: which variable, of which place, shop or measure, in which unit.',
  fields: (t) => ofVariableFields(t as never),
});

function ofVariableFields(t: FieldsOf<OfVariable>) {
  return {
    variable: t.exposeString('variable', { description: "The variable's name in the model." }),
    label: t.field({
      type: Label,
      description: 'What the variable is called; its name where a scenario brought it.',
      resolve: ({ variable }, _, { service }) => wordsOf(service.model, variable).label,
    }),
    description: t.field({
      type: Label,
      description: 'What the variable is, in a sentence.',
      resolve: ({ variable }, _, { service }) => wordsOf(service.model, variable).description,
    }),
    entity: t.exposeString('entity', {
      description: 'The kind of thing it belongs to: future, place, shop, measure …',
    }),
    instance: t.exposeString('instance', {
      description: 'Id of the place, shop or measure in the scenario; empty for the scenario as a whole.',
    }),
    unit: t.exposeString('unit', { description: 'Unit of its values, such as SEK/year; 1 for a number without unit.' }),
  };
}
