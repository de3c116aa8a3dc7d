import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ValidationPlugin from '@pothos/plugin-validation';
import { PlannerError } from '../errors.ts';
import type PrismaTypes from '../store/generated/pothos.ts';
import { getDatamodel } from '../store/generated/pothos.ts';
import type { Context } from './context.ts';

/** Largest page of a connection, and the page where none is asked for. */
export const pageSize = { most: 100, usual: 20 } as const;

/** Builds the schema; each noun adds its own in a file of `nouns`. */
export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: string | number | bigint };
    /** An instant, ISO 8601 in UTC. */
    DateTime: { Input: Date; Output: Date };
    /** Swedish kronor as a decimal number in a text. */
    Money: { Input: string; Output: string };
    /** Any JSON value. */
    JSON: { Input: unknown; Output: unknown };
  };
}>({
  plugins: [ErrorsPlugin, RelayPlugin, PrismaPlugin, DataloaderPlugin, ValidationPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: (context) => context.service.database.prisma,
    dmmf: getDatamodel(),
    exposeDescriptions: false,
    filterConnectionTotalCount: true,
    maxConnectionSize: pageSize.most,
    defaultConnectionSize: pageSize.usual,
    onUnusedQuery: null,
  },
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    edgesFieldOptions: { nullable: false, description: 'The entries of the page, each with its cursor.' },
    nodeFieldOptions: { nullable: false, description: 'The entry itself.' },
    nodesOnConnection: { description: 'The entries of the page, without their cursors.' },
    cursorFieldOptions: { description: 'Where the entry is: give it as `after` or `before`.' },
    pageInfoFieldOptions: { description: 'Whether there is more, and where it begins.' },
    pageInfoTypeOptions: { description: 'Whether a list goes on beyond a page.' },
    hasNextPageFieldOptions: { description: 'Whether there is more after the page.' },
    hasPreviousPageFieldOptions: { description: 'Whether there is more before the page.' },
    startCursorFieldOptions: { description: 'Cursor of the first entry; give it as `before` to page back.' },
    endCursorFieldOptions: { description: 'Cursor of the last entry; give it as `after` to page on.' },
    firstArgOptions: { description: 'How many entries, from the first; 20 unless stated, at most 100.' },
    lastArgOptions: { description: 'How many entries, from the last; at most 100.' },
    afterArgOptions: { description: 'Only what comes after this cursor.' },
    beforeArgOptions: { description: 'Only what comes before this cursor.' },
    defaultConnectionTypeOptions: { description: 'One page of a list.' },
    defaultEdgeTypeOptions: { description: 'One entry of a page, with the cursor it is found again by.' },
    nodeTypeOptions: { description: 'Anything that has a global id.' },
    idFieldOptions: { description: 'Its global id.' },
    nodeQueryOptions: {
      description: 'Anything that has an id, by its id; null where there is no such thing for you.',
      args: { id: { description: 'Its global id.' } },
    },
    nodesQueryOptions: false,
  },
  errors: {
    defaultTypes: [],
    directResult: true,
    defaultUnionOptions: { description: 'What came of it, or why it was not done.' },
  },
  complexity: { defaultComplexity: 1, defaultListMultiplier: 10, disabled: true },
  validation: {
    validationError: (failure) =>
      new PlannerError(
        failure.issues.map((issue) => ({
          code: 'argument',
          path: (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
          message: issue.message,
        })),
      ),
  },
});

builder.queryType({ description: 'What may be read.' });
builder.mutationType({ description: 'What may be changed or started.' });
builder.subscriptionType({ description: 'What may be followed.' });
