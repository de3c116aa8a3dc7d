import type { Assumption as Shape } from '../../../engine/simulate/index.ts';
import { builder } from '../../builder.ts';
import { Label } from '../label.ts';
import { GivenBy } from '../status.ts';

/** An input nobody has measured. */
export const Assumption = builder.objectRef<Shape>('Assumption').implement({
  description: 'An input the result stands on that nobody has measured.',
  fields: (t) => ({
    input: t.exposeString('input', { description: 'What a scenario calls it.' }),
    label: t.expose('label', { type: Label, description: 'What it is.' }),
    entity: t.exposeString('entity', { description: 'The kind of thing it belongs to.' }),
    instance: t.exposeString('instance', {
      description: 'Id of the thing in the scenario; empty for the scenario as a whole, and for defaults.',
    }),
    unit: t.exposeString('unit', { description: 'Its unit; 1 for a number without unit.' }),
    stated: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What is stated: a number, or an object such as { low, likely, high }.',
      resolve: ({ stated }) => stated ?? null,
    }),
    givenBy: t.expose('givenBy', { type: GivenBy, description: 'Who gave it.' }),
    source: t.string({
      nullable: true,
      description: 'What it is built on, where that is said.',
      resolve: ({ source }) => source ?? null,
    }),
  }),
});
