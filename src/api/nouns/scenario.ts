import { readableScenarios } from '../../service/scenario-access.ts';
import {
  createScenario,
  forkScenario,
  reviseScenario,
  shareScenario,
  unshareScenario,
  type ValueChange,
} from '../../service/scenarios.ts';
import { builder } from '../builder.ts';
import { uuidOf } from '../global-id.ts';
import { userErrors } from './errors.ts';
import { askedRevision, RevisionNode } from './revision.ts';

const ScenarioNode = builder.prismaNode('Scenario', {
  description: 'A scenario under its name. What it says is in its revisions, none of which is ever changed.',
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: uuidOf(id), AND: [readableScenarios(viewer)] }),
  id: { field: 'id', description: 'Its global id.' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its short name in its workspace.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was first saved.' }),
    workspace: t.relation('workspace', { description: 'The workspace it belongs to.' }),
    own: t.boolean({
      description: 'Whether it is of your own workspace; otherwise it is shared with you to read.',
      select: { workspaceId: true },
      resolve: ({ workspaceId }, _args, { viewer }) => workspaceId === viewer.workspaceId,
    }),
    sharedWith: t.stringList({
      description: 'Short names of the workspaces that may read it, `*` for everyone; empty unless it is your own.',
      select: { workspaceId: true, shares: { include: { workspace: true } } },
      resolve: ({ workspaceId, shares }, _args, { viewer }) =>
        workspaceId === viewer.workspaceId ? shares.map(({ workspace }) => workspace?.slug ?? '*').sort() : [],
    }),
    latest: t.prismaField({
      type: RevisionNode,
      description: 'Its newest revision.',
      resolve: async (query, { id }, _args, { service }) =>
        await service.database.prisma.revision.findFirstOrThrow({
          ...query,
          where: { scenarioId: id },
          orderBy: { number: 'desc' },
        }),
    }),
    revisions: t.relatedConnection('revisions', {
      cursor: 'id',
      totalCount: true,
      description: 'Its revisions, the newest first.',
      query: { orderBy: { number: 'desc' } },
    }),
  }),
});

builder.queryFields((t) => ({
  scenarios: t.prismaConnection({
    type: ScenarioNode,
    cursor: 'id',
    description: 'The scenarios you may read, by name.',
    args: {
      search: t.arg.string({ description: 'Part of the short name.' }),
      own: t.arg.boolean({ description: 'Only those of your own workspace.' }),
    },
    totalCount: async (_root, { search, own }, { service, viewer }) =>
      await service.database.prisma.scenario.count({ where: scenariosWhere(viewer, search, own) }),
    resolve: async (query, _root, { search, own }, { service, viewer }) =>
      await service.database.prisma.scenario.findMany({
        ...query,
        where: scenariosWhere(viewer, search, own),
        orderBy: [{ slug: 'asc' }, { id: 'asc' }],
      }),
  }),
  scenario: t.prismaField({
    type: ScenarioNode,
    nullable: true,
    description: 'A scenario by its short name: of your own workspace first, otherwise one that is shared with you.',
    args: {
      slug: t.arg.string({ required: true, description: 'Its short name: `fliseryd`.' }),
      workspace: t.arg.string({ description: 'Short name of the workspace it belongs to.' }),
    },
    resolve: async (query, _root, { slug, workspace }, { service, viewer }) => {
      const found = await service.database.prisma.scenario.findMany({
        where: {
          AND: [
            readableScenarios(viewer),
            { slug: withoutNull(slug), ...(workspace == null ? {} : { workspace: { slug: withoutNull(workspace) } }) },
          ],
        },
        select: { id: true, workspaceId: true },
        orderBy: { createdAt: 'asc' },
      });
      const chosen = found.find(({ workspaceId }) => workspaceId === viewer.workspaceId) ?? found[0];
      return chosen === undefined
        ? null
        : await service.database.prisma.scenario.findUnique({ ...query, where: { id: chosen.id } });
    },
  }),
}));

/** A text no name of ours can be, in place of one that a database would refuse. */
function withoutNull(text: string): string {
  return text.includes('\0') ? '' : text.toWellFormed();
}

function scenariosWhere(
  viewer: Parameters<typeof readableScenarios>[0],
  search: string | null | undefined,
  own: boolean | null | undefined,
) {
  return {
    AND: [
      own ? { workspaceId: viewer.workspaceId } : readableScenarios(viewer),
      search == null ? {} : { slug: { contains: withoutNull(search) } },
    ],
  };
}

const ScenarioFileInput = builder.inputType('ScenarioFileInput', {
  description: 'A file that a scenario names.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'As the scenario writes it: `own-measure.yaml`.' }),
    text: t.string({ required: true, description: 'What it holds, YAML.' }),
  }),
});

export const ValueChangeInput = builder.inputType('ValueChangeInput', {
  description: 'A value of a scenario to write.',
  fields: (t) => ({
    path: t.string({
      required: true,
      description: 'Where: `alternatives.servicepunkt.measures.servicepunkt.hostCompensation`.',
    }),
    value: t.field({ type: 'JSON', description: 'What is to stand there; null removes it.' }),
  }),
});

/** A value to write, or null where none is given: it is removed. */
export function valueChangeOf({ path, value }: { readonly path: string; readonly value?: unknown }): ValueChange {
  return { path, value: value ?? null };
}

