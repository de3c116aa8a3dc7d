import type { SupportRule as Shape, SupportRegime, SupportRuleValue } from '../../engine/compile/index.ts';
import { builder } from '../builder.ts';
import { enumOf } from './enum-of.ts';
import { Label } from './label.ts';
import { Party } from './party.ts';
import { Status } from './status.ts';

const AfterLastDate = enumOf('AfterLastDate', 'What a rule gives after its last date.', {
  hold: 'Its values are held, with a warning.',
  index: 'Its amounts follow other costs.',
  end: 'Nothing.',
});

const DatedValue = builder.objectRef<SupportRuleValue['dated'][number]>('DatedValue').implement({
  description: 'A value from a date on.',
  fields: (t) => ({
    from: t.exposeString('from', { description: 'Date from which it holds: 2016-07-01.' }),
    value: t.exposeFloat('value', { description: 'In the unit of what it is a value of.' }),
    status: t.expose('status', { type: Status, description: 'How far it is known.' }),
    source: t.exposeString('source', { description: 'Where it stands.' }),
  }),
});

const RuleValue = builder.objectRef<SupportRuleValue>('SupportRuleValue').implement({
  description: 'An amount or a limit of a rule, by date.',
  fields: (t) => ({
    variable: t.exposeString('variable', {
      description: 'Its name in the model; a scenario may state it under `parameters`.',
    }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    unit: t.exposeString('unit', { description: 'Its unit, such as SEK/year; 1 for a number without unit.' }),
    dated: t.expose('dated', { type: [DatedValue], description: 'Its values, the oldest first.' }),
  }),
});

const StateAidRegime = builder.objectRef<SupportRegime>('StateAidRegime').implement({
  description: 'A state aid regime: a limit on all support to one receiver over three years.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Its id.' }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    description: t.expose('description', { type: Label, description: 'What it says.' }),
    limit: t.expose('limit', { type: RuleValue, description: 'Greatest sum over three years, EUR.' }),
    rate: t.exposeString('rate', { description: 'Variable of the model with the price of a euro, SEK.' }),
  }),
});

/** A support rule. */
const SupportRule = builder.objectRef<Shape>('SupportRule').implement({
  description: 'A rule of support to rural service: who pays, to whom, how much and since when.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Its id, as a scenario names it under `rules`.' }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    description: t.expose('description', { type: Label, description: 'What it gives.' }),
    payer: t.expose('payer', { type: Party, description: 'Who pays it.' }),
    context: t.exposeString('context', {
      description: 'What it supports: operating, reinvestment, delivery, project.',
    }),
    triedFor: t.exposeString('entity', {
      description: 'The kind of thing it is tried for: each shop, place or measure.',
    }),
    soughtBy: t.exposeStringList('soughtBy', {
      description: 'Kinds of measure that seek it; none where it applies of itself.',
    }),
    isSoughtByDefault: t.exposeBoolean('byDefault', {
      description: 'Whether such a measure seeks it without naming it.',
    }),
    validFrom: t.exposeString('validFrom', { description: 'First date it is in force: 2016-07-01.' }),
    validTo: t.string({
      nullable: true,
      description: 'Last date it is in force; null where none is known.',
      resolve: ({ validTo }) => validTo ?? null,
    }),
    afterLastDate: t.expose('afterLastDate', { type: AfterLastDate, description: 'What it gives after that.' }),
    priority: t.exposeInt('priority', { description: 'Among rules of one context, lower ones are decided first.' }),
    regime: t.string({
      nullable: true,
      description: 'Id of the state aid regime it falls under.',
      resolve: ({ regime }) => regime ?? null,
    }),
    deducts: t.exposeStringList('deducts', { description: 'Ids of rules whose grants are taken from its cap.' }),
    reference: t.exposeString('reference', { description: 'Where it stands.' }),
    status: t.expose('status', { type: Status, description: 'How far it is known.' }),
    note: t.field({
      type: Label,
      nullable: true,
      description: 'What else must be said of it.',
      resolve: ({ note }) => note ?? null,
    }),
    condition: t.string({
      nullable: true,
      description: 'Formula: what must hold for anything to be granted; null where nothing must.',
      resolve: ({ formulas }) => formulas.eligible ?? null,
    }),
    amount: t.string({
      description: 'Formula of what is granted, SEK a year.',
      resolve: ({ formulas }) => formulas.amount,
    }),
    cap: t.string({
      nullable: true,
      description: 'Formula of the most that is granted, SEK a year; null without cap.',
      resolve: ({ formulas }) => formulas.cap ?? null,
    }),
    longestYears: t.string({
      nullable: true,
      description: 'Formula of the greatest number of years in total; null without limit.',
      resolve: ({ formulas }) => formulas.maxYears ?? null,
    }),
    values: t.expose('values', { type: [RuleValue], description: 'Its amounts and limits by date.' }),
  }),
});

builder.queryFields((t) => ({
  supportRules: t.field({
    type: [SupportRule],
    description: 'The support rules of the shipped model, in the order they are decided.',
    resolve: (_root, _args, { service }) => service.model.rules,
  }),
  supportRule: t.field({
    type: SupportRule,
    nullable: true,
    description: 'One support rule; null where there is none of that key.',
    args: { key: t.arg.string({ required: true, description: 'Its id, as a scenario names it.' }) },
    resolve: (_root, { key }, { service }) => service.model.rules.find(({ id }) => id === key) ?? null,
  }),
  stateAidRegimes: t.field({
    type: [StateAidRegime],
    description: 'The state aid regimes that support rules fall under.',
    resolve: (_root, _args, { service }) => service.model.regimes,
  }),
}));
