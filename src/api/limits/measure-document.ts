import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Limits } from './limits.ts';

/** How much an operation asks for; fragments are written out, and `@skip` and `@include` change nothing. */
export type DocumentMeasure = {
  /** Fields inside fields; a field at the top is at depth 1. */
  readonly depth: number;
  /** Fields of the widest selection set. */
  readonly breadth: number;
  readonly fields: number;
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fragments the document defines. */
  readonly fragments: number;
  /**
   * Values the answer may hold: 1 for a field (or the schema's own `complexity` of it), and what is inside a list times its
   * length: the asked `first` or `last` of a connection, its default page, or the assumed length of another list.
   */
  readonly complexity: number;
  /** Largest `first`, `last` or `limit` asked for. */
  readonly largestPage: number;
};

export type MeasuredRequest = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly limits: Pick<Limits, 'defaultPageSize' | 'listSize'>;
};

/**
 * Measures the operation that would run, or, where it cannot be told which, the largest of every measure over all operations.
 *
 * Each fragment is measured once, so a document whose fragments double themselves forty times is measured as fast as any. A fragment that
 * is unknown or contains itself counts nothing where it closes the circle: validation refuses it. Introspection counts like the rest.
 */
export function measureDocument(request: MeasuredRequest): DocumentMeasure {
  const operations = request.document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const named = operations.filter((node) => node.name?.value === (request.operationName || undefined));
  const chosen = request.operationName ? named : operations.length === 1 ? operations : [];
  const measures = (chosen.length === 1 ? chosen : operations).map((operation) => measureOperation(request, operation));
  return measures.reduce(largest, nothing);
}

const nothing: DocumentMeasure = {
  depth: 0,
  breadth: 0,
  fields: 0,
  rootFields: 0,
  aliases: 0,
  directives: 0,
  fragments: 0,
  complexity: 0,
  largestPage: 0,
};

function largest(a: DocumentMeasure, b: DocumentMeasure): DocumentMeasure {
  return {
    depth: Math.max(a.depth, b.depth),
    breadth: Math.max(a.breadth, b.breadth),
    fields: Math.max(a.fields, b.fields),
    rootFields: Math.max(a.rootFields, b.rootFields),
    aliases: Math.max(a.aliases, b.aliases),
    directives: Math.max(a.directives, b.directives),
    fragments: Math.max(a.fragments, b.fragments),
    complexity: Math.max(a.complexity, b.complexity),
    largestPage: Math.max(a.largestPage, b.largestPage),
  };
}

/** What a selection set adds up to. */
type Sum = {
  depth: number;
  /** Fields directly in the set. */
  width: number;
  /** Fields of the widest set in it. */
  breadth: number;
  fields: number;
  aliases: number;
  directives: number;
  /** Complexity counted once, and (in a connection) for every item of its page. */
  once: number;
  perItem: number;
  largestPage: number;
};

const emptySum = (): Sum => ({
  depth: 0,
  width: 0,
  breadth: 0,
  fields: 0,
  aliases: 0,
  directives: 0,
  once: 0,
  perItem: 0,
  largestPage: 0,
});

/** Sums stay numbers one can compare: doubling fragments reach any size. */
const most = 1e15;
const bounded = (value: number): number => Math.min(value, most);

