import { useEffect, useRef } from 'react';

/**
 * Begins another view at its top; the first is left as the browser has it.
 *
 * @param view - what tells one view from another
 */
export function useViewChange(view: string): void {
  const last = useRef(view);
  useEffect(() => {
    if (last.current !== view) window.scrollTo(0, 0);
    last.current = view;
  }, [view]);
}
