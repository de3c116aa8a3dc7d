import type { Problem } from '../api/ask.ts';
import type { FieldProblem } from './field-problem.ts';
import type { ScenarioOfVillage } from './scenario-text.ts';

/**
 * What the service found wrong, at the fields it is about; what belongs to no field is `left`.
 *
 * A path leads to the field of its longest beginning that one is known for: `places.byn.inhabitants.likely` to the people. A
 * distance that lacks is named by its town in the message.
 */
export function problemsByField(
  problems: readonly Problem[],
  { fieldOf, townField }: Pick<ScenarioOfVillage, 'fieldOf' | 'townField'>,
): { readonly fields: ReadonlyMap<string, FieldProblem>; readonly left: readonly Problem[] } {
  const fields = new Map<string, FieldProblem>();
  const left: Problem[] = [];
  for (const problem of problems) {
    const field = fieldFor(problem, fieldOf, townField);
    if (field === undefined) left.push(problem);
    else if (!fields.has(field))
      fields.set(field, {
        code: 'service',
        of: problem.code,
        message: problem.message,
        allowed: problem.allowed ?? undefined,
        hint: problem.hint ?? undefined,
      });
  }
  return { fields, left };
}

function fieldFor(
  { path, message }: Problem,
  fieldOf: ReadonlyMap<string, string>,
  townField: ReadonlyMap<string, string>,
): string | undefined {
  if (path?.startsWith('distances') === true) {
    const words = message.split(/[\s,]+/);
    return [...townField].find(([town]) => words.includes(town))?.[1];
  }
  for (let at = path ?? ''; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))) {
    const field = fieldOf.get(at) ?? fieldOf.get(at.replace(/\[\d+\]$/, ''));
    if (field !== undefined) return field;
  }
  return undefined;
}
