import { GraphQLError } from 'graphql';
import { PlannerError, StoppedError } from '../../errors.ts';
import { currentExchange } from './exchange.ts';
import { Refusal } from './refusal.ts';

/**
 * Says an error of another layer to the client, as a GraphQLError (`extensions: { code, http: { status, headers } }`), or gives
 * undefined where it is none that a client may read.
 */
export type TellError = (error: unknown) => GraphQLError | undefined;

/**
 * What a client is told of an error: those meant for clients as they are, any other as «Unexpected error» with the request's id, by which
 * its operator finds it in the log. In every environment: Yoga's own mask shows stacks where NODE_ENV is `development`.
 */
export function maskError(error: unknown, tell: TellError): GraphQLError {
  const at = error instanceof GraphQLError ? error : undefined;
  const original = originalOf(error);
  const told = tell(original) ?? tellOwn(original);
  if (told !== undefined) return placed(told, at);
  if (original instanceof GraphQLError) return at!;

  // An argument's or variable's value that a scalar refuses with another kind of error than it should.
  if (at !== undefined && at.path === undefined && !(error instanceof AggregateError))
    return placed(
      new GraphQLError('A value in the arguments or variables is not one its type allows.', {
        extensions: { code: 'BAD_USER_INPUT', http: { status: 400, spec: true } },
      }),
      at,
    );

  const exchange = currentExchange();
  exchange?.log.error({ err: original, field: at?.path?.join('.') }, 'unexpected error');
  const extensions = { code: 'INTERNAL_SERVER_ERROR', unexpected: true, requestId: exchange?.id };
  return placed(new GraphQLError('Unexpected error', { extensions }), at);
}

function originalOf(error: unknown): unknown {
  let original = error;
  while (original instanceof GraphQLError && original.originalError != null) original = original.originalError;
  return original;
}

function tellOwn(error: unknown): GraphQLError | undefined {
  if (error instanceof PlannerError)
    return new GraphQLError(error.message, { extensions: { code: 'PLANNER_ERROR', problems: error.problems } });
  if (error instanceof StoppedError)
    return new GraphQLError(error.message, { extensions: { code: error.code === 'limit' ? 'LIMIT' : 'CANCELLED' } });
  if (error instanceof Refusal) {
    const http = { status: error.status, headers: { ...error.headers } };
    return new GraphQLError(error.message, { extensions: { code: error.code, http } });
  }
  // The client is gone, the time is up or the service stops: whoever aborted has said what there is to say.
  if (error instanceof DOMException && (error.name === 'AbortError' || error.name === 'TimeoutError'))
    return new GraphQLError('The request was ended before it was answered', { extensions: { code: 'CANCELLED' } });
  return undefined;
}

/** The same error at the field where another arose. */
function placed(error: GraphQLError, at: GraphQLError | undefined): GraphQLError {
  if (at === undefined) return error;
  const { nodes, source, positions, path } = at;
  return new GraphQLError(error.message, { nodes, source, positions, path, extensions: error.extensions });
}
