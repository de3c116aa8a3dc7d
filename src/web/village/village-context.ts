import { createContext, use } from 'react';
import type { Problem } from '../api/ask.ts';
import type { Field } from './field.ts';
import type { PlannedMeasure } from './measures.ts';
import type { Knowledge } from './model-inputs.ts';
import type { Tree } from './scenario-tree.ts';

/** What every field of the panel needs: the scenario saved and tried, and how a value gets into it. */
export type Village = {
  readonly saved: Tree;
  readonly tried: Tree;
  readonly knowledge: Knowledge;
  readonly isReady: boolean;
  readonly measures: readonly PlannedMeasure[];
  readonly place: string;
  readonly shop: string | undefined;
  /** Puts a value into a field; undefined takes it away. */
  readonly put: (field: Field, value: unknown) => void;
  /** Takes a field back to what is saved. */
  readonly putBack: (field: Field) => void;
  /** What the service says is wrong there. */
  readonly problemsAt: (field: Field) => readonly Problem[];
  /** The field somebody wants to get to. */
  readonly target: { readonly path: string } | undefined;
  readonly goToField: (path: string) => void;
};

export const VillageContext = createContext<Village | undefined>(undefined);

/** The village that is worked on; only inside the panel. */
export function useVillage(): Village {
  const village = use(VillageContext);
  if (village === undefined) throw new Error('there is no village here');
  return village;
}
