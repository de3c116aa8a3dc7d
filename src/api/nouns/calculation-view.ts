import type { CalculationView as ViewShape, ViewYear } from '../../engine/calculation/calculation-view.ts';
import type { StatedCalculation, ViewId } from '../../engine/calculation/index.ts';
import { type Party, parties, partyNames } from '../../engine/compile/index.ts';
import { type RunningCategory, runningCategories } from '../../engine/scenario/index.ts';
import { builder } from '../builder.ts';
import { CostCategory } from './calculation-parts.ts';
import { enumOf } from './enum-of.ts';
import { Label } from './label.ts';

/** From where a calculation is seen. */
export const ViewName = enumOf<ViewId>('CalculationViewName', 'From where a calculation is seen.', {
  project: 'The project: what its owner bears, grants taken off.',
  society: 'Society: everything, whoever pays.',
  ...(Object.fromEntries(parties.map((party) => [party, `What falls on ${partyNames[party].en}.`])) as Record<
    Party,
    string
  >),
});

type InCalculation<Of> = { readonly calculation: StatedCalculation; readonly of: Of };

const ItemYear = builder
  .objectRef<{
    readonly item: StatedCalculation['items'][number];
    readonly depreciation: string;
    readonly interest: string;
  }>('CalculationItemYear')
  .implement({
    description: 'What one thing that is bought costs in one year, in one view.',
    fields: (t) => ({
      key: t.string({ description: 'Its id in the calculation.', resolve: ({ item }) => item.id }),
      label: t.field({ type: Label, description: 'What it is.', resolve: ({ item }) => item.label }),
      depreciationSekPerYear: t.expose('depreciation', { type: 'Money', description: 'Depreciation, SEK a year.' }),
      interestSekPerYear: t.expose('interest', { type: 'Money', description: 'Imputed interest, SEK a year.' }),
    }),
  });

const CategoryYear = builder
  .objectRef<{ readonly category: RunningCategory; readonly amount: string }>('CalculationCategoryYear')
  .implement({
    description: 'What one kind of running cost comes to in one year, in one view.',
    fields: (t) => ({
      category: t.expose('category', { type: CostCategory, description: 'What kind of cost.' }),
      amountSekPerYear: t.expose('amount', { type: 'Money', description: 'SEK a year.' }),
    }),
  });

const Year = builder.objectRef<InCalculation<ViewYear> & { readonly year: number }>('CalculationYear').implement({
  description: 'What one year costs in one view, SEK to the öre.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'Calendar year.' }),
    totalSekPerYear: t.field({
      type: 'Money',
      description: 'Depreciation, interest and running cost together, SEK a year.',
      resolve: ({ of }) => of.total,
    }),
    depreciationSekPerYear: t.field({
      type: 'Money',
      description: 'Depreciation, SEK a year.',
      resolve: ({ of }) => of.depreciation,
    }),
    interestSekPerYear: t.field({
      type: 'Money',
      description: 'Imputed interest, SEK a year.',
      resolve: ({ of }) => of.interest,
    }),
    runningSekPerYear: t.field({
      type: 'Money',
      description: 'Running cost, SEK a year.',
      resolve: ({ of }) => of.running,
    }),
    byItem: t.field({
      type: [ItemYear],
      description: 'Depreciation and interest of each thing that is bought.',
      resolve: ({ calculation, of }) =>
        calculation.items.map((item, index) => ({
          item,
          depreciation: of.depreciationByItem[index] as string,
          interest: of.interestByItem[index] as string,
        })),
    }),
    byCategory: t.field({
      type: [CategoryYear],
      description: 'Running cost by kind.',
      resolve: ({ of }) => runningCategories.map((category) => ({ category, amount: of.runningByCategory[category] })),
    }),
  }),
});

/** A calculation from one point of view. */
export const CalculationView = builder
  .objectRef<{ readonly calculation: StatedCalculation; readonly view: ViewShape }>('CalculationView')
  .implement({
    description: 'A calculation from one point of view.',
    fields: (t) => ({
      view: t.field({ type: ViewName, description: 'From where it is seen.', resolve: ({ view }) => view.id }),
      label: t.field({
        type: Label,
        description: 'What the point of view is called.',
        resolve: ({ view }) => view.label,
      }),
      firstYear: t.field({
        type: Year,
        description: 'What the first year costs: the figure that is usually quoted.',
        resolve: ({ calculation, view }) => ({ calculation, of: view, year: calculation.start }),
      }),
      byYear: t.field({
        type: [Year],
        description: 'What each year costs.',
        resolve: ({ calculation, view }) =>
          view.byYear.map((of, year) => ({ calculation, of, year: calculation.start + year })),
      }),
    }),
  });
