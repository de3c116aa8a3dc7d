import { builder } from '../builder.ts';

const FormulaFile = builder.objectRef<{ readonly name: string; readonly text: string }>('FormulaFile').implement({
  description: 'A formula file.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    text: t.exposeString('text', { description: 'Its whole text, YAML.' }),
  }),
});

const ModelVersion = builder.prismaObject('ModelVersion', {
  description: 'The formula files that shipped with a version of the program, as they were then.',
  fields: (t) => ({
    hash: t.exposeString('hash', { description: 'Of its formulas, wording left out.' }),
    engine: t.exposeString('engine', { description: 'Version of the engine that first computed by it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was first kept.' }),
    files: t.field({
      type: [FormulaFile],
      description: 'Its formula files, in order of their names.',
      select: { files: true },
      resolve: ({ files }) =>
        Object.entries(files as Record<string, string>)
          .map(([name, text]) => ({ name, text }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
    }),
  }),
});

builder.queryField('modelVersion', (t) =>
  t.prismaField({
    type: ModelVersion,
    nullable: true,
    description:
      "A model that shipped with the program, by its hash, also when the program now has another; null where there is none such. A scenario's own formula files are among the files of its revisions.",
    args: { hash: t.arg.string({ required: true, description: 'As `model`, or a certificate, names it.' }) },
    resolve: async (query, _root, { hash }, { service }) =>
      await service.database.prisma.modelVersion.findUnique({ ...query, where: { hash } }),
  }),
);
