import { readFileSync } from 'node:fs';
import { evaluate } from 'mathjs';
import { parse } from 'yaml';
import { z } from 'zod';
import { parties } from '../../src/engine/compile/model-file.ts';

const inTwoLanguages = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) });
const year = z.int().min(1900).max(2200);
/** An amount and how it came about; 0 needs no arithmetic. */
const computed = { amount: z.number(), arithmetic: z.string().optional() };
const row = z.strictObject({
  year: z.union([year, z.array(year).min(1)]),
  label: inTwoLanguages,
  flow: z.string(),
  at: z.string(),
  from: z.enum(parties),
  to: z.enum(parties),
  kind: z.enum(['transfer', 'resource']),
  basis: z.array(z.enum(['cash', 'cost', 'terminal'])).min(1),
  ...computed,
  none: z.strictObject(computed).optional(),
});
/** What rows build on, worked out once: kilometres, the shop's result before the measure. */
const step = z.strictObject({ what: inTwoLanguages, arithmetic: z.string() });
const ledger = z.strictObject({
  scenario: z.string(),
  about: inTwoLanguages,
  steps: z.array(step).optional(),
  rows: z.array(row).min(1),
});

type Row = z.infer<typeof row>;

/** A ledger computed by hand: the rows by which an alternative with a measure differs from none. */
export type HandLedger = z.infer<typeof ledger>;

/** Reads a ledger computed by hand; what it does not know is refused. */
export function readHandLedger(file: string): HandLedger {
  return ledger.parse(parse(readFileSync(file, 'utf8')));
}

/** The calendar years a row stands for. */
export function yearsOf({ year }: Row): readonly number[] {
  return typeof year === 'number' ? [year] : year;
}

/**
 * Works out both sides of every equals sign of a row's arithmetic, as written for a pocket calculator: words and units mean
 * nothing, «×» and «−» are signs, a space parts thousands, a comma decimals, and «5 %» is five hundredths.
 *
 * @throws {SyntaxError} where two numbers stand without a sign between them, or there is no equals sign
 * @example
 * valuesOf('10 % × 100 hushåll × 50 gånger × 150 kr = 75 000') // => [75000, 75000]
 */
export function valuesOf(arithmetic: string): number[] {
  const sides = arithmetic.split(' = ');
  if (sides.length < 2) throw new SyntaxError(`no equals sign: ${arithmetic}`);
  return sides.map((side) => {
    const signs = side
      .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '')
      .replace(/(?<=\d),(?=\d)/g, '.')
      .replace(/\p{L}+(\/\p{L}+)*/gu, ' ')
      .replaceAll('×', '*')
      .replaceAll('−', '-')
      .replace(/ ?%/g, '/100')
      .trim();
    if (!/^[\d.+\-*/() ]+$/.test(signs) || /[\d.)] *[\d(.]/.test(signs.replace(/\d+(\.\d+)?/g, '1')))
      throw new SyntaxError(`not arithmetic: ${side}`);
    return evaluate(signs) as number;
  });
}
