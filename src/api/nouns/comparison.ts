import { usualInner } from '../../engine/simulate/index.ts';
import { comparisonOf } from '../../service/comparisons.ts';
import type { ComparisonDesign } from '../../service/results.ts';
import { readableScenarios } from '../../service/scenario-access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { uuidOf } from '../global-id.ts';
import { Result } from './result/result.ts';
import { askedRevision, RevisionNode } from './revision.ts';

/** Futures where none are asked for. */
const usualDraws = 4096;

export const ComparisonNode = builder.prismaNode('Comparison', {
  description:
    'The alternatives of a revision side by side, on the same futures. The same revision, model, seed and draws have the same result.',
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: uuidOf(id), revision: { scenario: readableScenarios(viewer) } }),
  id: { field: 'id', description: 'Its global id.' },
  fields: (t) => ({
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was first asked for.' }),
    revision: t.relation('revision', { description: 'The revision compared.' }),
    villageDrawYears: t.float({
      description: 'How much it was to compute: places × futures × years × alternatives.',
      select: { result: { select: { villageDrawYears: true } } },
      resolve: ({ result }) => Number(result.villageDrawYears),
    }),
    engineSeconds: t.float({
      description: 'How long the engine computed, seconds, when it was computed.',
      select: { result: { select: { engineMs: true } } },
      resolve: ({ result }) => result.engineMs / 1000,
    }),
    result: t.field({
      type: Result,
      description: 'What came out.',
      select: { resultId: true },
      resolve: async ({ resultId }, _args, { service }) => await service.documents.load(resultId),
    }),
  }),
});

/** What a comparison is asked by, as `comparison` and `cost` take it. */
export type ComparisonAsked = {
  readonly revision?: { readonly id: unknown } | null | undefined;
  readonly scenario?: string | null | undefined;
  readonly draws?: number | null | undefined;
  readonly inner?: number | null | undefined;
  readonly seed?: string | null | undefined;
  readonly breakEvenFutures?: number | null | undefined;
};

/** The revision and the futures that are asked about. */
export async function askedDesign(
  { service, viewer }: Pick<Context, 'service' | 'viewer'>,
  asked: ComparisonAsked,
): Promise<{ readonly revisionId: string; readonly design: ComparisonDesign }> {
  return {
    revisionId: await askedRevision(service, viewer, asked),
    design: futuresOf(asked),
  };
}

/** The futures that are asked about. */
export function futuresOf(asked: Omit<ComparisonAsked, 'revision' | 'scenario'>): ComparisonDesign {
  return {
    seed: asked.seed ?? undefined,
    draws: asked.draws ?? usualDraws,
    inner: asked.inner ?? usualInner,
    breakEvenFutures: asked.breakEvenFutures ?? undefined,
  };
}

/** Arguments that say over which futures alternatives are compared. */
export const futuresArgs = builder.args((t) => ({
  draws: t.int({ defaultValue: usualDraws, description: 'Futures in all, a multiple of `inner`.' }),
  inner: t.int({
    defaultValue: usualInner,
    description: 'Courses of luck for each set of parameters: 1, 2, 4, 8, 16, 32 or 64.',
  }),
  seed: t.string({ description: "Which random numbers; the scenario's own unless stated." }),
  breakEvenFutures: t.int({
    description:
      'Asks also what value of a number would make the alternatives even, on average over so many futures; 0 for the likely run only.',
  }),
}));

builder.queryField('comparison', (t) =>
  t.prismaField({
    type: ComparisonNode,
    description:
      'Compares the alternatives of a revision. What was computed before is returned as it is stored; what is too large to be answered at once is told to be started as a job.',
    args: {
      revision: t.arg.globalID({ for: [RevisionNode], description: 'The revision; or name the scenario.' }),
      scenario: t.arg.string({
        description: 'Short name of a scenario, whose newest revision is compared: `fliseryd`.',
      }),
      ...futuresArgs,
    },
    resolve: async (query, _root, args, context) => {
      const { service, viewer, signal, cost, inTurn } = context;
      const { revisionId, design } = await askedDesign(context, args);
      const { comparisonId, computed } = await inTurn(() => comparisonOf(service, viewer, revisionId, design, signal));
      cost.villageDrawYears += computed;
      return await service.database.prisma.comparison.findUniqueOrThrow({ ...query, where: { id: comparisonId } });
    },
  }),
);
