import { createContext, type ReactNode, use, useMemo } from 'react';
import { useLanguage, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { type Names, Telling } from './telling.ts';
import { words } from './words.ts';

/** What is at hand below some place of the panel: how things are said there, and which numbers are known. */
export type Teller = { readonly telling: Telling; readonly names: Names; readonly alternative: string | undefined };

const TellerContext = createContext<Teller | undefined>(undefined);

/** How things are said here; only within the panel. */
export function useTeller(): Teller {
  const teller = use(TellerContext);
  if (teller === undefined) throw new Error('nothing is explained here');
  return teller;
}

/** Gives everything below it names and numbers. */
export function TellerProvider({
  names,
  alternative,
  children,
}: {
  readonly names: Names;
  readonly alternative: string | undefined;
  readonly children: ReactNode;
}) {
  const said = useWords(words);
  const language = useLanguage();
  const numbers = useNumbers();
  const teller = useMemo(
    () => ({ telling: new Telling(said, language, numbers, names), names, alternative }),
    [said, language, numbers, names, alternative],
  );
  return <TellerContext value={teller}>{children}</TellerContext>;
}
