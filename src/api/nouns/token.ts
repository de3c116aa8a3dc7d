import { type ShownToken, tokenState, tokensOf } from '../../service/access/index.ts';
import { demand, may, type Viewer } from '../../service/viewer.ts';
import { builder } from '../builder.ts';
import { nobody, uuidOf } from '../global-id.ts';
import { enumOf } from './enum-of.ts';
import { userErrors } from './errors.ts';
import { RoleType } from './workspace.ts';

const TokenState = enumOf('TokenState', 'Whether a token lets anybody in.', {
  valid: 'It does.',
  expired: 'Its time is over.',
  revoked: 'Somebody ended it.',
});

const TokenNode = builder.prismaNode('AccessToken', {
  description:
    'What lets a person or a program in. The token itself is shown once, when it is issued; only its hash is kept.',
  nullable: true,
  findUnique: (id, { viewer }) => ({ ...tokensOf(viewer), id: may(viewer, 'admin') ? uuidOf(id) : nobody }),
  id: { field: 'id', description: 'Its global id.' },
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Its id as the command line writes it; also part of the token.' }),
    name: t.exposeString('name', { description: 'Whom or what it is for.' }),
    role: t.expose('role', { type: RoleType, description: 'What it lets its holder do.' }),
    state: t.field({
      type: TokenState,
      description: 'Whether it lets anybody in now.',
      select: { revokedAt: true, expiresAt: true },
      resolve: (token) => tokenState(token),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was issued.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When its time is over.' }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null unless it was.',
    }),
    workspace: t.relation('workspace', { description: 'The workspace it lets its holder work in.' }),
  }),
});

builder.queryField('tokens', (t) =>
  t.prismaConnection({
    type: TokenNode,
    cursor: 'id',
    description: 'The tokens of your workspace, also those that are over; the newest first. Needs the role admin.',
    totalCount: async (_root, _args, { service, viewer }) =>
      await service.database.prisma.accessToken.count({ where: demandedTokens(viewer) }),
    resolve: async (query, _root, _args, { service, viewer }) =>
      await service.database.prisma.accessToken.findMany({
        ...query,
        where: demandedTokens(viewer),
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      }),
  }),
);

function demandedTokens(viewer: Viewer) {
  demand(viewer, 'admin');
  return tokensOf(viewer);
}

const IssuedToken = builder
  .objectRef<{ readonly issued: ShownToken; readonly token: string }>('IssuedToken')
  .implement({
    description: 'A new token.',
    fields: (t) => ({
      token: t.exposeString('token', {
        description:
          'The token itself, to be sent as `Authorization: Bearer …`. Nobody can show it again: keep it safe.',
      }),
      accessToken: t.prismaField({
        type: TokenNode,
        description: 'What is kept of it.',
        resolve: async (query, { issued }, _args, { service }) =>
          await service.database.prisma.accessToken.findUniqueOrThrow({ ...query, where: { id: issued.id } }),
      }),
    }),
  });

const IssueTokenInput = builder.inputType('IssueTokenInput', {
  description: 'A token to issue.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Whom or what it is for; at most 100 characters.' }),
    role: t.field({ type: RoleType, required: true, description: 'What it lets its holder do.' }),
    days: t.int({ description: 'Days until its time is over: 1 to 366, 90 unless stated.' }),
    workspace: t.string({
      description: 'Short name of the workspace; your own unless stated. Another only for whoever runs the service.',
    }),
  }),
});

builder.mutationFields((t) => ({
  issueToken: t.field({
    type: IssuedToken,
    description: 'Issues a token of your workspace. Needs the role admin.',
    errors: { types: userErrors },
    args: { input: t.arg({ type: IssueTokenInput, required: true, description: 'The token.' }) },
    resolve: async (_root, { input }, { service, viewer }) =>
      await service.access.issue(viewer, {
        name: input.name,
        role: input.role,
        days: input.days ?? undefined,
        workspace: input.workspace ?? undefined,
      }),
  }),
  revokeToken: t.prismaField({
    type: TokenNode,
    description: 'Ends a token of your workspace for good. Needs the role admin.',
    errors: { types: userErrors },
    args: {
      id: t.arg.globalID({ for: [TokenNode], required: true, description: 'The token.' }),
    },
    resolve: async (query, _root, { id }, { service, viewer }) => {
      const revoked = await service.access.revoke(viewer, uuidOf(id.id));
      return await service.database.prisma.accessToken.findUniqueOrThrow({ ...query, where: { id: revoked.id } });
    },
  }),
}));
