import { serverAudits } from 'graphql-http';

/** One audit of the GraphQL over HTTP specification, and how a server did in it. */
export type AuditOutcome = {
  readonly id: string;
  /** Begins with MUST, SHOULD or MAY. */
  readonly name: string;
  readonly passed: boolean;
  readonly reason?: string;
};

/**
 * Runs every audit of graphql-http against a running server.
 *
 * @param url - of its GraphQL endpoint
 * @param headers - sent with each request, such as an Authorization
 */
export async function auditServer(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<AuditOutcome[]> {
  const fetchFn = (input: string, init: RequestInit = {}): Promise<Response> =>
    fetch(input, { ...init, headers: { ...headers, ...(init.headers as Record<string, string> | undefined) } });
  const outcomes: AuditOutcome[] = [];
  for (const audit of serverAudits({ url, fetchFn })) {
    const result = await audit.fn();
    if (result.status === 'ok') outcomes.push({ id: audit.id, name: audit.name, passed: true });
    else {
      outcomes.push({ id: audit.id, name: audit.name, passed: false, reason: result.reason });
      await result.response.body?.cancel().catch(() => undefined);
    }
  }
  return outcomes;
}
