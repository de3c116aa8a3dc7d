import { useMemo } from 'react';
import { useLanguage } from './language.tsx';
import { type Numbers, numbersIn } from './numbers.ts';

/** Writes numbers in the language that is spoken. */
export function useNumbers(): Numbers {
  const language = useLanguage();
  return useMemo(() => numbersIn(language), [language]);
}
