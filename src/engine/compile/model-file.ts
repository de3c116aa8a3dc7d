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
  collects: z.enum(['sum', 'product']).optional().describe('Gathers the contributions of measures'),
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
  points: z.record(z.string().regex(/^-?\d+(\.\d+)?$/, 'a number'), z.number()),
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
        parties: z.array(name).optional().describe('Names of attributes that hold a party, such as payer'),
        perAlternative: z.boolean().optional().describe('Measures and their parts: each alternative has its own'),
      }),
    )
    .optional(),
  inputs: z.record(name, inputSchema).optional(),
  variables: z.record(name, variableSchema).optional(),
  contributions: z.record(name, contributionSchema).optional(),
  flows: z.array(flowSchema).optional(),
  tables: z.record(name, tableSchema).optional(),
});

export type ModelFile = z.infer<typeof modelFileSchema>;
export type BothLanguages = z.infer<typeof bothLanguages>;
