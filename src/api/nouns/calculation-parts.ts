import type { StatedItem, StatedLine, StatedTranche } from '../../engine/calculation/stated-parts.ts';
import { builder } from '../builder.ts';
import { enumOf } from './enum-of.ts';
import { Label } from './label.ts';
import { Party } from './party.ts';

/** Kinds of running cost. */
export const CostCategory = enumOf('CostCategory', 'Kinds of running cost.', {
  premises: 'Premises: rent, heating, cleaning.',
  staff: 'Staff.',
  other: 'Anything else.',
});

const InterestMethod = enumOf('InterestMethod', 'How imputed interest is reckoned.', {
  'average-capital': 'On the average capital bound over the life, the same each year, as municipalities do.',
  'opening-balance': 'On what is left at the opening of each year.',
  annuity: 'So that depreciation and interest together are the same each year.',
});

const Tranche = builder.objectRef<StatedTranche>('CalculationTranche').implement({
  description: "One payer's part of something that is bought. Lists hold one amount a year, the first year first.",
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Its id in the calculation.' }),
    label: t.expose('label', { type: Label, description: 'What the grant is called, otherwise who pays.' }),
    payer: t.expose('payer', { type: Party, description: 'Who pays.' }),
    isGrant: t.exposeBoolean('isGrant', { description: 'Whether it is a grant; false for what the owner bears.' }),
    costSek: t.expose('cost', { type: 'Money', description: 'What the payer pays, SEK.' }),
    residualSek: t.expose('residual', { type: 'Money', description: 'Value left at the end of its life, SEK.' }),
    depreciationSekPerYear: t.expose('depreciation', { type: ['Money'], description: 'Depreciation, SEK a year.' }),
    interestSekPerYear: t.expose('interest', { type: ['Money'], description: 'Imputed interest, SEK a year.' }),
    bookValueSek: t.expose('bookValue', {
      type: ['Money'],
      description: 'Book value at the end of each year, SEK; the residual value after the life.',
    }),
  }),
});

/** Something that is bought. */
export const CalculationItem = builder.objectRef<StatedItem>('CalculationItem').implement({
  description: 'Something that is bought, as a calculation sets it out.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Its id in the calculation.' }),
    label: t.expose('label', { type: Label, description: 'What it is.' }),
    costSek: t.expose('cost', { type: 'Money', description: 'What it costs, SEK.' }),
    residualSek: t.expose('residual', { type: 'Money', description: 'Value left at the end of its life, SEK.' }),
    lifeYears: t.exposeInt('life', { description: 'Years over which it depreciates.' }),
    interestRate: t.exposeFloat('rate', { description: 'Imputed interest, a share a year: 0.05 is 5 %.' }),
    interestMethod: t.expose('method', { type: InterestMethod, description: 'How interest is reckoned.' }),
    tranches: t.expose('tranches', { type: [Tranche], description: 'Each payer’s part.' }),
  }),
});

/** A yearly cost. */
export const CalculationLine = builder.objectRef<StatedLine>('CalculationLine').implement({
  description: 'A yearly cost, as a calculation sets it out.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Its id in the calculation.' }),
    label: t.expose('label', { type: Label, description: 'What it is.' }),
    category: t.expose('category', { type: CostCategory, description: 'What kind of cost.' }),
    payer: t.expose('payer', { type: Party, description: 'Who pays.' }),
    firstYearSek: t.expose('amount', { type: 'Money', description: 'Of the first year, SEK.' }),
    byYearSek: t.expose('byYear', { type: ['Money'], description: 'SEK of each year, the first year first.' }),
    posts: t.float({
      nullable: true,
      description: 'Posts of full time, where the amount is reckoned so.',
      resolve: ({ posts }) => posts ?? null,
    }),
    postCostSekPerYear: t.field({
      type: 'Money',
      nullable: true,
      description: 'What a full post costs, SEK a year, where the amount is reckoned so.',
      resolve: ({ postCost }) => postCost ?? null,
    }),
  }),
});
