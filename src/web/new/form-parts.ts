import type { FieldProblem } from './field-problem.ts';
import type { VillageForm } from './form.ts';

/** What every part of the form needs. */
export type FormParts = {
  readonly form: VillageForm;
  readonly setForm: (change: (form: VillageForm) => VillageForm) => void;
  /** What is wrong, of fields that somebody has left or tried to save. */
  readonly problems: ReadonlyMap<string, FieldProblem>;
  /** Notes that a field was left, so that what is wrong with it is said. */
  readonly left: (id: string) => void;
  readonly wrong: (id: string) => string | undefined;
  /** What the model reckons with where nothing is answered, in words. */
  readonly defaults: (name: DefaultName) => string;
  /** The chance of a successor where the owner has the pay he wants, in words. */
  readonly successionAtFullPay: string;
};

/** Values of the model that the form tells of. */
export type DefaultName =
  | 'localShare'
  | 'tradeMargin'
  | 'staffFixedBase'
  | 'staffFixedShare'
  | 'staffShare'
  | 'floorArea'
  | 'premisesBase'
  | 'premisesShare'
  | 'exitRate'
  | 'retirementAge'
  | 'successionBase'
  | 'successionSlope';
