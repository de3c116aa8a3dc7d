import { type FormulaVariable, futureEntity, type Instances, type Model } from '../compile/index.ts';

/** Places and shops up to which each of them is reported in full. */
const mostInFull = 400;

/** Whether a plan is of so many places and shops that nobody reads them one by one. */
export function isLargeRegion(instances: Instances): boolean {
  const count = (entity: string): number => instances.shared.get(entity)?.length ?? 0;
  return count('place') + count('shop') > mostInFull;
}

/**
 * The model with fewer yearly outputs, where a plan has more than 400 places and shops: of single places and shops only those
 * that a village reports with quantiles, and of those the average; of pairs of them none. What is of all together, outcomes,
 * survival and the ledger stay as they are. Quantiles of every year of a thousand shops would need a gigabyte a thread.
 */
export function withOutputsFor(model: Model, instances: Instances): Model {
  if (!isLargeRegion(instances)) return model;
  const variables = [...model.variables].map(([name, variable]) => {
    const isSingle = variable.entity !== futureEntity && instances.shared.has(variable.entity);
    if (variable.role !== 'formula' || variable.output === undefined || !isSingle) return [name, variable] as const;
    const ofPair = (model.entities.get(variable.entity)?.parents.length ?? 0) > 1;
    const output = variable.output === 'fan' && !ofPair ? 'mean' : undefined;
    return [name, { ...variable, output } satisfies FormulaVariable] as const;
  });
  return { ...model, variables: new Map(variables) };
}
