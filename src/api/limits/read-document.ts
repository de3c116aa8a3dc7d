import { type DocumentNode, type GraphQLSchema, parse, validate } from 'graphql';
import { checkMeasure } from './check-measure.ts';
import { checkSource } from './check-source.ts';
import type { Limits } from './limits.ts';
import { type DocumentMeasure, measureDocument } from './measure-document.ts';

/**
 * Reads a document as a request's is read, and runs nothing.
 *
 * @throws {GraphQLError} or {AggregateError} of those: beyond a limit, no GraphQL, or not of this schema
 */
export function readDocument(request: {
  readonly schema: GraphQLSchema;
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
  readonly limits: Limits;
}): { readonly document: DocumentNode; readonly measure: DocumentMeasure } {
  const { schema, source, limits } = request;
  checkSource(source, limits);
  const document = parse(source, { maxLexicalTokens: limits.tokens } as never);
  const measure = measureDocument({ ...request, document });
  const errors = [...checkMeasure(measure, limits)];
  if (errors.length === 0) errors.push(...validate(schema, document, undefined, { maxErrors: 10 }));
  const [first] = errors;
  if (first !== undefined) throw first;
  return { document, measure };
}
