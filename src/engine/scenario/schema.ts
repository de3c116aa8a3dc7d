import { z } from 'zod';
import {
  type Entity,
  futureEntity,
  type InputVariable,
  type Model,
  parties,
  statedValueSchema,
} from '../compile/index.ts';

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'an id of small letters a–z, digits and hyphens')
  .max(60);
const text = z.string().min(1).max(300);
const label = z.union([text, z.strictObject({ sv: text, en: text })]);
const about = z.union([z.string().max(5000), z.strictObject({ sv: z.string().max(5000), en: z.string().max(5000) })]);
/**
 * Who may own, pay for or earn from a measure. Not the shop: what it pays stands in its own year, which a measure reaches by
 * compensation, visits and agency income, so that its cash and the ledger never part ways.
 */
const party = z.enum(parties.filter((each) => each !== 'resource' && each !== 'shop') as [string, ...string[]]);
const year = z.int().min(1900).max(2200);
const provenance = {
  source: z.string().max(2000).optional(),
  status: z.enum(['found', 'derived', 'assumption', 'synthetic']).optional(),
  note: z.string().max(2000).optional(),
  secret: z.boolean().optional(),
};
/** An amount that is stated, to the öre: calculations are made on it in decimals. */
const amount = z.union([
  z.number().min(0).max(1e12),
  z.strictObject({ value: z.number().min(0).max(1e12), ...provenance }),
]);

const grant = z
  .strictObject({ from: party, amount, label: label.optional(), ...provenance })
  .describe('A grant to this investment');

const investment = z.strictObject({
  label,
  cost: amount.describe('Cost, SEK'),
  residual: z.number().min(0).optional().describe('Value left at the end of its life, SEK'),
  life: z.int().min(1).max(100).describe('Years over which it depreciates'),
  rate: z.number().min(0).max(1).describe('Imputed interest, a share a year: 0.05 is 5 %'),
  method: z
    .enum(['average-capital', 'opening-balance', 'annuity'])
    .optional()
    .describe('How interest is reckoned; average-capital as municipalities do'),
  renew: z.boolean().optional().describe('Whether it is bought again after its life'),
  renewalPayer: party.optional().describe('Who pays when it is bought again; the owner by default'),
  grants: z.array(grant).max(50).optional(),
  ...provenance,
});

const securedFinancing = z
  .strictObject({
    from: party,
    amount: amount.describe('SEK a year, in the kronor of each year unless index says otherwise'),
    index: z
      .enum(['wages', 'costs', 'none'])
      .optional()
      .describe('Whether the promise follows wages or other costs from the start year on; none by default'),
    years: z.tuple([year, year]).describe('First and last calendar year'),
    label: label.optional(),
    ...provenance,
  })
  .describe('Financing that somebody has promised in writing, by year');

const openQuestion = z.strictObject({
  about: label.describe('What is not known'),
  question: label.describe('What is asked, and of whom'),
  at: z
    .string()
    .min(1)
    .max(300)
    .optional()
    .describe('Where the answer is to be written: places.loa.inhabitants. What stands there is assumed meanwhile'),
  assumed: label.optional().describe('What is done meanwhile, where at does not say it; left out unless stated'),
});

const runningLine = z.strictObject({
  label,
  category: z.enum(['premises', 'staff', 'other']).optional(),
  amount: statedValueSchema.optional().describe('SEK a year'),
  posts: z.number().min(0).max(1000).optional().describe('Share of a full-time post'),
  postCost: amount.optional().describe('Cost of a full post, SEK a year'),
  index: z.enum(['wages', 'costs', 'none']).optional(),
  payer: party,
  ...provenance,
});

/** Inputs of an entity that a scenario may state, as fields of its schema. */
function fieldsOf(model: Model, entities: readonly string[]): Record<string, z.ZodOptional<typeof statedValueSchema>> {
  const fields: Record<string, z.ZodOptional<typeof statedValueSchema>> = {};
  for (const variable of model.variables.values()) {
    if (variable.role !== 'input' || variable.internal || !entities.includes(variable.entity)) continue;
    const unit = variable.unitText === '1' ? '' : ` (${variable.unitText})`;
    fields[variable.field] = statedValueSchema
      .optional()
      .describe(`${variable.label.sv} · ${variable.label.en}${unit}`);
  }
  return fields;
}

/** Entities of places and a kind of measure, such as the stops of a tour. */
export function pairEntities(model: Model, kind: string): Entity[] {
  return [...model.entities.values()].filter(
    (entity) =>
      entity.pairs !== undefined &&
      entity.parents.some((parent) => parent.entity === kind) &&
      entity.parents.some((parent) => parent.entity === 'place'),
  );
}

