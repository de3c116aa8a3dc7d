import type { OverviewRow } from '../../../app/overview.ts';
import { partyNames } from '../../../engine/compile/index.ts';
import { builder } from '../../builder.ts';
import { figure } from '../figure.ts';
import { Label } from '../label.ts';
import { counted, pageOf } from '../list-connection.ts';
import { Party } from '../party.ts';

type Gain = NonNullable<OverviewRow['gain']>;

const PartyCost = builder.objectRef<OverviewRow['costPerYear'][number]>('PartyCost').implement({
  description: 'What one party pays net in an average year of the horizon, cash, in the kronor of each year.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'Who pays.' }),
    label: t.field({
      type: Label,
      description: 'What the party is called.',
      resolve: ({ party }) => partyNames[party],
    }),
    likelySekPerYear: figure(t, 'In the likely future, SEK a year; below 0 it receives.', ({ likely }) => likely),
    meanSekPerYear: figure(t, 'Average over futures, SEK a year; below 0 it receives.', ({ mean }) => mean),
  }),
});

const ShopStanding = builder.objectRef<OverviewRow['shops'][number]>('ShopStanding').implement({
  description: 'How one shop stands at the end of the horizon.',
  fields: (t) => ({
    shop: t.exposeString('shop', { description: 'Id of the shop in the scenario.' }),
    chance: figure(t, 'Share of futures in which it stands at the end.', ({ standing }) => standing),
    yearsOpen: figure(t, 'Years it is open, average over futures.', ({ yearsOpen }) => yearsOpen),
  }),
});

const PresentValueGain = builder.objectRef<Gain['residents']>('PresentValueGain').implement({
  description: 'Present value beyond the baseline, SEK, average over futures.',
  fields: (t) => ({
    meanSek: figure(t, 'Average over futures, SEK; below 0 it is worse than the baseline.', ({ mean }) => mean),
    standardErrorSek: figure(
      t,
      'Sampling: standard error of the average, SEK; more futures make it smaller.',
      ({ standardError }) => standardError,
    ),
  }),
});

const AlternativeGain = builder.objectRef<Gain>('AlternativeGain').implement({
  description: 'What an alternative gives beyond the baseline.',
  fields: (t) => ({
    residents: t.expose('residents', {
      type: PresentValueGain,
      description: 'To the residents: time, travel and prices.',
    }),
    society: t.expose('society', {
      type: PresentValueGain,
      description: 'To society as a whole: resources saved less resources used.',
    }),
    travelSparedKmPerYear: figure(
      t,
      'Kilometres that residents are spared in an average year, average over futures.',
      ({ kmPerYear }) => kmPerYear,
    ),
  }),
});

const WithoutShop = builder.objectRef<OverviewRow['withoutShop']>('WithoutShopCost').implement({
  description:
    'What having no shop within reach costs in an average year, average over futures: part of the costs by party.',
  fields: (t) => ({
    municipalitySekPerYear: figure(
      t,
      'To the municipality, SEK a year, grants taken off.',
      ({ municipality }) => municipality,
    ),
    stateSekPerYear: figure(t, 'To the state in grants for deliveries, SEK a year.', ({ state }) => state),
    residentsSekPerYear: figure(
      t,
      'To residents in travel and time to agencies, SEK a year.',
      ({ residents }) => residents,
    ),
  }),
});

/** One alternative in one row. */
export const Overview = builder.objectRef<OverviewRow>('Overview').implement({
  description: 'One alternative in one row, as a board reads it.',
  fields: (t) => ({
    costs: t.expose('costPerYear', {
      type: [PartyCost],
      description: 'What each payer pays net in an average year; parties that pay nothing are left out.',
    }),
    shops: t.connection(
      {
        type: ShopStanding,
        description: 'How each shop stands at the end.',
        args: { shop: t.arg.string({ description: 'Only this shop, by its id in the scenario.' }) },
        resolve: ({ shops }, { shop, ...page }) =>
          pageOf(
            shops.filter((each) => shop == null || each.shop === shop),
            page,
          ),
      },
      ...counted,
    ),
    gain: t.expose('gain', {
      type: AlternativeGain,
      nullable: true,
      description: 'What it gives beyond the baseline; null for the baseline.',
    }),
    withoutShop: t.expose('withoutShop', { type: WithoutShop, description: 'What having no shop costs.' }),
  }),
});