const CreateScenarioInput = builder.inputType('CreateScenarioInput', {
  description: 'A new scenario.',
  fields: (t) => ({
    slug: t.string({
      required: true,
      description: 'Its short name: small letters a–z, digits and hyphens, at most 63.',
    }),
    text: t.string({ required: true, description: 'The scenario, YAML, as `validate` checks it.' }),
    extendsRevision: t.globalID({
      for: [RevisionNode],
      description: 'The revision that `extends` names, or whose files it names: they join this one, as they are now.',
    }),
    files: t.field({ type: [ScenarioFileInput], description: 'More files that it names; at most 20.' }),
    note: t.string({ description: 'What it is for, one line.' }),
  }),
});

const ReviseScenarioInput = builder.inputType('ReviseScenarioInput', {
  description: 'A new revision of a scenario: either its whole text, or values to change.',
  isOneOf: false,
  fields: (t) => ({
    basedOn: t.globalID({
      for: [RevisionNode],
      required: true,
      description: 'The revision it starts from, which must be the newest: nobody is written over unseen.',
    }),
    text: t.string({ description: 'The whole scenario, YAML. Not together with `changes`.' }),
    files: t.field({ type: [ScenarioFileInput], description: 'Files beside it that are new or otherwise.' }),
    changes: t.field({ type: [ValueChangeInput], description: 'Values to change. Not together with `text`.' }),
    note: t.string({ description: 'What is changed and why, one line.' }),
  }),
});

const ForkScenarioInput = builder.inputType('ForkScenarioInput', {
  description: 'A scenario of your own that starts from a revision.',
  fields: (t) => ({
    from: t.globalID({ for: [RevisionNode], description: 'The revision it starts from; or name the scenario.' }),
    scenario: t.string({ description: 'Short name of a scenario, whose newest revision it starts from: `fliseryd`.' }),
    slug: t.string({
      required: true,
      description: 'Its short name: small letters a–z, digits and hyphens, at most 63.',
    }),
    changes: t.field({ type: [ValueChangeInput], description: 'Values to change.' }),
    note: t.string({ description: 'What it is for, one line.' }),
  }),
});

const ShareScenarioInput = builder.inputType('ShareScenarioInput', {
  description: 'Who else may read a scenario.',
  fields: (t) => ({
    scenario: t.globalID({ for: [ScenarioNode], required: true, description: 'The scenario.' }),
    workspace: t.string({
      description: 'Short name of the workspace; everyone where it is left out, which needs the role agency.',
    }),
  }),
});

builder.mutationFields((t) => ({
  createScenario: t.prismaField({
    type: RevisionNode,
    description: 'Saves a scenario under a new name; gives its first revision. Needs the role planner.',
    errors: { types: userErrors },
    args: { input: t.arg({ type: CreateScenarioInput, required: true, description: 'The scenario.' }) },
    resolve: async (query, _root, { input }, { service, viewer, signal }) => {
      const { id } = await createScenario(
        service,
        viewer,
        {
          slug: input.slug,
          text: input.text,
          extendsRevision: input.extendsRevision == null ? undefined : uuidOf(input.extendsRevision.id),
          files: input.files ?? [],
          note: input.note ?? undefined,
        },
        signal,
      );
      return await service.database.prisma.revision.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
  reviseScenario: t.prismaField({
    type: RevisionNode,
    description: 'Saves a new revision of a scenario of your workspace. Needs the role planner.',
    errors: { types: userErrors },
    args: { input: t.arg({ type: ReviseScenarioInput, required: true, description: 'What it now says.' }) },
    resolve: async (query, _root, { input }, { service, viewer, signal }) => {
      const { id } = await reviseScenario(
        service,
        viewer,
        {
          basedOn: uuidOf(input.basedOn.id),
          text: input.text ?? undefined,
          files: input.files ?? [],
          changes: input.changes?.map(valueChangeOf),
          note: input.note ?? undefined,
        },
        signal,
      );
      return await service.database.prisma.revision.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
  forkScenario: t.prismaField({
    type: RevisionNode,
    description: 'Saves a scenario of your own that starts from any revision you may read. Needs the role planner.',
    errors: { types: userErrors },
    args: { input: t.arg({ type: ForkScenarioInput, required: true, description: 'What it starts from.' }) },
    resolve: async (query, _root, { input }, { service, viewer, signal }) => {
      const { id } = await forkScenario(
        service,
        viewer,
        {
          from: await askedRevision(service, viewer, { revision: input.from, scenario: input.scenario }),
          slug: input.slug,
          changes: (input.changes ?? []).map(valueChangeOf),
          note: input.note ?? undefined,
        },
        signal,
      );
      return await service.database.prisma.revision.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
  shareScenario: t.prismaField({
    type: ScenarioNode,
    description: 'Lets another workspace read a scenario of yours (role planner), or everyone (role agency).',
    errors: { types: userErrors },
    args: { input: t.arg({ type: ShareScenarioInput, required: true, description: 'What, and with whom.' }) },
    resolve: async (query, _root, { input }, { service, viewer }) => {
      const { id } = await shareScenario(service, viewer, uuidOf(input.scenario.id), input.workspace ?? undefined);
      return await service.database.prisma.scenario.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
  unshareScenario: t.prismaField({
    type: ScenarioNode,
    description: 'Ends that a workspace, or everyone, may read a scenario. What they have copied stays theirs.',
    errors: { types: userErrors },
    args: { input: t.arg({ type: ShareScenarioInput, required: true, description: 'What, and with whom.' }) },
    resolve: async (query, _root, { input }, { service, viewer }) => {
      const { id } = await unshareScenario(service, viewer, uuidOf(input.scenario.id), input.workspace ?? undefined);
      return await service.database.prisma.scenario.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
}));