/** Fields of a scenario that belong to one kind of measure, or to every kind. */
export function fieldsOfKind(model: Model, kind: string): Set<string> {
  const fields = new Set<string>(Object.keys(fieldsOf(model, ['measure', kind])));
  for (const { name, default: usual } of model.entities.get(kind)?.parties ?? [])
    if (usual !== undefined) fields.add(name);
  return fields;
}

/** Parties that measures of any kind may state, by field. */
function partyFields(model: Model): Record<string, z.ZodOptional<typeof party>> {
  const fields: Record<string, z.ZodOptional<typeof party>> = {};
  for (const kind of measureKinds(model)) {
    for (const { name, label: about, default: usual } of model.entities.get(kind)?.parties ?? []) {
      if (usual !== undefined) fields[name] = party.optional().describe(`${about?.sv} · ${about?.en} (${usual})`);
    }
  }
  return fields;
}

/** Measure kinds: every entity that belongs to a measure one to one and is named after no part of it. */
export function measureKinds(model: Model): string[] {
  return [...model.entities.values()]
    .filter(
      (entity) =>
        entity.perAlternative &&
        entity.parents.length === 1 &&
        entity.parents[0]?.role === 'measure' &&
        !['tranche', 'runningLine'].includes(entity.name),
    )
    .map((entity) => entity.name)
    .sort();
}

/**
 * The schema of a scenario for a model: its fixed parts, and a field for every input the model's files declare. The types
 * in this folder, the validation and the JSON Schema for editors all come from it.
 */
export function scenarioSchema(model: Model): ScenarioSchema {
  let schema = schemas.get(model);
  if (schema === undefined) {
    schema = buildSchema(model);
    schemas.set(model, schema);
  }
  return schema;
}

type ScenarioSchema = ReturnType<typeof buildSchema>;

const schemas = new WeakMap<Model, ScenarioSchema>();

