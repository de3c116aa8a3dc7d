import { z } from 'zod';
import { statedValueSchema, statusSchema } from './stated-value.ts';

const name = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a name of letters and digits that begins with a small letter');
const bothLanguages = z.strictObject({ sv: z.string().min(1).max(2000), en: z.string().min(1).max(2000) });
const formula = z.union([z.string(), z.number().transform((value) => String(value))]);

/** The parties of the ledger, in their fixed order; `resource` is the counterpart of work, energy, goods, travel and time. */
export const parties = [
  'municipality',
  'region',
  'state',
  'eu',
  'foundation',
  'association',
  'shop',
  'owner',
  'residents',
  'lender',
  'other',
  'resource',
] as const;

export type Party = (typeof parties)[number];

const unitText = z.union([z.string(), z.literal(1).transform(() => '1')]);
const described = {
  label: bothLanguages,
  description: bothLanguages.optional(),
  source: z.string().max(2000).optional(),
};

export const inputSchema = z.strictObject({
  entity: name,
  unit: unitText,
  ...described,
  default: statedValueSchema.optional().describe('Without a default the scenario must state it'),
  drawn: z
    .enum(['each', 'shared'])
    .optional()
    .describe('Whether an uncertain value is drawn for each entity or once for all'),
  index: name.optional().describe('The table that carries an amount from its price year to the start year'),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  whole: z.boolean().optional(),
  field: name.optional().describe('What a scenario calls it; by default its own name'),
  internal: z.boolean().optional().describe('Filled in by the program, not by a scenario'),
});

export const variableSchema = z.strictObject({
  entity: name,
  unit: unitText,
  ...described,
  formula: formula.optional(),
  opening: formula.optional().describe('The value before the first year, for previous(…)'),
  draw: z
    .enum(['normal', 'uniform'])
    .optional()
    .describe('A random number each year: standard normal, or uniform between 0 and 1'),
  stream: z.string().optional().describe('The quantity the stream is named for; by default the name of the variable'),
  lane: z.int().min(0).max(63).optional(),
  solved: name.optional().describe('Found by the named solver, once for each outer future'),
  collects: z.enum(['sum', 'product', 'greatest']).optional().describe('Gathers the contributions of measures'),
  statable: z.boolean().optional().describe('A scenario may state a value instead of the formula'),
  minimum: z.number().optional().describe('Least value a scenario may state'),
  maximum: z.number().optional().describe('Greatest value a scenario may state'),
  index: name.optional(),
  output: z.enum(['fan', 'mean']).optional().describe('Reported each year: with quantiles, or as an average only'),
  outcome: z.boolean().optional().describe('Its value in the last year is kept for every future'),
  round: z.literal('ore').optional().describe('Rounded to the öre where money is stated, not simulated'),
});

export const contributionSchema = z.strictObject({ to: name, from: name, formula, label: bothLanguages });

export const flowSchema = z.strictObject({
  id: name,
  entity: name,
  from: z.string(),
  to: z.string(),
  kind: z.enum(['transfer', 'resource']),
  basis: z
    .array(z.enum(['cash', 'cost', 'terminal']))
    .min(1)
    .describe('cash: liquidity and present value; cost: yearly calculations; terminal: present value only'),
  amount: formula,
  label: bothLanguages,
  source: z.string().max(2000).optional(),
});

export const tableSchema = z.strictObject({
  ...described,
  unit: unitText,
  status: statusSchema,
  stepwise: z
    .boolean()
    .optional()
    .describe('Read at whole years: each value holds until the next point, without lines between'),
  points: z.record(z.string().regex(/^-?\d+(\.\d+)?$/, 'a number'), z.number()),
});

const date = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date such as 2016-07-01');

/** An amount or a limit of the law from the dates it was decided for. */
const datedValueSchema = z.strictObject({
  unit: unitText,
  label: bothLanguages,
  description: bothLanguages.optional(),
  dated: z
    .array(z.strictObject({ from: date, value: z.number(), status: statusSchema, source: z.string().min(1).max(2000) }))
    .min(1)
    .max(200),
});

