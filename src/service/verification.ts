import type { Verification } from '../computing/index.ts';
import { PlannerError } from '../errors.ts';
import { demandAtOnce } from './comparisons.ts';
import { readingOf } from './readings.ts';
import { type ComparisonDesign, computeAnew, resultKey } from './results.ts';
import { notFound, readableScenarios } from './scenario-access.ts';
import { readable } from './scenarios.ts';
import type { Workshop } from './service.ts';
import type { Viewer } from './viewer.ts';

/** A stored result held against one that was computed anew. */
export type VerifiedResult = {
  readonly agrees: boolean;
  readonly storedHash: string;
  readonly recomputedHash: string;
  /** Why they may differ, where the model or the program is no longer the one that computed it; null where it is. */
  readonly changed: string | null;
  readonly villageDrawYears: number;
};

/**
 * Computes a stored comparison anew, from the revision's own files, and holds the hashes over all numbers together.
 *
 * @throws {PlannerError} when it is too large to be done at once
 */
export async function verifyComparison(
  service: Workshop,
  viewer: Viewer,
  comparisonId: string,
  signal: AbortSignal | undefined,
): Promise<VerifiedResult> {
  const { prisma } = service.database;
  const comparison = await prisma.comparison.findFirst({
    where: { id: comparisonId, revision: { scenario: readableScenarios(viewer) } },
    include: { result: { omit: { document: true } }, revision: true },
  });
  if (comparison === null) throw notFound('comparison');
  const { result, revision } = comparison;
  const reading = await readingOf(service, viewer, revision, signal);
  const design: ComparisonDesign = {
    seed: result.seed,
    draws: result.draws,
    inner: result.inner,
    breakEvenFutures: result.breakEvenFutures ?? undefined,
  };
  const found = resultKey(reading, revision, design);
  demandAtOnce(service, found, design);
  const { certificate } = await computeAnew(service, revision, design, found, {
    caller: viewer.caller,
    weight: 'short',
    signal,
    limitMs: service.configuration.querySeconds * 1000,
  });
  return {
    agrees: certificate.resultHash === result.resultHash,
    storedHash: result.resultHash,
    recomputedHash: certificate.resultHash,
    changed:
      certificate.modelHash !== result.modelHash
        ? `The model is another: it was computed by ${result.modelHash}, and is now ${certificate.modelHash}`
        : certificate.engine !== result.engine
          ? `The program is another: it was computed by ${result.engine}, and is now ${certificate.engine}`
          : null,
    villageDrawYears: found.villageDrawYears,
  };
}

/** Computes one future of a revision by both of the engine's ways, and holds every number together. */
export async function verifyDraw(
  service: Workshop,
  viewer: Viewer,
  revisionId: string,
  asked: { readonly future: string; readonly seed?: string | undefined },
  signal: AbortSignal | undefined,
): Promise<Verification> {
  const revision = await readable(service, viewer, revisionId);
  return await askedOf('future', () =>
    service.computing.verify({ file: revision.file, files: revision.files as Record<string, string> }, asked, {
      caller: viewer.caller,
      signal,
      limitMs: service.configuration.querySeconds * 1000,
    }),
  );
}

/** What is asked for that is not there is told as what is wrong with an argument. */
export async function askedOf<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PlannerError([{ code: 'argument', path, message: error.message }]);
  }
}
