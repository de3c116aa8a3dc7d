import { createYoga, useExecutionCancellation, type YogaServerInstance, type YogaServerOptions } from 'graphql-yoga';
import { DocumentCache, defaultLimits, type Limits, useLimits } from '../limits/index.ts';
import { maskError, type TellError } from './mask-error.ts';
import { useExchange } from './use-exchange.ts';

/** What a schema's owner chooses; everything that guards the service is set here. */
export type GuardedYogaOptions<ServerContext extends object, UserContext extends object> = Pick<
  YogaServerOptions<ServerContext, UserContext>,
  'schema' | 'context' | 'plugins'
> & { readonly limits?: Limits; readonly tellError?: TellError };

/** A Yoga that keeps the limits, masks defects, and has none of the doors we do not use: it is mounted by `createService`. */
export function createGuardedYoga<
  ServerContext extends Record<string, unknown>,
  UserContext extends Record<string, unknown>,
>(options: GuardedYogaOptions<ServerContext, UserContext>): YogaServerInstance<ServerContext, UserContext> {
  const { limits = defaultLimits, tellError = () => undefined, plugins = [], schema, context } = options;
  const mask = (error: unknown) => maskError(error, tellError);
  return createYoga<ServerContext, UserContext>({
    ...(schema === undefined ? {} : { schema }),
    ...(context === undefined ? {} : { context }),
    plugins: [useLimits(limits), useExchange(mask), useExecutionCancellation(), ...plugins],
    maskedErrors: { maskError: mask },
    parserAndValidationCache: {
      documentCache: new DocumentCache(4_000_000),
      errorCache: new DocumentCache(1_000_000),
    },
    // Its pages load their scripts from unpkg.com, which our own content policy, and a closed network, forbid.
    graphiql: false,
    landingPage: false,
    // Yoga answers any address that ends so, before all checks; no address holds a space.
    healthCheckEndpoint: ' ',
    cors: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: limits.bodyBytes,
    logging: false,
  });
}
