import type { BothLanguages, builtins, operators, Provenance, Status, scalarFunctions } from '../compile/index.ts';

/**
 * Names one number inside one future: `variable@id@2031`, `variable@id@opening` for the value before the first year,
 * `variable@id@static` for what is the same every year. The id of the future as a whole is empty: `interest@@static`.
 */
export type NodeKey = string;

/**
 * How one number of one future came about: every number it is made from, each once, with the expression that made it. What
 * two formulas use stands once and is referred to by key, so the size grows with the numbers used, not with the ways to them.
 */
export type Explanation = {
  readonly root: NodeKey;
  /** The root first, then what it uses, nearest first. */
  readonly nodes: Readonly<Record<NodeKey, ExplainedValue>>;
  /** The dated tables read on the way, by name. */
  readonly tables: Readonly<Record<string, ExplainedTable>>;
  /** Whether every number is followed down to inputs, draws and solved values; false when some are cut. */
  readonly complete: boolean;
};

/** One number (or truth value) of one entity, with where it comes from. */
export type ExplainedValue = {
  readonly key: NodeKey;
  readonly variable: string;
  readonly entity: string;
  /** Empty for the future as a whole. */
  readonly instanceId: string;
  /** What the place, shop, measure … is called. */
  readonly instanceLabel: BothLanguages;
  /** The calendar year; absent when the value is the same every year. */
  readonly year?: number | 'opening';
  readonly label: BothLanguages;
  readonly description: BothLanguages;
  /** As the formula file writes it; `boolean` for a truth value. */
  readonly unit: string;
  readonly value: number | boolean;
  readonly kind: 'formula' | 'input' | 'draw' | 'solved';
  /** The formula as written, or the opening's; also when a scenario stated a value in its place. */
  readonly formula?: string;
  /** Absent for inputs, draws and solved values, and where the explanation is cut. */
  readonly expression?: ExplainedExpression;
  /** A scenario gave the value in place of the formula; the expression is a reference to what it stated. */
  readonly stated?: true;
  /** There is a formula, but the explanation stops here. */
  readonly cut?: true;
  /** Of an input, when it is known. */
  readonly provenance?: Provenance;
  /** How the measures' contributions are put together. */
  readonly collects?: 'sum' | 'product' | 'greatest';
  /** The solver that found it. */
  readonly solver?: string;
  /** What the solver read to find it, in the first year; it is no formula of these, so a tree is not worked out through it. */
  readonly solvedFrom?: readonly NodeKey[];
  readonly source: string;
  readonly file: string;
  /** From 1. */
  readonly line?: number;
};

export type ExplainedTable = {
  readonly label: BothLanguages;
  readonly description: BothLanguages;
  readonly source: string;
  readonly status: Status;
  readonly unit: string;
  /** Ascending in x. */
  readonly points: readonly (readonly [x: number, y: number])[];
};

/** An operator (`add`, `smaller`, `and` …) or a function of numbers (`min`, `exp` …), by the language's own names. */
export type Operation = keyof typeof operators | keyof typeof scalarFunctions;

/** What every part of an expression has: its value, and its unit unless it is a literal 0, which is nought of everything. */
type Valued = { readonly value: number | boolean; readonly unit?: string };

/** One part of a formula with the value it had. Brackets are left out: the tree holds what they say. */
export type ExplainedExpression = Valued &
  (
    | { readonly op: 'constant' }
    | { readonly op: 'builtin'; readonly name: keyof typeof builtins }
    | {
        readonly op: 'reference';
        readonly to: NodeKey;
        readonly variable: string;
        /** It is last year's value, or the opening in the first year. */
        readonly previous?: true;
      }
    | {
        readonly op: Operation;
        readonly parts: readonly ExplainedExpression[];
        /**
         * Of min, max and clamp: which part's value it is, from 0. Clamp's parts are the number, its floor, its ceiling: above
         * 0 a bound took effect.
         */
        readonly took?: number;
        /** Of `and` and `or`: the second part as text, when the first decided. */
        readonly unread?: string;
      }
    | {
        readonly op: 'conditional';
        readonly condition: ExplainedExpression;
        readonly taken: 'yes' | 'no';
        readonly branch: ExplainedExpression;
        /** The branch not taken, as text. */
        readonly other: string;
      }
    | {
        readonly op: 'gather';
        readonly form: GatheringForm;
        readonly entity: string;
        /** In order of their ids. */
        readonly members: readonly { readonly id: string; readonly expression: ExplainedExpression }[];
        /** Of least and greatest: the position of the member whose value it is. */
        readonly took?: number;
        /** What holds when there is no member. */
        readonly otherwise?: ExplainedExpression;
      }
    | {
        readonly op: 'related';
        readonly entity: string;
        /** The one it belongs to; absent when there is none, and `inner` is what then holds. */
        readonly id?: string;
        readonly inner: ExplainedExpression;
        /** The part that was not used, as text. */
        readonly other: string;
      }
    | { readonly op: 'table'; readonly table: string; readonly argument: ExplainedExpression }
  );

export type GatheringForm = 'sum' | 'product' | 'least' | 'greatest';

/** The expressions directly below one, in the order they are written. */
function expressionsBelow(expression: ExplainedExpression): readonly ExplainedExpression[] {
  switch (expression.op) {
    case 'constant':
    case 'builtin':
    case 'reference':
      return [];
    case 'conditional':
      return [expression.condition, expression.branch];
    case 'gather': {
      const members = expression.members.map((member) => member.expression);
      return expression.otherwise === undefined ? members : [expression.otherwise];
    }
    case 'related':
      return [expression.inner];
    case 'table':
      return [expression.argument];
    default:
      return expression.parts;
  }
}

/** The numbers an expression refers to, each once, in the order they are first used. */
export function referencesOf(expression: ExplainedExpression): readonly NodeKey[] {
  const found = new Set<NodeKey>();
  const visit = (part: ExplainedExpression): void => {
    if (part.op === 'reference') found.add(part.to);
    for (const below of expressionsBelow(part)) visit(below);
  };
  visit(expression);
  return [...found];
}
