import type { MeasureKindsQuery, ModelInputsQuery, VillageParameterFragment } from '../generated/graphql.ts';
import { type Allowed, isPercent } from './allowed.ts';
import type { Form } from './edit-value.ts';
import type { Field, Usual } from './field.ts';

export type ModelInput = ModelInputsQuery['model']['variables']['nodes'][number];
export type Section = ModelInputsQuery['model']['sections'][number];
export type MeasureKind = MeasureKindsQuery['measureKinds'][number];
export type MeasureField = MeasureKind['fields'][number];
export type Parameter = VillageParameterFragment;

/** What the model and the revision say about values, as far as it has been fetched. */
export type Knowledge = {
  readonly inputs: readonly ModelInput[];
  readonly sections: readonly Section[];
  readonly kinds: readonly MeasureKind[];
  readonly parameters: readonly Parameter[];
};

export const nothingKnown: Knowledge = { inputs: [], sections: [], kinds: [], parameters: [] };

/** The input that a scenario states under a name of a place, shop, town or of itself. */
export function inputOf(inputs: readonly ModelInput[], entity: string, name: string): ModelInput | undefined {
  return inputs.find((input) => input.entity === entity && input.field === name && input.isStatable);
}

/** The field of an input of the model at a place in the scenario. */
export function fieldOfInput(input: ModelInput, path: string, instance: string): Field {
  const allowed = allowedOf(input.minimum, input.maximum, false);
  // What is stated in place of a formula has no default but what the formula gives.
  const isWorkedOut = input.name.endsWith('Stated');
  const name = input.field ?? input.name;
  return {
    id: path,
    paths: [path],
    name,
    label: input.label,
    help: input.description,
    unit: input.unit,
    isPercent: isPercent(input.unit, allowed, name),
    isYesNo: input.unit === 'boolean',
    allowed,
    form: 'stated',
    isRequired: !isWorkedOut && input.default === null,
    usual: isWorkedOut ? workedOutUsual : usualOf(input),
    ...(isWorkedOut && instance !== '' ? { workedOut: `${name}@${instance}` } : {}),
  };
}

const workedOutUsual: Usual = { stated: undefined, status: 'derived', source: undefined, priceYear: undefined };

function usualOf({ default: stated, defaultStatus, defaultSource, defaultPriceYear }: ModelInput): Usual | undefined {
  if (stated === null || stated === undefined) return undefined;
  return {
    stated,
    status: defaultStatus ?? undefined,
    source: defaultSource ?? undefined,
    priceYear: defaultPriceYear ?? undefined,
  };
}

/** The field of an input of a kind of measure, wherever the measure stands. */
export function fieldOfMeasure(field: MeasureField, measures: readonly string[], below = ''): Field {
  const allowed = allowedOf(field.minimum, field.maximum, field.isWhole);
  const paths = measures.map((path) => `${path}.${below}${field.name}`);
  const form: Form = 'stated';
  return {
    id: paths[0] ?? field.name,
    paths,
    name: field.name,
    label: field.label,
    help: field.description,
    unit: field.unit,
    isPercent: isPercent(field.unit, allowed, field.name),
    isYesNo: field.unit === 'boolean',
    allowed,
    form,
    isRequired: field.isRequired,
    ...(field.default === null || field.default === undefined
      ? {}
      : {
          usual: {
            stated: field.default,
            status: field.status ?? undefined,
            source: field.source ?? undefined,
            priceYear: field.priceYear ?? undefined,
          },
        }),
  };
}

function allowedOf(minimum: number | null, maximum: number | null, isWhole: boolean): Allowed {
  return { minimum: minimum ?? undefined, maximum: maximum ?? undefined, isWhole };
}
