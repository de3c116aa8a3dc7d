import { isObjectType, lexicographicSortSchema, printSchema } from 'graphql';
import { builder } from './builder.ts';
import './nouns/scalars.ts';
import './nouns/errors.ts';
import './nouns/workspace.ts';
import './nouns/token.ts';
import './nouns/place.ts';
import './nouns/scenario.ts';
import './nouns/revision.ts';
import './nouns/comparison.ts';
import './nouns/cost.ts';
import './nouns/draft.ts';
import './nouns/verification.ts';
import './nouns/job.ts';
import './nouns/model.ts';
import './nouns/model-version.ts';
import './nouns/parameter.ts';
import './nouns/support-rule.ts';
import './nouns/measure-kind.ts';
import './nouns/explanation.ts';

/** Everything that can be asked, with its resolvers. */
export const schema = builder.toSchema();

// The Prisma plugin gives its connections a count without words.
for (const type of Object.values(schema.getTypeMap())) {
  const total = isObjectType(type) ? type.getFields()['totalCount'] : undefined;
  if (total !== undefined) total.description ??= 'How many there are in all, beyond this page.';
}

/** The schema as text, as it is kept in schema.graphql. */
export function schemaText(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
