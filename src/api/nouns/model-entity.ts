import type { Entity } from '../../engine/compile/index.ts';
import { builder } from '../builder.ts';
import { Label } from './label.ts';

const EntityParent = builder.objectRef<Entity['parents'][number]>('EntityParent').implement({
  description: 'What each thing of a kind belongs to.',
  fields: (t) => ({
    role: t.exposeString('role', { description: 'As what: a tranche belongs to its measure.' }),
    entity: t.exposeString('entity', { description: 'The kind of thing it belongs to.' }),
    isOptional: t.exposeBoolean('optional', { description: 'Whether it may belong to none.' }),
  }),
});

/** A kind of thing the model speaks of. */
export const ModelEntity = builder.objectRef<Entity>('ModelEntity').implement({
  description: 'A kind of thing the model speaks of: the future as a whole, a place, a shop, a kind of measure …',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name in formulas.' }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    description: t.expose('description', { type: Label, description: 'What it is, in a sentence.' }),
    parents: t.expose('parents', { type: [EntityParent], description: 'What each of them belongs to.' }),
    differsBetweenAlternatives: t.exposeBoolean('perAlternative', {
      description: 'Whether each alternative has its own, as measures; places and shops are the same in all.',
    }),
  }),
});
