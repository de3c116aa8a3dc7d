/** Where a panel stands, px. */
export type Panel = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

const gap = 28;

/**
 * Lays out small panels in rows, each as wide as the others, none narrower than `least` unless the room is.
 *
 * @param height - of a panel
 * @returns panels in reading order, and the height of all
 */
export function panelsIn(
  width: number,
  count: number,
  least: number,
  height: number,
): { readonly panels: readonly Panel[]; readonly height: number } {
  const columns = Math.max(1, Math.min(count, Math.floor((width + gap) / (least + gap))));
  const wide = (width - gap * (columns - 1)) / columns;
  const panels = Array.from({ length: count }, (_, index) => ({
    left: (index % columns) * (wide + gap),
    top: Math.floor(index / columns) * (height + gap),
    width: wide,
    height,
  }));
  const rows = Math.ceil(count / columns);
  return { panels, height: rows * height + Math.max(0, rows - 1) * gap };
}
