import { equationTex } from '../../app/formula-tex.ts';
import { needsOf, type Variable, withoutProvenance } from '../../engine/compile/index.ts';
import { usedBy } from '../../engine/explain/index.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { enumOf } from './enum-of.ts';
import { Label } from './label.ts';
import { LanguageName } from './language.ts';
import { Status } from './status.ts';

/** Where a variable gets its value. */
export const VariableRole = enumOf('VariableRole', 'Where a variable gets its value.', {
  input: 'A scenario states it, or it has a default.',
  formula: 'From its formula.',
  draw: 'Luck: a random number each year.',
  solved: 'Found by a solver, so that the first year agrees with what is known.',
});

const VariableOutput = enumOf('VariableOutput', 'How a variable is reported year by year.', {
  fan: 'With its average and quantiles.',
  mean: 'As an average only.',
});

const Collecting = enumOf('Collecting', 'How what several measures contribute is put together.', {
  sum: 'Added up.',
  product: 'Multiplied.',
  greatest: 'The greatest of them.',
});

/** A variable of the model. */
export const ModelVariable = builder.objectRef<Variable>('ModelVariable');

const known = ({ service }: Context, names: Iterable<string>): Variable[] =>
  [...names].flatMap((name) => service.model.variables.get(name) ?? []);

const defaultOf = (variable: Variable) => (variable.role === 'input' ? variable.default : undefined);

const aboutDefault = (variable: Variable) => {
  const stated = defaultOf(variable);
  return typeof stated === 'object' ? stated : undefined;
};

ModelVariable.implement({
  description: 'A variable of the model: what it is, its unit, and where it gets its value.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name in formulas.' }),
    entity: t.exposeString('entity', { description: 'The kind of thing each of its values belongs to.' }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    description: t.expose('description', { type: Label, description: 'What it is, in a sentence.' }),
    unit: t.exposeString('unitText', { description: 'Its unit, such as SEK/year; 1 for a number without unit.' }),
    role: t.expose('role', { type: VariableRole, description: 'Where it gets its value.' }),
    section: t.exposeString('section', { description: 'The section of the model it stands in.' }),
    file: t.exposeString('file', { description: 'The formula file it stands in.' }),
    line: t.int({ nullable: true, description: 'Line of that file, from 1.', resolve: ({ line }) => line ?? null }),
    source: t.exposeString('source', { description: 'Where the method or the number comes from.' }),
    formula: t.string({
      nullable: true,
      description: 'Its formula as it is written; null unless its role is formula.',
      resolve: (variable) => (variable.role === 'formula' ? variable.formula.text : null),
    }),
    formulaTex: t.string({
      nullable: true,
      description: 'Its formula as a TeX equation; null unless its role is formula.',
      args: {
        language: t.arg({
          type: LanguageName,
          required: true,
          defaultValue: 'sv',
          description: 'Of its words and numbers.',
        }),
      },
      resolve: (variable, { language }) =>
        variable.role === 'formula' ? equationTex(variable.name, variable.formula, language) : null,
    }),
    opening: t.string({
      nullable: true,
      description: 'Formula of its value before the first year, where last year’s value is used.',
      resolve: (variable) => (variable.role === 'formula' ? (variable.opening?.text ?? null) : null),
    }),
    isStatable: t.boolean({
      description: 'Whether a scenario may state it: an input, or a formula that a stated value stands in for.',
      resolve: (variable) =>
        variable.role === 'input' ? !variable.internal : variable.role === 'formula' && variable.statable,
    }),
    field: t.string({
      nullable: true,
      description: 'What a scenario calls it; null unless its role is input.',
      resolve: (variable) => (variable.role === 'input' ? variable.field : null),
    }),
    default: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Its default, in `unit`: a number, or an object such as { low, likely, high }; null without one.',
      resolve: (variable) => withoutProvenance(defaultOf(variable)) ?? null,
    }),
    defaultStatus: t.field({
      type: Status,
      nullable: true,
      description: 'How far the default is known.',
      resolve: (variable) => aboutDefault(variable)?.status ?? null,
    }),
    defaultSource: t.string({
      nullable: true,
      description: 'Where the default comes from.',
      resolve: (variable) => aboutDefault(variable)?.source ?? null,
    }),
    defaultPriceYear: t.int({
      nullable: true,
      description: 'Calendar year whose prices the default is in, where it is money.',
      resolve: (variable) => aboutDefault(variable)?.priceYear ?? null,
    }),
    minimum: t.float({
      nullable: true,
      description: 'Least value a scenario may state, in `unit`; null without limit.',
      resolve: (variable) => (variable.role === 'input' ? (variable.minimum ?? null) : null),
    }),
    maximum: t.float({
      nullable: true,
      description: 'Greatest value a scenario may state, in `unit`; null without limit.',
      resolve: (variable) => (variable.role === 'input' ? (variable.maximum ?? null) : null),
    }),
    output: t.field({
      type: VariableOutput,
      nullable: true,
      description: 'How it is reported year by year in results; null where it is not.',
      resolve: (variable) => (variable.role === 'formula' ? (variable.output ?? null) : null),
    }),
    isOutcome: t.boolean({
      description: 'Whether its value in the last year is an outcome that alternatives are compared by.',
      resolve: (variable) => variable.role === 'formula' && variable.outcome,
    }),
    collects: t.field({
      type: Collecting,
      nullable: true,
      description: 'How what measures contribute to it is put together; null where they do not.',
      resolve: (variable) => (variable.role === 'formula' ? (variable.collects ?? null) : null),
    }),
    dependsOn: t.field({
      type: [ModelVariable],
      description: 'The variables it is computed from.',
      resolve: (variable, _, context) => known(context, needsOf(context.service.model, variable, true)),
    }),
    usedBy: t.field({
      type: [ModelVariable],
      description: 'The variables that are computed from it.',
      resolve: ({ name }, _, context) => known(context, usedBy(context.service.model, name)),
    }),
  }),
});
