import { z } from 'zod';

/** How far a number is known: found in a named source, derived by arithmetic from such, or assumed. */
export const statusSchema = z.enum(['found', 'derived', 'assumption', 'synthetic']);

export type Status = z.infer<typeof statusSchema>;

const finite = z.number();

const provenance = {
  source: z.string().max(2000).optional().describe('Where the number comes from'),
  status: statusSchema.optional().describe('How far it is known'),
  note: z.string().max(2000).optional(),
  priceYear: z.int().min(1900).max(2200).optional().describe('The year whose prices the amount is in'),
  secret: z.boolean().optional().describe('Withheld, with all that reveals it, from public exports'),
};

const triple = { low: finite, likely: finite, high: finite };

const distributionSchema = z.union([
  z.strictObject({ distribution: z.enum(['pert', 'triangular']), ...triple, ...provenance }),
  z.strictObject({
    distribution: z.literal('uniform'),
    low: finite,
    high: finite,
    likely: finite.optional(),
    ...provenance,
  }),
  z.strictObject({ distribution: z.literal('normal'), mean: finite, sd: finite, ...provenance }),
  z.strictObject({ distribution: z.literal('lognormal'), median: finite, sigma: finite, ...provenance }),
  z.strictObject({
    distribution: z.literal('beta'),
    alpha: finite,
    beta: finite,
    low: finite.optional(),
    high: finite.optional(),
    ...provenance,
  }),
  z.strictObject({
    distribution: z.literal('discrete'),
    values: z.array(finite).min(1).max(1000),
    weights: z.array(finite).min(1).max(1000),
    ...provenance,
  }),
  z.strictObject({ distribution: z.literal('empirical'), values: z.array(finite).min(1).max(100_000), ...provenance }),
]);

/**
 * A number as somebody states it: plain, with its source, as low / likely / high (a PERT distribution), as a named
 * distribution, by calendar year, or «unknown» (the default's wide range is kept).
 */
export const statedValueSchema = z
  .union([
    finite,
    z.boolean(),
    z.literal('unknown'),
    z.strictObject({ value: z.union([finite, z.boolean()]), ...provenance }),
    z.strictObject({ ...triple, ...provenance }),
    distributionSchema,
    z.strictObject({ byYear: z.record(z.string().regex(/^\d{4}$/, 'a year of four digits'), finite), ...provenance }),
  ])
  .meta({
    id: 'StatedValue',
    description: 'A number; or value, low/likely/high, a distribution or byYear, with source and status; or unknown',
  });

export type StatedValue = z.infer<typeof statedValueSchema>;

/** A stated value without its source, status, note and price year: the number itself, or low, likely and high. */
export function withoutProvenance(stated: unknown): unknown {
  if (typeof stated !== 'object' || stated === null) return stated;
  const {
    source: _source,
    status: _status,
    note: _note,
    priceYear: _priceYear,
    secret: _secret,
    ...rest
  } = stated as Record<string, unknown>;
  return Object.keys(rest).length === 1 && 'value' in rest ? rest['value'] : rest;
}
