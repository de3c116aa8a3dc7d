import type { BreakEvenAnswer, BreakEvenPoint, BreakEven as Shape } from '../../../app/break-even.ts';
import { builder } from '../../builder.ts';
import { enumOf } from '../enum-of.ts';
import { figure } from '../figure.ts';
import { Label } from '../label.ts';
import { Ahead } from './ahead.ts';
import { OfVariableInterface } from './measured-variable.ts';
import { Range } from './quantiles.ts';

const BreakEvenKind = enumOf('BreakEvenKind', 'How one alternative takes over from another.', {
  crossing: 'There the two are even.',
  jump: 'There it switches, and no value makes them even.',
  edge: 'Beyond there is no answer.',
});

const Point = builder.objectRef<BreakEvenPoint>('BreakEvenPoint').implement({
  description: 'A value of a quantity at which another alternative becomes the better one.',
  fields: (t) => ({
    at: figure(t, "The value, in the quantity's unit; money in prices of the start year.", ({ at }) => at),
    foundBetween: t.field({
      type: Range,
      description: 'The last value tried with `before` and the first with `after`.',
      resolve: ({ from, to }) => ({ low: from, high: to }),
    }),
    before: t.expose('before', { type: Ahead, description: 'Who is ahead below it.' }),
    after: t.expose('after', { type: Ahead, description: 'Who is ahead above it.' }),
    kind: t.expose('kind', { type: BreakEvenKind, description: 'How it changes.' }),
    standardError: figure(
      t,
      "Sampling: standard error of `at` from having averaged over so few futures, in the quantity's unit; null in the likely future and where it switches.",
      ({ standardError }) => standardError,
    ),
  }),
});

const Answer = builder.objectRef<BreakEvenAnswer & { readonly futures: number }>('BreakEvenAnswer').implement({
  description: 'Who is ahead over the range of a quantity.',
  fields: (t) => ({
    futures: t.exposeInt('futures', { description: 'Futures averaged over; 0 for the likely future alone.' }),
    atLowest: t.expose('atLowest', { type: Ahead, description: 'Who is ahead at the lowest value.' }),
    asStated: t.expose('asStated', { type: Ahead, description: 'Who is ahead as the scenario has it.' }),
    points: t.expose('points', { type: [Point], description: 'Each change, from the lowest value on.' }),
  }),
});

const Quantity = builder.objectRef<Shape['quantity']>('BreakEvenQuantity').implement({
  description: 'A quantity of a scenario that is varied.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Its name: `visitsEffect@servicepunkt`.' }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    entity: t.exposeString('entity', { description: 'The kind of thing it belongs to.' }),
    instance: t.exposeString('instance', {
      description: 'Id of the thing in the scenario; empty for the scenario as a whole.',
    }),
    unit: t.exposeString('unit', { description: 'Its unit; 1 for a number without unit.' }),
    stated: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What is stated: a number, or an object such as { low, likely, high }.',
      resolve: ({ stated }) => stated ?? null,
    }),
    likely: figure(t, 'Its likely value, in `unit`.', ({ likely }) => likely),
    isAssumption: t.exposeBoolean('assumption', { description: 'Whether nobody has measured it.' }),
    tried: t.field({
      type: Range,
      description: 'Values tried, in `unit`.',
      resolve: ({ low, high }) => ({ low, high }),
    }),
    followedBy: t.exposeStringList('followedBy', { description: 'Other quantities that are changed along with it.' }),
  }),
});

/** What value of a quantity makes two alternatives even. */
export const BreakEven = builder.objectRef<Shape>('BreakEven').implement({
  interfaces: [OfVariableInterface],
  description: 'What value of one quantity makes one alternative and the baseline even in one outcome.',
  fields: (t) => ({
    quantity: t.expose('quantity', { type: Quantity, description: 'What is varied.' }),
    alternative: t.exposeString('alternative', {
      description: 'Id of the alternative that is held against the baseline.',
    }),
    isDecisive: t.exposeBoolean('decisive', {
      description: 'Whether the quantity is an assumption and decides which is ahead within its range.',
    }),
    likely: t.field({
      type: Answer,
      description: 'In the likely future.',
      resolve: ({ likely }) => ({ ...likely, futures: 0 }),
    }),
    average: t.expose('average', {
      type: Answer,
      nullable: true,
      description: 'On average over futures; null where only the likely future was asked.',
    }),
    whyNone: t.exposeString('whyNone', {
      nullable: true,
      description: 'Why part of the range has no answer; null where all of it has.',
    }),
  }),
});
