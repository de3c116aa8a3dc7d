import { readableScenarios } from '../../service/scenario-access.ts';
import { type ScenarioChange, scenarioChanges } from '../../service/scenario-changes.ts';
import { newestRevision, readable } from '../../service/scenarios.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { uuidOf } from '../global-id.ts';
import { Label } from './label.ts';

/** A file of a revision. */
const ScenarioFile = builder.objectRef<{ readonly name: string; readonly text: string }>('ScenarioFile').implement({
  description: 'A file of a revision.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As the scenario names it.' }),
    text: t.exposeString('text', { description: 'What it holds, YAML.' }),
  }),
});

const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What happened to a value.',
  values: {
    added: { description: 'It was not there before.' },
    removed: { description: 'It is no longer there.' },
    changed: { description: 'It is another.' },
  } as const,
});

export const Change = builder.objectRef<ScenarioChange>('ScenarioChange').implement({
  description: 'One thing that differs between two revisions.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ChangeKind, description: 'What happened.' }),
    path: t.exposeString('path', { description: 'Where in the scenario.' }),
    before: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What stood there; null when it was added.',
      resolve: ({ before }) => before ?? null,
    }),
    after: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What stands there now; null when it was removed.',
      resolve: ({ after }) => after ?? null,
    }),
  }),
});

type Data = {
  readonly start: number;
  readonly places?: Record<string, Thing>;
  readonly shops?: Record<string, Thing & { readonly place?: string }>;
  readonly measures?: Record<string, Measure>;
  readonly alternatives?: Record<string, Thing & { readonly measures?: Record<string, Measure> }>;
};
type Thing = { readonly label?: string | { readonly sv: string; readonly en: string } };
type Measure = Thing & { readonly kind: string; readonly host?: string; readonly place?: string };

function labelOf(thing: Thing, id: string): { sv: string; en: string } {
  const { label } = thing;
  return typeof label === 'object' ? label : { sv: label ?? id, en: label ?? id };
}

/** A place, shop or measure of a scenario, as it is written. */
type Written<T> = { readonly id: string; readonly thing: T };

const ScenarioPlace = builder.objectRef<Written<Thing>>('ScenarioPlace').implement({
  description: 'A place of a scenario, as it is written there.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Its id in the scenario.' }),
    label: t.field({ type: Label, description: 'What it is called.', resolve: ({ id, thing }) => labelOf(thing, id) }),
    stated: t.field({
      type: 'JSON',
      description: 'Everything that is stated of it, with sources; units as `parameters` tells them.',
      resolve: ({ thing }) => thing,
    }),
  }),
});

const ScenarioShop = builder.objectRef<Written<Thing & { readonly place?: string }>>('ScenarioShop').implement({
  description: 'A shop of a scenario, as it is written there.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Its id in the scenario.' }),
    label: t.field({ type: Label, description: 'What it is called.', resolve: ({ id, thing }) => labelOf(thing, id) }),
    place: t.string({
      nullable: true,
      description: 'Name of the place it stands in; null where the scenario gives its coordinates only.',
      resolve: ({ thing }) => thing.place ?? null,
    }),
    stated: t.field({
      type: 'JSON',
      description: 'Everything that is stated of it, with sources; units as `parameters` tells them.',
      resolve: ({ thing }) => thing,
    }),
  }),
});

const ScenarioMeasure = builder
  .objectRef<Written<Measure> & { readonly alternatives: readonly string[] }>('ScenarioMeasure')
  .implement({
    description: 'A measure of a scenario, as it is written there.',
    fields: (t) => ({
      key: t.exposeString('id', { description: 'Its id in the scenario.' }),
      kind: t.string({ description: 'Its kind, as `measureKinds` tells them.', resolve: ({ thing }) => thing.kind }),
      label: t.field({
        type: Label,
        description: 'What it is called.',
        resolve: ({ id, thing }) => labelOf(thing, id),
      }),
      alternatives: t.exposeStringList('alternatives', { description: 'Names of the alternatives that have it.' }),
      host: t.string({
        nullable: true,
        description: 'Name of the shop that hosts it; null where none does.',
        resolve: ({ thing }) => thing.host ?? null,
      }),
      stated: t.field({
        type: 'JSON',
        description: 'Everything that is stated of it, with sources; units as `parameters` tells them.',
        resolve: ({ thing }) => thing,
      }),
    }),
  });

