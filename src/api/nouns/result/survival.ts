import type { ShopSurvival as Shape } from '../../../engine/simulate/index.ts';
import { builder } from '../../builder.ts';
import { figure } from '../figure.ts';
import { Range } from './quantiles.ts';

type Year = Shape['years'][number];

const Closures = builder.objectRef<Year['closures']>('ShopClosures').implement({
  description: 'Share of all futures in which a shop closed in a year, by cause; null where every future failed.',
  fields: (t) => ({
    insolvent: figure(t, 'It ran out of money: share of futures.', ({ insolvent }) => insolvent),
    gaveUp: figure(
      t,
      'The owner gave up, since there was too little left to live on: share of futures.',
      ({ gaveUp }) => gaveUp,
    ),
    noSuccessor: figure(t, 'The owner left and nobody took over: share of futures.', ({ noSuccessor }) => noSuccessor),
  }),
});

const SurvivalYear = builder.objectRef<Year>('ShopSurvivalYear').implement({
  description:
    'Whether a shop stands at the end of a year. Two kinds of uncertainty are kept apart: `range` is what we do not know of the world, `samplingError` and `interval` are from having computed so many futures and no more.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'Calendar year.' }),
    chance: figure(
      t,
      'Chance that it stands, a share of all futures: over sets of uncertain numbers and luck.',
      ({ standing }) => standing.chance,
    ),
    range: t.field({
      type: Range,
      nullable: true,
      description:
        'What we do not know: 5–95 % range of the chance between sets of uncertain numbers, luck taken out. Null with one set, or one future for each.',
      resolve: ({ standing }) => standing.range,
    }),
    samplingError: figure(
      t,
      'Sampling: standard error of the chance, a share; more futures make it smaller. Null with one set of uncertain numbers.',
      ({ standing }) => standing.samplingError,
    ),
    interval: t.field({
      type: Range,
      description: 'Sampling: 95 % interval of the chance (Wilson); more futures make it narrower.',
      resolve: ({ standing }) => standing.interval,
    }),
    standsInLikelyFuture: t.exposeBoolean('likely', { description: 'Whether it stands in the likely future.' }),
    closures: t.expose('closures', {
      type: Closures,
      description: 'Share of the futures in which it closed this year, by cause.',
    }),
  }),
});

/** How one shop fares in one alternative. */
export const ShopSurvival = builder.objectRef<Shape>('ShopSurvival').implement({
  description: 'How one shop fares in one alternative, year by year.',
  fields: (t) => ({
    shop: t.exposeString('shop', { description: 'Id of the shop in the scenario.' }),
    years: t.expose('years', { type: [SurvivalYear], description: 'Every year, the first first.' }),
  }),
});
