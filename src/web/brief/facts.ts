import type { MeasureKinds } from '../answer/names.ts';
import type { Label } from '../api/label.ts';
import type { PresentStateQuery, ResidentsPartsFragment } from '../generated/graphql.ts';
import type { Numbers } from '../words/numbers.ts';
import type { Language } from '../words/spoken.ts';
import type { Change } from '../work/changes.ts';
import type { BreakEvens, Result, Revision } from '../work/work.tsx';
import type { Quarter } from './withheld.ts';
import type { words } from './words.ts';

export type Alternative = Result['alternatives'][number];
export type PresentState = Extract<NonNullable<PresentStateQuery['node']>, { readonly __typename: 'Revision' }>;
export type BriefWords = (typeof words)['sv'];

/** Who reads the brief. */
export type Version = 'internal' | 'public';

/** What every part of the brief is written from. What is withheld is NaN in it. */
export type Facts = {
  readonly result: Result;
  readonly revision: Revision;
  readonly changes: readonly Change[];
  /** Undefined until it is computed. */
  readonly breakEven: BreakEvens | undefined;
  /** Undefined until it is fetched, and where it is withheld. */
  readonly residents: ResidentsPartsFragment | undefined;
  readonly present: PresentState | undefined;
  readonly version: Version;
  /** Whether something is left out because it is secret. */
  readonly isWithholding: boolean;
  /** Whether a stated input is itself secret. */
  readonly isSecretInput: (input: string, instance: string) => boolean;
  readonly standing: ReadonlyMap<string, ReadonlyMap<string, Quarter>>;
  readonly proposed: Alternative;
  readonly baseline: Alternative;
  readonly kinds: MeasureKinds;
  readonly language: Language;
  /** Writes numbers; one that is withheld as «uppgiften är hemlig». */
  readonly numbers: Numbers;
  readonly said: BriefWords;
  readonly spoken: (label: Label) => string;
  /** What a place, shop or measure is called. */
  readonly named: (id: string) => string;
};

/** Writes numbers as before, but what is withheld as a text of ours. */
export function numbersWithholding(numbers: Numbers, withheld: string): Numbers {
  const unless =
    <Given extends unknown[]>(write: (value: never, ...more: Given) => string) =>
    (value: unknown, ...more: Given): string =>
      Number.isNaN(value) || value === 'NaN' ? withheld : write(value as never, ...more);
  return {
    number: unless(numbers.number),
    sek: unless(numbers.sek),
    thousands: unless(numbers.thousands),
    signedSek: unless(numbers.signedSek),
    percent: unless(numbers.percent),
    ofHundred: unless(numbers.ofHundred),
    withUnit: unless(numbers.withUnit),
    moment: numbers.moment,
  };
}
