import type { JobEvent } from '../../service/jobs/index.ts';
import { readableScenarios } from '../../service/scenario-access.ts';
import type { Prisma } from '../../store/generated/client.ts';
import { builder } from '../builder.ts';
import { uuidOf } from '../global-id.ts';
import { askedDesign, ComparisonNode } from './comparison.ts';
import { enumOf } from './enum-of.ts';
import { userErrors } from './errors.ts';
import { RevisionNode } from './revision.ts';

const JobState = enumOf('JobState', 'Where a job stands.', {
  queued: 'It waits for its turn.',
  running: 'It is worked on.',
  done: 'It is over, and its comparison is kept.',
  failed: 'It is over without a result; `problem` tells why.',
  cancelled: 'It is over since somebody cancelled it.',
});

const JobEventKind = enumOf('JobEventKind', 'What happened to a job.', {
  queued: 'It waits for its turn: newly started, or returned by a server that stopped or met an error.',
  started: 'It was begun.',
  progress: 'It came so far.',
  resumed: 'It was begun again, from the beginning: the result is the same.',
  done: 'It is over, and its comparison is kept. Nothing comes after.',
  failed: 'It is over without a result. Nothing comes after.',
  cancelled: 'It is over since somebody cancelled it. Nothing comes after.',
});

const JobEventType = builder.prismaObject('JobEvent', {
  description: 'Something that happened to a job.',
  fields: (t) => ({
    number: t.exposeInt('number', {
      description: 'Its number in the job, from 1 without gaps: `jobEvents(after: …)` goes on from there.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
    kind: t.expose('kind', { type: JobEventKind, description: 'What happened.' }),
    message: t.exposeString('message', { description: 'The same in plain words.' }),
    futuresDone: t.exposeInt('futuresDone', { description: 'Futures computed by then.' }),
    futures: t.exposeInt('futures', { description: 'Futures there will be, as far as known then.' }),
    progress: t.float({
      description: 'Share that was done, 0 to 1.',
      select: { kind: true, futuresDone: true, futures: true },
      resolve: ({ kind, futuresDone, futures }) => (kind === 'done' ? 1 : shareOf(futuresDone, futures)),
    }),
    etaSeconds: t.float({
      nullable: true,
      description: 'Seconds until it would be done, as far as the pace told; null while there is no pace.',
      select: { etaMs: true },
      resolve: ({ etaMs }) => (etaMs === null ? null : etaMs / 1000),
    }),
  }),
});

const JobNode = builder.prismaNode('Job', {
  description:
    'A comparison too large for a query. It goes on whoever is connected, and after a restart; it ends by being done, failing, or being cancelled.',
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: uuidOf(id), workspaceId: viewer.workspaceId }),
  id: { field: 'id', description: 'Its global id; also its events are at `/jobs/{id}/events`.' },
  fields: (t) => ({
    state: t.expose('state', { type: JobState, description: 'Where it stands.' }),
    progress: t.float({
      description: 'Share that is done, 0 to 1.',
      select: { state: true, futuresDone: true, futures: true },
      resolve: ({ state, futuresDone, futures }) => (state === 'done' ? 1 : shareOf(futuresDone, futures)),
    }),
    futuresDone: t.exposeInt('futuresDone', { description: 'Futures computed so far.' }),
    futures: t.exposeInt('futures', { description: 'Futures there will be, as far as known.' }),
    etaSeconds: t.float({
      nullable: true,
      description: 'Seconds until it will be done, as far as the pace tells; null unless it is worked on.',
      select: { state: true, doneAround: true },
      resolve: ({ state, doneAround }) =>
        state !== 'running' || doneAround === null ? null : Math.max(0, (doneAround.getTime() - Date.now()) / 1000),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was asked for.' }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was first begun; null while it waits for the first time.',
    }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ended; null until then.',
    }),
    cancelAsked: t.boolean({
      description: 'Whether somebody has asked to cancel it.',
      select: { cancelAskedAt: true },
      resolve: ({ cancelAskedAt }) => cancelAskedAt !== null,
    }),
    requestedBy: t.exposeString('requestedBy', { description: 'Who started it.' }),
    seed: t.exposeString('seed', {
      nullable: true,
      description: "Which random numbers; null for the scenario's own.",
    }),
    draws: t.exposeInt('draws', { description: 'Futures asked for.' }),
    inner: t.exposeInt('inner', { description: 'Courses of luck for each set of parameters.' }),
    breakEvenFutures: t.exposeInt('breakEvenFutures', {
      nullable: true,
      description: 'Futures that break-even is averaged over; null where it is not asked.',
    }),
    problem: t.exposeString('problem', { nullable: true, description: 'Why it failed; null unless it did.' }),
    revision: t.prismaField({
      type: RevisionNode,
      nullable: true,
      description: 'What is compared; null where that is no longer shared with you.',
      select: { revisionId: true },
      resolve: async (query, { revisionId }, _args, { service, viewer }) =>
        await service.database.prisma.revision.findFirst({
          ...query,
          where: { id: revisionId, scenario: readableScenarios(viewer) },
        }),
    }),
    comparison: t.prismaField({
      type: ComparisonNode,
      nullable: true,
      description: 'What came out; null until it is done, or where the scenario is no longer shared with you.',
      select: { comparisonId: true },
      resolve: async (query, { comparisonId }, _args, { service, viewer }) =>
        comparisonId === null
          ? null
          : await service.database.prisma.comparison.findFirst({
              ...query,
              where: { id: comparisonId, revision: { scenario: readableScenarios(viewer) } },
            }),
    }),
    events: t.relatedConnection('events', {
      cursor: 'jobId_number',
      totalCount: true,
      description: 'What has happened to it, the oldest first.',
      query: { orderBy: { number: 'asc' } },
    }),
  }),
});

