import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { AskError, ask } from '../api/ask.ts';
import {
  BreakEvenDocument,
  type BreakEvenPartsFragment,
  ComparisonDocument,
  DraftDocument,
  ForkScenarioDocument,
  NewestRevisionDocument,
  type ResultPartsFragment,
  ReviseScenarioDocument,
  RevisionByIdDocument,
  type RevisionPartsFragment,
} from '../generated/graphql.ts';
import { goTo, useAddress } from './address.ts';
import {
  asFragment,
  type Change,
  fromFragment,
  nothingTried,
  redone,
  type Tried,
  undone,
  withChange,
  withChanges,
  withNoChanges,
  withoutChange,
} from './changes.ts';
import { useSettled } from './use-settled.ts';

/** Futures that the page compares over, and courses of luck for each set of uncertain numbers: fewer of many alternatives. */
function futuresFor(revision: RevisionPartsFragment): { readonly draws: number; readonly inner: number } {
  return { draws: hasMany(revision) ? 2048 : 4096, inner: 16 };
}

/** Futures that break-even is averaged over; 0 for the likely future alone, where there are many alternatives. */
function breakEvenFuturesFor(revision: RevisionPartsFragment): number {
  return hasMany(revision) ? 0 : 64;
}

function hasMany({ measures }: RevisionPartsFragment): boolean {
  return new Set(measures.flatMap(({ alternatives }) => alternatives)).size > 6;
}

export type Result = ResultPartsFragment;
export type Revision = RevisionPartsFragment;
export type BreakEvens = NonNullable<BreakEvenPartsFragment['breakEven']>;

/** What a planner works on: a revision, the values tried on it, and what they come to. */
export type Work = {
  readonly revision: Revision;
  readonly changes: readonly Change[];
  /** Tries a value; the result follows. */
  readonly change: (path: string, value: unknown) => void;
  /** Tries several values, and takes others back to what the revision has, in one step. */
  readonly changeAll: (changes: readonly Change[], back?: readonly string[]) => void;
  /** Takes one value back to what the revision has. */
  readonly revert: (path: string) => void;
  readonly revertAll: () => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** The newest result, which may be of values before the last that were tried: then `isComputing`. */
  readonly result: Result | undefined;
  readonly isComputing: boolean;
  readonly error: AskError | undefined;
  /** What stands in the way while it is asked again and again, such as a service that does not answer. */
  readonly trouble: AskError | undefined;
  readonly tryAgain: () => void;
  /** Break-even, which comes after the result. */
  readonly breakEven: BreakEvens | undefined;
  readonly isComputingBreakEven: boolean;
  readonly breakEvenError: AskError | undefined;
  /** Saves what is tried: as the next revision of one's own scenario, or as a new scenario of one's own. */
  readonly save: (as: { readonly note: string; readonly slug?: string | undefined }) => Promise<Revision>;
};

const WorkContext = createContext<Work | undefined>(undefined);

/** What is worked on; only below `WorkProvider` where a revision is open. */
export function useWork(): Work {
  const work = use(WorkContext);
  if (work === undefined) throw new Error('nothing is open here');
  return work;
}

/** Opens the scenario of the address for everything below. */
export function WorkProvider({
  children,
  waiting,
  failed,
}: {
  readonly children: ReactNode;
  readonly waiting: ReactNode;
  readonly failed: (error: AskError) => ReactNode;
}) {
  const { scenario, revision } = useAddress();
  const opened = useQuery({
    queryKey: ['revision', revision ?? '', scenario ?? ''],
    queryFn: async ({ signal }) => await openRevision(revision, scenario, signal),
  });
  if (opened.data !== undefined)
    return (
      <OpenWork key={opened.data.id} revision={opened.data}>
        {children}
      </OpenWork>
    );
  return opened.error === null ? waiting : failed(asAskError(opened.error));
}

async function openRevision(
  id: string | undefined,
  slug: string | undefined,
  signal: AbortSignal,
): Promise<RevisionPartsFragment> {
  if (id !== undefined) {
    const { node } = await ask(RevisionByIdDocument, { id }, signal);
    if (node?.__typename === 'Revision') return node;
    throw new AskError('NOT_FOUND', 'There is no such revision for you');
  }
  const { scenario } = await ask(NewestRevisionDocument, { slug: slug ?? '' }, signal);
  if (scenario === null || scenario === undefined) throw new AskError('NOT_FOUND', 'There is no such scenario for you');
  return scenario.latest;
}

