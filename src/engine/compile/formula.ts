import { type MathNode, parse } from 'mathjs/number';
import { nearestName } from '../text/index.ts';
import {
  type FormName,
  forms,
  type OperatorName,
  operators,
  type ScalarFunctionName,
  scalarFunctions,
} from './language.ts';

/** A formula that passed the whitelist: its text and mathjs' syntax tree of it, whose every node `viewOf` can read. */
export type Formula = { readonly text: string; readonly root: MathNode };

/** What one node of a checked syntax tree is; the only way the compiler and the interpreter look at mathjs' nodes. */
export type NodeView =
  | { readonly kind: 'constant'; readonly value: number | boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'group'; readonly inner: MathNode }
  | { readonly kind: 'operator'; readonly name: OperatorName; readonly parts: readonly MathNode[] }
  | { readonly kind: 'scalar'; readonly name: ScalarFunctionName; readonly parts: readonly MathNode[] }
  | { readonly kind: 'form'; readonly name: FormName; readonly word: string; readonly parts: readonly MathNode[] }
  | { readonly kind: 'conditional'; readonly condition: MathNode; readonly yes: MathNode; readonly no: MathNode };

/** What is wrong with a formula's text, in one sentence; the caller adds file, line and path. */
export class FormulaError extends Error {
  readonly code: string;
  readonly hint: string | undefined;

  constructor(code: string, message: string, hint?: string) {
    super(message);
    this.name = 'FormulaError';
    this.code = code;
    this.hint = hint;
  }
}

/** Limits on one written formula. The longest of the shipped model has 300 characters, 60 nodes and 9 levels. */
export const formulaLimits = { characters: 4000, brackets: 40, nodes: 1000, depth: 200 } as const;

/**
 * Parses one formula and lets only the language through: no property access, index, assignment, function definition, text,
 * list, range, unit or unknown function.
 *
 * @param limited - false for formulas the program itself puts together, such as the sum over a hundred ledger lines
 * @throws {FormulaError} one sentence saying what was found and what is allowed
 * @example
 * parseFormula('max(0, a - b) * 2').text // => 'max(0, a - b) * 2'
 */
export function parseFormula(text: string, limited = true): Formula {
  if (limited) {
    if (text.length > formulaLimits.characters) {
      throw new FormulaError(
        'formula-too-long',
        `The formula has ${text.length} characters; at most ${formulaLimits.characters} are allowed`,
        'Give parts of it names of their own',
      );
    }
    const depth = bracketDepth(text);
    if (depth > formulaLimits.brackets) {
      throw new FormulaError(
        'formula-too-deep',
        `Brackets nest ${depth} deep; at most ${formulaLimits.brackets} are allowed`,
      );
    }
  }
  if (text.trim() === '') throw new FormulaError('formula-empty', 'The formula is empty');
  let root: MathNode;
  try {
    root = parse(text);
  } catch (error) {
    throw new FormulaError('formula-syntax', `The formula cannot be read: ${(error as Error).message}`);
  }
  let nodes = 0;
  const visit = (node: MathNode, depth: number): void => {
    nodes += 1;
    if (limited && (nodes > formulaLimits.nodes || depth > formulaLimits.depth)) {
      throw new FormulaError(
        'formula-too-large',
        'The formula has too many parts',
        'Give parts of it names of their own',
      );
    }
    const view = readNode(node);
    for (const part of partsOf(view)) visit(part, depth + 1);
  };
  visit(root, 0);
  return { text, root };
}

/** The expressions directly below a node, in the order they are written. */
export function partsOf(view: NodeView): readonly MathNode[] {
  switch (view.kind) {
    case 'constant':
    case 'name':
      return [];
    case 'group':
      return [view.inner];
    case 'conditional':
      return [view.condition, view.yes, view.no];
    default:
      return view.parts;
  }
}

const views = new WeakMap<MathNode, NodeView>();

/** Reads a node of a checked formula. Kept per node, since the interpreter asks again for every future and year. */
export function viewOf(node: MathNode): NodeView {
  let view = views.get(node);
  if (view === undefined) {
    view = readNode(node);
    views.set(node, view);
  }
  return view;
}