function measureOperation(request: MeasuredRequest, operation: OperationDefinitionNode): DocumentMeasure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of request.document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION && !fragments.has(node.name.value)) fragments.set(node.name.value, node);
  const sums = new Map<string, Sum>();
  for (const fragment of innermostFirst(fragments)) {
    const type = request.schema.getType(fragment.typeCondition.name.value);
    const sum = sumOf(fragment.selectionSet, type !== undefined && isCompositeType(type) ? type : undefined);
    sum.directives += fragment.directives?.length ?? 0;
    sums.set(fragment.name.value, sum);
  }

  const root = sumOf(operation.selectionSet, request.schema.getRootType(operation.operation) ?? undefined);
  const written = [operation, ...(operation.variableDefinitions ?? [])];
  return {
    depth: root.depth,
    breadth: root.breadth,
    fields: root.fields,
    rootFields: root.width,
    aliases: root.aliases,
    directives: bounded(root.directives + written.reduce((sum, node) => sum + (node.directives?.length ?? 0), 0)),
    fragments: fragments.size,
    complexity: bounded(root.once + root.perItem * request.limits.defaultPageSize),
    largestPage: root.largestPage,
  };

  function sumOf(set: SelectionSetNode, parent: GraphQLCompositeType | undefined): Sum {
    const total = emptySum();
    for (const selection of set.selections) {
      total.directives = bounded(total.directives + (selection.directives?.length ?? 0));
      if (selection.kind === Kind.FIELD) addField(total, selection, parent);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) add(total, sums.get(selection.name.value) ?? emptySum());
      else {
        const on = selection.typeCondition;
        const type = on === undefined ? parent : request.schema.getType(on.name.value);
        add(total, sumOf(selection.selectionSet, type !== undefined && isCompositeType(type) ? type : undefined));
      }
    }
    total.breadth = Math.max(total.breadth, total.width);
    return total;
  }

  function addField(total: Sum, node: FieldNode, parent: GraphQLCompositeType | undefined): void {
    const field = parent === undefined ? undefined : request.schema.getField(parent, node.name.value);
    const named = field === undefined ? undefined : getNamedType(field.type);
    const type = named !== undefined && isCompositeType(named) ? named : undefined;
    const inside = node.selectionSet === undefined ? emptySum() : sumOf(node.selectionSet, type);
    const page = askedPage(node, field, operation, request.variables ?? {});
    const own = ownComplexity(field);

    total.fields = bounded(total.fields + 1 + inside.fields);
    total.width = bounded(total.width + 1);
    total.aliases = bounded(total.aliases + (node.alias === undefined ? 0 : 1) + inside.aliases);
    total.directives = bounded(total.directives + inside.directives);
    total.depth = Math.max(total.depth, 1 + inside.depth);
    total.breadth = Math.max(total.breadth, inside.breadth);
    total.largestPage = Math.max(total.largestPage, page ?? 0, inside.largestPage);

    const isList = field !== undefined && isListType(getNullableType(field.type));
    if (isList && parent !== undefined && isConnection(parent)) {
      total.once = bounded(total.once + own);
      total.perItem = bounded(total.perItem + inside.once + inside.perItem * request.limits.defaultPageSize);
      return;
    }
    const items = page ?? request.limits.defaultPageSize;
    const all = bounded(inside.once + items * inside.perItem);
    total.once = bounded(total.once + own + (isList ? (page ?? request.limits.listSize) * all : all));
  }
}

function add(total: Sum, part: Sum): void {
  total.depth = Math.max(total.depth, part.depth);
  total.breadth = Math.max(total.breadth, part.breadth);
  total.largestPage = Math.max(total.largestPage, part.largestPage);
  for (const key of ['width', 'fields', 'aliases', 'directives', 'once', 'perItem'] as const)
    total[key] = bounded(total[key] + part[key]);
}

/** A relay connection: its lists (`edges`, `nodes`) hold one page. */
function isConnection(type: GraphQLCompositeType): boolean {
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  const fields = type.getFields();
  return fields['pageInfo'] !== undefined && fields['edges'] !== undefined;
}

/** The page size a field is asked for; undefined where it has none or it is not a number (then validation or execution refuses it). */
function askedPage(
  node: FieldNode,
  field: GraphQLField<unknown, unknown> | undefined,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number | undefined {
  let page: number | undefined;
  for (const name of ['first', 'last', 'limit']) {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    let size: unknown;
    if (value?.kind === Kind.INT) size = Number(value.value);
    else if (value?.kind === Kind.VARIABLE) {
      const given = Object.hasOwn(variables, value.name.value) ? variables[value.name.value] : undefined;
      const definition = operation.variableDefinitions?.find((one) => one.variable.name.value === value.name.value);
      size =
        given === undefined && definition?.defaultValue?.kind === Kind.INT
          ? Number(definition.defaultValue.value)
          : given;
    } else if (value === undefined) size = field?.args.find((argument) => argument.name === name)?.default?.value;
    if (typeof size === 'number' && size >= 0) page = Math.max(page ?? 0, bounded(size));
  }
  return page;
}

/** The schema's own number for a field, as Pothos' complexity plugin keeps it; 1 where it says nothing, or leaves it to a function. */
function ownComplexity(field: GraphQLField<unknown, unknown> | undefined): number {
  const stated = field?.extensions['complexity'];
  const own = typeof stated === 'object' && stated !== null ? (stated as { field?: unknown }).field : stated;
  return typeof own === 'number' && own >= 0 ? bounded(own) : 1;
}

/** Fragments so that each comes after those it spreads, as far as they do not contain themselves. */
function innermostFirst(fragments: ReadonlyMap<string, FragmentDefinitionNode>): FragmentDefinitionNode[] {
  const order: FragmentDefinitionNode[] = [];
  const seen = new Set<string>();
  for (const start of fragments.keys()) {
    const open: { name: string; inner: string[] }[] = [];
    const enter = (name: string): void => {
      const fragment = fragments.get(name);
      if (fragment === undefined || seen.has(name)) return;
      seen.add(name);
      open.push({ name, inner: spreadsIn(fragment.selectionSet) });
    };
    enter(start);
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      const inner = last.inner.pop();
      if (inner !== undefined) enter(inner);
      else {
        order.push(fragments.get(last.name)!);
        open.pop();
      }
    }
  }
  return order;
}

function spreadsIn(set: SelectionSetNode): string[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection.name.value];
    return selection.selectionSet === undefined ? [] : spreadsIn(selection.selectionSet);
  });
}
