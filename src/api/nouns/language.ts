import { enumOf } from './enum-of.ts';

/** The languages texts are in. */
export const LanguageName = enumOf('Language', 'The languages texts are in.', {
  sv: 'Swedish.',
  en: 'English.',
});
