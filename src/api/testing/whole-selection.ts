import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';

/**
 * A selection of everything that can be asked of a type without arguments, in pages of a hundred. A type inside itself is
 * left out, and so is `edges`, which holds what `nodes` does.
 */
export function wholeSelection(schema: GraphQLSchema, typeName: string): string {
  return select(schema, typeName, () => {});
}

/** The fields that the whole selection of a type asks for: `Type.field`, in order of their names. */
export function fieldsAsked(schema: GraphQLSchema, typeName: string): string[] {
  const asked = new Set<string>();
  select(schema, typeName, (field) => asked.add(field));
  return [...asked].sort();
}

function select(schema: GraphQLSchema, typeName: string, onField: (field: string) => void): string {
  const selectionOf = (type: GraphQLNamedType, inside: readonly string[]): string => {
    if (isUnionType(type)) {
      const members = type.getTypes().map((each) => `... on ${each.name} ${selectionOf(each, inside)}`);
      return `{ __typename ${members.join(' ')} }`;
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return '';
    const path = [...inside, type.name];
    const fields = Object.values(type.getFields())
      .filter((field) => field.name !== 'edges' && !field.args.some(isRequiredArgument))
      .filter((field) => !path.includes(getNamedType(field.type).name))
      .map((field) => {
        onField(`${type.name}.${field.name}`);
        return `${field.name}${pageOf(field)} ${selectionOf(getNamedType(field.type), path)}`;
      });
    return `{ __typename ${fields.join(' ')} }`;
  };
  const type = schema.getType(typeName);
  if (type === undefined) throw new RangeError(`there is no type ${typeName}`);
  return selectionOf(type, []);
}

function pageOf(field: GraphQLField<unknown, unknown>): string {
  return field.args.some(({ name }) => name === 'first') ? '(first: 100)' : '';
}

/** Fields that an answer holds, with whether any value of them was not null: `Type.field`. */
export function fieldsSeen(answer: unknown, seen = new Map<string, boolean>()): Map<string, boolean> {
  if (Array.isArray(answer)) for (const each of answer) fieldsSeen(each, seen);
  else if (typeof answer === 'object' && answer !== null && '__typename' in answer) {
    for (const [name, value] of Object.entries(answer)) {
      if (name === '__typename') continue;
      const key = `${answer.__typename}.${name}`;
      seen.set(key, (seen.get(key) ?? false) || value !== null);
      fieldsSeen(value, seen);
    }
  }
  return seen;
}
