import type { Driver as DriverShape, DifferenceDrivers as Shape } from '../../../app/drivers.ts';
import { builder } from '../../builder.ts';
import { figure } from '../figure.ts';
import { Label } from '../label.ts';
import { OfVariableInterface } from './measured-variable.ts';
import { Range } from './quantiles.ts';

const IfKnown = builder.objectRef<NonNullable<DriverShape['ifKnown']>>('ValueOfKnowing').implement({
  description: 'How much less uncertain an answer would be if one number were known.',
  fields: (t) => ({
    share: figure(t, 'Share of the variance of the difference that would go, on average.', ({ share }) => share),
    standardError: figure(t, 'Sampling: standard error of the share.', ({ standardError }) => standardError),
    interval: t.field({
      type: Range,
      description: 'Sampling: 95 % interval of the share.',
      resolve: ({ low, high }) => ({ low, high }),
    }),
    isTold: t.exposeBoolean('told', { description: 'Whether so many sets of numbers can tell it from nothing.' }),
  }),
});

const Driver = builder.objectRef<DriverShape>('Driver').implement({
  description: 'One uncertain number, and what it has to do with a difference.',
  fields: (t) => ({
    parameter: t.exposeString('parameter', {
      description: '`visitsEffect@servicepunkt`; without `@` where it is drawn once for all.',
    }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    unit: t.exposeString('unit', { description: 'Its unit; 1 for a number without unit.' }),
    isAssumption: t.exposeBoolean('assumption', { description: 'Whether nobody has measured it.' }),
    rankCorrelation: figure(
      t,
      "Spearman's rank correlation with the difference over sets of uncertain numbers, −1 to 1: how strongly they go together.",
      ({ correlation }) => correlation,
    ),
    rankCorrelationInterval: t.expose('interval', {
      type: Range,
      nullable: true,
      description: 'Sampling: 95 % interval of the correlation; null with too few sets.',
    }),
    ifKnown: t.expose('ifKnown', {
      type: IfKnown,
      nullable: true,
      description: 'What knowing it would give; null with too few sets of uncertain numbers.',
    }),
  }),
});

/** What drives a difference. */
export const DifferenceDrivers = builder.objectRef<Shape>('DifferenceDrivers').implement({
  interfaces: [OfVariableInterface],
  description: 'What drives the difference between an alternative and the baseline in one outcome.',
  fields: (t) => ({
    alternative: t.exposeString('alternative', {
      description: 'Id of the alternative that is held against the baseline.',
    }),
    parameterSets: t.exposeInt('sets', {
      description: 'Sets of uncertain numbers compared; the difference of each is its mean over luck.',
    }),
    lookedAt: t.exposeInt('looked', { description: 'Uncertain numbers looked at; only the strongest are listed.' }),
    luckShare: figure(
      t,
      'Share of the variance between sets that is luck, not averaged out; null with one future for each set.',
      ({ luck }) => luck,
    ),
    byCorrelation: t.expose('byCorrelation', { type: [Driver], description: 'The strongest first.' }),
    worthKnowing: t.exposeStringList('worthKnowing', {
      description:
        'Names of those that would narrow the answer most if they were known, most first; only what can be told from nothing.',
    }),
  }),
});
