import { type ParameterRow, parametersOf } from '../../app/parameters.ts';
import { builder } from '../builder.ts';
import { Label } from './label.ts';
import { counted, pageOf } from './list-connection.ts';
import { RevisionNode } from './revision.ts';
import { isSearched } from './searched.ts';
import { GivenBy, Status } from './status.ts';

/** A number that the model or a scenario states. */
const Parameter = builder.objectRef<ParameterRow>('Parameter').implement({
  description: 'A number that the model or a scenario states, with who says so.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What a scenario calls it.' }),
    label: t.expose('label', { type: Label, description: 'What it is.' }),
    entity: t.exposeString('entity', { description: 'The kind of thing it belongs to.' }),
    instance: t.exposeString('instance', {
      description: 'Id of the thing in the scenario; empty for the scenario as a whole, and for defaults.',
    }),
    unit: t.exposeString('unit', { description: 'Its unit, such as SEK/year; 1 for a number without unit.' }),
    stated: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'What is stated, in `unit`: a number, an object such as { low, likely, high }, or the formula that holds unless it is stated, after `=`. Null where a scenario must state it.',
      resolve: ({ stated }) => stated ?? null,
    }),
    priceYear: t.int({
      nullable: true,
      description: 'Calendar year whose prices it is in, where it is money.',
      resolve: ({ priceYear }) => priceYear ?? null,
    }),
    priceFactor: t.float({
      nullable: true,
      description: 'Factor from those prices to prices of the start year, where a scenario is told.',
      resolve: ({ priceFactor }) => priceFactor ?? null,
    }),
    status: t.field({
      type: Status,
      nullable: true,
      description: 'How far it is known; null where nobody says.',
      resolve: ({ status }) => status ?? null,
    }),
    source: t.string({ nullable: true, description: 'Where it comes from.', resolve: ({ source }) => source ?? null }),
    givenBy: t.expose('givenBy', { type: GivenBy, description: 'Who gave it.' }),
  }),
});

const ParameterFilter = builder.inputType('ParameterFilter', {
  description: 'Which parameters; all that is stated must hold.',
  fields: (t) => ({
    search: t.string({ description: 'Words of the name or the label, in either language.' }),
    entity: t.string({ description: 'Only of this kind of thing: future, place, shop, servicePoint …' }),
    instance: t.string({ description: 'Only of this place, shop or measure, by its id in the scenario.' }),
    status: t.field({ type: Status, description: 'Only what is known so far.' }),
    givenBy: t.field({ type: GivenBy, description: 'Only what was given by the scenario, a default or the program.' }),
  }),
});

type Filter = NonNullable<typeof ParameterFilter.$inferInput> | null | undefined;

function filtered(rows: readonly ParameterRow[], filter: Filter): ParameterRow[] {
  const { search, entity, instance, status, givenBy } = filter ?? {};
  return rows.filter(
    (row) =>
      isSearched(search, row.name, row.label) &&
      (entity == null || row.entity === entity) &&
      (instance == null || row.instance === instance) &&
      (status == null || row.status === status) &&
      (givenBy == null || row.givenBy === givenBy),
  );
}

builder.queryField('parameters', (t) =>
  t.connection(
    {
      type: Parameter,
      description: 'Every number a scenario may state, with its default and the source of it.',
      args: { filter: t.arg({ type: ParameterFilter, description: 'Which; all of them unless stated.' }) },
      resolve: (_root, { filter, ...page }, { service }) => pageOf(filtered(parametersOf(service.model), filter), page),
    },
    ...counted,
  ),
);

builder.prismaObjectFields(RevisionNode, (t) => ({
  parameters: t.connection(
    {
      type: Parameter,
      description: 'Every number this revision is computed from, its own and defaults, with the source of each.',
      args: { filter: t.arg({ type: ParameterFilter, description: 'Which; all of them unless stated.' }) },
      select: { file: true, files: true },
      resolve: async ({ file, files }, { filter, ...page }, { service, viewer, signal, inTurn }) => {
        const rows = await inTurn(() =>
          service.computing.parameters(
            { file, files: files as Record<string, string> },
            { caller: viewer.caller, signal, limitMs: service.configuration.querySeconds * 1000 },
          ),
        );
        return pageOf(filtered(rows, filter), page);
      },
    },
    ...counted,
  ),
}));
