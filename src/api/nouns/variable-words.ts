import { type BothLanguages, type Model, partyNames } from '../../engine/compile/index.ts';

/** What a variable is called, and what it is in a sentence. */
export type VariableWords = { readonly label: BothLanguages; readonly description: BothLanguages };

/** Accounts that every ledger adds for each party, beside the model's own variables. */
const accounts: Readonly<Record<string, VariableWords>> = {
  net: {
    label: { sv: 'Netto', en: 'Net' },
    description: {
      sv: 'Kontant in minus kontant ut under året; för samhället de resurser som går åt, med minustecken',
      en: 'Cash received less cash paid in the year; for society the resources used, negative',
    },
  },
  terminal: {
    label: { sv: 'Slutvärde', en: 'Terminal value' },
    description: {
      sv: 'Det som är kvar vid slutet och räknas med i nuvärdet',
      en: 'What is left at the end and counts in the present value',
    },
  },
  presentValue: {
    label: { sv: 'Nuvärde', en: 'Present value' },
    description: {
      sv: 'Nuvärdet av netton och slutvärden till och med året',
      en: 'Present value of nets and terminal values up to and including the year',
    },
  },
};

/**
 * The words for a variable of a result. One that the model does not have, as where a scenario has formula files of its own,
 * is called by its name.
 */
export function wordsOf(model: Model, name: string): VariableWords {
  const variable = model.variables.get(name);
  if (variable !== undefined) return variable;
  const [account = '', party = ''] = name.split('_');
  const words = accounts[account];
  const who = Object.hasOwn(partyNames, party) ? partyNames[party as keyof typeof partyNames] : undefined;
  if (words === undefined || who === undefined) return { label: both(name), description: both(name) };
  return {
    label: { sv: `${words.label.sv}, ${who.sv}`, en: `${words.label.en}, ${who.en}` },
    description: words.description,
  };
}

/** The same text in both languages. */
export function both(text: string): BothLanguages {
  return { sv: text, en: text };
}
