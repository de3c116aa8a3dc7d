import { partyNames } from '../../../engine/compile/index.ts';
import type { LedgerSeries } from '../../../engine/simulate/index.ts';
import { builder } from '../../builder.ts';
import { enumOf } from '../enum-of.ts';
import { yearlyFigures } from '../figure.ts';
import { Label } from '../label.ts';
import { Party } from '../party.ts';
import { both } from '../variable-words.ts';

/** Whether money changes hands or something is used up. */
export const LedgerKind = enumOf('LedgerKind', 'What a row of the ledger is.', {
  transfer: 'Money changes hands between two parties; nothing is used up.',
  resource: 'Work, goods, energy, travel or time is used up (or saved): a cost to society.',
});

/** What a row of the ledger counts in. */
export const LedgerBasis = enumOf('LedgerBasis', 'What a row of the ledger counts in.', {
  cash: 'Liquidity and present value: what is paid that year.',
  cost: 'Yearly calculations: depreciation and imputed interest in place of outlays.',
  terminal: 'Present value only: what is left at the end.',
});

/** One line of the ledger, with the first year. */
export const LedgerLine = builder.objectRef<LedgerSeries & { readonly start: number }>('LedgerLine').implement({
  description: 'One line of the ledger of an alternative: what one party pays another of one kind, year by year.',
  fields: (t) => ({
    flow: t.exposeString('flow', { description: "The flow's name in the model." }),
    label: t.field({
      type: Label,
      description: 'What is paid for; the name of the flow where a scenario brought it.',
      resolve: ({ flow }, _, { service }) => service.model.flows.find(({ id }) => id === flow)?.label ?? both(flow),
    }),
    from: t.expose('from', { type: Party, description: 'Who pays.' }),
    fromLabel: t.field({
      type: Label,
      description: 'What the one who pays is called.',
      resolve: ({ from }) => partyNames[from],
    }),
    to: t.expose('to', { type: Party, description: 'Who receives.' }),
    toLabel: t.field({
      type: Label,
      description: 'What the one who receives is called.',
      resolve: ({ to }) => partyNames[to],
    }),
    kind: t.expose('kind', { type: LedgerKind, description: 'Whether money changes hands or something is used up.' }),
    basis: t.field({
      type: [LedgerBasis],
      description: 'What the line counts in.',
      resolve: ({ basis }) => basis as readonly ('cash' | 'cost' | 'terminal')[],
    }),
    years: t.intList({
      description: 'The calendar years of the amounts.',
      resolve: ({ start, likely }) => likely.map((_, year) => start + year),
    }),
    likelySekPerYear: yearlyFigures(
      t,
      'Amounts of the likely future, SEK a year in the kronor of each year.',
      ({ likely }) => likely,
    ),
    meanSekPerYear: yearlyFigures(
      t,
      'Average over futures, SEK a year in the kronor of each year.',
      ({ mean }) => mean,
    ),
  }),
});
