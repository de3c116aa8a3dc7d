import type { Instances, Model, PlannedValue } from '../compile/index.ts';

/**
 * The model without what is reported of support rules that nobody may seek: their rows of the ledger and their yearly
 * amounts, which are 0 everywhere. Their formulas stay, so that they can be asked for.
 */
export function withRulesSought(model: Model, instances: Instances): Model {
  const unsought = model.rules.filter(({ entity, possible }) =>
    [instances.shared, ...instances.alternatives.map(({ own }) => own)].every((lists) =>
      (lists.get(entity) ?? []).every(({ values }) => isFalse(values[possible])),
    ),
  );
  if (unsought.length === 0) return model;
  const paid = new Set(unsought.map((rule) => rule.paid));
  const variables = new Map(model.variables);
  for (const { granted } of unsought) {
    const variable = variables.get(granted);
    if (variable?.role === 'formula') variables.set(granted, { ...variable, output: undefined });
  }
  return { ...model, variables, flows: model.flows.filter(({ id }) => !paid.has(id)) };
}

function isFalse(planned: PlannedValue | undefined): boolean {
  return planned?.kind === 'constant' && planned.value === 0;
}