function buildSchema(model: Model) {
  const hinterland = z.strictObject({
    ...fieldsOf(model, ['place']),
    inhabitants: statedValueSchema.describe('People in the hinterland, beside the locality'),
    distance: z.number().min(0).max(200).describe('Mean distance h to the centre, km'),
  });
  const place = z.strictObject({
    label: label.optional(),
    municipality: z.string().max(100).optional(),
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    hinterland: hinterland.optional(),
    ...fieldsOf(model, ['place']),
  });
  const town = z.strictObject({
    label: label.optional(),
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    ...fieldsOf(model, ['town']),
  });
  const shop = z.strictObject({
    label: label.optional(),
    place: id.describe('The place it stands in'),
    distance: z.number().min(0).max(200).optional().describe('From the centre of its place, km; 1 by default'),
    ...fieldsOf(model, ['shop']),
  });
  const kinds = measureKinds(model);
  const stops = kinds
    .flatMap((kind) => pairEntities(model, kind))
    .filter((entity) => entity.pairs?.with === 'serves')
    .map((entity) => entity.name);
  const rule = model.rules.length === 0 ? id : z.enum(model.rules.map((each) => each.id) as [string, ...string[]]);
  const measure = z.strictObject({
    kind: z.enum(kinds as [string, ...string[]]),
    label: label.optional(),
    start: year.optional().describe('First calendar year; the start of the scenario by default'),
    host: id.optional().describe('Id of the shop that hosts it'),
    place: id.optional().describe('Id of the place it stands in, where the host is no shop'),
    hostKind: z.enum(['shop', 'school', 'hall', 'cafe', 'church', 'leisure', 'other']).optional(),
    owner: party.optional().describe('Who owns the investments'),
    onHostClose: z.enum(['end', 'move', 'continue']).optional(),
    serves: z
      .record(id, z.strictObject(fieldsOf(model, stops)))
      .optional()
      .describe('Ids of the places it serves, each with what is stated of it there'),
    rules: z.array(rule).max(50).optional().describe('Support rules it seeks; by default those for its kind'),
    ...partyFields(model),
    distance: z.number().min(0).max(200).optional().describe('From the centre of its place, km'),
    investments: z.array(investment).max(200).optional(),
    running: z.array(runningLine).max(200).optional(),
    services: z
      .array(z.strictObject({ kind: z.enum(['municipal', 'state', 'non-profit', 'commercial']), label }))
      .max(200)
      .optional(),
    hoursPerWeek: z.number().min(0).max(168).optional(),
    secured: z
      .array(securedFinancing)
      .max(100)
      .optional()
      .describe('Financing that is secured, year by year; grants to the investments count without being named here'),
    ...fieldsOf(model, ['measure', ...kinds]),
  });
  const measures = z.record(id, measure);
  const parameters = Object.fromEntries(
    Object.entries(
      fieldsOf(
        model,
        [...model.entities.keys()].filter((entity) => !['tranche', 'runningLine'].includes(entity)),
      ),
    ).filter(([name]) => {
      const input = inputByField(model, name);
      return input !== undefined && (input.entity === futureEntity || input.default !== undefined);
    }),
  );
  return z.strictObject({
    $schema: z.string().optional(),
    formulaFiles: z
      .array(z.string().min(1).max(500))
      .max(50)
      .optional()
      .describe('Formula files of its own, with measures or support rules, beside those of the model'),
    extends: z.string().max(500).optional().describe('The scenario file this one is a diff on'),
    id,
    label,
    about: about.optional(),
    start: year.describe('First calendar year'),
    years: z.int().min(1).max(100).optional().describe('Years simulated; 15 by default'),
    seed: z.string().min(1).max(200).describe('Any text; the same seed gives the same futures'),
    detour: z
      .number()
      .min(1)
      .max(3)
      .optional()
      .describe('Road distance over great circle where no road distance is stated; 1.3 by default'),
    reach: z
      .strictObject({
        destinations: z
          .int()
          .min(1)
          .max(1000)
          .optional()
          .describe('Heaviest destinations kept for each place; 12 by default'),
        km: z.number().min(1).max(1000).optional().describe('Farthest destination kept; 60 by default'),
      })
      .optional(),
    parameters: z.strictObject(parameters).optional().describe('Assumptions for the whole scenario'),
    places: z.record(id, place),
    towns: z.record(id, town).optional(),
    shops: z.record(id, shop).optional(),
    distances: z
      .array(z.strictObject({ between: z.tuple([id, id]), km: z.number().min(0).max(2000), ...provenance }))
      .max(200_000)
      .optional()
      .describe('Road distances between places and towns; a stated pair wins over coordinates'),
    overSea: z
      .enum(['error', 'drop'])
      .optional()
      .describe(
        'A pair with more than 2 km of sea between it and no stated distance: an error by default; drop leaves it out and counts it, for generated regions',
      ),
    measures: measures.optional().describe('Measures in every alternative'),
    alternatives: z
      .record(id, z.strictObject({ label: label.optional(), about: about.optional(), measures: measures.optional() }))
      .optional()
      .describe('What is compared; the first is the baseline'),
    sameMoney: z
      .union([
        z.literal(false),
        z.strictObject({
          as: id.optional().describe('The alternative whose cost to the municipality it is'),
          shop: id.optional().describe('The shop that gets it instead'),
        }),
      ])
      .optional()
      .describe('The alternative added by itself: the same money as plain support to the shop; false for none'),
    calculations: z
      .record(
        id,
        z.strictObject({
          label: label.optional(),
          about: about.optional(),
          alternative: id.optional(),
          measure: z.union([id, measure]),
        }),
      )
      .optional()
      .describe('Calculations to set out: of a measure of an alternative, or of one written here'),
    openQuestions: z
      .record(id, openQuestion)
      .optional()
      .describe('What nobody has told yet: asked for in every report, never invented in silence'),
    correlations: z
      .array(z.strictObject({ between: z.tuple([z.string(), z.string()]), value: z.number().min(-1).max(1) }))
      .max(1000)
      .optional(),
    samples: z
      .strictObject({
        parameters: z.array(z.string()).min(1).max(100),
        rows: z.array(z.array(z.number())).min(1).max(100_000),
      })
      .optional()
      .describe('Joint samples: each outer future takes one row'),
  });
}

/** An input by the name scenarios use for it; future-wide ones first. */
export function inputByField(model: Model, field: string, entities?: readonly string[]): InputVariable | undefined {
  let found: InputVariable | undefined;
  for (const variable of model.variables.values()) {
    if (variable.role !== 'input' || variable.internal || variable.field !== field) continue;
    if (entities !== undefined && !entities.includes(variable.entity)) continue;
    if (variable.entity === futureEntity) return variable;
    found ??= variable;
  }
  return found;
}

export type ScenarioData = z.infer<ScenarioSchema>;
export type MeasureData = NonNullable<ScenarioData['measures']>[string];
export type SecuredData = NonNullable<MeasureData['secured']>[number];
export type InvestmentData = NonNullable<MeasureData['investments']>[number];
export type LabelData = z.infer<typeof label>;
