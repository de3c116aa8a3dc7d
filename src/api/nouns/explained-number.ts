import { type ExplainedValue, type Explanation, referencesOf } from '../../engine/explain/index.ts';
import { builder } from '../builder.ts';
import { enumOf } from './enum-of.ts';
import { finite } from './figure.ts';
import { Label } from './label.ts';
import { GivenBy, Status } from './status.ts';

/** A number of an explanation, with the explanation it is looked up in. */
export type InExplanation = { readonly explanation: Explanation; readonly node: ExplainedValue };

/** The number of a key. */
export function numberOf(explanation: Explanation, key: string): InExplanation {
  const node = explanation.nodes[key];
  if (node === undefined) throw new Error(`the explanation has no number ${key}`);
  return { explanation, node };
}

/** Keys of the numbers directly below one. */
function keysBelow({ expression, solvedFrom }: ExplainedValue): readonly string[] {
  return solvedFrom ?? (expression === undefined ? [] : referencesOf(expression));
}

const ExplainedKind = enumOf('ExplainedKind', 'Where an explained number comes from.', {
  formula: 'From its formula.',
  input: 'The scenario or the model states it.',
  draw: 'Luck: a random number.',
  solved: 'Found by a solver.',
});

/** One number of one future. */
export const ExplainedNumber = builder.objectRef<InExplanation>('ExplainedNumber');

ExplainedNumber.implement({
  description: 'One number of one future, and what it is made from.',
  fields: (t) => ({
    key: t.string({
      description: 'Names it within the explanation: `cash@ica-fliseryd@2021`.',
      resolve: ({ node }) => node.key,
    }),
    variable: t.string({ description: 'Its variable in the model.', resolve: ({ node }) => node.variable }),
    label: t.field({ type: Label, description: 'What it is called.', resolve: ({ node }) => node.label }),
    description: t.field({
      type: Label,
      description: 'What it is, in a sentence.',
      resolve: ({ node }) => node.description,
    }),
    entity: t.string({ description: 'The kind of thing it belongs to.', resolve: ({ node }) => node.entity }),
    instance: t.string({
      description: 'Id of the place, shop or measure; empty for the scenario as a whole.',
      resolve: ({ node }) => node.instanceId,
    }),
    instanceLabel: t.field({
      type: Label,
      description: 'What the place, shop or measure is called.',
      resolve: ({ node }) => node.instanceLabel,
    }),
    year: t.int({
      nullable: true,
      description: 'Calendar year; null where it is the same every year, or is a value before the first.',
      resolve: ({ node }) => (typeof node.year === 'number' ? node.year : null),
    }),
    isOpening: t.boolean({
      description: 'Whether it is the value before the first year.',
      resolve: ({ node }) => node.year === 'opening',
    }),
    unit: t.string({
      description: 'Its unit, such as SEK/year; 1 for a number without unit, boolean for a truth value.',
      resolve: ({ node }) => node.unit,
    }),
    value: t.float({
      nullable: true,
      description: 'Its value, in `unit`; null for a truth value.',
      resolve: ({ node }) => (typeof node.value === 'number' ? finite(node.value) : null),
    }),
    holds: t.boolean({
      nullable: true,
      description: 'Whether it holds, of a truth value; null for a number.',
      resolve: ({ node }) => (typeof node.value === 'boolean' ? node.value : null),
    }),
    kind: t.field({ type: ExplainedKind, description: 'Where it comes from.', resolve: ({ node }) => node.kind }),
    formula: t.string({
      nullable: true,
      description: 'Its formula as it is written; null without one.',
      resolve: ({ node }) => node.formula ?? null,
    }),
    expression: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Its formula as a tree, every part with its value and unit; null without one.',
      resolve: ({ node }) => node.expression ?? null,
    }),
    isStated: t.boolean({
      description: 'Whether the scenario stated it in place of the formula.',
      resolve: ({ node }) => node.stated === true,
    }),
    isCut: t.boolean({
      description: 'Whether the explanation stops here although there is a formula.',
      resolve: ({ node }) => node.cut === true,
    }),
    solver: t.string({
      nullable: true,
      description: 'The solver that found it.',
      resolve: ({ node }) => node.solver ?? null,
    }),
    stated: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Of an input, what is stated: a number, or an object such as { low, likely, high }.',
      resolve: ({ node }) => node.provenance?.stated ?? null,
    }),
    status: t.field({
      type: Status,
      nullable: true,
      description: 'Of an input, how far it is known.',
      resolve: ({ node }) => node.provenance?.status ?? null,
    }),
    givenBy: t.field({
      type: GivenBy,
      nullable: true,
      description: 'Of an input, who gave it.',
      resolve: ({ node }) => node.provenance?.givenBy ?? null,
    }),
    inputSource: t.string({
      nullable: true,
      description: 'Of an input, where its value comes from.',
      resolve: ({ node }) => node.provenance?.source ?? null,
    }),
    priceYear: t.int({
      nullable: true,
      description: 'Of an amount that is stated, the calendar year whose prices it is in.',
      resolve: ({ node }) => node.provenance?.priceYear ?? null,
    }),
    priceFactor: t.float({
      nullable: true,
      description: 'Factor from those prices to prices of the start year.',
      resolve: ({ node }) => node.provenance?.priceFactor ?? null,
    }),
    source: t.string({
      description: 'Where the method, or the definition of the input, comes from.',
      resolve: ({ node }) => node.source,
    }),
    file: t.string({ description: 'The formula file it stands in.', resolve: ({ node }) => node.file }),
    line: t.int({
      nullable: true,
      description: 'Line of that file, from 1.',
      resolve: ({ node }) => node.line ?? null,
    }),
    partKeys: t.stringList({
      description: 'Keys of the numbers it is made from, in the order they are first used.',
      resolve: ({ node }) => keysBelow(node),
    }),
    parts: t.field({
      type: [ExplainedNumber],
      description: 'The numbers it is made from, in the order they are first used.',
      resolve: ({ explanation, node }) => keysBelow(node).map((key) => numberOf(explanation, key)),
    }),
  }),
});
