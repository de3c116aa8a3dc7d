import type { ComparisonDocument } from '../../../app/compare-scenario.ts';
import { builder } from '../../builder.ts';
import { Label } from '../label.ts';
import { counted, pageOf } from '../list-connection.ts';
import { Party } from '../party.ts';
import { AgreedMeasure } from './agreed-measure.ts';
import { LedgerBasis, LedgerKind, LedgerLine } from './ledger-line.ts';
import { Outcome } from './outcome.ts';
import { Overview } from './overview.ts';
import { Series } from './series.ts';
import { ShopSurvival } from './survival.ts';

/** An alternative of a result: the document, and which one of it. */
export type InDocument = { readonly document: ComparisonDocument; readonly index: number };

const of = ({ document, index }: InDocument) => ({
  ...(document.scenario.alternatives[index] as ComparisonDocument['scenario']['alternatives'][number]),
  ...(document.comparison.alternatives[index] as ComparisonDocument['comparison']['alternatives'][number]),
  start: document.comparison.start,
});

/** Whether what is asked for is nothing in particular, or this. */
const asked = <Value>(wanted: Value | null | undefined, found: Value): boolean => wanted == null || wanted === found;

/** One of the alternatives that are compared. */
export const Alternative = builder.objectRef<InDocument>('ComparedAlternative').implement({
  description: 'One of the alternatives that a result compares.',
  fields: (t) => {
    const ofVariable = {
      variable: t.arg.string({ description: 'Only this variable of the model.' }),
      entity: t.arg.string({ description: 'Only of this kind of thing: future, place, shop, measure …' }),
      instance: t.arg.string({ description: 'Only of this place, shop or measure, by its id in the scenario.' }),
    };
    return {
      key: t.string({ description: 'Its id in the scenario.', resolve: (parent) => of(parent).id }),
      label: t.field({ type: Label, description: 'What it is called.', resolve: (parent) => of(parent).label }),
      isBaseline: t.boolean({
        description: 'Whether it is the first, which the others are held against.',
        resolve: ({ index }) => index === 0,
      }),
      isAdded: t.boolean({
        description: 'Whether the comparison added it by itself: the same money, given to the shop.',
        resolve: (parent) => parent.document.sameMoney?.alternative === of(parent).id,
      }),
      measures: t.connection(
        {
          type: AgreedMeasure,
          description: 'Its measures.',
          resolve: (parent, page) =>
            pageOf(
              parent.document.measures.filter(({ alternative }) => alternative === of(parent).id),
              page,
            ),
        },
        ...counted,
      ),
      overview: t.field({
        type: Overview,
        description: 'The alternative in one row, as a board reads it.',
        resolve: ({ document, index }) => document.overview[index] as ComparisonDocument['overview'][number],
      }),
      series: t.connection(
        {
          type: Series,
          description: 'Yearly values, in order of variable and instance.',
          args: ofVariable,
          resolve: (parent, { variable, entity, instance, ...page }) => {
            const { series, start } = of(parent);
            const wanted = series.filter(
              (each) => asked(variable, each.variable) && asked(entity, each.entity) && asked(instance, each.instance),
            );
            return pageOf(
              wanted.map((each) => ({ ...each, start })),
              page,
            );
          },
        },
        ...counted,
      ),
      survival: t.connection(
        {
          type: ShopSurvival,
          description: 'How each shop fares.',
          args: { shop: t.arg.string({ description: 'Only this shop, by its id in the scenario.' }) },
          resolve: (parent, { shop, ...page }) =>
            pageOf(
              of(parent).survival.filter((each) => asked(shop, each.shop)),
              page,
            ),
        },
        ...counted,
      ),
      ledger: t.connection(
        {
          type: LedgerLine,
          description: 'Who pays whom for what, year by year; lines that are always 0 are left out.',
          args: {
            party: t.arg({ type: Party, description: 'Only lines that this party pays or receives.' }),
            flow: t.arg.string({ description: 'Only this flow of the model.' }),
            kind: t.arg({ type: LedgerKind, description: 'Only lines of this kind.' }),
            basis: t.arg({ type: LedgerBasis, description: 'Only lines that count in this.' }),
          },
          resolve: (parent, { party, flow, kind, basis, ...page }) => {
            const { ledger, start } = of(parent);
            const wanted = ledger.filter(
              (line) =>
                (asked(party, line.from) || asked(party, line.to)) &&
                asked(flow, line.flow) &&
                asked(kind, line.kind) &&
                (basis == null || line.basis.includes(basis)),
            );
            return pageOf(
              wanted.map((line) => ({ ...line, start })),
              page,
            );
          },
        },
        ...counted,
      ),
      outcomes: t.connection(
        {
          type: Outcome,
          description: 'What it comes to over the whole horizon.',
          args: ofVariable,
          resolve: (parent, { variable, entity, instance, ...page }) =>
            pageOf(
              of(parent).outcomes.filter(
                (each) =>
                  asked(variable, each.variable) && asked(entity, each.entity) && asked(instance, each.instance),
              ),
              page,
            ),
        },
        ...counted,
      ),
    };
  },
});