function written<T>(things: Record<string, T> | undefined): Written<T>[] {
  return Object.entries(things ?? {}).map(([id, thing]) => ({ id, thing }));
}

export const RevisionNode = builder.prismaNode('Revision', {
  description: 'What a scenario said at one time. Never changed, never removed.',
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: uuidOf(id), scenario: readableScenarios(viewer) }),
  id: { field: 'id', description: 'Its global id.' },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its number in the scenario, from 1.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was saved.' }),
    author: t.exposeString('author', { description: 'Who saved it.' }),
    note: t.exposeString('note', { description: 'What it is for; empty where nothing was written.' }),
    label: t.field({
      type: Label,
      description: 'What the scenario is called.',
      select: { labelSv: true, labelEn: true },
      resolve: ({ labelSv, labelEn }) => ({ sv: labelSv, en: labelEn }),
    }),
    scenario: t.relation('scenario', { description: 'The scenario it is a revision of.' }),
    file: t.exposeString('file', {
      description: 'Name of the file that is the scenario; the others are what it names.',
    }),
    files: t.field({
      type: [ScenarioFile],
      description: 'Its files, text and all.',
      select: { files: true },
      resolve: ({ files }) => Object.entries(files as Record<string, string>).map(([name, text]) => ({ name, text })),
    }),
    start: t.int({
      description: 'First calendar year.',
      select: { data: true },
      resolve: ({ data }) => (data as unknown as Data).start,
    }),
    years: t.exposeInt('years', { description: 'Length of the horizon, years.' }),
    placesCount: t.exposeInt('places', { description: 'How many places it has.' }),
    shopsCount: t.exposeInt('shops', { description: 'How many shops it has.' }),
    alternativesCount: t.exposeInt('alternatives', {
      description: 'How many alternatives are compared, with the one that is added by itself.',
    }),
    places: t.field({
      type: [ScenarioPlace],
      description: 'Its places.',
      select: { data: true },
      resolve: ({ data }) => written((data as unknown as Data).places),
    }),
    shops: t.field({
      type: [ScenarioShop],
      description: 'Its shops.',
      select: { data: true },
      resolve: ({ data }) => written((data as unknown as Data).shops),
    }),
    measures: t.field({
      type: [ScenarioMeasure],
      description: 'Its measures.',
      select: { data: true },
      resolve: ({ data }) => measuresOf(data as unknown as Data),
    }),
    comparisons: t.relatedConnection('comparisons', {
      cursor: 'id',
      totalCount: true,
      description: 'Comparisons of it that are stored, the newest first.',
      query: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
    }),
  }),
});

builder.prismaObjectFields(RevisionNode, (t) => ({
  parent: t.prismaField({
    type: RevisionNode,
    nullable: true,
    description: 'The revision it was written from; null for a first one, or where that is not shared with you.',
    select: { parentId: true },
    resolve: async (query, { parentId }, _args, { service, viewer }) =>
      parentId === null
        ? null
        : await service.database.prisma.revision.findFirst({
            ...query,
            where: { id: parentId, scenario: readableScenarios(viewer) },
          }),
  }),
  changesSince: t.field({
    type: [Change],
    description: 'What differs from another revision, of this scenario or any other you may read.',
    args: {
      revision: t.arg.globalID({
        for: [RevisionNode],
        required: true,
        description: 'The revision it is held against.',
      }),
    },
    select: { data: true },
    resolve: async ({ data }, { revision }, { service, viewer }) => {
      const other = await readable(service, viewer, uuidOf(revision.id));
      return scenarioChanges(other.data as object, data as object);
    },
  }),
}));

/** Id of the revision that is asked about: itself, or the newest of a scenario. */
export async function askedRevision(
  service: Context['service'],
  viewer: Context['viewer'],
  asked: {
    readonly revision?: { readonly id: unknown } | null | undefined;
    readonly scenario?: string | null | undefined;
  },
): Promise<string> {
  return asked.revision == null ? await newestRevision(service, viewer, asked.scenario) : uuidOf(asked.revision.id);
}

function measuresOf(data: Data): (Written<Measure> & { alternatives: string[] })[] {
  const alternatives = Object.keys(data.alternatives ?? {});
  return [
    ...written(data.measures).map((each) => ({ ...each, alternatives })),
    ...Object.entries(data.alternatives ?? {}).flatMap(([alternative, { measures }]) =>
      written(measures).map((each) => ({ ...each, alternatives: [alternative] })),
    ),
  ];
}
