import {
  execute,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import { loadModel } from '../../app/load-model.ts';
import { modelHash } from '../../engine/simulate/index.ts';
import type { Context } from '../context.ts';
import { schema } from '../schema.ts';

/** What a resolver that reads the shipped model only is given. */
const modelContext = {
  service: { model: loadModel(), shippedModelHash: modelHash(loadModel()) },
} as unknown as Context;

/**
 * Asks about one object of a type of the schema, resolved from a source, as a query with the field `it` would.
 *
 * @throws {AggregateError} everything that is wrong in the question or its answer
 */
export async function askOf(typeName: string, source: unknown, selection: string): Promise<Answer> {
  const type = new GraphQLNonNull(schema.getType(typeName) as GraphQLObjectType) as GraphQLOutputType;
  const query = new GraphQLObjectType({ name: 'Query', fields: { it: { type, resolve: () => source } } });
  const { it } = await ask(new GraphQLSchema({ query }), `{ it ${selection} }`);
  return it as Answer;
}

/** Asks the whole schema about the shipped model. */
export async function askModel(question: string): Promise<Answer> {
  return await ask(schema, question);
}

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question
type Answer = any;

async function ask(asked: GraphQLSchema, question: string): Promise<Answer> {
  const document = parse(question);
  const problems = validate(asked, document);
  if (problems.length > 0) throw new AggregateError(problems, problems.join('\n'));
  const { data, errors = [] } = await execute({ schema: asked, document, contextValue: modelContext });
  if (errors.length > 0) throw new AggregateError(errors, errors.join('\n'));
  return JSON.parse(JSON.stringify(data));
}