export const ruleContextSchema = z.strictObject({
  entity: name.describe('Whom the rule is tried for: each shop, each place or each measure'),
  label: bothLanguages,
  order: z.int().describe('Rules of lower order are decided first'),
  receiver: z.string().describe('The party that is paid'),
  when: formula.describe('What must hold for anything to be granted'),
  grants: name.optional().describe('The collecting variable that takes what is granted'),
  limit: formula.optional().describe('What all rules of the context may come to together, SEK a year'),
  counted: formula.optional().describe('Whether what is granted is also used'),
  delayed: formula.optional().describe('Whether it is paid the year after'),
  ofItself: z.boolean().optional().describe('Whether it applies without any measure seeking it'),
  names: z.array(name).min(1).describe('The names a rule may use, besides its own values'),
});

export const regimeSchema = z.strictObject({
  label: bothLanguages,
  description: bothLanguages.optional(),
  entity: name,
  limit: datedValueSchema.describe('Greatest sum over three years, EUR'),
  rate: name.describe('Variable with the price of a euro, SEK'),
});

export const ruleSchema = z.strictObject({
  label: bothLanguages,
  description: bothLanguages,
  payer: z.enum(parties),
  appliesTo: name.describe('A context: operating, reinvestment, delivery, project'),
  soughtBy: z.array(name).max(50).optional().describe('Kinds of measure that seek it'),
  byDefault: z.boolean().optional().describe('Whether such a measure seeks it without naming it; true unless stated'),
  validFrom: date,
  validTo: date.optional(),
  afterLastDate: z.enum(['hold', 'index', 'end']).optional().describe('After validTo; hold unless stated'),
  priority: z.int().min(0).max(1000),
  regime: name.optional(),
  deducts: z.array(name).max(50).optional().describe('Rules whose grants are taken from the cap of this one'),
  reference: z.string().min(1).max(2000),
  status: statusSchema,
  note: bothLanguages.optional(),
  values: z.record(name, datedValueSchema).optional(),
  eligible: formula.optional(),
  amount: formula,
  cap: formula.optional(),
  maxYears: formula.optional().describe('Greatest number of years in total; a last part of a year counts in part'),
});

/** One formula file: a section of the model, or a measure. */
export const modelFileSchema = z.strictObject({
  section: z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id of small letters a–z, digits and hyphens'),
  order: z.number(),
  title: bothLanguages,
  about: bothLanguages,
  source: z.string().min(1).max(2000).describe('Source of every variable of the file that names none itself'),
  entities: z
    .record(
      name,
      z.strictObject({
        label: bothLanguages,
        description: bothLanguages.optional(),
        parents: z.record(name, z.strictObject({ entity: name, optional: z.boolean().optional() })).optional(),
        parties: z
          .union([
            z.array(name),
            z.record(name, z.strictObject({ label: bothLanguages, default: z.enum([...parties, 'holder']) })),
          ])
          .optional()
          .describe(
            'Names of attributes that hold a party, such as payer; with label and default a scenario may state them',
          ),
        pairs: z
          .strictObject({ with: z.enum(['reach', 'serves']), distance: name.optional() })
          .optional()
          .describe('Of places and a kind of measure: one for each place within reach, or for each place it serves'),
        sites: z
          .enum(['one', 'host', 'none'])
          .optional()
          .describe('Where a kind of measure stands: with a host or at a place, with a host only, or at no one place'),
        hostNeeds: name.optional().describe('A truth value the host shop must have for the measure to mean anything'),
        opensHost: z.boolean().optional().describe('A kind of measure that opens a host shop which is closed'),
        perAlternative: z.boolean().optional().describe('Measures and their parts: each alternative has its own'),
      }),
    )
    .optional(),
  inputs: z.record(name, inputSchema).optional(),
  variables: z.record(name, variableSchema).optional(),
  contributions: z.record(name, contributionSchema).optional(),
  flows: z.array(flowSchema).optional(),
  tables: z.record(name, tableSchema).optional(),
  ruleContexts: z.record(name, ruleContextSchema).optional(),
  regimes: z.record(name, regimeSchema).optional(),
  rules: z.record(name, ruleSchema).optional(),
});

export type ModelFile = z.infer<typeof modelFileSchema>;
export type RuleData = z.infer<typeof ruleSchema>;
export type RuleContextData = z.infer<typeof ruleContextSchema>;
export type RegimeData = z.infer<typeof regimeSchema>;
export type DatedValueData = z.infer<typeof datedValueSchema>;
export type BothLanguages = z.infer<typeof bothLanguages>;
