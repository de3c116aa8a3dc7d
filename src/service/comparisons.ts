import { PlannerError } from '../errors.ts';
import type { Revision } from '../store/generated/client.ts';
import { readingOf } from './readings.ts';
import {
  type ComparisonDesign,
  checkedDesign,
  computeResult,
  keepResult,
  linkResult,
  type ResultKey,
  resultKey,
  storedResult,
} from './results.ts';
import { readableScenarios } from './scenario-access.ts';
import { readable } from './scenarios.ts';
import type { Workshop } from './service.ts';
import type { Viewer } from './viewer.ts';

/** A comparison that is stored, and what it took now. */
export type AnsweredComparison = {
  readonly comparisonId: string;
  /** Village-draw-years computed now: 0 when it was stored already. */
  readonly computed: number;
};

/** What a comparison would cost. */
export type ComparisonCost = {
  readonly villageDrawYears: number;
  /** Whether it is stored already, so that nothing would be computed. */
  readonly stored: boolean;
  /** Whether it is small enough to be answered at once; otherwise it is a job's. */
  readonly atOnce: boolean;
};

/**
 * The comparison of a revision over a design: as it is stored, or computed now and stored.
 *
 * @throws {AccessError} when the viewer cannot read the revision
 * @throws {PlannerError} when it is too large to be answered at once, or has no meaning under the model as it is
 */
export async function comparisonOf(
  service: Workshop,
  viewer: Viewer,
  revisionId: string,
  asked: ComparisonDesign,
  signal: AbortSignal | undefined,
): Promise<AnsweredComparison> {
  const design = checkedDesign(asked);
  const { seed, draws, inner, breakEvenFutures } = design;
  const question = JSON.stringify([revisionId, seed, draws, inner, breakEvenFutures]);
  const known = service.knownComparisons.get(question);
  if (known !== undefined && (await isReadable(service, viewer, known))) return { comparisonId: known, computed: 0 };
  const revision = await readable(service, viewer, revisionId);
  const answered = await storedOrComputed(service, viewer, revision, design, signal);
  service.knownComparisons.set(question, answered.comparisonId);
  return answered;
}

async function isReadable({ database }: Workshop, viewer: Viewer, comparisonId: string): Promise<boolean> {
  const found = await database.prisma.comparison.findFirst({
    where: { id: comparisonId, revision: { scenario: readableScenarios(viewer) } },
    select: { id: true },
  });
  return found !== null;
}

async function storedOrComputed(
  service: Workshop,
  viewer: Viewer,
  revision: Revision,
  design: ComparisonDesign,
  signal: AbortSignal | undefined,
): Promise<AnsweredComparison> {
  const { prisma, sql } = service.database;
  const reading = await readingOf(service, viewer, revision, signal);
  const found = resultKey(reading, revision, design);
  const stored = await storedResult(prisma, found.key);
  if (stored !== null) return { comparisonId: await linkResult(sql, revision.id, stored.id), computed: 0 };
  demandAtOnce(service, found, design);
  const computed = await computeResult(service, revision, design, found, {
    caller: viewer.caller,
    weight: 'short',
    signal,
    limitMs: service.configuration.querySeconds * 1000,
  });
  const comparisonId = await sql.transaction((within) => keepResult(within, revision.id, design, found, computed));
  return { comparisonId, computed: found.villageDrawYears };
}

/** What `comparisonOf` would cost; nothing is computed but the plan. */
export async function comparisonCost(
  service: Workshop,
  viewer: Viewer,
  revisionId: string,
  asked: ComparisonDesign,
  signal: AbortSignal | undefined,
): Promise<ComparisonCost> {
  const revision = await readable(service, viewer, revisionId);
  const found = resultKey(await readingOf(service, viewer, revision, signal), revision, checkedDesign(asked));
  return {
    villageDrawYears: found.villageDrawYears,
    stored: (await storedResult(service.database.prisma, found.key)) !== null,
    atOnce: isSmall(service, found, asked),
  };
}

/** Whether a question is small enough to be answered at once. */
function isSmall(service: Workshop, found: ResultKey, design: ComparisonDesign): boolean {
  const { queryWork, queryDraws } = service.configuration;
  return found.villageDrawYears <= queryWork && design.draws <= queryDraws;
}

/** @throws {PlannerError} when the question is a job's */
export function demandAtOnce(service: Workshop, found: ResultKey, design: ComparisonDesign): void {
  if (isSmall(service, found, design)) return;
  const { queryWork, queryDraws } = service.configuration;
  throw new PlannerError([
    {
      code: 'too-large',
      path: 'draws',
      message: 'This is too much to be answered at once',
      found: `${design.draws} draws, ${found.villageDrawYears} village-draw-years`,
      allowed: `at most ${queryDraws} draws and ${queryWork} village-draw-years`,
      hint: 'Start it as a job (startComparison), or ask for fewer draws',
    },
  ]);
}
