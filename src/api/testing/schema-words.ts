import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** Short names that are words: ids, languages, coordinates, quantile levels. */
const shortWords = new Set([
  'id',
  'sv',
  'en',
  'x',
  'y',
  'at',
  'as',
  'of',
  'to',
  'p5',
  'p25',
  'p50',
  'p75',
  'p95',
  'ofShops',
]);

/** What tells the unit of a number, in its name or its description. */
const unitWords =
  /\b(SEK|EUR|kronor|km|kilometres?|years?|seconds?|milliseconds?|days?|hours?|persons?|people|inhabitants|degrees|shares?|chance|probability|correlation|variance|ratio|unit|posts?|factor|how many|counts?|futures?|megabytes?|bytes|places × |calendar|agreed for|×|[0-9] %|%)\b|`unit`|(Sek|Km|Years?|Seconds|Share|Ratio|Factor)(?=[A-Z]|$)/i;

/**
 * What is missing in the words of a schema: a description of a type, field, argument or enum value; a name that is an
 * abbreviation only; a number without a unit in its name or its description.
 *
 * @returns one line for each, with where it is
 */
export function schemaWordProblems(schema: GraphQLSchema): string[] {
  const problems: string[] = [];
  const described = (where: string, of: { readonly description?: string | null | undefined }): void => {
    const text = of.description?.trim() ?? '';
    if (text === '') problems.push(`${where}: no description`);
    else if (!/[.!?:)`»…]$/.test(text)) problems.push(`${where}: the description is no sentence: «${text}»`);
  };
  const named = (where: string, name: string): void => {
    if (shortWords.has(name)) return;
    const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[ _]/);
    if (words.every((word) => word.length < 3 || !/[aeiouåäö]/i.test(word)))
      problems.push(`${where}: the name is an abbreviation`);
  };
  const measured = (where: string, of: GraphQLField<unknown, unknown> | GraphQLArgument | GraphQLInputField): void => {
    const type = getNamedType(of.type).name;
    if (type === 'Money' && !/Sek/.test(of.name)) problems.push(`${where}: money without Sek in its name`);
    if (type === 'Float' && !unitWords.test(of.name) && !unitWords.test(of.description ?? ''))
      problems.push(`${where}: a number without a unit in its name or description: «${of.description ?? ''}»`);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    described(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) described(`${type.name}.${value.name}`, value);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const where = `${type.name}.${field.name}`;
      described(where, field);
      named(where, field.name);
      measured(where, field);
      for (const argument of 'args' in field ? field.args : []) {
        const place = `${where}(${argument.name})`;
        described(place, argument);
        named(place, argument.name);
        measured(place, argument);
      }
    }
  }
  return problems;
}
