import { useSyncExternalStore } from 'react';

/** Below this the view lays the panel over itself as a sheet. */
const query = '(max-width: 60rem)';

function subscribe(listen: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', listen);
  return () => media.removeEventListener('change', listen);
}

/** Whether the panel covers the view, so that nothing behind it may be reached. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
