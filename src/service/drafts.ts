import type { ComparisonDocument } from '../app/compare-scenario.ts';
import type {
  Explained,
  ExplainQuestion,
  ReadScenario,
  Replay,
  ReplayQuestion,
  ScenarioFiles,
} from '../computing/index.ts';
import { hashOf } from '../engine/simulate/index.ts';
import { demandAtOnce } from './comparisons.ts';
import { readRevision } from './readings.ts';
import { type ComparisonDesign, checkedDesign, computeResult, resultKey, storedResult } from './results.ts';
import { type ScenarioChange, scenarioChanges } from './scenario-changes.ts';
import { readable, type ValueChange, withChanges } from './scenarios.ts';
import type { Workshop } from './service.ts';
import { askedOf } from './verification.ts';
import type { Viewer } from './viewer.ts';

/** A revision with some values changed that nobody has saved: to try what they would come to. */
export type Draft = {
  readonly bundle: ScenarioFiles;
  readonly read: ReadScenario;
  /** What is changed, as the scenario says it. */
  readonly changes: readonly ScenarioChange[];
};

/** The result of a draft, and what it took now. */
export type DraftResult = {
  readonly document: ComparisonDocument;
  /** Village-draw-years computed now: 0 when it was known. */
  readonly computed: number;
};

/**
 * Tries values on a revision; nothing is stored.
 *
 * @throws {AccessError} when the viewer cannot read the revision
 * @throws {PlannerError} everything that is wrong in it with those values
 */
export async function draftOf(
  service: Workshop,
  viewer: Viewer,
  revisionId: string,
  changes: readonly ValueChange[],
  signal: AbortSignal | undefined,
): Promise<Draft> {
  const base = await readable(service, viewer, revisionId);
  const { bundle, read } = await readRevision(
    service,
    await withChanges(service, viewer, base, changes, signal),
    viewer,
    signal,
  );
  return { bundle, read, changes: scenarioChanges(base.data as object, read.data) };
}

/**
 * Compares the alternatives of a draft: the same numbers as those of a revision that says the same.
 *
 * @throws {PlannerError} when it is too large to be answered at once
 */
export async function draftResult(
  service: Workshop,
  viewer: Viewer,
  { bundle, read }: Draft,
  asked: ComparisonDesign,
  signal: AbortSignal | undefined,
): Promise<DraftResult> {
  const design = checkedDesign(asked);
  const found = resultKey(read, { textHash: hashOf(bundle) }, design);
  const stored = await storedResult(service.database.prisma, found.key);
  if (stored !== null) return { document: await service.documents.load(stored.id), computed: 0 };
  const ready = service.documents.unstored(found.key);
  if (ready !== undefined) return { document: ready, computed: 0 };
  demandAtOnce(service, found, design);
  const files = { file: bundle.file, files: { ...bundle.files } };
  const { json, villageDrawYears } = await computeResult(service, files, design, found, {
    caller: viewer.caller,
    weight: 'short',
    signal,
    limitMs: service.configuration.querySeconds * 1000,
  });
  return { document: await service.documents.keepUnstored(found.key, json), computed: villageDrawYears };
}

/** One future of a draft, year by year. */
export async function draftFuture(
  service: Workshop,
  viewer: Viewer,
  { bundle }: Draft,
  question: ReplayQuestion,
  signal: AbortSignal | undefined,
): Promise<Replay> {
  return await askedOf('future', () =>
    service.computing.replay(bundle, question, {
      caller: viewer.caller,
      signal,
      limitMs: service.configuration.querySeconds * 1000,
    }),
  );
}

/** How a number of a draft came about, down to inputs and sources. */
export async function explainDraft(
  service: Workshop,
  viewer: Viewer,
  { bundle }: Draft,
  question: ExplainQuestion,
  signal: AbortSignal | undefined,
): Promise<Explained> {
  return await askedOf('what', () =>
    service.computing.explain(bundle, question, {
      caller: viewer.caller,
      signal,
      limitMs: service.configuration.querySeconds * 1000,
    }),
  );
}
