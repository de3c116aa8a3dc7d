import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/ask.ts';
import {
  PresentStateDocument,
  ResidentsDocument,
  ResidentsOfDraftDocument,
  type ResidentsPartsFragment,
} from '../generated/graphql.ts';
import { asValues, type Work } from '../work/work.tsx';
import type { PresentState } from './facts.ts';

/** What the result tells of those who live there; over the same futures as the rest of the brief. */
export function useResidents({ revision, changes, result }: Work): ResidentsPartsFragment | undefined {
  const futures = { draws: result?.certificate.futures ?? 0, inner: result?.certificate.futuresPerParameterSet ?? 1 };
  const asked = useQuery({
    queryKey: ['residents', revision.id, changes, futures.draws],
    queryFn: async ({ signal }) =>
      changes.length === 0
        ? (await ask(ResidentsDocument, { revision: revision.id, ...futures }, signal)).comparison.result
        : (
            await ask(
              ResidentsOfDraftDocument,
              { revision: revision.id, changes: asValues(changes), ...futures },
              signal,
            )
          ).draft.result,
    enabled: result !== undefined,
  });
  return asked.data;
}

/** What is stated of the present state. */
export function usePresentState({ revision }: Pick<Work, 'revision'>): PresentState | undefined {
  const asked = useQuery({
    queryKey: ['present-state', revision.id],
    queryFn: async ({ signal }) => (await ask(PresentStateDocument, { id: revision.id }, signal)).node,
  });
  return asked.data?.__typename === 'Revision' ? asked.data : undefined;
}