function OpenWork({ revision, children }: { readonly revision: Revision; readonly children: ReactNode }) {
  const [tried, setTried] = useState<Tried>(() => ({ ...nothingTried, changes: fromFragment(window.location.hash) }));
  const settled = useSettled(tried.changes, 350);
  const queries = useQueryClient();
  useEffect(() => {
    window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}${asFragment(settled)}`);
  }, [settled]);

  const compared = useQuery({
    queryKey: ['result', revision.id, settled],
    queryFn: async ({ signal }) => await resultOf(revision, settled, signal),
    placeholderData: keepPreviousData,
  });
  const even = useQuery({
    queryKey: ['break-even', revision.id, settled],
    queryFn: async ({ signal }) => await breakEvenOf(revision, settled, signal),
    placeholderData: keepPreviousData,
    // The result first: both at once would only wait for one another.
    enabled: compared.data !== undefined && !compared.isPlaceholderData,
  });

  const change = useCallback((path: string, value: unknown) => setTried((now) => withChange(now, { path, value })), []);
  const changeAll = useCallback(
    (changes: readonly Change[], back: readonly string[] = []) => setTried((now) => withChanges(now, changes, back)),
    [],
  );
  const revert = useCallback((path: string) => setTried((now) => withoutChange(now, path)), []);
  const revertAll = useCallback(() => setTried(withNoChanges), []);
  const undo = useCallback(() => setTried(undone), []);
  const redo = useCallback(() => setTried(redone), []);
  const tryAgain = useCallback(() => void queries.invalidateQueries({ queryKey: ['result'] }), [queries]);
  const save = useCallback(
    async ({ note, slug }: { readonly note: string; readonly slug?: string | undefined }): Promise<Revision> => {
      const saved = await saveRevision(revision, tried.changes, note, slug);
      queries.setQueryData(['revision', saved.id, saved.scenario.slug], saved);
      window.history.replaceState(null, '', window.location.pathname + window.location.search);
      goTo({ scenario: saved.scenario.slug, revision: saved.id });
      return saved;
    },
    [revision, tried.changes, queries],
  );

  const work = useMemo<Work>(
    () => ({
      revision,
      changes: tried.changes,
      change,
      changeAll,
      revert,
      revertAll,
      undo: tried.before.length === 0 ? undefined : undo,
      redo: tried.after.length === 0 ? undefined : redo,
      result: compared.data,
      isComputing: compared.isFetching || settled !== tried.changes,
      error: compared.error === null ? undefined : asAskError(compared.error),
      trouble: compared.isFetching && compared.failureReason !== null ? asAskError(compared.failureReason) : undefined,
      tryAgain,
      breakEven: even.data,
      isComputingBreakEven: even.isFetching,
      breakEvenError: even.error === null ? undefined : asAskError(even.error),
      save,
    }),
    [
      revision,
      tried,
      settled,
      compared.data,
      compared.isFetching,
      compared.error,
      compared.failureReason,
      even.data,
      even.isFetching,
      even.error,
      change,
      changeAll,
      revert,
      revertAll,
      undo,
      redo,
      tryAgain,
      save,
    ],
  );
  return <WorkContext value={work}>{children}</WorkContext>;
}

async function resultOf(of: Revision, changes: readonly Change[], signal: AbortSignal): Promise<Result> {
  const question = { revision: of.id, ...futuresFor(of) };
  if (changes.length === 0) return (await ask(ComparisonDocument, question, signal)).comparison.result;
  return (await ask(DraftDocument, { ...question, changes: asValues(changes) }, signal)).draft.result;
}

async function breakEvenOf(of: Revision, changes: readonly Change[], signal: AbortSignal): Promise<BreakEvens> {
  const askOver = async (futures: number): Promise<BreakEvens> =>
    (await ask(BreakEvenDocument, { revision: of.id, changes: asValues(changes), futures }, signal)).draft.result
      .breakEven ?? [];
  const futures = breakEvenFuturesFor(of);
  try {
    return await askOver(futures);
  } catch (error) {
    // An average over futures may take longer than is allowed; the likely future alone is better than no answer.
    if (futures > 0 && error instanceof AskError && error.code === 'LIMIT') return await askOver(0);
    throw error;
  }
}

/** Changes as the API takes them. */
export function asValues(changes: readonly Change[]): { path: string; value: unknown }[] {
  return changes.map(({ path, value }) => ({ path, value }));
}

async function saveRevision(
  revision: Revision,
  changes: readonly Change[],
  note: string,
  slug: string | undefined,
): Promise<Revision> {
  const values = asValues(changes);
  const saved =
    slug === undefined
      ? (await ask(ReviseScenarioDocument, { input: { basedOn: revision.id, changes: values, note } })).reviseScenario
      : (await ask(ForkScenarioDocument, { input: { from: revision.id, slug, changes: values, note } })).forkScenario;
  if (saved.__typename === 'Revision') return saved;
  const problems = 'problems' in saved ? saved.problems : [];
  throw new AskError(saved.__typename, saved.message, problems);
}

function asAskError(error: Error): AskError {
  return error instanceof AskError ? error : new AskError('UNKNOWN', error.message);
}
