import type { Compared } from '../computing/index.ts';
import { PlannerError, StoppedError } from '../errors.ts';
import type { Revision } from '../store/generated/client.ts';
import { type JobOptions, type JobQuestion, type Jobs, type JobWork, openJobs } from './jobs/index.ts';
import { readingOf } from './readings.ts';
import {
  checkedDesign,
  computeResult,
  keepResult,
  linkResult,
  type ResultKey,
  resultKey,
  storedResult,
} from './results.ts';
import { readable } from './scenarios.ts';
import type { Workshop } from './service.ts';
import { may } from './viewer.ts';

/** Opens the jobs of a service, which compare revisions, and begins to work on them. */
export async function openComparisonJobs(workshop: Workshop, options: JobOptions = {}): Promise<Jobs> {
  return await openJobs(workshop.database, comparisonWork(workshop), {
    // Long work never takes the last desk.
    atOnce: Math.max(1, workshop.computing.state.desks - 1),
    limitSeconds: workshop.configuration.jobMinutes * 60,
    ...options,
  });
}

/** A comparison that is computed and not kept yet. */
type ComparisonDraft = { readonly question: JobQuestion; readonly found: ResultKey; readonly computed: Compared };

/** The work of a job that compares a revision: as a query does, but larger, and kept together with the job's end. */
function comparisonWork(workshop: Workshop): JobWork<ComparisonDraft> {
  const { prisma, sql } = workshop.database;
  const { jobDraws, plannerWork } = workshop.configuration;

  /** Whoever started the job was allowed to read the revision; now only whose turn it counts as matters. */
  async function keyOf(
    { revisionId, design, caller }: JobQuestion,
    signal?: AbortSignal,
  ): Promise<{ readonly revision: Revision; readonly found: ResultKey }> {
    const revision = await prisma.revision.findUniqueOrThrow({ where: { id: revisionId } });
    return { revision, found: resultKey(await readingOf(workshop, { caller }, revision, signal), revision, design) };
  }

  return {
    check: async (viewer, question) => {
      await readable(workshop, viewer, question.revisionId);
      const { draws } = checkedDesign(question.design);
      const { villageDrawYears } = (await keyOf(question)).found;
      if (draws <= jobDraws && (villageDrawYears <= plannerWork || may(viewer, 'agency'))) return;
      throw new PlannerError([
        {
          code: 'too-large',
          path: 'draws',
          message: 'This is more than a job may compute',
          found: `${draws} draws, ${villageDrawYears} village-draw-years`,
          allowed: `at most ${jobDraws} draws, and ${plannerWork} village-draw-years for a planner`,
          hint: 'Ask for fewer draws, or let somebody with the role agency start it',
        },
      ]);
    },

    findStored: async (question) => {
      const { revision, found } = await keyOf(question);
      const result = await storedResult(prisma, found.key);
      return result === null ? undefined : { comparisonId: await linkResult(sql, revision.id, result.id) };
    },

    computeResult: async (question, { signal, limitMs, onProgress }) => {
      const { revision, found } = await keyOf(question, signal);
      // Jobs have turns of their own: those of a planner do not keep the planner's queries waiting.
      const ask = { caller: `jobs of ${question.caller}`, weight: 'long', signal, limitMs, onProgress } as const;
      const compute = (): Promise<Compared> => computeResult(workshop, revision, question.design, found, ask);
      const computed = await compute().catch((error: unknown) => {
        // A query was computing the same, under its own shorter limit.
        if (error instanceof StoppedError && !signal.aborted) return compute();
        throw error;
      });
      return { question, found, computed };
    },

    storeResult: async (within, { question, found, computed }) => ({
      comparisonId: await keepResult(within, question.revisionId, question.design, found, computed),
    }),
  };
}
