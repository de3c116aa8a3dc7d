import {
  builtins,
  doubles,
  type FormulaVariable,
  FutureRun,
  futureEntity,
  type InputVariable,
  likelyFuture,
  type Model,
  type PlannedValue,
  partsOf,
  Relations,
  type Variable,
  viewOf,
} from '../../engine/compile/index.ts';
import { likelyOf, planValue } from '../../engine/scenario/index.ts';
import { suggestion } from '../../engine/text/index.ts';

/**
 * The value of one formula of the model by itself, with the names it reads given: no place, shop or measure is needed. What
 * is not given is computed by its own formula where it has one, and is its default where it has none.
 *
 * @param where - values by name, in the model's units
 * @param year - the calendar year, for what depends on a date
 * @throws {RangeError} when a name has no value or cannot be read outside a scenario, saying what to state
 */
export function evaluateFormula(
  model: Model,
  name: string,
  where: Readonly<Record<string, number | boolean>>,
  year: number,
): number | boolean {
  for (const given of Object.keys(where)) {
    if (!model.variables.has(given))
      throw new RangeError(`there is no variable «${given}». ${suggestion(given, model.variables.keys())}`);
  }
  const variables = new Map<string, Variable>();
  const values: Record<string, PlannedValue> = {};
  const open = (wanted: string): void => {
    if (variables.has(wanted)) return;
    const variable = model.variables.get(wanted);
    if (variable === undefined)
      throw new RangeError(`there is no variable «${wanted}». ${suggestion(wanted, model.variables.keys())}`);
    const given = wanted === name ? undefined : where[wanted];
    if (given !== undefined) {
      values[wanted] = { kind: 'constant', value: Number(given) };
      variables.set(wanted, asInput(variable));
      return;
    }
    if (variable.role === 'formula') {
      variables.set(wanted, { ...variable, entity: futureEntity, statable: false });
      for (const read of namesIn(variable)) open(read);
      return;
    }
    if (variable.role !== 'input' || variable.default === undefined || variable.index !== undefined)
      throw new RangeError(
        `the formula of ${name} depends on ${wanted}, which has no value by itself; state ${wanted} under where`,
      );
    const context = { model, start: year, years: 1, growth: () => 0 };
    const { planned } = planValue(context, variable, variable.default, 'default', '', () => {});
    values[wanted] = { kind: 'constant', value: likelyOf(planned) };
    variables.set(wanted, { ...variable, entity: futureEntity });
  };
  open(name);
  const future = { id: '', label: { sv: '', en: '' }, parents: {}, values, provenance: {}, parties: {} };
  const relations = new Relations(model, { shared: new Map([[futureEntity, [future]]]), alternatives: [] }, 0);
  const settings = {
    years: 1,
    startYear: year,
    seed: '',
    parameters: { value: (): number => Number.NaN },
    solvers: new Map(),
  };
  const run = new FutureRun({ ...model, variables }, settings, relations, doubles, likelyFuture);
  return run.value(name, 0, 0);
}

/** Names a formula reads; it must not look back or at other things, since there are none. */
function namesIn(variable: FormulaVariable): string[] {
  const names: string[] = [];
  const visit = (node: FormulaVariable['formula']['root']): void => {
    const view = viewOf(node);
    if (view.kind === 'form' && view.name !== 'interpolate')
      throw new RangeError(
        `the formula of ${variable.name} has ${view.name}(${view.word}, …), which needs a scenario; state ${variable.name} under where`,
      );
    if (view.kind === 'name' && !Object.hasOwn(builtins, view.name)) names.push(view.name);
    for (const part of partsOf(view)) visit(part);
  };
  visit(variable.formula.root);
  return names;
}

/** A variable whose value is given, whatever it was. */
function asInput(variable: Variable): InputVariable {
  const { name, unit, unitText, label, description, source, section, file, line } = variable;
  return {
    ...{ name, unit, unitText, label, description, source, section, file, line },
    entity: futureEntity,
    role: 'input',
    default: undefined,
    status: undefined,
    drawn: 'shared',
    index: undefined,
    minimum: undefined,
    maximum: undefined,
    whole: false,
    field: name,
    internal: true,
  };
}
