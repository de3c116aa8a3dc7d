import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '../api/ask.ts';
import {
  type CalculationViewName,
  ExplainDocument,
  ExplainDraftDocument,
  ExplainInputsDocument,
  ExplainInputsDraftDocument,
  type ExplanationPartsFragment,
} from '../generated/graphql.ts';
import type { Change } from '../work/changes.ts';
import { useSettled } from '../work/use-settled.ts';
import { asValues, useWork } from '../work/work.tsx';
import type { Figure } from './door.tsx';
import { askedAs } from './key.ts';
import type { Explained } from './telling.ts';

/** How a figure came about, as far as it was fetched. */
export type Explanation = {
  /** What was asked about. */
  readonly figure: Figure;
  /** The number; undefined where a calculation was asked about. */
  readonly root: Explained | undefined;
  readonly total: ExplanationPartsFragment['total'];
  /** By key: those nearest what was asked about. */
  readonly numbers: ReadonlyMap<string, Explained>;
  readonly inputs: readonly Explained[];
  readonly inputsCount: number;
  /** Where the inputs go on; undefined when these are all. */
  readonly inputsGoOn: string | undefined;
  readonly isComplete: boolean;
  readonly madeUp: number;
};

/** Pages of a hundred numbers that are looked through for one that is not among the nearest. */
const mostPages = 5;

/**
 * How a figure came about in the likely future, with the values that are tried.
 *
 * @param isAsked - whether it is wanted now
 */
export function useExplanation(figure: Figure, isAsked = true): UseQueryResult<Explanation> {
  const { revision, changes } = useWork();
  const settled = useSettled(changes, 350);
  return useQuery({
    queryKey: ['explanation', revision.id, settled, figure.what, figure.alternative ?? '', figure.view ?? ''],
    queryFn: async ({ signal }) => await explain(revision.id, settled, figure, signal),
    placeholderData: keepPreviousData,
    enabled: isAsked,
  });
}

async function explain(
  revision: string,
  changes: readonly Change[],
  figure: Figure,
  signal: AbortSignal,
): Promise<Explanation> {
  const question = questionOf(revision, figure);
  const page = async (after: string | null): Promise<ExplanationPartsFragment> =>
    changes.length === 0
      ? (await ask(ExplainDocument, { ...question, after }, signal)).explanation
      : (await ask(ExplainDraftDocument, { ...question, after, changes: asValues(changes) }, signal)).draft.explanation;
  const first = await page(null);
  const numbers = new Map(
    [...first.numbers.nodes, ...first.inputs.nodes].map((number) => [number.key, number] as const),
  );
  let { pageInfo } = first.numbers;
  for (let pages = 1; askedAs(figure.what) !== figure.what && pages < mostPages; pages += 1) {
    // A value before the first year stands somewhere in what the first year is made from.
    if (numbers.has(figure.what) || !pageInfo.hasNextPage) break;
    const next = await page(pageInfo.endCursor);
    for (const number of next.numbers.nodes) numbers.set(number.key, number);
    pageInfo = next.numbers.pageInfo;
  }
  return {
    figure,
    root: first.root === null ? undefined : (numbers.get(figure.what) ?? numbers.get(first.root.key)),
    total: first.total,
    numbers,
    inputs: first.inputs.nodes,
    inputsCount: first.inputs.totalCount,
    inputsGoOn: first.inputs.pageInfo.hasNextPage ? (first.inputs.pageInfo.endCursor ?? undefined) : undefined,
    isComplete: first.isComplete,
    madeUp: first.synthetic?.values ?? 0,
  };
}

function questionOf(revision: string, { what, alternative, view }: Figure) {
  const seenBy = (view ?? null) as CalculationViewName | null;
  return { revision, what: askedAs(what), alternative: alternative ?? null, future: 'likely', view: seenBy };
}

/** The inputs of an explanation, those beyond the first hundred once they are fetched. */
export function useInputs({ figure, inputs, inputsGoOn }: Explanation): readonly Explained[] {
  const { revision, changes } = useWork();
  const settled = useSettled(changes, 350);
  const { data = [] } = useQuery({
    queryKey: ['explanation-inputs', revision.id, settled, figure.what, figure.alternative ?? '', figure.view ?? ''],
    queryFn: async ({ signal }) => {
      const question = questionOf(revision.id, figure);
      const more: Explained[] = [];
      for (let after = inputsGoOn; after !== undefined; ) {
        const { inputs: page } =
          settled.length === 0
            ? (await ask(ExplainInputsDocument, { ...question, after }, signal)).explanation
            : (await ask(ExplainInputsDraftDocument, { ...question, after, changes: asValues(settled) }, signal)).draft
                .explanation;
        more.push(...page.nodes);
        after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
      }
      return more;
    },
    enabled: inputsGoOn !== undefined,
  });
  return useMemo(() => [...inputs, ...data], [inputs, data]);
}
