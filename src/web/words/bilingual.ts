import type { ReactNode } from 'react';

type Sentence = (...given: never[]) => ReactNode;
type Wide<R> = R extends string ? string : R;
export type SameIn<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer Given) => infer R
      ? (...given: Given) => Wide<R>
      : T[K];
};

/** Words in both languages: a text, or a function of what goes into it. What lacks in one language does not compile. */
export type Bilingual<T> = { readonly sv: T; readonly en: SameIn<T> };

/**
 * Sets words down in both languages, side by side.
 *
 * @example
 * bilingual({ sv: { rows: (count) => `${count} rader` }, en: { rows: (count) => `${count} rows` } }).en.rows(3) // => '3 rows'
 */
export function bilingual<T extends Readonly<Record<string, string | Sentence>>>(words: Bilingual<T>): Bilingual<T> {
  return words;
}
