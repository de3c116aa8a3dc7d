import { type Party as PartyId, parties, partyNames } from '../../engine/compile/index.ts';
import { builder } from '../builder.ts';
import { enumOf } from './enum-of.ts';
import { Label } from './label.ts';

const meanings: Readonly<Record<PartyId, string>> = {
  municipality: 'The municipality (kommunen).',
  region: 'The region.',
  state: 'The state.',
  eu: 'The European Union.',
  foundation: 'Foundations and funds.',
  association: 'A local association (förening).',
  shop: 'The shop.',
  owner: "The shop's owner.",
  residents: 'The residents.',
  lender: 'Whoever lends money.',
  other: 'Anyone else.',
  resource: 'No party: the counterpart of work, goods, energy, travel and time that are used up.',
};

/** A party of the ledger. */
export const Party = enumOf('Party', 'Who pays or receives: a party of the ledger.', meanings);

const PartyDescription = builder.objectRef<PartyId>('PartyDescription').implement({
  description: 'A party of the ledger, with what it is called.',
  fields: (t) => ({
    party: t.field({ type: Party, description: 'The party.', resolve: (party) => party }),
    label: t.field({ type: Label, description: 'What it is called.', resolve: (party) => partyNames[party] }),
  }),
});

builder.queryField('parties', (t) =>
  t.field({
    type: [PartyDescription],
    description: 'The parties that may pay or receive, in their fixed order, with what they are called.',
    resolve: () => parties,
  }),
);
