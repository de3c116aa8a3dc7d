import type { StatedCalculation, ViewId } from '../../engine/calculation/index.ts';
import { builder } from '../builder.ts';
import { CalculationItem, CalculationLine } from './calculation-parts.ts';
import { CalculationView, ViewName } from './calculation-view.ts';
import { Label } from './label.ts';
import { Party } from './party.ts';

const Financing = builder.objectRef<StatedCalculation['financing'][number]>('CalculationFinancing').implement({
  description: 'Who pays the investments of a calculation.',
  fields: (t) => ({
    label: t.expose('label', { type: Label, description: 'What the grant is called, otherwise who pays.' }),
    payer: t.expose('payer', { type: Party, description: 'Who pays.' }),
    amountSek: t.expose('amount', { type: 'Money', description: 'How much in all, SEK.' }),
  }),
});

/** A calculation set out to the öre. */
export const Calculation = builder.objectRef<StatedCalculation>('Calculation').implement({
  description:
    'A calculation that a scenario sets out to the öre: depreciation, interest and running cost of one measure at stated prices. Amounts are rounded to the öre each; totals are sums of what is rounded.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Its id in the scenario.' }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    about: t.field({
      type: Label,
      nullable: true,
      description: 'What it is.',
      resolve: ({ about }) => about ?? null,
    }),
    measure: t.exposeString('measure', { description: 'Id of the measure.' }),
    years: t.intList({
      description: 'Its calendar years: the longest life of what is bought.',
      resolve: ({ start, years }) => Array.from({ length: years }, (_, year) => start + year),
    }),
    items: t.expose('items', { type: [CalculationItem], description: 'What is bought.' }),
    running: t.expose('running', { type: [CalculationLine], description: 'What it costs each year.' }),
    financing: t.expose('financing', { type: [Financing], description: 'Who pays for what is bought.' }),
    investmentSek: t.expose('totalCost', { type: 'Money', description: 'All that is bought, SEK.' }),
    views: t.field({
      type: [CalculationView],
      description: 'The same cost as seen by the project, by each party that pays, and by society.',
      resolve: (calculation) => Object.values(calculation.views).map((view) => ({ calculation, view })),
    }),
    view: t.field({
      type: CalculationView,
      nullable: true,
      description: 'The cost from one point of view; null for a party that pays nothing.',
      args: { of: t.arg({ type: ViewName, required: true, description: 'From where it is seen.' }) },
      resolve: (calculation, { of }) => {
        const view = (calculation.views as Partial<Record<ViewId, StatedCalculation['views']['project']>>)[of];
        return view === undefined ? null : { calculation, view };
      },
    }),
  }),
});
