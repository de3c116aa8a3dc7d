import type { Instance, Provenance } from '../engine/compile/index.ts';
import type { Assumption, Plan } from '../engine/simulate/index.ts';

/**
 * The inputs a plan's results stand on that nobody has measured: defaults marked as assumptions, and what the scenario marks
 * so itself. One that is the same for many entities is listed once.
 */
export function assumptionsOf(plan: Plan): Assumption[] {
  const found = new Map<string, Assumption>();
  const look = (entity: string, list: readonly Instance[]): void => {
    for (const instance of list) {
      for (const [name, provenance] of Object.entries(instance.provenance)) {
        if (provenance.status !== 'assumption' || !plan.program.variables.has(name)) continue;
        add(entity, instance, name, provenance);
      }
    }
  };
  const add = (entity: string, instance: Instance, name: string, provenance: Provenance): void => {
    const definition = plan.model.variables.get(name);
    if (definition?.role !== 'input') return;
    const key = `${name} ${provenance.givenBy === 'default' ? '' : instance.id} ${JSON.stringify(provenance.stated)}`;
    if (found.has(key)) return;
    found.set(key, {
      input: definition.field,
      entity,
      instance: provenance.givenBy === 'default' ? '' : instance.id,
      label: definition.label,
      unit: definition.unitText,
      stated: provenance.stated,
      givenBy: provenance.givenBy,
      source: provenance.source,
    });
  };
  for (const [entity, list] of plan.instances.shared) look(entity, list);
  for (const { own } of plan.instances.alternatives) for (const [entity, list] of own) look(entity, list);
  // What the scenario states comes first, then what is uncertain, then the rest.
  const rank = (each: Assumption): number =>
    each.givenBy === 'scenario' ? 0 : typeof each.stated === 'object' ? 1 : 2;
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}
