import { builder } from '../builder.ts';

/**
 * A closed set as an enum, in the engine's own words: `average-capital` is written `average_capital`.
 *
 * @param values - the engine's words, each with what it means
 */
export function enumOf<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
) {
  const members: Record<string, { readonly value: Value; readonly description: string }> = {};
  for (const [value, about] of Object.entries(values) as [Value, string][])
    members[value.replace(/\W/g, '_')] = { value, description: about };
  return builder.enumType(name, { description, values: members });
}
