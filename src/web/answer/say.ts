import type { Figure } from '../why/door.tsx';

/** A part of a sentence: text, a figure that may be a door, a name that somebody else gave, or a badge. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly text: string; readonly figure?: Figure | undefined }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'badge'; readonly text: string };

/** A sentence of the answer, or a few that belong together. */
export type Sentence = {
  /** What it is about: `cost`, `survival` … */
  readonly key: SentenceKey;
  readonly parts: readonly Part[];
  /** What must be said of how sure it is, in small. */
  readonly note?: readonly Part[] | undefined;
};

export type SentenceKey =
  | 'break-even'
  | 'cost'
  | 'survival'
  | 'society'
  | 'abstaining'
  | 'same-money'
  | 'one-only'
  | 'many-shops'
  | 'failed';

type Said = string | Part | readonly Part[];

/**
 * Puts a sentence together from text and what goes into it.
 *
 * @example
 * say`Det kostar ${figure('100 000 kronor')}.`.length // => 3
 */
export function say(texts: TemplateStringsArray, ...given: readonly Said[]): Part[] {
  return texts.flatMap((text, index) => {
    const next = given[index];
    const own: Part[] = text === '' ? [] : [{ kind: 'text', text }];
    if (next === undefined) return own;
    if (typeof next === 'string') return next === '' ? own : [...own, { kind: 'text', text: next } as const];
    return [...own, ...('kind' in next ? [next] : next)];
  });
}

/** A figure, and what explains it. */
export function figure(text: string, explained?: Figure): Part {
  return { kind: 'figure', text, figure: explained };
}

/** What a sentence says, without doors and badges: for the clipboard, a title, a test. */
export function plainText(parts: readonly Part[]): string {
  return parts
    .map((part) => (part.kind === 'badge' ? ` [${part.text}]` : part.text))
    .join('')
    .trim();
}

/** With its first letter a capital, as a sentence begins. */
export function capitalised(parts: readonly Part[]): Part[] {
  const [first, ...rest] = parts;
  return first === undefined
    ? []
    : [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}
