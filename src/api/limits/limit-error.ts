import { GraphQLError } from 'graphql';

/** Refusal of a request that asks for more than a limit allows, or holds what cannot be used; always HTTP 400. */
export function limitError(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}
