import type { MathNode } from 'mathjs/number';
import { type Formula, type NodeView, viewOf } from '../engine/compile/index.ts';

/** The languages the model is labelled in. */
export type Language = 'sv' | 'en';

const words = {
  // Swedish has a decimal comma, so a list is set with semicolons.
  sv: { when: 'om', otherwise: 'annars', and: 'och', or: 'eller', not: 'inte', yes: 'sant', no: 'falskt', comma: '; ' },
  en: { when: 'if', otherwise: 'otherwise', and: 'and', or: 'or', not: 'not', yes: 'true', no: 'false', comma: ', ' },
} as const;

/** Symbols of the built-in names; the others are set as they are written. */
const symbols: Readonly<Record<string, string>> = {
  yearIndex: 't',
  step: '\\Delta t',
  isFirstYear: 't=0',
  isLastYear: 't=T-1',
};

const relations: Readonly<Record<string, string>> = {
  smaller: '\\lt',
  smallerEq: '\\le',
  larger: '\\gt',
  largerEq: '\\ge',
  equal: '=',
  unequal: '\\neq',
};

const gatherings: Readonly<Record<string, string>> = {
  sum: '\\sum',
  product: '\\prod',
  least: '\\min',
  greatest: '\\max',
};

/** Letters of code that fit on a line of a page: with the name to the left, in a branch, in a condition, within brackets. */
const widths = { line: 90, branch: 62, condition: 45, brackets: 52 } as const;

/**
 * A formula as a TeX equation with its variable to the left: names upright, last year's value as x with t − 1 below,
 * conditions as cases, gatherings as Σ, Π, min and max over the entity. A long sum or condition is broken over lines.
 *
 * No backslash stands before a punctuation mark, since Markdown would take it away: `\cr` ends a line, not `\\`.
 */
export function equationTex(name: string, formula: Formula, language: Language): string {
  const left = nameTex(name);
  const lines = linesOf(formula.root, language, widths.line - name.length);
  if (lines.length === 1) return `${left} = ${lines[0]}`;
  return `\\begin{aligned} ${left} ={}& ${lines.join(' \\cr & {}')} \\end{aligned}`;
}

/** A formula as TeX on one line, without a left side. */
export function formulaTex(formula: Formula, language: Language): string {
  return inside(formula.root, language);
}

/**
 * A name of the model, upright.
 *
 * @example
 * nameTex('grossProfit') // => '\\mathrm{grossProfit}'
 */
export function nameTex(name: string): string {
  return `\\mathrm{${name.replaceAll('_', '\\_')}}`;
}

/** mathjs sets sums, differences and signs; the handler sets the rest. */
function tex(node: MathNode, language: Language): string {
  return node.toTex({ handler: (each: MathNode) => own(each, language) });
}

/** What mathjs' own setting would not say as a planner reads it; undefined leaves the node to mathjs. */
function own(node: MathNode, language: Language): string | undefined {
  const word = words[language];
  const view = viewOf(node);
  switch (view.kind) {
    case 'constant':
      return typeof view.value === 'boolean'
        ? `\\text{${view.value ? word.yes : word.no}}`
        : numberTex(view.value, language);
    case 'name':
      return symbols[view.name] ?? nameTex(view.name);
    case 'group':
      return parenthesized(view.inner, language);
    case 'conditional':
      return casesTex(view, language);
    case 'operator': {
      const [a, b] = view.parts as [MathNode, MathNode];
      const relation = relations[view.name];
      if (relation !== undefined) return `${tex(a, language)} ${relation} ${tex(b, language)}`;
      switch (view.name) {
        case 'divide':
          return `\\frac{${inside(a, language)}}{${inside(b, language)}}`;
        case 'pow':
          return powerTex(a, b, language);
        case 'and':
        case 'or':
          return `${tex(a, language)} \\text{ ${word[view.name]} } ${tex(b, language)}`;
        case 'not':
          return `\\text{${word.not} } ${tex(a, language)}`;
        case 'multiply':
          return linksOf(node, language)
            .map((link) => link.joiner + link.text)
            .join('');
        default:
          return undefined;
      }
    }
    case 'scalar':
      return scalarTex(view, language);
    case 'form':
      return formTex(view, language);
  }
}

function scalarTex(view: NodeView & { kind: 'scalar' }, language: Language): string {
  const parts = view.parts.map((part) => block(part, language, widths.brackets));
  const list = `\\left( ${parts.join(words[language].comma)} \\right)`;
  switch (view.name) {
    case 'min':
    case 'max':
    case 'exp':
      return `\\${view.name}${list}`;
    case 'log':
      return `\\ln${list}`;
    case 'abs':
      return `\\left\\lvert ${parts[0]} \\right\\rvert`;
    case 'floor':
      return `\\left\\lfloor ${parts[0]} \\right\\rfloor`;
    case 'sqrt':
      return `\\sqrt{${parts[0]}}`;
    case 'pow':
      return powerTex(view.parts[0] as MathNode, view.parts[1] as MathNode, language);
    default:
      return `${nameTex(view.name)}${list}`;
  }
}

function formTex(view: NodeView & { kind: 'form' }, language: Language): string {
  const [body, otherwise] = view.parts;
  if (view.name === 'previous') return `${nameTex(view.word)}_{t-1}`;
  if (view.name === 'interpolate') return `${nameTex(view.word)}\\left( ${inside(body as MathNode, language)} \\right)`;
  const below =
    otherwise === undefined
      ? nameTex(view.word)
      : `${nameTex(view.word)},~\\text{${words[language].otherwise} }${inside(otherwise, language)}`;
  if (view.name === 'related') return `\\left[ ${inside(body as MathNode, language)} \\right]_{${below}}`;
  const kind = withoutGroup(body as MathNode);
  const text = standsAlone(kind) || isProduct(kind) ? tex(kind, language) : parenthesized(kind, language);
  return `${gatherings[view.name]}_{${below}} ${text}`;
}

