import { decodeGlobalID } from '@pothos/plugin-relay';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { PlannerError } from '../../errors.ts';
import { type ComparisonCost, comparisonCost } from '../../service/comparisons.ts';
import { builder } from '../builder.ts';
import { readDocument } from '../limits/index.ts';
import { askedDesign, type ComparisonAsked } from './comparison.ts';

/** What a query would cost. */
type QueryCost = {
  readonly fields: number;
  readonly complexity: number;
  readonly depth: number;
  readonly comparisons: readonly ComparisonCost[];
};

const CostOfComparison = builder.objectRef<ComparisonCost>('CostOfComparison').implement({
  description: 'What one comparison of a query would cost.',
  fields: (t) => ({
    villageDrawYears: t.exposeFloat('villageDrawYears', {
      description: 'Places × futures × years × alternatives, whether they are stored or not.',
    }),
    stored: t.exposeBoolean('stored', { description: 'Whether the result is stored, so that nothing is computed.' }),
    atOnce: t.exposeBoolean('atOnce', { description: 'Whether it is answered at once; otherwise start it as a job.' }),
  }),
});

const Cost = builder.objectRef<QueryCost>('QueryCost').implement({
  description: 'What a query would cost; nothing of it was run.',
  fields: (t) => ({
    fields: t.exposeInt('fields', { description: 'Fields, fragments written out.' }),
    complexity: t.exposeFloat('complexity', { description: 'How many values the answer may hold.' }),
    depth: t.exposeInt('depth', { description: 'Fields inside fields.' }),
    villageDrawYears: t.float({
      description: 'What would be computed: places × futures × years × alternatives of what is not stored.',
      resolve: ({ comparisons }) =>
        comparisons.reduce((sum, { stored, villageDrawYears }) => sum + (stored ? 0 : villageDrawYears), 0),
    }),
    comparisons: t.field({
      type: [CostOfComparison],
      description: 'Each comparison it asks for at the top.',
      resolve: ({ comparisons }) => [...comparisons],
    }),
  }),
});

builder.queryField('cost', (t) =>
  t.field({
    type: Cost,
    description: 'What a query would cost, without running it.',
    args: {
      query: t.arg.string({ required: true, description: 'The query.' }),
      variables: t.arg({ type: 'JSON', description: 'Its variables.' }),
      operationName: t.arg.string({ description: 'Which of its operations, where it has several.' }),
    },
    resolve: async (_root, { query, variables, operationName }, context, { schema }) => {
      const values = variables as Record<string, unknown> | null | undefined;
      if (values != null && (typeof values !== 'object' || Array.isArray(values)))
        throw new PlannerError([{ code: 'argument', path: 'variables', message: 'Variables are an object' }]);
      const { document, measure } = readDocument({
        schema,
        source: query,
        variables: values ?? {},
        operationName: operationName ?? undefined,
        limits: context.limits,
      });
      const comparisons: ComparisonCost[] = [];
      for (const asked of comparisonsAsked(schema, document, values ?? {}, operationName)) {
        const { revisionId, design } = await askedDesign(context, asked);
        comparisons.push(await comparisonCost(context.service, context.viewer, revisionId, design, context.signal));
      }
      const { fields, complexity, depth } = measure;
      return { fields, complexity, depth, comparisons };
    },
  }),
);

/** The arguments of every `comparison` at the top of the operation that would run; the document is known to be valid. */
function comparisonsAsked(
  schema: GraphQLSchema,
  document: DocumentNode,
  inputs: Record<string, unknown>,
  operationName: string | null | undefined,
): ComparisonAsked[] {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const operation =
    operationName == null ? operations[0] : operations.find(({ name }) => name?.value === operationName);
  const definition = schema.getQueryType()?.getFields()['comparison'];
  if (operation?.operation !== OperationTypeNode.QUERY || definition === undefined) return [];
  const { variableValues, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], inputs);
  if (errors?.[0] !== undefined) throw errors[0];
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  return fieldsAtTheTop(operation.selectionSet, fragments)
    .filter(({ name }) => name.value === 'comparison')
    .map((node) => {
      const { revision, ...asked } = getArgumentValues(definition, node, variableValues);
      return { ...asked, revision: typeof revision === 'string' ? decodeGlobalID(revision) : null };
    });
}

/** Validation has refused fragments that contain themselves. */
function fieldsAtTheTop(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldNode[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    const set = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
    return set === undefined ? [] : fieldsAtTheTop(set.selectionSet, fragments);
  });
}
