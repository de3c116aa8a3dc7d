import type { SyntheticInputs as Shape } from '../../../app/synthetic-inputs.ts';
import { builder } from '../../builder.ts';

/** How much of a scenario is made up. */
export const SyntheticInputs = builder.objectRef<Shape>('SyntheticInputs').implement({
  description: 'How much of a scenario is made up. Whatever shows the result must say so.',
  fields: (t) => ({
    values: t.exposeInt('values', { description: 'Values marked as made up.' }),
    shops: t.exposeInt('shops', { description: 'Shops with such a value.' }),
    ofShops: t.exposeInt('ofShops', { description: 'Of how many shops.' }),
    places: t.exposeInt('places', { description: 'Places with such a value.' }),
    ofPlaces: t.exposeInt('ofPlaces', { description: 'Of how many places.' }),
  }),
});
