import type { Flow, Table } from '../../engine/compile/index.ts';
import { builder } from '../builder.ts';
import { Label } from './label.ts';
import { LedgerBasis, LedgerKind } from './result/ledger-line.ts';
import { Status } from './status.ts';

/** A row of the ledger. */
export const ModelFlow = builder.objectRef<Flow>('ModelFlow').implement({
  description:
    'A row of the ledger: what is paid, from whom to whom. Its amount is the variable of the same name, SEK a year.',
  fields: (t) => ({
    name: t.exposeString('id', { description: 'Its name, and that of the variable that is its amount.' }),
    label: t.expose('label', { type: Label, description: 'What is paid for.' }),
    entity: t.exposeString('entity', { description: 'The kind of thing it arises for.' }),
    from: t.exposeString('from', {
      description: 'Who pays: a party, or what a measure calls it, such as `tourPayer`.',
    }),
    to: t.exposeString('to', { description: 'Who receives: a party, or what a measure calls it.' }),
    kind: t.expose('kind', { type: LedgerKind, description: 'Whether money changes hands or something is used up.' }),
    basis: t.field({ type: [LedgerBasis], description: 'What it counts in.', resolve: ({ basis }) => basis }),
  }),
});

const TablePoint = builder.objectRef<readonly [number, number]>('ModelTablePoint').implement({
  description: 'A point of a table.',
  fields: (t) => ({
    x: t.float({ description: 'Where it is read: most often a calendar year.', resolve: ([x]) => x }),
    y: t.float({ description: "The value there, in the table's unit.", resolve: ([, y]) => y }),
  }),
});

/** A table the formulas read. */
export const ModelTable = builder.objectRef<Table>('ModelTable').implement({
  description: 'A table the formulas read, such as a price index by year.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name in formulas.' }),
    label: t.expose('label', { type: Label, description: 'What it is called.' }),
    description: t.expose('description', { type: Label, description: 'What it is, in a sentence.' }),
    unit: t.exposeString('unitText', { description: 'Unit of its values; 1 for numbers without unit.' }),
    source: t.exposeString('source', { description: 'Where it comes from.' }),
    status: t.expose('status', { type: Status, description: 'How far it is known.' }),
    points: t.expose('points', {
      type: [TablePoint],
      description: 'Its points; between two of them it is read on the straight line.',
    }),
  }),
});
