import { valueAt } from '../text/index.ts';
import type { Instantiation } from './instantiation.ts';

/** Reports open questions that point at something the scenario does not state: what was assumed could then not be told. */
export function checkOpenQuestions(work: Instantiation): void {
  const { data, problems } = work;
  for (const [id, { at }] of Object.entries(data.openQuestions ?? {})) {
    if (at === undefined || valueAt(data, at.split('.')) !== undefined) continue;
    problems.add(['openQuestions', id, 'at'], 'unknown-name', 'Nothing is stated there', {
      found: at,
      allowed: 'names with full stops between them, such as places.fliseryd.inhabitants',
      hint: 'State what is assumed meanwhile there, or leave out at and say under assumed what is done meanwhile',
    });
  }
}
