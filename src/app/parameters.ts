import {
  type BothLanguages,
  type Model,
  type Provenance,
  type Status,
  withoutProvenance,
} from '../engine/compile/index.ts';
import { instantiateScenario, type Scenario } from '../engine/scenario/index.ts';

/** One parameter: its default, or the value a scenario gives it for one entity. */
export type ParameterRow = {
  readonly name: string;
  readonly entity: string;
  readonly instance: string;
  readonly label: BothLanguages;
  readonly unit: string;
  /** A number, low/likely/high …; undefined when a scenario must state it. */
  readonly stated: unknown;
  readonly priceYear: number | undefined;
  readonly priceFactor: number | undefined;
  readonly status: Status | undefined;
  readonly source: string | undefined;
  readonly givenBy: Provenance['givenBy'];
};

/** Every parameter of the model with its default; with a scenario, every value it uses and where it comes from. */
export function parametersOf(model: Model, scenario?: Scenario): ParameterRow[] {
  if (scenario !== undefined) return parametersInUse(model, scenario);
  const rows: ParameterRow[] = [];
  for (const variable of model.variables.values()) {
    if (variable.role !== 'input' || variable.internal) continue;
    const replaced = model.variables.get(variable.name.replace(/Stated$/, ''));
    // A value that may be stated in place of a formula has no default but the formula.
    const formula =
      variable.name.endsWith('Stated') && replaced?.role === 'formula' ? replaced.formula.text : undefined;
    const stated = variable.default;
    const about = typeof stated === 'object' ? stated : undefined;
    rows.push({
      name: variable.field,
      entity: variable.entity,
      instance: '',
      label: variable.label,
      unit: variable.unitText,
      stated: formula === undefined ? withoutProvenance(stated) : `= ${formula}`,
      priceYear: about?.priceYear,
      priceFactor: undefined,
      status: formula === undefined ? about?.status : 'derived',
      source: about?.source,
      givenBy: 'default',
    });
  }
  return rows;
}

function parametersInUse(model: Model, scenario: Scenario): ParameterRow[] {
  const { instances } = instantiateScenario(model, scenario);
  const rows: ParameterRow[] = [];
  const lists = [...instances.shared, ...instances.alternatives.flatMap(({ own }) => [...own])];
  for (const [entity, list] of lists) {
    for (const instance of list) {
      for (const [name, provenance] of Object.entries(instance.provenance)) {
        const variable = model.variables.get(name);
        if (
          variable?.role !== 'input' ||
          name.endsWith('Given') ||
          (provenance.givenBy === 'program' && name.endsWith('Stated'))
        )
          continue;
        rows.push({
          name: variable.field,
          entity,
          instance: instance.id,
          label: variable.label,
          unit: variable.unitText,
          stated: provenance.stated,
          priceYear: provenance.priceYear,
          priceFactor: provenance.priceFactor,
          status: provenance.status,
          source: provenance.source,
          givenBy: provenance.givenBy,
        });
      }
    }
  }
  return rows;
}
