/** A piece of a formula's text: a name, or what stands between names. */
export type Token = { readonly at: number; readonly token: string; readonly isName: boolean };

/** A formula's text in pieces, so that its names can be told apart; joined they are the text again. */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/[A-Za-z_]\w*|[^A-Za-z_]+/g)].map((match) => ({
    at: match.index,
    token: match[0],
    isName: /^[A-Za-z_]/.test(match[0]),
  }));
}