function shareOf(done: number, all: number): number {
  return all === 0 ? 0 : Math.min(1, done / all);
}

builder.queryField('jobs', (t) =>
  t.prismaConnection({
    type: JobNode,
    cursor: 'id',
    description: 'The jobs of your workspace, the newest first.',
    args: { state: t.arg({ type: JobState, description: 'Only those that stand so.' }) },
    totalCount: async (_root, { state }, { service, viewer }) =>
      await service.database.prisma.job.count({ where: jobsWhere(viewer, state) }),
    resolve: async (query, _root, { state }, { service, viewer }) =>
      await service.database.prisma.job.findMany({
        ...query,
        where: jobsWhere(viewer, state),
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      }),
  }),
);

function jobsWhere(
  { workspaceId }: { readonly workspaceId: string },
  state: Prisma.JobWhereInput['state'] | null,
): Prisma.JobWhereInput {
  return { workspaceId, ...(state == null ? {} : { state }) };
}

const StartComparisonInput = builder.inputType('StartComparisonInput', {
  description: 'A comparison to compute as a job.',
  fields: (t) => ({
    revision: t.globalID({ for: [RevisionNode], description: 'The revision; or name the scenario.' }),
    scenario: t.string({ description: 'Short name of a scenario, whose newest revision is compared: `fliseryd`.' }),
    draws: t.int({ description: 'Futures in all, a multiple of `inner`; 4096 unless stated.' }),
    inner: t.int({
      description: 'Courses of luck for each set of parameters: 1, 2, 4, 8, 16, 32 or 64; 16 unless stated.',
    }),
    seed: t.string({ description: "Which random numbers; the scenario's own unless stated." }),
    breakEvenFutures: t.int({
      description:
        'Asks also what value of a number would make the alternatives even, on average over so many futures.',
    }),
  }),
});

builder.mutationFields((t) => ({
  startComparison: t.prismaField({
    type: JobNode,
    description:
      'Starts a comparison as a job. The same asked for again while it is not over is the same job; one whose result is kept already is done at once. Needs the role planner.',
    errors: { types: userErrors },
    args: { input: t.arg({ type: StartComparisonInput, required: true, description: 'What to compare.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { service, viewer } = context;
      const { revisionId, design } = await askedDesign(context, input);
      const { seed, breakEvenFutures, draws, inner } = design;
      const { id } = await service.jobs.start(viewer, { revisionId, seed, draws, inner, breakEvenFutures });
      return await service.database.prisma.job.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
  cancelJob: t.prismaField({
    type: JobNode,
    description:
      'Cancels a job: at once while it waits, within a second or two while it is worked on. One that is over stays as it is. Needs the role planner.',
    errors: { types: userErrors },
    args: { id: t.arg.globalID({ for: [JobNode], required: true, description: 'The job.' }) },
    resolve: async (query, _root, { id }, { service, viewer }) => {
      const job = await service.jobs.cancel(viewer, uuidOf(id.id));
      return await service.database.prisma.job.findUniqueOrThrow({ ...query, where: { id: job.id } });
    },
  }),
}));

builder.subscriptionField('jobEvents', (t) =>
  t.field({
    type: JobEventType,
    description:
      'What happens to a job: first all that has happened after a number, then each event as it comes; ends when the job is over. Ask again with the last number you got, and you miss nothing and get nothing twice.',
    args: {
      job: t.arg.globalID({ for: [JobNode], required: true, description: 'The job.' }),
      after: t.arg.int({
        required: true,
        defaultValue: 0,
        description: 'Number of the last event you have; 0 for all.',
      }),
    },
    subscribe: async (_root, { job, after }, { service, viewer, signal }) =>
      await service.jobs.events(viewer, uuidOf(job.id), after, signal),
    resolve: (event: JobEvent) => event,
  }),
);
