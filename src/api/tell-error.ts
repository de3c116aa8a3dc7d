import { GraphQLError } from 'graphql';
import { BusyError } from '../computing/index.ts';
import { PlannerError, StoppedError } from '../errors.ts';
import { AccessError } from '../service/viewer.ts';
import { asStoreError } from '../store/store-error.ts';

/** What a client is told of an error that is meant for it; undefined for a defect, which is not. */
export function tellError(error: unknown): GraphQLError | undefined {
  if (error instanceof PlannerError) return told(error.message, 'INVALID_INPUT', 400, { problems: error.problems });
  if (error instanceof AccessError)
    return error.code === 'forbidden' ? told(error.message, 'FORBIDDEN', 403) : told(error.message, 'NOT_FOUND', 404);
  if (error instanceof BusyError)
    return new GraphQLError(error.message, {
      extensions: {
        code: 'BUSY',
        retryAfterSeconds: error.retryAfterSeconds,
        http: {
          status: error.scope === 'caller' ? 429 : 503,
          headers: { 'Retry-After': String(error.retryAfterSeconds) },
        },
      },
    });
  if (error instanceof StoppedError)
    return error.code === 'limit'
      ? told(`${error.message}. Start it as a job (startComparison), or ask for less.`, 'LIMIT', 400)
      : told(error.message, 'CANCELLED', 499);
  const store = asStoreError(error);
  if (store !== undefined)
    return new GraphQLError('What is kept cannot be reached now; try again soon.', {
      extensions: { code: 'UNAVAILABLE', http: { status: 503, headers: { 'Retry-After': '5' } } },
    });
  // Pothos refuses cursors and page sizes that cannot be used.
  if (error instanceof Error && error.name === 'PothosValidationError')
    return told(error.message, 'BAD_USER_INPUT', 400);
  return undefined;
}

function told(message: string, code: string, status: number, more: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...more, http: { status } } });
}
