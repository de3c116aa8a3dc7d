import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { Label } from '../api/label.ts';
import { useAddress } from '../work/address.ts';
import type { Bilingual, SameIn } from './bilingual.ts';
import type { Language } from './spoken.ts';

const LanguageContext = createContext<Language>('sv');

/** Gives everything below it the language of the address, otherwise the one last chosen, otherwise Swedish. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useAddress();
  const spoken = language ?? remembered();
  useEffect(() => {
    document.documentElement.lang = spoken;
    localStorage.setItem('language', spoken);
  }, [spoken]);
  return <LanguageContext value={spoken}>{children}</LanguageContext>;
}

function remembered(): Language {
  return localStorage.getItem('language') === 'en' ? 'en' : 'sv';
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** Words in the language that is spoken. */
export function useWords<T>(words: Bilingual<T>): SameIn<T> {
  const language = useLanguage();
  return useMemo(() => words[language] as SameIn<T>, [words, language]);
}

/** What the API calls something, in the language that is spoken. */
export function useLabel(): (label: Label) => string {
  const language = useLanguage();
  return (label) => label[language];
}
