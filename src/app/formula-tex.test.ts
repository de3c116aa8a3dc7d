import { describe, expect, it } from 'vitest';
import { parseFormula } from '../engine/compile/index.ts';
import { equationTex, formulaTex } from './formula-tex.ts';

const english = (text: string): string => formulaTex(parseFormula(text), 'en');
const swedish = (text: string): string => formulaTex(parseFormula(text), 'sv');

describe('a formula as TeX', () => {
  it('sets names upright and last year as t − 1', () => {
    expect(english('previous(cash) + result')).toBe('\\mathrm{cash}_{t-1}+\\mathrm{result}');
  });

  it('drops brackets that a fraction makes needless, and keeps those of a product', () => {
    expect(english('(a + b) / (c - d)')).toBe('\\frac{\\mathrm{a}+\\mathrm{b}}{\\mathrm{c}-\\mathrm{d}}');
    expect(english('(a + b) * c')).toBe('\\left( \\mathrm{a}+\\mathrm{b} \\right) \\cdot \\mathrm{c}');
  });

  it('brackets a gathering that something follows, so that the sum does not run on', () => {
    expect(english('a * sum(shop, x)')).toBe('\\mathrm{a} \\cdot \\sum_{\\mathrm{shop}} \\mathrm{x}');
    expect(english('sum(shop, x) * a')).toBe('\\left( \\sum_{\\mathrm{shop}} \\mathrm{x} \\right) \\cdot \\mathrm{a}');
  });

  it('sets cases in a row as one brace', () => {
    expect(english('a > 0 ? 1 : (b ? 2 : 3)')).toBe(
      '\\begin{cases} 1 & \\text{if } \\mathrm{a} \\gt 0 \\cr 2 & \\text{if } \\mathrm{b} \\cr 3 & \\text{otherwise} \\end{cases}',
    );
  });

  it('says what holds when there is none to gather', () => {
    expect(english('least(townPair, d, 0)')).toBe('\\min_{\\mathrm{townPair},~\\text{otherwise }0} \\mathrm{d}');
    expect(english('related(shop, isOpen, true)')).toBe(
      '\\left[ \\mathrm{isOpen} \\right]_{\\mathrm{shop},~\\text{otherwise }\\text{true}}',
    );
  });

  it('brackets the base of a power only when it is more than a name', () => {
    expect(english('pow(a, 2)')).toBe('{\\mathrm{a}}^{2}');
    expect(english('pow(1 - a, yearIndex)')).toBe('{\\left( 1-\\mathrm{a} \\right)}^{t}');
  });

  it('writes Swedish with a decimal comma, semicolons between arguments and Swedish words', () => {
    expect(swedish('max(0.5, a)')).toBe('\\max\\left( 0{,}5; \\mathrm{a} \\right)');
    expect(swedish('a and not b')).toBe('\\mathrm{a} \\text{ och } \\text{inte } \\mathrm{b}');
  });

  it('breaks a long sum over lines, and a short one not', () => {
    const terms = Array.from({ length: 12 }, (_, index) => `someLongName${index}`);
    const long = equationTex('total', parseFormula(terms.join(' + ')), 'en');
    expect(long).toContain('\\begin{aligned}');
    for (const term of terms) expect(long).toContain(`\\mathrm{${term}}`);
    expect(equationTex('total', parseFormula('a + b'), 'en')).toBe('\\mathrm{total} = \\mathrm{a}+\\mathrm{b}');
  });

  it('has no backslash before a punctuation mark, which Markdown would take away', () => {
    for (const text of ['a <= b ? abs(x) : floor(y)', 'not (a == 1e-7) and b != 2', 'product(shop, 1 + a)', 'a^b']) {
      expect(swedish(text)).not.toMatch(/\\[^A-Za-z]/);
    }
  });
});
