import type { Figure } from './door.tsx';

/** The figures somebody came by, and which of them is open: those after it were gone back from. */
export type Trail = { readonly figures: readonly Figure[]; readonly open: number };

/** A way that begins with a figure. */
export function trailFrom(figure: Figure): Trail {
  return { figures: [figure], open: 0 };
}

function isSameFigure(a: Figure, b: Figure): boolean {
  return a.what === b.what && a.alternative === b.alternative && a.view === b.view;
}

/** Whether a figure is the one a way has come to. */
export function isAt({ figures, open }: Trail, figure: Figure): boolean {
  const at = figures[open];
  return at !== undefined && isSameFigure(at, figure);
}

/**
 * The way after another figure was opened. One that lies on the way is gone back to, or forward to again; one that a figure
 * of the panel led to goes on from there; any other begins anew.
 */
export function walkOn({ figures, open }: Trail, to: Figure, isFromWithin: boolean): Trail {
  const position = figures.findLastIndex((figure) => isSameFigure(figure, to));
  if (position >= 0) return { figures, open: position };
  return isFromWithin ? { figures: [...figures.slice(0, open + 1), to], open: open + 1 } : trailFrom(to);
}

/** The figures before the open one, the first first. */
export function before({ figures, open }: Trail): readonly Figure[] {
  return figures.slice(0, open);
}