/** Cases in the order they are tried; a condition in the last branch becomes further cases. */
function casesTex(view: NodeView & { kind: 'conditional' }, language: Language): string {
  const word = words[language];
  const rows: string[] = [];
  let at: NodeView = view;
  let last: MathNode = view.no;
  while (at.kind === 'conditional') {
    rows.push(
      `${block(at.yes, language, widths.branch)} & \\text{${word.when} } ${block(at.condition, language, widths.condition)}`,
    );
    last = withoutGroup(at.no);
    at = viewOf(last);
  }
  rows.push(`${block(last, language, widths.branch)} & \\text{${word.otherwise}}`);
  return `\\begin{cases} ${rows.join(' \\cr ')} \\end{cases}`;
}

function powerTex(base: MathNode, exponent: MathNode, language: Language): string {
  const inner = withoutGroup(base);
  const text = standsAlone(inner) ? tex(inner, language) : parenthesized(inner, language);
  return `{${text}}^{${inside(exponent, language)}}`;
}

function parenthesized(node: MathNode, language: Language): string {
  return `\\left( ${block(node, language, widths.brackets)} \\right)`;
}

/** An expression where its place already holds it together, so that brackets around the whole of it say nothing. */
function inside(node: MathNode, language: Language): string {
  return tex(withoutGroup(node), language);
}

function withoutGroup(node: MathNode): MathNode {
  let at = node;
  for (let view = viewOf(at); view.kind === 'group'; view = viewOf(at)) at = view.inner;
  return at;
}

/** Whether an expression needs no brackets before a power or after Σ. `isFirstYear` is set as an equation, so it does. */
function standsAlone(node: MathNode): boolean {
  const view = viewOf(node);
  if (view.kind === 'name') return !(symbols[view.name] ?? '').includes('=');
  return view.kind === 'constant' || view.kind === 'scalar' || (view.kind === 'form' && view.name === 'previous');
}

function isProduct(node: MathNode): boolean {
  const view = viewOf(node);
  return view.kind === 'operator' && (view.name === 'multiply' || view.name === 'divide');
}

/** An expression in brackets or a cell of cases, broken over lines when it is long. */
function block(node: MathNode, language: Language, width: number): string {
  const lines = linesOf(node, language, width);
  return lines.length === 1 ? (lines[0] as string) : `\\begin{aligned} & ${lines.join(' \\cr & {}')} \\end{aligned}`;
}

/** An expression as lines: as many links of its outermost chain on each as fit. */
function linesOf(node: MathNode, language: Language, width: number): string[] {
  const whole = withoutGroup(node);
  if (whole.toString().length <= width) return [tex(whole, language)];
  const lines: string[] = [];
  let used = width + 1;
  for (const { joiner, text, letters } of linksOf(whole, language)) {
    if (used + letters > width) {
      lines.push(joiner + text);
      used = letters;
    } else {
      lines.push(`${lines.pop()}${joiner}${text}`);
      used += letters;
    }
  }
  return lines;
}

type Link = { readonly joiner: string; readonly text: string; readonly letters: number };

const chains: Readonly<Record<string, 'sum' | 'product' | 'and' | 'or'>> = {
  add: 'sum',
  subtract: 'sum',
  multiply: 'product',
  and: 'and',
  or: 'or',
};

/** The links of a sum, a product or a row of conditions, each with the sign before it; one link when it is none of them. */
function linksOf(node: MathNode, language: Language): Link[] {
  const kindOf = (each: MathNode): string | undefined => {
    const view = viewOf(each);
    return view.kind === 'operator' ? chains[view.name] : undefined;
  };
  const kind = kindOf(node);
  const nodes: { joiner: string; link: MathNode }[] = [];
  let at = node;
  for (
    let view = viewOf(at);
    view.kind === 'operator' && kind !== undefined && kindOf(at) === kind;
    view = viewOf(at)
  ) {
    nodes.unshift({ joiner: joinerOf(view.name, language), link: view.parts[1] as MathNode });
    at = view.parts[0] as MathNode;
  }
  nodes.unshift({ joiner: '', link: at });
  return nodes.map(({ joiner, link }, index) => {
    // Σ x · y would read as Σ (x · y).
    const runsOn = kind === 'product' && index < nodes.length - 1 && isGathering(link);
    return {
      joiner,
      text: runsOn ? parenthesized(link, language) : tex(link, language),
      letters: link.toString().length + 3,
    };
  });
}

function isGathering(node: MathNode): boolean {
  const view = viewOf(node);
  return view.kind === 'form' && Object.hasOwn(gatherings, view.name);
}

function joinerOf(operator: string, language: Language): string {
  if (operator === 'add') return '+';
  if (operator === 'subtract') return '-';
  if (operator === 'multiply') return ' \\cdot ';
  return ` \\text{ ${words[language][operator as 'and' | 'or']} } `;
}

function numberTex(value: number, language: Language): string {
  const [digits = '', power] = String(value).split('e');
  const written = language === 'sv' ? digits.replace('.', '{,}') : digits;
  return power === undefined ? written : `${written} \\cdot 10^{${Number(power)}}`;
}
