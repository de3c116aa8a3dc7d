import type { Explained } from './telling.ts';

/** Inputs in one list, in the order in which one can do something about them. */
export type InputGroups = {
  /** The scenario states them. */
  readonly byYou: readonly Explained[];
  /** Nobody has said or measured them: the model assumes. */
  readonly unknown: readonly Explained[];
  /** The model has them from a source, or they are conventions. */
  readonly byModel: readonly Explained[];
  /** The program filled them in from other values. */
  readonly filledIn: readonly Explained[];
};

/** Parts inputs by who gave them. Each group keeps the order: what is nearest the number first. */
export function groupInputs(inputs: readonly Explained[]): InputGroups {
  const groups = { byYou: [], unknown: [], byModel: [], filledIn: [] } as Record<keyof InputGroups, Explained[]>;
  for (const input of inputs) groups[groupOf(input)].push(input);
  return {
    byYou: ownFirst(groups.byYou),
    unknown: ownFirst(groups.unknown),
    byModel: groups.byModel,
    filledIn: groups.filledIn,
  };
}

function groupOf({ givenBy, status }: Explained): keyof InputGroups {
  if (givenBy === 'scenario') return 'byYou';
  // Who pays what has no words of its own in the model: it comes with what is paid.
  if (givenBy === 'program' || givenBy === null) return 'filledIn';
  return status === 'assumption' || status === 'synthetic' ? 'unknown' : 'byModel';
}

/** What belongs to a place, a shop or a measure can be asked for there; what is the same for all is harder to know. */
function ownFirst(inputs: readonly Explained[]): readonly Explained[] {
  return [...inputs.filter(({ instance }) => instance !== ''), ...inputs.filter(({ instance }) => instance === '')];
}

/** The least and the greatest an uncertain input may be; undefined for one that is stated as one number. */
export function rangeOf(stated: unknown): { readonly low: number; readonly high: number } | undefined {
  if (typeof stated !== 'object' || stated === null || !('low' in stated) || !('high' in stated)) return undefined;
  const { low, high } = stated;
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : undefined;
}
