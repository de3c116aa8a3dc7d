import { type Entity, type InputVariable, type Model, withoutProvenance } from '../../engine/compile/index.ts';
import { measureKinds, pairEntities } from '../../engine/scenario/index.ts';
import { builder } from '../builder.ts';
import { enumOf } from './enum-of.ts';
import { Label } from './label.ts';
import { Party } from './party.ts';
import { Status } from './status.ts';

const MeasureSite = enumOf('MeasureSite', 'Where a measure stands.', {
  one: 'With a host shop, or at a place.',
  host: 'With a host shop only.',
  none: 'At no one place.',
});

const MeasureField = builder.objectRef<InputVariable>('MeasureField').implement({
  description: 'Something a scenario may state of a measure.',
  fields: (t) => ({
    name: t.exposeString('field', { description: 'What a scenario calls it.' }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    description: t.expose('description', { type: Label, description: 'What it is, in a sentence.' }),
    unit: t.exposeString('unitText', { description: 'Its unit, such as SEK/year; 1 for a number without unit.' }),
    default: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'Its default, in `unit`: a number, or an object such as { low, likely, high }; null where there is none.',
      resolve: (input) => withoutProvenance(input.default) ?? null,
    }),
    isRequired: t.boolean({
      description: 'Whether every measure of the kind must state it.',
      resolve: (input) => input.default === undefined,
    }),
    status: t.field({
      type: Status,
      nullable: true,
      description: 'How far the default is known.',
      resolve: ({ default: usual }) => (typeof usual === 'object' ? (usual.status ?? null) : null),
    }),
    source: t.string({
      nullable: true,
      description: 'Where the default comes from.',
      resolve: ({ default: usual }) => (typeof usual === 'object' ? (usual.source ?? null) : null),
    }),
    priceYear: t.int({
      nullable: true,
      description: 'Calendar year whose prices the default is in, where it is money.',
      resolve: ({ default: usual }) => (typeof usual === 'object' ? (usual.priceYear ?? null) : null),
    }),
    minimum: t.float({
      nullable: true,
      description: 'Least value allowed, in `unit`; null without limit.',
      resolve: ({ minimum }) => minimum ?? null,
    }),
    maximum: t.float({
      nullable: true,
      description: 'Greatest value allowed, in `unit`; null without limit.',
      resolve: ({ maximum }) => maximum ?? null,
    }),
    isWhole: t.exposeBoolean('whole', { description: 'Whether only whole numbers are allowed.' }),
  }),
});

const MeasureParty = builder.objectRef<Entity['parties'][number]>('MeasureParty').implement({
  description: 'A party of a measure, such as who pays for a tour; a scenario may name another.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What a scenario calls it.' }),
    label: t.field({
      type: Label,
      description: 'What it is.',
      resolve: ({ name, label }) => label ?? { sv: name, en: name },
    }),
    default: t.field({
      type: Party,
      nullable: true,
      description: 'Who it is unless stated; null for the owner of the measure (the municipality unless stated).',
      resolve: ({ default: usual }) => (usual === undefined || usual === 'holder' ? null : usual),
    }),
  }),
});

/** A kind of measure. */
const MeasureKind = builder.objectRef<Entity>('MeasureKind').implement({
  description: 'A kind of measure, with what a scenario may state of it. Every kind is a formula file of the model.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What a scenario calls it, under `kind`.' }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    description: t.expose('description', { type: Label, description: 'What it is, in a sentence.' }),
    site: t.expose('sites', { type: MeasureSite, description: 'Where it stands.' }),
    opensHost: t.exposeBoolean('opensHost', { description: 'Whether it opens a host shop that is closed.' }),
    fields: t.field({
      type: [MeasureField],
      description: 'What a scenario may state of it; first what only this kind has, then what every measure has.',
      resolve: ({ name }, _args, { service }) => [
        ...inputsOf(service.model, name),
        ...inputsOf(service.model, 'measure'),
      ],
    }),
    fieldsOfPlacesServed: t.field({
      type: [MeasureField],
      description:
        'What a scenario may state of each place it serves, under `serves`; none where it serves no list of places.',
      resolve: ({ name }, _args, { service }) =>
        pairEntities(service.model, name)
          .filter(({ pairs }) => pairs?.with === 'serves')
          .flatMap((stop) => inputsOf(service.model, stop.name)),
    }),
    parties: t.field({
      type: [MeasureParty],
      description: 'Its parties that a scenario may name.',
      resolve: ({ parties }) => parties.filter(({ default: usual }) => usual !== undefined),
    }),
    rules: t.stringList({
      description: 'Ids of the support rules it may seek; `supportRules` tells of them.',
      resolve: ({ name }, _args, { service }) =>
        service.model.rules.filter(({ soughtBy }) => soughtBy.includes(name)).map(({ id }) => id),
    }),
  }),
});

function inputsOf(model: Model, entity: string): InputVariable[] {
  return [...model.variables.values()].filter(
    (variable): variable is InputVariable =>
      variable.role === 'input' && variable.entity === entity && !variable.internal,
  );
}

const kindsOf = (model: Model): Entity[] => measureKinds(model).flatMap((name) => model.entities.get(name) ?? []);

builder.queryFields((t) => ({
  measureKinds: t.field({
    type: [MeasureKind],
    description: 'The kinds of measure of the shipped model.',
    resolve: (_root, _args, { service }) => kindsOf(service.model),
  }),
  measureKind: t.field({
    type: MeasureKind,
    nullable: true,
    description: 'One kind of measure; null where there is none of that name.',
    args: { name: t.arg.string({ required: true, description: 'What a scenario calls it, under `kind`.' }) },
    resolve: (_root, { name }, { service }) => kindsOf(service.model).find((kind) => kind.name === name) ?? null,
  }),
}));
