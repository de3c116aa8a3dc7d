/** What something is called, in both languages. */
export type Label = { readonly sv: string; readonly en: string };
