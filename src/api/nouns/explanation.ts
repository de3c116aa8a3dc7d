import type { Explained, ExplainQuestion } from '../../computing/index.ts';
import type { StatedPart } from '../../engine/calculation/index.ts';
import type { Explanation as Tree } from '../../engine/explain/index.ts';
import { explain } from '../../service/explanations.ts';
import { builder } from '../builder.ts';
import { Calculation } from './calculation.ts';
import { CalculationView, ViewName } from './calculation-view.ts';
import { ExplainedNumber, type InExplanation, numberOf } from './explained-number.ts';
import { Label } from './label.ts';
import { counted, pageOf } from './list-connection.ts';
import { SyntheticInputs } from './result/synthetic.ts';
import { askedRevision, RevisionNode } from './revision.ts';
import { Status } from './status.ts';

type Total = Extract<Explained, { readonly of: 'calculation' }>['explanation'];

type InTotal = { readonly explained: Total; readonly part: StatedPart };

/** An amount of a stated calculation. */
const ExplainedSum = builder.objectRef<InTotal>('ExplainedSum');

const treeOf = ({ explained, part: { at } }: InTotal): Tree | undefined =>
  at === undefined ? undefined : explained.amounts[`${at.variable}@${at.instanceId}`];

ExplainedSum.implement({
  description: 'An amount of a stated calculation, and the amounts it is the sum of, to the öre.',
  fields: (t) => ({
    label: t.field({ type: Label, description: 'What it is.', resolve: ({ part }) => part.label }),
    amountSekPerYear: t.field({ type: 'Money', description: 'SEK a year.', resolve: ({ part }) => part.value }),
    parts: t.field({
      type: [ExplainedSum],
      description: 'The amounts it is the sum of; none where it is no sum.',
      resolve: ({ explained, part }) => part.parts.map((each) => ({ explained, part: each })),
    }),
    number: t.field({
      type: ExplainedNumber,
      nullable: true,
      description: 'How an amount that is no sum came about, by the formulas of the model.',
      resolve: (parent) => {
        const tree = treeOf(parent);
        return tree === undefined ? null : numberOf(tree, tree.root);
      },
    }),
  }),
});

/** The trees of an explanation: one for a number, one for each amount of a calculation. */
function treesOf(explained: Explained): readonly Tree[] {
  return explained.of === 'number' ? [explained.explanation] : Object.values(explained.explanation.amounts);
}

/** Every number of an explanation, each once. */
function numbersOf(explained: Explained): InExplanation[] {
  const found = new Map<string, InExplanation>();
  for (const explanation of treesOf(explained)) {
    for (const node of Object.values(explanation.nodes))
      if (!found.has(node.key)) found.set(node.key, { explanation, node });
  }
  return [...found.values()];
}

/** How something came about. */
export const Explanation = builder.objectRef<Explained>('Explanation').implement({
  description:
    'How a number of one future, or the yearly total of a calculation, came about: down to inputs and sources.',
  fields: (t) => ({
    root: t.field({
      type: ExplainedNumber,
      nullable: true,
      description: 'The number that was asked about; null where a calculation was.',
      resolve: (explained) =>
        explained.of === 'number' ? numberOf(explained.explanation, explained.explanation.root) : null,
    }),
    calculation: t.field({
      type: Calculation,
      nullable: true,
      description: 'The calculation that was asked about; null where a number was.',
      resolve: (explained) => (explained.of === 'calculation' ? explained.explanation.calculation : null),
    }),
    view: t.field({
      type: CalculationView,
      nullable: true,
      description: 'From where the calculation is seen; null where a number was asked about.',
      resolve: (explained) => (explained.of === 'calculation' ? explained.explanation : null),
    }),
    total: t.field({
      type: ExplainedSum,
      nullable: true,
      description: "The calculation's total of its first year; null where a number was asked about.",
      resolve: (explained) =>
        explained.of === 'calculation' ? { explained: explained.explanation, part: explained.explanation.total } : null,
    }),
    numbers: t.connection(
      {
        type: ExplainedNumber,
        description:
          'Every number it is made from, each once: what was asked about first, then what it uses, nearest first.',
        resolve: (explained, page) => pageOf(numbersOf(explained), page),
      },
      ...counted,
    ),
    inputs: t.connection(
      {
        type: ExplainedNumber,
        description: 'The inputs it all rests on, with their sources.',
        args: { status: t.arg({ type: Status, description: 'Only what is known so far: assumptions, for one.' }) },
        resolve: (explained, { status, ...page }) =>
          pageOf(
            numbersOf(explained).filter(
              ({ node }) => node.kind === 'input' && (status == null || node.provenance?.status === status),
            ),
            page,
          ),
      },
      ...counted,
    ),
    isComplete: t.boolean({
      description: 'Whether every number is followed down to inputs, luck and solved values.',
      resolve: (explained) => treesOf(explained).every(({ complete }) => complete),
    }),
    synthetic: t.expose('synthetic', {
      type: SyntheticInputs,
      nullable: true,
      description: 'How much of the scenario is made up; null when nothing is. Show it wherever the number is shown.',
    }),
  }),
});

/** Arguments that say what is to be explained. */
export const questionArgs = builder.args((t) => ({
  what: t.string({
    required: true,
    description:
      'Variable, instance and year: `cash@ica-fliseryd@2021`; the first year where none is named. Or the id of a calculation, for its total.',
  }),
  alternative: t.string({ description: 'Id of the alternative; the baseline unless stated.' }),
  future: t.string({
    required: true,
    defaultValue: 'likely',
    description: '`likely`, or which future: set of uncertain numbers and luck, from 0: `17.3`.',
  }),
  seed: t.string({ description: "Which random numbers; the scenario's own unless stated." }),
  view: t.field({ type: ViewName, description: 'From where a calculation is seen; by the project unless stated.' }),
}));

/** What is to be explained. */
export function questionOf({ what, future, alternative, seed, view }: QuestionAsked): ExplainQuestion {
  return { what, future, alternative: alternative ?? undefined, seed: seed ?? undefined, view: view ?? undefined };
}

type QuestionAsked = {
  readonly what: string;
  readonly future: string;
  readonly alternative?: string | null | undefined;
  readonly seed?: string | null | undefined;
  readonly view?: ExplainQuestion['view'] | null;
};

builder.queryField('explanation', (t) =>
  t.field({
    type: Explanation,
    description: 'How any number of a revision came about: its tree of formulas, inputs and sources.',
    args: {
      revision: t.arg.globalID({ for: [RevisionNode], description: 'The revision; or name the scenario.' }),
      scenario: t.arg.string({ description: 'Short name of a scenario, whose newest revision is meant: `fliseryd`.' }),
      ...questionArgs,
    },
    resolve: async (_root, asked, { service, viewer, signal, inTurn }) => {
      const revisionId = await askedRevision(service, viewer, asked);
      return await inTurn(() => explain(service, viewer, revisionId, questionOf(asked), signal));
    },
  }),
);
