import type { Label } from '../api/label.ts';
import type { ExplainedFragment } from '../generated/graphql.ts';
import type { Numbers } from '../words/numbers.ts';
import type { Language } from '../words/spoken.ts';
import type { Operand, Sign } from './equation.ts';
import { type Expression, partsOf, type Quantity, type Reference } from './expression.ts';
import { unitAfter, unitSpoken } from './unit.ts';
import type { Said } from './words.ts';

export type Explained = ExplainedFragment;

/** What numbers, kinds of things and tables are called, where one stands. */
export type Names = {
  readonly numbers: ReadonlyMap<string, Explained>;
  readonly entities: ReadonlyMap<string, Label>;
  readonly parties: ReadonlyMap<string, Label>;
  readonly tables: ReadonlyMap<string, { readonly label: Label; readonly source: string }>;
  /** The number that is explained: what others share with it is not said again. */
  readonly home: Pick<Explained, 'instance' | 'year' | 'isOpening'> | undefined;
};

/** A name, and what sets it apart from others of that name. */
export type Name = { readonly label: string; readonly apart: readonly string[] };

/** A value in text: the number, what follows it, and how both are read aloud. */
export type Written = { readonly number: string; readonly unit: string; readonly spoken: string };

const symbols: Readonly<Partial<Record<Sign, string>>> = {
  plus: '+',
  minus: '−',
  times: '×',
  divided: '/',
  smaller: '<',
  smallerEq: '≤',
  larger: '>',
  largerEq: '≥',
  equal: '=',
  unequal: '≠',
};

/** The longest part of a formula that is named by all it is made of; longer ones are named by their count. */
const mostNamed = 3;
const longestPhrase = 70;

/** Says what stands in an equation in words. */
export class Telling {
  private readonly said: Said;
  private readonly language: Language;
  private readonly numbers: Numbers;
  private readonly names: Names;

  constructor(said: Said, language: Language, numbers: Numbers, names: Names) {
    this.said = said;
    this.language = language;
    this.numbers = numbers;
    this.names = names;
  }

  /** A value with its unit; truth values as words, and what is no number as such. */
  written({ value, unit = '1' }: Quantity): Written {
    if (typeof value === 'boolean') {
      const word = value ? this.said.yes : this.said.no;
      return { number: word, unit: '', spoken: word };
    }
    if (value === null || !Number.isFinite(value)) {
      return { number: this.said.noNumber, unit: '', spoken: this.said.noNumber };
    }
    const number = this.number(value, unit);
    const after = unitAfter(value, unit, this.language);
    return { number, unit: after, spoken: `${number} ${unitSpoken(value, unit, this.language)}`.trim() };
  }

  /** A value with its unit as running text. */
  text(quantity: Quantity): string {
    const { number, unit } = this.written(quantity);
    return unit === '' ? number : `${number}\u00a0${unit}`;
  }

  /** Kronor that are whole öre are written to the öre, so that an account adds up to the eye. */
  private number(value: number, unit: string): string {
    const ore = Math.round(value * 100);
    const isOre =
      unit.startsWith('SEK') &&
      ore % 100 !== 0 &&
      Math.abs(value * 100 - ore) < 1e-6 * Math.max(1, Math.abs(ore) / 1e6);
    return isOre ? this.numbers.number(value, 2) : this.numbers.withUnit(value, '1');
  }

  entity(name: string): string {
    return this.names.entities.get(name)?.[this.language] ?? name;
  }

  table(name: string): { readonly label: string; readonly source: string | undefined } {
    const table = this.names.tables.get(name);
    return { label: table?.label[this.language] ?? name, source: table?.source };
  }

  /** What a thing of a kind is called, as far as some number of it is at hand. */
  thing(id: string): string {
    for (const { instance, instanceLabel } of this.names.numbers.values()) {
      if (instance === id && instanceLabel[this.language] !== '') return instanceLabel[this.language];
    }
    return id;
  }

  /** What a number is called; who pays, keeps or holds is a truth value for each party, which the model has no words for. */
  label({ variable, label }: Explained): string {
    const { role, party } = /^\w+_(?<role>\w+)_is_(?<party>[a-z]+)$/.exec(variable)?.groups ?? {};
    if (role === undefined || party === undefined) return label[this.language];
    const of = { payer: this.said.payer, keeper: this.said.keeper, holder: this.said.holder }[
      role.replace(/^\w*Payer$/, 'payer')
    ];
    return `${of ?? label[this.language]}: ${this.names.parties.get(party)?.[this.language] ?? party}`;
  }

  /** Another number by its label, and by what sets it apart: whose it is, and which year it is of. */
  reference({ to, variable, previous }: Reference): Name {
    const number = this.names.numbers.get(to);
    if (number === undefined) return { label: variable, apart: [] };
    return { label: this.label(number), apart: this.apart(number, previous === true) };
  }

  /** What sets a number apart from the one explained. */
  apart({ instance, instanceLabel, year, isOpening }: Explained, isPrevious = false): readonly string[] {
    const { home } = this.names;
    const apart: string[] = [];
    const thing = instanceLabel[this.language];
    if (thing !== '' && instance !== home?.instance) apart.push(thing);
    if (isOpening) apart.push(this.said.opening);
    else if (year !== null && isPrevious) apart.push(this.said.previous(String(year)));
    else if (year !== null && year !== home?.year) apart.push(String(year));
    return apart;
  }

