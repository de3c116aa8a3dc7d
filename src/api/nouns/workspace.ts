import { createWorkspace, workspacesOf } from '../../service/access/index.ts';
import type { Viewer } from '../../service/viewer.ts';
import { builder } from '../builder.ts';
import { uuidOf } from '../global-id.ts';
import { enumOf } from './enum-of.ts';
import { userErrors } from './errors.ts';

export const RoleType = enumOf('Role', 'What a token lets its holder do; each role includes those before it.', {
  reader: 'Reads and compares.',
  planner: 'Also writes scenarios, shares them with workspaces that are named, and starts and cancels jobs.',
  agency: 'Also shares scenarios with everyone, and starts jobs of any size.',
  admin: 'Also issues and revokes the tokens of the workspace.',
});

const WorkspaceNode = builder.prismaNode('Workspace', {
  description: 'What one organisation keeps: invisible to the others, but for the scenarios it shares.',
  nullable: true,
  findUnique: (id, { viewer }) => ({ ...workspacesOf(viewer), id: uuidOf(id) }),
  id: { field: 'id', description: 'Its global id.' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its short name.' }),
    name: t.exposeString('name', { description: 'What the organisation is called.' }),
    own: t.boolean({
      description: 'Whether it is your own.',
      select: { id: true },
      resolve: ({ id }, _args, { viewer }) => id === viewer.workspaceId,
    }),
  }),
});

const ViewerType = builder.objectRef<Viewer>('Viewer').implement({
  description: 'Who asks.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name written beside what they save.' }),
    role: t.expose('role', { type: RoleType, description: 'What they may do.' }),
    workspace: t.prismaField({
      type: WorkspaceNode,
      description: 'The workspace they work in.',
      resolve: async (query, { workspaceId }, _args, { service }) =>
        await service.database.prisma.workspace.findUniqueOrThrow({ ...query, where: { id: workspaceId } }),
    }),
  }),
});

const CreateWorkspaceInput = builder.inputType('CreateWorkspaceInput', {
  description: 'A workspace for an organisation.',
  fields: (t) => ({
    slug: t.string({
      required: true,
      description: 'Its short name: small letters a–z, digits and hyphens, at most 63.',
    }),
    name: t.string({ required: true, description: 'What the organisation is called; at most 100 characters.' }),
  }),
});

builder.queryFields((t) => ({
  viewer: t.field({
    type: ViewerType,
    description: 'Who you are: what your token says, or the user of this machine where none is needed.',
    resolve: (_root, _args, { viewer }) => viewer,
  }),
  workspaces: t.prismaConnection({
    type: WorkspaceNode,
    cursor: 'id',
    description: 'Your workspace, and those that share a scenario with you; all of them to whoever runs the service.',
    totalCount: async (_root, _args, { service, viewer }) =>
      await service.database.prisma.workspace.count({ where: workspacesOf(viewer) }),
    resolve: async (query, _root, _args, { service, viewer }) =>
      await service.database.prisma.workspace.findMany({
        ...query,
        where: workspacesOf(viewer),
        orderBy: [{ slug: 'asc' }],
      }),
  }),
}));

builder.mutationField('createWorkspace', (t) =>
  t.prismaField({
    type: WorkspaceNode,
    description: 'Makes a workspace for an organisation. Only for whoever runs the service.',
    errors: { types: userErrors },
    args: { input: t.arg({ type: CreateWorkspaceInput, required: true, description: 'The workspace.' }) },
    resolve: async (_query, _root, { input }, { service, viewer }) =>
      await createWorkspace(service.database, viewer, input),
  }),
);
