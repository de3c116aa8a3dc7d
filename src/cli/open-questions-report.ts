import type { OpenQuestion } from '../app/open-questions.ts';
import { type Language, Numbers } from './numbers.ts';
import { statedText } from './stated-text.ts';
import { heading } from './tables.ts';

const swedish = {
  heading: 'Att fylla i',
  assumed: (what: string, at: string) => `Tills vidare antas ${what} (${at}).`,
  leftOut: 'Lämnas utanför tills vidare.',
};

const english: typeof swedish = {
  heading: 'To be filled in',
  assumed: (what, at) => `Meanwhile ${what} is assumed (${at}).`,
  leftOut: 'Left out meanwhile.',
};

/** What nobody has told yet, each with the question to ask and what is done meanwhile; nothing where there is none. */
export function openQuestionsReport(questions: readonly OpenQuestion[], language: Language): string {
  if (questions.length === 0) return '';
  const texts = language === 'sv' ? swedish : english;
  const numbers = new Numbers(language);
  const lines = questions.map(({ about, question, at, stated, assumed }) => {
    const meanwhile =
      assumed?.[language] ?? (at === null ? texts.leftOut : texts.assumed(statedText(stated, numbers), at));
    return `· ${about[language]}: ${question[language]} ${meanwhile}`;
  });
  return [heading(texts.heading), ...lines].join('\n');
}
