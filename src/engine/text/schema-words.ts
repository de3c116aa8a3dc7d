import type { z } from 'zod';

/** The parts of a schema that say what it lets through. */
export type SchemaDefinition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly in?: z.ZodType;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly format?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDefinition } }[];
};

type CheckDefinition = {
  readonly check: string;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly error?: (issue: { readonly code: string }) => unknown;
};

/** What a schema is made of, without what only makes it optional or changes its result. */
export function definitionOf(schema: z.ZodType): SchemaDefinition {
  const definition = (schema as unknown as { _zod: { def: SchemaDefinition } })._zod.def;
  const inner = definition.innerType ?? definition.in;
  return inner === undefined ? definition : definitionOf(inner);
}

/** The schemas one of which a value must fit; one alone when it is no union. */
export function optionsOf(schema: z.ZodType): readonly z.ZodType[] {
  const { options } = definitionOf(schema);
  return options === undefined ? [schema] : options.flatMap(optionsOf);
}

/** The values an enumeration or a literal lets through; undefined for what is neither. */
export function valuesOf(schema: z.ZodType): readonly string[] | undefined {
  const { values, entries } = definitionOf(schema);
  if (values !== undefined) return values.map(String);
  return entries === undefined ? undefined : Object.values(entries);
}

/**
 * What may stand where a schema holds, in words.
 *
 * A whole number from 1 to 100 is «a whole number, 1 to 100».
 */
export function wordsFor(schema: z.ZodType): string {
  const words = [...new Set(optionsOf(schema).map(wordsForOne))];
  const last = words.pop() as string;
  return words.length === 0 ? last : `${words.join(', ')} or ${last}`;
}

function wordsForOne(schema: z.ZodType): string {
  const definition = definitionOf(schema);
  const names = valuesOf(schema);
  if (names !== undefined) return names.length === 1 ? (names[0] as string) : `one of ${names.join(', ')}`;
  switch (definition.type) {
    case 'number':
      return wordsForNumber(definition);
    case 'string':
      return wordsForText(definition);
    case 'boolean':
      return 'true or false';
    case 'array':
      return `a list${between(definition, 'items')}`;
    case 'tuple':
      return `a list of ${definition.items?.length ?? 0}`;
    default:
      return 'a map of names and values';
  }
}

function wordsForNumber(definition: SchemaDefinition): string {
  const whole = definition.format === 'safeint';
  const ends: { least?: number; most?: number; more?: number; less?: number } = {};
  for (const { check, value, inclusive } of checksOf(definition)) {
    // A whole number has the largest the computer knows as its ends: they say nothing to a reader.
    if (value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER) continue;
    if (check === 'greater_than') ends[inclusive === true ? 'least' : 'more'] = value;
    if (check === 'less_than') ends[inclusive === true ? 'most' : 'less'] = value;
  }
  const { least, most, more, less } = ends;
  const range =
    least !== undefined && most !== undefined
      ? [`${least} to ${most}`]
      : [
          ...(least === undefined ? [] : [`at least ${least}`]),
          ...(more === undefined ? [] : [`more than ${more}`]),
          ...(most === undefined ? [] : [`at most ${most}`]),
          ...(less === undefined ? [] : [`less than ${less}`]),
        ];
  return [whole ? 'a whole number' : 'a number', ...range].join(', ');
}

/** A text that must have a certain form is named by the words its rule gives for it. */
function wordsForText(definition: SchemaDefinition): string {
  const rule = checksOf(definition).find(({ check, format }) => check === 'string_format' && format === 'regex');
  const words = rule?.error?.({ code: 'invalid_format' });
  return typeof words === 'string' ? words : `a text${between(definition, 'characters')}`;
}

function between(definition: SchemaDefinition, what: string): string {
  const checks = checksOf(definition);
  const least = checks.find(({ check }) => check === 'min_length')?.minimum;
  const most = checks.find(({ check }) => check === 'max_length')?.maximum;
  if (most === undefined) return least === undefined || least === 1 ? '' : ` of at least ${least} ${what}`;
  return least === undefined || (least <= 1 && what === 'characters')
    ? ` of at most ${most} ${what}`
    : ` of ${least} to ${most} ${what}`;
}

function checksOf(definition: SchemaDefinition): readonly CheckDefinition[] {
  return (definition.checks ?? []).map((check) => check._zod.def);
}
