/** How an alternative looks in every table and plot: its colour, and a dash for who cannot tell colours apart. */
export type AlternativeLook = { readonly colour: string; readonly dash: string };

const dashes = ['', '', '6 3', '2 2', '8 3 2 3', '10 4', '4 2 1 2', '1 2'] as const;
const colours = 8;

/**
 * The look of the alternative at a position of the result; the baseline, 0, is grey. Beyond eight they begin again, with
 * other dashes.
 */
export function alternativeLook(index: number): AlternativeLook {
  const round = Math.floor(index / colours);
  const colour = index < colours ? index : 1 + ((index - 1) % (colours - 1));
  return { colour: `var(--alternative-${colour})`, dash: dashes[(colour + 3 * round) % dashes.length] as string };
}