/** mathjs' nodes as far as the whitelist reads them; its own types make every field of every node optional. */
type LooseNode = {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly content?: MathNode;
  readonly op?: string;
  readonly fn?: string | { readonly type: string; readonly name?: string };
  readonly implicit?: boolean;
  readonly args?: readonly MathNode[];
  readonly condition?: MathNode;
  readonly trueExpr?: MathNode;
  readonly falseExpr?: MathNode;
};

const refused: Record<string, string> = {
  AccessorNode: 'reading a property or an index',
  IndexNode: 'an index',
  ArrayNode: 'a list',
  AssignmentNode: 'an assignment',
  FunctionAssignmentNode: 'the definition of a function',
  BlockNode: 'several expressions in one formula',
  ObjectNode: 'an object',
  RangeNode: 'a range',
  RelationalNode: 'a chain of comparisons',
};

function readNode(mathNode: MathNode): NodeView {
  const node = mathNode as unknown as LooseNode;
  switch (node.type) {
    case 'ConstantNode': {
      if (typeof node.value === 'boolean') return { kind: 'constant', value: node.value };
      if (typeof node.value === 'number' && Number.isFinite(node.value)) return { kind: 'constant', value: node.value };
      throw new FormulaError(
        'formula-constant',
        `${describeConstant(node.value)} may not stand in a formula; only finite numbers, true and false may`,
      );
    }
    case 'SymbolNode':
      return { kind: 'name', name: node.name as string };
    case 'ParenthesisNode':
      return { kind: 'group', inner: node.content as MathNode };
    case 'ConditionalNode':
      return {
        kind: 'conditional',
        condition: node.condition as MathNode,
        yes: node.trueExpr as MathNode,
        no: node.falseExpr as MathNode,
      };
    case 'OperatorNode': {
      const name = node.fn as string;
      if (node.implicit === true) {
        throw new FormulaError(
          'formula-implicit-product',
          'A multiplication is not written out',
          'Write a * between the factors',
        );
      }
      if (!Object.hasOwn(operators, name)) {
        throw new FormulaError(
          'formula-operator',
          `The operator «${node.op}» is not part of the language`,
          `There are ${[...new Set(Object.values(operators).map((operator) => operator.symbol))].join(' ')}`,
        );
      }
      return { kind: 'operator', name: name as OperatorName, parts: node.args ?? [] };
    }
    case 'FunctionNode':
      return readCall(node);
    default:
      throw new FormulaError(
        'formula-not-allowed',
        `${capital(refused[node.type] ?? `«${node.type}»`)} is not part of the formula language`,
      );
  }
}

function readCall(node: LooseNode): NodeView {
  const name = typeof node.fn === 'object' ? node.fn.name : undefined;
  const parts = node.args ?? [];
  if (typeof node.fn !== 'object' || node.fn.type !== 'SymbolNode' || name === undefined) {
    throw new FormulaError('formula-call', 'Only functions of the language may be called, by their names');
  }
  if (Object.hasOwn(scalarFunctions, name)) {
    const { least, most } = scalarFunctions[name as ScalarFunctionName];
    if (parts.length < least || parts.length > most) {
      throw new FormulaError(
        'formula-arguments',
        `${name} takes ${least === most ? least : `${least} to ${most}`} arguments, not ${parts.length}`,
      );
    }
    return { kind: 'scalar', name: name as ScalarFunctionName, parts };
  }
  if (Object.hasOwn(forms, name)) {
    const form = forms[name as FormName];
    if (parts.length !== form.arity) {
      throw new FormulaError(
        'formula-arguments',
        `${name} takes ${form.arity} arguments, not ${parts.length}`,
        form.about,
      );
    }
    const first = parts[0] as unknown as LooseNode;
    if (first.type !== 'SymbolNode') {
      throw new FormulaError('formula-arguments', `The first argument of ${name} must be a name`, form.about);
    }
    return { kind: 'form', name: name as FormName, word: first.name as string, parts: parts.slice(1) };
  }
  const known = [...Object.keys(scalarFunctions), ...Object.keys(forms)];
  const near = nearestName(name, known);
  throw new FormulaError(
    'formula-function',
    `The function «${name}» is not part of the language`,
    near === undefined ? `There are ${known.join(', ')}` : `Did you mean ${near}?`,
  );
}

function describeConstant(value: unknown): string {
  return typeof value === 'string' ? 'A text' : `«${String(value)}»`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if ('([{'.includes(character)) deepest = Math.max(deepest, ++depth);
    else if (')]}'.includes(character)) depth -= 1;
  }
  return deepest;
}
