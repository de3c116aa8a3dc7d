import type { GraphQLError } from 'graphql';
import { limitError } from './limit-error.ts';
import type { Limits } from './limits.ts';
import type { DocumentMeasure } from './measure-document.ts';

/** Every limit an operation goes beyond, said without the limits' numbers except the page size, which clients choose by. */
export function checkMeasure(measure: DocumentMeasure, limits: Limits): GraphQLError[] {
  const rules: readonly (readonly [boolean, string, string])[] = [
    [
      measure.depth > limits.depth,
      'QUERY_TOO_DEEP',
      'The query is nested deeper than allowed; ask in several requests.',
    ],
    [
      measure.complexity > limits.complexity,
      'QUERY_TOO_COMPLEX',
      'The query may return more values than allowed; ask for fewer fields or smaller pages, or in several requests.',
    ],
    [
      measure.fields > limits.fields,
      'TOO_MANY_FIELDS',
      'The query has more fields than allowed, fragments written out; ask in several requests.',
    ],
    [
      measure.breadth > limits.breadth,
      'QUERY_TOO_WIDE',
      'The query has more fields side by side than allowed; ask in several requests.',
    ],
    [
      measure.rootFields > limits.rootFields,
      'TOO_MANY_ROOT_FIELDS',
      'The query has more fields at the top than allowed; ask in several requests.',
    ],
    [
      measure.aliases > limits.aliases,
      'TOO_MANY_ALIASES',
      'The query has more aliases than allowed; ask in several requests, or for a list.',
    ],
    [
      measure.directives > limits.directives,
      'TOO_MANY_DIRECTIVES',
      'The query has more directives than allowed; leave out those it does not need.',
    ],
    [
      measure.fragments > limits.fragments,
      'TOO_MANY_FRAGMENTS',
      'The document defines more fragments than allowed; write some of them out, or ask in several requests.',
    ],
    [
      measure.largestPage > limits.pageSize,
      'PAGE_TOO_LARGE',
      `A page holds at most ${limits.pageSize} items; ask for page after page with "after".`,
    ],
  ];
  return rules.filter(([beyond]) => beyond).map(([, code, message]) => limitError(code, message));
}
