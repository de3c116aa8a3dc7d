import type { TypedDocumentString } from '../generated/graphql.ts';
import { rememberedToken } from './token.ts';

/** One thing that is wrong in what was written: where, what was found, what is allowed, what to do. */
export type Problem = {
  readonly code: string;
  readonly message: string;
  readonly path?: string | null;
  readonly line?: number | null;
  readonly found?: string | null;
  readonly allowed?: string | null;
  readonly hint?: string | null;
};

/** Why a question was not answered. */
export class AskError extends Error {
  /** The API's name of it; `UNREACHABLE` when nothing answered. */
  readonly code: string;
  readonly problems: readonly Problem[];
  /** Seconds to wait before asking again, where the service says so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: string, message: string, problems: readonly Problem[] = [], retryAfterSeconds?: number) {
    super(message);
    this.name = 'AskError';
    this.code = code;
    this.problems = problems;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Whether nothing is wrong with the question, so that it can be asked again soon. */
  get passes(): boolean {
    return ['UNREACHABLE', 'BUSY', 'UNAVAILABLE', 'STOPPING', 'TOO_MANY_REQUESTS'].includes(this.code);
  }
}

type Answer<Data> = {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: {
      readonly code?: string;
      readonly problems?: Problem[];
      readonly retryAfterSeconds?: number;
    };
  }[];
};

/**
 * Asks the API.
 *
 * @param signal - ends the question, at the service too
 * @throws {AskError} what was wrong, in the service's own words
 */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const token = rememberedToken();
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: document.toString(), variables }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new AskError('UNREACHABLE', 'The service does not answer');
  }
  const answer = (await response.json().catch(() => undefined)) as Answer<Data> | undefined;
  const [first] = answer?.errors ?? [];
  if (first !== undefined) {
    const { code = 'UNKNOWN', problems = [], retryAfterSeconds } = first.extensions ?? {};
    throw new AskError(code, first.message, problems, retryAfterSeconds ?? waitOf(response));
  }
  if (answer?.data === undefined || answer.data === null)
    throw new AskError(response.status >= 502 ? 'UNREACHABLE' : 'UNKNOWN', `The service answered ${response.status}`);
  return answer.data;
}

function waitOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}
