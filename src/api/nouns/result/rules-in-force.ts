import type {
  RegimeInForce as RegimeShape,
  RuleInForce as RuleShape,
  SeriesRead,
  SupportRulesInForce,
  ValueInForce,
  RuleWarning as WarningShape,
} from '../../../app/rules-in-force.ts';
import { builder } from '../../builder.ts';
import { enumOf } from '../enum-of.ts';
import { figure } from '../figure.ts';
import { Label } from '../label.ts';
import { Party } from '../party.ts';
import { Status } from '../status.ts';

const RuleWarningKind = enumOf('RuleWarningKind', 'What a reader must know of a rule in the years simulated.', {
  'not-in-force': 'In force in none of the years.',
  'begins-later': 'Gives nothing before its first year.',
  ends: 'Gives nothing after its last year.',
  held: 'Nothing newer is known than of a year, and its values are held from the next.',
  indexed: 'Nothing newer is known than of a year, and its values follow other costs from the next.',
  assumption: 'A value, or a series it reads, is an assumption.',
});

const RuleWarning = builder.objectRef<WarningShape>('RuleWarning').implement({
  description: 'What a reader must know of a rule in the years simulated.',
  fields: (t) => ({
    kind: t.expose('kind', { type: RuleWarningKind, description: 'What it is.' }),
    knownYear: t.int({
      nullable: true,
      description: 'The newest calendar year of which anything is known.',
      resolve: (warning) => ('known' in warning ? warning.known : null),
    }),
    fromYear: t.int({
      nullable: true,
      description: 'First calendar year it concerns.',
      resolve: (warning) => ('from' in warning ? warning.from : null),
    }),
    toYear: t.int({
      nullable: true,
      description: 'Last calendar year it concerns.',
      resolve: (warning) => ('to' in warning ? (warning.to ?? null) : null),
    }),
    variable: t.string({
      nullable: true,
      description: 'The variable that is an assumption.',
      resolve: (warning) => ('variable' in warning ? warning.variable : null),
    }),
    label: t.field({
      type: Label,
      nullable: true,
      description: 'What the variable that is an assumption is called.',
      resolve: (warning) => ('label' in warning ? warning.label : null),
    }),
  }),
});

const RuleValueStep = builder.objectRef<ValueInForce['steps'][number]>('RuleValueStep').implement({
  description: 'A dated value, from a year of the horizon on.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'Calendar year of the horizon from which it holds.' }),
    value: figure(t, "In the value's unit.", ({ value }) => value),
    decidedFrom: t.exposeString('from', { description: 'Date from which it was decided: 2016-07-01.' }),
    status: t.expose('status', { type: Status, description: 'How far it is known.' }),
    source: t.exposeString('source', { description: 'Where it stands.' }),
  }),
});

const RuleValue = builder.objectRef<ValueInForce>('RuleValueInForce').implement({
  description: 'A value of a rule as it is used in the years simulated.',
  fields: (t) => ({
    variable: t.exposeString('variable', {
      description: 'Its name in the model; a scenario may state it under `parameters`.',
    }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    unit: t.exposeString('unit', { description: 'Its unit; 1 for a number without unit.' }),
    stated: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What the scenario states for every year, in place of the dated values.',
      resolve: ({ stated }) => stated ?? null,
    }),
    steps: t.expose('steps', { type: [RuleValueStep], description: 'Each value used, the earliest first.' }),
  }),
});

const RuleSeries = builder.objectRef<SeriesRead>('RuleSeries').implement({
  description: 'A dated series of the model that a rule reads, such as the price base amount.',
  fields: (t) => ({
    variable: t.exposeString('variable', { description: 'Its name in the model.' }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    status: t.expose('status', { type: Status, description: 'How far it is known.' }),
    source: t.exposeString('source', { description: 'Where it stands.' }),
    knownYear: t.exposeInt('known', { description: 'Newest calendar year that is known.' }),
  }),
});

const RuleSought = builder.objectRef<RuleShape['sought'][number]>('RuleSought').implement({
  description: 'Which measure seeks a rule.',
  fields: (t) => ({
    alternative: t.exposeString('alternative', { description: 'Id of the alternative.' }),
    measure: t.exposeString('measure', { description: 'Id of the measure in the scenario.' }),
    shop: t.string({
      nullable: true,
      description: 'Id of the shop that hosts it; null where none does.',
      resolve: ({ shop }) => shop ?? null,
    }),
  }),
});

const RuleInForce = builder.objectRef<RuleShape>('RuleInForce').implement({
  description: 'A support rule that a result stands on.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Its id; `supportRules` tells more.' }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    payer: t.expose('payer', { type: Party, description: 'Who pays it.' }),
    reference: t.exposeString('reference', { description: 'Where the rule stands.' }),
    status: t.expose('status', { type: Status, description: 'How far the rule is known.' }),
    note: t.field({
      type: Label,
      nullable: true,
      description: 'What else must be said of it.',
      resolve: ({ note }) => note ?? null,
    }),
    regime: t.string({
      nullable: true,
      description: 'Id of the state aid regime it falls under.',
      resolve: ({ regime }) => regime ?? null,
    }),
    appliesOfItself: t.exposeBoolean('ofItself', { description: 'Whether it applies without any measure seeking it.' }),
    soughtBy: t.expose('sought', { type: [RuleSought], description: 'The measures that seek it.' }),
    values: t.expose('values', { type: [RuleValue], description: 'Its values as they are used.' }),
    series: t.expose('series', { type: [RuleSeries], description: 'Dated series it reads.' }),
    warnings: t.expose('warnings', { type: [RuleWarning], description: 'What a reader must know.' }),
  }),
});

const RegimeInForce = builder.objectRef<RegimeShape>('RegimeInForce').implement({
  description:
    'A state aid regime that a rule of the result falls under: a limit on all support to one receiver over three years.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Its id.' }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    description: t.expose('description', { type: Label, description: 'What it says.' }),
    limit: t.expose('limit', { type: RuleValue, description: 'Greatest sum over three years.' }),
    series: t.expose('series', { type: [RuleSeries], description: 'Dated series it reads.' }),
    warnings: t.expose('warnings', { type: [RuleWarning], description: 'What a reader must know.' }),
  }),
});

/** The rules a result stands on. */
export const RulesInForce = builder.objectRef<SupportRulesInForce>('RulesInForce').implement({
  description: 'The support rules and the state aid regimes that a result stands on, with the values used.',
  fields: (t) => ({
    rules: t.expose('rules', {
      type: [RuleInForce],
      description: 'Rules that a measure seeks, or that apply of themselves.',
    }),
    regimes: t.expose('regimes', { type: [RegimeInForce], description: 'Regimes these fall under.' }),
  }),
});
