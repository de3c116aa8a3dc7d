import { suggestion, type YamlPath } from '../text/index.ts';
import { loneMeasureInstances } from './instantiate-measures.ts';
import type { Instantiation } from './instantiation.ts';

/** Reports calculations of measures there are not, and what is wrong in measures written in a calculation itself. */
export function checkCalculations(work: Instantiation): void {
  const { data, problems } = work;
  for (const [id, { alternative, measure }] of Object.entries(data.calculations ?? {})) {
    const path: YamlPath = ['calculations', id];
    if (typeof measure !== 'string') {
      loneMeasureInstances(work, id, measure, [...path, 'measure']);
      continue;
    }
    const alternatives = data.alternatives ?? {};
    if (alternative !== undefined && alternatives[alternative] === undefined) {
      problems.unknown([...path, 'alternative'], 'alternative', alternative, Object.keys(alternatives));
      continue;
    }
    const own = alternative === undefined ? {} : (alternatives[alternative]?.measures ?? {});
    if (own[measure] !== undefined || data.measures?.[measure] !== undefined) continue;
    const holders = Object.keys(alternatives).filter((each) => alternatives[each]?.measures?.[measure] !== undefined);
    const known = [...Object.keys(own), ...Object.keys(data.measures ?? {})];
    const where = alternative !== undefined ? ` in ${alternative}` : holders.length > 0 ? ' in every alternative' : '';
    problems.add([...path, 'measure'], 'unknown-name', `There is no measure «${measure}»${where}`, {
      hint: holders.length > 0 ? `State alternative: ${holders.join(' or ')}` : suggestion(measure, known),
    });
  }
}