  /** What an operand is called. */
  operand({ subject, member }: Operand): Name {
    const of = member === undefined ? [] : [this.thing(member.id)];
    switch (subject.kind) {
      case 'number': {
        const name = this.reference(subject.reference);
        return { label: name.label, apart: [...new Set([...name.apart, ...of])].filter((each) => each !== name.label) };
      }
      case 'constant':
        return { label: this.said.inFormula, apart: of };
      case 'builtin':
        return { label: this.builtin(subject.name), apart: of };
      case 'part':
        return { label: capitalised(this.phrase(subject.expression)), apart: of };
    }
  }

  private builtin(name: string): string {
    const known = ['yearIndex', 'calendarYear', 'isFirstYear', 'isLastYear', 'chanceEvents', 'step'] as const;
    const one = known.find((each) => each === name);
    return one === undefined ? name : this.said[one];
  }

  /** A part of a formula without a name of its own, named by what it is made of: «Uttag × Ett år», «summan av 7 poster». */
  phrase(expression: Expression): string {
    const { said } = this;
    switch (expression.op) {
      case 'reference': {
        const { label } = this.reference(expression);
        return label;
      }
      case 'constant':
        return this.text(expression);
      case 'builtin':
        return this.builtin(expression.name);
      case 'conditional':
        return this.phrase(expression.branch);
      case 'related':
        return this.phrase(expression.inner);
      case 'table':
        return this.table(expression.table).label;
      case 'gather': {
        const { form, members, entity, otherwise } = expression;
        if (members.length === 0 && otherwise !== undefined) return this.phrase(otherwise);
        const [only] = members;
        if (members.length === 1 && only !== undefined) return this.phrase(only.expression);
        const over = {
          sum: said.overSum,
          product: said.overProduct,
          least: said.overLeast,
          greatest: said.overGreatest,
        };
        return members.length === 0 ? this.entity(entity) : over[form](members.length, this.entity(entity));
      }
      case 'min':
      case 'max':
      case 'clamp':
        return this.phrase(
          expression.parts.find((part) => part.op !== 'constant') ?? (expression.parts[0] as Expression),
        );
      case 'add':
      case 'subtract':
        return this.joined(expression, ['add', 'subtract'], said.sumOf);
      case 'multiply':
      case 'divide':
        return this.joined(expression, ['multiply', 'divide'], said.productOf);
      case 'and':
      case 'or':
        return this.joined(expression, [expression.op], said.conditionsOf);
      case 'smaller':
      case 'smallerEq':
      case 'larger':
      case 'largerEq':
      case 'equal':
      case 'unequal':
        return expression.parts.map((part) => this.phrase(part)).join(` ${symbols[expression.op]} `);
      case 'pow':
        return this.between(expression.parts, ` ${said.power} `);
      case 'unaryMinus':
        return `−${this.bracketed(expression.parts[0] as Expression)}`;
      case 'unaryPlus':
        return this.phrase(expression.parts[0] as Expression);
      case 'not':
        return `${said.not} ${this.bracketed(expression.parts[0] as Expression)}`;
      default:
        return `${this.sign(expression.op).word} ${this.bracketed(expression.parts[0] as Expression)}`;
    }
  }

  private joined(
    expression: Extract<Expression, { readonly parts: unknown }>,
    chain: readonly string[],
    counted: (count: number) => string,
  ): string {
    const count = (part: Expression): number =>
      chain.includes(part.op) ? partsOf(part).reduce((sum, each) => sum + count(each), 0) : 1;
    const all = count(expression);
    if (all > mostNamed) return counted(all);
    const sign: Readonly<Record<string, string>> = {
      add: ' + ',
      subtract: ' − ',
      multiply: ' × ',
      divide: ' / ',
      and: ` ${this.said.and} `,
      or: ` ${this.said.or} `,
    };
    const text = expression.parts
      .map((part, index) => (index === 0 && chain.includes(part.op) ? this.phrase(part) : this.bracketed(part)))
      .join(sign[expression.op]);
    return text.length > longestPhrase ? counted(all) : text;
  }

  private between(parts: readonly Expression[], sign: string): string {
    return parts.map((part) => this.bracketed(part)).join(sign);
  }

  private bracketed(part: Expression): string {
    const text = this.phrase(part);
    const isChain = ['add', 'subtract', 'and', 'or'].includes(part.op);
    return isChain && / [−+] | (?:och|eller|and|or) /.test(text) ? `(${text})` : text;
  }

  /** What stands to the left of an operand: a symbol for the column, or words before its name, and how it is read. */
  sign(sign: Sign): { readonly symbol: string; readonly word: string } {
    const { said } = this;
    const word: Readonly<Record<Sign, string>> = {
      none: '',
      plus: said.plus,
      minus: said.minus,
      times: said.times,
      divided: said.divided,
      power: said.power,
      smaller: said.smaller,
      smallerEq: said.smallerEq,
      larger: said.larger,
      largerEq: said.largerEq,
      equal: said.equal,
      unequal: said.unequal,
      and: said.and,
      or: said.or,
      not: said.not,
      andNot: said.andNot,
      orNot: said.orNot,
      abs: said.abs,
      floor: said.floorOf,
      round: said.round,
      exp: said.exp,
      log: said.log,
      sqrt: said.sqrt,
    };
    return { symbol: symbols[sign] ?? '', word: word[sign] };
  }
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
