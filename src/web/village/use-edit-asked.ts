import { useEffect } from 'react';
import { type Edit, editEvent } from '../why/edit.ts';
import type { PlannedMeasure } from './measures.ts';
import type { Tree } from './scenario-tree.ts';
import { pathOfParameter } from './worth-knowing.ts';

/** Leads to the field of an input that somebody asks to change from its explanation; what has no field is left to whoever asks. */
export function useEditAsked(
  tree: Tree,
  measures: readonly PlannedMeasure[],
  shop: string | undefined,
  goToField: (path: string) => void,
): void {
  useEffect(() => {
    const onEdit = (event: Event): void => {
      const { instance, variable } = (event as CustomEvent<Edit>).detail;
      const path = pathOfParameter(instance === '' ? variable : `${variable}@${instance}`, tree, measures, shop);
      if (path === undefined) return;
      event.preventDefault();
      goToField(path);
    };
    document.addEventListener(editEvent, onEdit);
    return () => document.removeEventListener(editEvent, onEdit);
  }, [tree, measures, shop, goToField]);
}
