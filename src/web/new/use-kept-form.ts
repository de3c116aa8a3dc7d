import { useCallback, useEffect, useState } from 'react';
import { blankForm, restoredForm, type VillageForm } from './form.ts';

/** Longest text that is kept: beyond it somebody has pasted a book into a field. */
const mostKept = 500_000;

/**
 * A form that survives a reload of the page, kept in this tab by the place it is about.
 *
 * @param fill - fills in a form that nothing was kept of
 */
export function useKeptForm(
  place: string | undefined,
  fill: (blank: VillageForm) => VillageForm,
): {
  readonly form: VillageForm;
  readonly setForm: (change: (form: VillageForm) => VillageForm) => void;
  /** Forgets what was kept, as when it is saved. */
  readonly forget: () => void;
  readonly startAgain: () => void;
} {
  const key = `new-village ${place ?? ''}`;
  const fresh = (): VillageForm => fill(blankForm(new Date().getFullYear()));
  const [form, setForm] = useState(() => {
    const kept = readKept(key);
    return kept === undefined ? fresh() : restoredForm(blankForm(new Date().getFullYear()), kept);
  });
  const [isForgotten, setForgotten] = useState(false);
  useEffect(() => {
    if (isForgotten) return;
    const text = JSON.stringify(form);
    try {
      if (text.length <= mostKept) sessionStorage.setItem(key, text);
    } catch {
      // The browser's store is full: what is typed stays on the page, which is all that can be done.
    }
  }, [form, key, isForgotten]);
  const forget = useCallback(() => {
    setForgotten(true);
    sessionStorage.removeItem(key);
  }, [key]);
  return { form, setForm, forget, startAgain: () => setForm(fresh()) };
}

function readKept(key: string): unknown {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
