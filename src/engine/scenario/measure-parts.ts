import type { InvestmentData, MeasureData } from './schema.ts';

type RunningLineData = NonNullable<MeasureData['running']>[number];

/** What a running line is for. */
export type RunningCategory = NonNullable<RunningLineData['category']>;

/** The kinds of running cost, in the order they are set out. */
export const runningCategories: readonly RunningCategory[] = ['premises', 'staff', 'other'];

/** The category of a running line: as stated, and otherwise staff when it is reckoned in posts. */
export function categoryOf(line: RunningLineData): RunningCategory {
  return line.category ?? (line.posts === undefined ? 'other' : 'staff');
}

/** How interest on an investment is reckoned: as stated, and otherwise on average capital. */
export function methodOf(item: InvestmentData): NonNullable<InvestmentData['method']> {
  return item.method ?? 'average-capital';
}

/** Id of an investment or a running line of a measure, by its position in the list; ids sort as the lists stand. */
export function partId(measure: string, index: number): string {
  return `${measure}/${String(index + 1).padStart(3, '0')}`;
}

/** One part of an investment by payer: a grant by its position, what is left after all grants, or what renewal costs. */
export type TranchePart = { readonly grant: number; readonly from: string } | 'remainder' | 'renewal';

/** Id of one payer's part of an investment. */
export function trancheId(item: string, part: TranchePart): string {
  return typeof part === 'string'
    ? `${item}/${part}`
    : `${item}/${String(part.grant + 1).padStart(2, '0')}-${part.from}`;
}
