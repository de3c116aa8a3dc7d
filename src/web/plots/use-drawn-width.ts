import { type RefObject, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';

/** Before the room is known; corrected before anything is painted. */
const guess = 640;
const narrowest = 240;

/**
 * How wide to draw, px: as wide as the place, so that text keeps its size; on paper as wide as paper is, whatever the
 * window was.
 */
export function useDrawnWidth(onPaper: number): {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly width: number;
} {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(guess);
  const isPrinted = useSyncExternalStore(subscribe, isPaper);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = (): void => {
      if (element.clientWidth > 0) setWidth(Math.max(narrowest, element.clientWidth));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { place, width: isPrinted ? onPaper : width };
}

const paper = window.matchMedia('print');
let isPrinting = false;
// Told before pages are laid out, which the media query is not: otherwise pages are counted for the drawing on the screen.
window.addEventListener('beforeprint', () => {
  isPrinting = true;
});
window.addEventListener('afterprint', () => {
  isPrinting = false;
});

function isPaper(): boolean {
  return isPrinting || paper.matches;
}

function subscribe(listen: () => void): () => void {
  paper.addEventListener('change', listen);
  window.addEventListener('beforeprint', listen);
  window.addEventListener('afterprint', listen);
  return () => {
    paper.removeEventListener('change', listen);
    window.removeEventListener('beforeprint', listen);
    window.removeEventListener('afterprint', listen);
  };
}
