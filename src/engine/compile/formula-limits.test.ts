import { describe, expect, it } from 'vitest';
import { FormulaError, formulaLimits, parseFormula } from './formula.ts';

/** The code of the error a formula gives, or undefined. */
function codeOf(text: string, limited = true): string | undefined {
  try {
    parseFormula(text, limited);
    return undefined;
  } catch (error) {
    if (error instanceof FormulaError) return error.code;
    throw error;
  }
}

describe('the limits on one written formula', () => {
  it('are far above the longest formula of the shipped model', () => {
    expect(formulaLimits).toEqual({ characters: 4000, brackets: 40, nodes: 1000, depth: 200 });
  });

  it('let 4000 characters through and refuse one more', () => {
    const of = (characters: number): string => `1${' '.repeat(characters - 2)}2`.replace(/ 2$/, '+2');
    expect(of(4000)).toHaveLength(4000);
    expect(codeOf(of(4000))).toBeUndefined();
    expect(codeOf(of(4001))).toBe('formula-too-long');
  });

  it('let 40 brackets stand within each other and refuse 41, of any kind', () => {
    const of = (depth: number): string => `${'('.repeat(depth)}1${')'.repeat(depth)}`;
    expect(codeOf(of(40))).toBeUndefined();
    expect(codeOf(of(41))).toBe('formula-too-deep');
    expect(codeOf('['.repeat(41))).toBe('formula-too-deep');
    expect(codeOf(`abs(${of(39)})`)).toBeUndefined();
    expect(codeOf(`abs(${of(40)})`)).toBe('formula-too-deep');
  });

  it('count brackets that follow each other once', () => {
    expect(codeOf(new Array(60).fill('(1)').join(' + '))).toBeUndefined();
  });

  it('let 200 operations stand within each other and refuse one more', () => {
    // n terms are n − 1 sums within each other, and a term below the innermost: depth n − 1.
    const of = (terms: number): string => new Array(terms).fill('1').join('+');
    expect(codeOf(of(201))).toBeUndefined();
    expect(codeOf(of(202))).toBe('formula-too-large');
  });

  it('let 1000 names, numbers and operations through and refuse more', () => {
    // Sums of twenty in brackets, nested evenly: 1 + max(…) has few levels and many parts.
    const twenty = `max(${new Array(20).fill('a').join(',')})`; // 21 parts
    const of = (groups: number): string => new Array(groups).fill(twenty).join('+'); // and a sum between each two
    expect(codeOf(of(45))).toBeUndefined(); // 45 · 21 + 44 = 989
    expect(codeOf(`${of(45)}+${'1+'.repeat(4)}1`)).toBeUndefined(); // 5 more numbers and 5 sums: 999
    expect(codeOf(of(46))).toBe('formula-too-large'); // 46 · 21 + 45 = 1011
  });

  it('do not hold for what the program puts together itself, such as the sum of all ledger lines', () => {
    expect(codeOf(new Array(1500).fill('line').join(' + '), false)).toBeUndefined();
  });

  it('refuse an empty formula', () => {
    expect(codeOf('')).toBe('formula-empty');
    expect(codeOf('  \n ')).toBe('formula-empty');
  });
});
