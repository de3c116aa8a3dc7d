import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
} from 'graphql';
import { hostileNumbers, hostileTexts } from './hostile-texts.ts';
import type { Random } from './random.ts';

/** A document with variables, mostly valid by its schema. */
export type RandomDocument = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operation: OperationTypeNode;
};

export type DocumentOptions = {
  /** Ids that exist, to be asked for as what they are and as what they are not. */
  readonly ids?: readonly string[];
  readonly operations?: readonly OperationTypeNode[];
  /** Share of arguments, fields and directives that are wrong on purpose; 0 makes documents that should all be valid. */
  readonly wrong?: number;
};

/**
 * Writes a document for any schema: random selections, arguments of right and wrong types, fragments, aliases, directives and variables.
 *
 * The same random numbers give the same document.
 */
export function randomDocument(schema: GraphQLSchema, random: Random, options: DocumentOptions = {}): RandomDocument {
  const { wrong = 0.05, ids = [] } = options;
  const all = options.operations ?? Object.values(OperationTypeNode);
  const kinds = all.filter((kind) => schema.getRootType(kind) != null);
  const operation =
    random.chance(0.7) && kinds.includes(OperationTypeNode.QUERY) ? OperationTypeNode.QUERY : random.pick(kinds);
  const variables: Record<string, unknown> = {};
  const definitions: string[] = [];
  const fragments: string[] = [];
  const objects = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .map((type) => type.name);
  let budget = random.whole(1, 60);

  const body = selectionOf(schema.getRootType(operation)!, 0);
  const name = random.chance(0.3) ? ' Asked' : '';
  const heads = definitions.length > 0 ? `(${definitions.join(', ')})` : '';
  return { query: [`${operation}${name}${heads} ${body}`, ...fragments].join('\n'), variables, operation };

  function selectionOf(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    // A subscription has one field.
    const wanted = depth === 0 && operation === OperationTypeNode.SUBSCRIPTION ? 1 : random.whole(1, 5);
    for (let i = 0; i < wanted && fields.length > 0; i++) {
      budget--;
      const field = random.pick(fields);
      const named = getNamedType(field.type);
      if (isCompositeType(named) && (depth > 9 || budget < 0)) continue;
      const inner = isCompositeType(named) ? ` ${selectionOf(named, depth + 1)}` : '';
      const takesArguments = field.args.length > 0;
      // Two different arguments of one name do not merge, so a field with arguments gets a name of its own.
      const alias = takesArguments || random.chance(0.05) ? `a${random.whole(0, 999_999)}: ` : '';
      const fieldName = random.chance(wrong / 3)
        ? random.pick(['nothingHere', '__schema', 'constructor', `${field.name}x`])
        : field.name;
      parts.push(`${alias}${fieldName}${argumentsOf(field.args)}${wanted === 1 ? '' : directives()}${inner}`);
    }
    if (random.chance(0.2) && depth > 0) parts.push('__typename');
    if (random.chance(0.15) && depth > 0) {
      const condition = isAbstractType(type) && random.chance(0.7) ? random.pick(schema.getPossibleTypes(type)) : type;
      if (random.chance(0.5))
        parts.push(`... on ${condition.name}${directives()} ${selectionOf(condition, depth + 1)}`);
      else {
        const fragment = random.chance(0.1) ? `__schema${fragments.length}` : `F${fragments.length}`;
        const at = fragments.push('') - 1; // its place is taken first: what it selects may add more
        fragments[at] = `fragment ${fragment} on ${condition.name} ${selectionOf(condition, depth + 1)}`;
        parts.push(`...${fragment}`);
      }
    }
    if (random.chance(wrong / 5)) parts.push(random.pick(['...Unknown', '... on Nowhere { id }', '']));
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  }

  function directives(): string {
    if (random.chance(wrong / 5))
      return random.pick([' @nothing', ' @skip', ' @include(if: "yes")', ' @defer', ' @stream', ' @oneOf']);
    return random.chance(0.03) ? random.pick([' @include(if: true)', ' @skip(if: false)', ' @skip(if: true)']) : '';
  }

  function argumentsOf(args: readonly GraphQLArgument[]): string {
    const written: string[] = [];
    for (const argument of args) {
      const required = isNonNullType(argument.type) && argument.default === undefined;
      if (random.chance(required ? wrong / 3 : 0.6)) continue;
      written.push(`${argument.name}: ${argumentValue(argument)}`);
    }
    if (random.chance(wrong / 5)) written.push('nothing: 1');
    return written.length > 0 ? `(${written.join(', ')})` : '';
  }

  function argumentValue(argument: GraphQLArgument): string {
    const value = inputOf(argument.type, 0, argument.name);
    if (random.chance(0.5)) return literal(value, argument.type);
    const variable = `v${definitions.length}`;
    const type = random.chance(wrong / 3)
      ? random.pick(['Int', '[String!]', 'Boolean!', 'Nothing'])
      : String(argument.type);
    definitions.push(`$${variable}: ${type}`);
    if (!random.chance(wrong / 3)) variables[variable] = value;
    return `$${variable}`;
  }

  function inputOf(type: GraphQLInputType, depth: number, name: string): unknown {
    if (random.chance(wrong)) return anything(depth);
    if (!isNonNullType(type) && random.chance(0.1)) return null;
    const given = getNullableType(type);
    if (isListType(given))
      return Array.from({ length: random.whole(0, 3) }, () =>
        inputOf(given.ofType as GraphQLInputType, depth + 1, name),
      );
    if (isEnumType(given)) return random.pick(given.getValues()).name;
    if (isInputObjectType(given)) {
      const fields = Object.values(given.getFields());
      const chosen = given.isOneOf ? [random.pick(fields)] : fields;
      const value: Record<string, unknown> = {};
      for (const field of chosen) {
        const required = given.isOneOf || (isNonNullType(field.type) && field.default === undefined);
        if (required ? !random.chance(wrong / 3) : depth < 4 && random.chance(0.4))
          value[field.name] = inputOf(field.type, depth + 1, field.name);
      }
      if (random.chance(wrong / 3)) value['nothing'] = 1;
      return value;
    }
    switch (String(given)) {
      case 'Int':
        return /^(first|last|limit)$/.test(name) && random.chance(0.8)
          ? random.whole(0, 5)
          : random.chance(0.6) || wrong === 0
            ? random.whole(0, 50)
            : random.pick(hostileNumbers);
      case 'Float':
        return random.chance(0.5) ? random.whole(0, 1_000) / 10 : random.pick(hostileNumbers);
      case 'Boolean':
        return random.chance(0.5);
      case 'ID':
        return anyId();
      case 'String':
        return random.chance(0.4) ? random.pick(['Fliseryd', 'a', 'Kalmar', '0885']) : random.pick(hostileTexts);
      default:
        return random.pick<unknown>([
          '2026-11-23',
          '2026-11-23T22:00:00Z',
          '112869.00',
          2026,
          { a: [1, { b: null }] },
          ...hostileTexts.slice(0, 12),
        ]);
    }
  }

  function anyId(): string {
    const known = ids.length > 0 && random.chance(0.6) ? random.pick(ids) : undefined;
    if (known !== undefined && random.chance(0.7)) return known;
    const type = objects.length > 0 ? random.pick(objects) : 'Node';
    // What stands in a known id, said to be of another type; or one that could exist; or none; each perhaps with something behind it.
    const inside = known === undefined ? undefined : Buffer.from(known, 'base64').toString().split(':').at(-1);
    const plain = random.pick([inside ?? '1', '0190a0a0-0000-7000-8000-00000000dead', '0', '-1', ...hostileTexts]);
    const key = plain + random.pick(['', '', '', '\0', ' ', "'", ':x']);
    return random.chance(0.7) ? Buffer.from(`${type}:${key}`).toString('base64') : key;
  }

  function anything(depth: number): unknown {
    const plain: unknown[] = [null, true, random.pick(hostileNumbers), random.pick(hostileTexts), anyId(), [], {}];
    if (depth > 4 || random.chance(0.8)) return random.pick(plain);
    return random.chance(0.5)
      ? [anything(depth + 1), anything(depth + 1)]
      : { name: anything(depth + 1), __proto__x: 1 };
  }
}

/** A value as it is written in a document; enums without quotes where the type says so. */
function literal(value: unknown, type: GraphQLInputType): string {
  const given = getNullableType(type);
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) {
    const item = isListType(given) ? (given.ofType as GraphQLInputType) : type;
    return `[${value.map((one) => literal(one, item)).join(', ')}]`;
  }
  if (typeof value === 'object') {
    const fields = isInputObjectType(given) ? given.getFields() : {};
    return `{${Object.entries(value)
      .map(([name, one]) => `${name}: ${literal(one, fields[name]?.type ?? type)}`)
      .join(', ')}}`;
  }
  if (typeof value === 'number' && Object.is(value, -0)) return '-0';
  const isEnum = isEnumType(isListType(given) ? getNamedType(given) : given);
  if (typeof value === 'string' && isEnum && /^[A-Za-z_]\w*$/.test(value)) return value;
  // Half a surrogate pair is no document at all; it is sent in variables.
  return JSON.stringify(typeof value === 'string' ? value.toWellFormed() : value);
}
