import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Compared } from '../../src/computing/index.ts';
import { hashOf } from '../../src/engine/simulate/index.ts';
import { StoppedError } from '../../src/errors.ts';
import type { JobDesign, JobQuestion, JobWork } from '../../src/service/jobs/index.ts';
import { keepResult } from '../../src/service/results.ts';
import type { Viewer } from '../../src/service/viewer.ts';
import type { Database } from '../../src/store/database.ts';

/** Work without an engine: a result that follows from the question, kept as results are, so that jobs alone are tried. */
export type SmallDraft = { readonly question: JobQuestion; readonly hash: string };

/** What the result of a question must be. */
export function smallHash({ seed, draws, inner, breakEvenFutures }: JobDesign): string {
  return hashOf({ seed: seed ?? null, draws, inner, breakEvenFutures: breakEvenFutures ?? null });
}

/** @param steps - how often progress is told, a step every `stepMs` */
export function smallWork(database: Database, steps = 1, stepMs = 1): JobWork<SmallDraft> {
  return {
    check: async () => {},
    findStored: async ({ revisionId, design }) => {
      const found = await database.prisma.comparison.findFirst({
        where: { revisionId, result: { key: smallHash(design) } },
        select: { id: true },
      });
      return found === null ? undefined : { comparisonId: found.id };
    },
    computeResult: async (question, { signal, onProgress }) => {
      const { draws } = question.design;
      for (let step = 1; step <= steps; step++) {
        await new Promise((resolve) => setTimeout(resolve, stepMs));
        if (signal.aborted) throw new StoppedError('cancelled', 'The work was cancelled');
        onProgress(Math.floor((draws * step) / steps), draws);
      }
      return { question, hash: smallHash(question.design) };
    },
    storeResult: async (sql, { question: { revisionId, design }, hash }) => {
      const { draws, inner } = design;
      const seed = design.seed ?? '';
      const certificate = { engine: '0', modelHash: '0', scenarioHash: '0', seed, draws, inner, resultHash: hash };
      const json = new Uint8Array(gzipSync('{}'));
      const numbers = { json, certificate, villageDrawYears: 1, reused: false, engineMs: 0, totalMs: 0 };
      const key = { key: hash, numbersKey: hash, seed, villageDrawYears: 1 };
      return { comparisonId: await keepResult(sql, revisionId, design, key, numbers satisfies Compared) };
    },
  };
}

/** A planner of a new workspace, with a revision of it. */
export async function plannerWithRevision({
  prisma,
}: Database): Promise<{ readonly viewer: Viewer; readonly revisionId: string }> {
  const slug = `w-${randomUUID()}`;
  const workspace = await prisma.workspace.create({ data: { slug, name: slug } });
  const scenario = await prisma.scenario.create({ data: { workspaceId: workspace.id, slug } });
  const revision = await prisma.revision.create({
    data: {
      ...{ scenarioId: scenario.id, number: 1, author: 'Anna', note: '', labelSv: slug, labelEn: slug, file: 'a.yaml' },
      ...{ files: {}, data: {}, textHash: slug, places: 1, shops: 1, alternatives: 1, years: 1 },
    },
  });
  const viewer: Viewer = { workspaceId: workspace.id, workspace: slug, role: 'planner', name: 'Anna', caller: slug };
  return { viewer, revisionId: revision.id };
}

/** Futures of a seed. */
export function draws(seed: string, futures = 1000): JobDesign {
  return { seed, draws: futures, inner: 1, breakEvenFutures: undefined };
}
