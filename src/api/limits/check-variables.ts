import { limitError } from './limit-error.ts';
import type { Limits } from './limits.ts';

/**
 * Refuses variables that would overflow the stack when read, or hold what no stored text or number can be. Walks without recursion.
 *
 * @throws {GraphQLError} with a code: `VARIABLES_NESTED_TOO_DEEP`, `TOO_MANY_VALUES`, `NULL_CHARACTER`, `MALFORMED_TEXT`, `NUMBER_TOO_LARGE`
 */
export function checkVariables(variables: unknown, limits: Pick<Limits, 'variableNesting' | 'variableValues'>): void {
  let level: unknown[] = [variables];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.variableNesting)
      throw limitError(
        'VARIABLES_NESTED_TOO_DEEP',
        'The variables hold more lists and objects inside one another than allowed; send them flatter.',
      );
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string') checkText(value);
      else if (typeof value === 'number') checkNumber(value);
      else if (Array.isArray(value)) for (const item of value) next.push(item);
      else if (typeof value === 'object' && value !== null)
        for (const [name, item] of Object.entries(value)) {
          checkText(name);
          next.push(item);
        }
    }
    values += next.length;
    if (values > limits.variableValues)
      throw limitError(
        'TOO_MANY_VALUES',
        'The variables hold more values than allowed; send them in several requests.',
      );
    level = next;
  }
}

function checkText(text: string): void {
  if (text.includes('\0'))
    throw limitError('NULL_CHARACTER', 'A text in the variables contains the null character (U+0000); leave it out.');
  if (!text.isWellFormed())
    throw limitError(
      'MALFORMED_TEXT',
      'A text in the variables contains half of a surrogate pair; send well-formed Unicode.',
    );
}

function checkNumber(number: number): void {
  if (!Number.isFinite(number))
    throw limitError('NUMBER_TOO_LARGE', 'A number in the variables is larger than a double-precision number can be.');
}
