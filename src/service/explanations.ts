import type { Explained, ExplainQuestion } from '../computing/index.ts';
import { readable } from './scenarios.ts';
import type { Workshop } from './service.ts';
import { askedOf } from './verification.ts';
import type { Viewer } from './viewer.ts';

/** How a number of a revision came about, down to inputs and sources. */
export async function explain(
  service: Workshop,
  viewer: Viewer,
  revisionId: string,
  question: ExplainQuestion,
  signal: AbortSignal | undefined,
): Promise<Explained> {
  const revision = await readable(service, viewer, revisionId);
  return await askedOf('what', () =>
    service.computing.explain({ file: revision.file, files: revision.files as Record<string, string> }, question, {
      caller: viewer.caller,
      signal,
      limitMs: service.configuration.querySeconds * 1000,
    }),
  );
}
