import { engineVersion } from '../../app/engine-version.ts';
import type { Section, Model as Shape } from '../../engine/compile/index.ts';
import { builder } from '../builder.ts';
import { Label } from './label.ts';
import { counted, pageOf } from './list-connection.ts';
import { ModelEntity } from './model-entity.ts';
import { ModelFlow, ModelTable } from './model-flow.ts';
import { ModelVariable, VariableRole } from './model-variable.ts';
import { isSearched } from './searched.ts';

const ModelSection = builder.objectRef<Section>('ModelSection').implement({
  description: 'A section of the model: one formula file.',
  fields: (t) => ({
    name: t.exposeString('id', { description: 'Its name.' }),
    title: t.expose('title', { type: Label, description: 'Its title.' }),
    about: t.expose('about', { type: Label, description: 'What it is about.' }),
    file: t.exposeString('file', { description: 'The formula file.' }),
  }),
});

/** The model that is shipped. */
const Model = builder.objectRef<Shape>('Model').implement({
  description: 'The model: every formula, with units, labels in both languages and sources.',
  fields: (t) => ({
    hash: t.string({
      description: 'Of its formulas, wording left out. Results name it in their certificate.',
      resolve: (_model, _args, { service }) => service.shippedModelHash,
    }),
    engine: t.string({ description: 'Version of the engine that computes it.', resolve: () => engineVersion }),
    sections: t.expose('sections', { type: [ModelSection], description: 'Its sections, in the order they are read.' }),
    entities: t.field({
      type: [ModelEntity],
      description: 'The kinds of things it speaks of.',
      resolve: ({ entities }) => [...entities.values()],
    }),
    variables: t.connection(
      {
        type: ModelVariable,
        description: 'Its variables; those the program fills in included.',
        args: {
          search: t.arg.string({ description: 'Words of the name or the label, in either language.' }),
          entity: t.arg.string({ description: 'Only of this kind of thing.' }),
          role: t.arg({ type: VariableRole, description: 'Only those that get their value so.' }),
          section: t.arg.string({ description: 'Only of this section.' }),
          isOutcome: t.arg.boolean({ description: 'Only outcomes, or only what is none.' }),
        },
        resolve: ({ variables }, { search, entity, role, section, isOutcome, ...page }) =>
          pageOf(
            [...variables.values()].filter(
              (variable) =>
                isSearched(search, variable.name, variable.label) &&
                (entity == null || variable.entity === entity) &&
                (role == null || variable.role === role) &&
                (section == null || variable.section === section) &&
                (isOutcome == null || (variable.role === 'formula' && variable.outcome) === isOutcome),
            ),
            page,
          ),
      },
      ...counted,
    ),
    variable: t.field({
      type: ModelVariable,
      nullable: true,
      description: 'One variable; null where there is none of that name.',
      args: { name: t.arg.string({ required: true, description: 'Its name in formulas.' }) },
      resolve: ({ variables }, { name }) => variables.get(name) ?? null,
    }),
    flows: t.expose('flows', { type: [ModelFlow], description: 'The rows of its ledger.' }),
    tables: t.field({
      type: [ModelTable],
      description: 'The tables its formulas read.',
      resolve: ({ tables }) => [...tables.values()],
    }),
  }),
});

builder.queryField('model', (t) =>
  t.field({
    type: Model,
    description: 'The model that is shipped. A scenario may bring formula files of its own beside it.',
    resolve: (_root, _args, { service }) => service.model,
  }),
);
