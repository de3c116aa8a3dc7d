import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '../api/ask.ts';
import {
  MeasureKindsDocument,
  ModelInputsDocument,
  type ModelInputsQuery,
  ParametersOfVillageDocument,
  type ParametersOfVillageQuery,
} from '../generated/graphql.ts';
import type { Knowledge, MeasureKind, ModelInput, Parameter, Section } from './model-inputs.ts';

/** What the model and a revision say about values, fetched once for each. */
export function useKnowledge(revision: string): {
  readonly knowledge: Knowledge;
  readonly isReady: boolean;
  readonly error: Error | null;
  readonly tryAgain: () => void;
} {
  const model = useQuery({ queryKey: ['model-inputs'], queryFn: async ({ signal }) => await modelInputs(signal) });
  const kinds = useQuery({
    queryKey: ['measure-kinds'],
    queryFn: async ({ signal }): Promise<readonly MeasureKind[]> =>
      (await ask(MeasureKindsDocument, {}, signal)).measureKinds,
  });
  const parameters = useQuery({
    queryKey: ['village-parameters', revision],
    queryFn: async ({ signal }) => await parametersOf(revision, signal),
  });
  const knowledge = useMemo<Knowledge>(
    () => ({
      inputs: model.data?.inputs ?? [],
      sections: model.data?.sections ?? [],
      kinds: kinds.data ?? [],
      parameters: parameters.data ?? [],
    }),
    [model.data, kinds.data, parameters.data],
  );
  return {
    knowledge,
    isReady: model.data !== undefined && kinds.data !== undefined,
    error: model.error ?? kinds.error,
    tryAgain: () => {
      void model.refetch();
      void kinds.refetch();
    },
  };
}

async function modelInputs(signal: AbortSignal): Promise<Pick<Knowledge, 'inputs' | 'sections'>> {
  const inputs: ModelInput[] = [];
  let sections: readonly Section[] = [];
  let after: string | null = null;
  do {
    const { model }: ModelInputsQuery = await ask(ModelInputsDocument, { after }, signal);
    inputs.push(...model.variables.nodes);
    sections = model.sections;
    after = model.variables.pageInfo.hasNextPage ? model.variables.pageInfo.endCursor : null;
  } while (after !== null);
  return { inputs, sections };
}

async function parametersOf(revision: string, signal: AbortSignal): Promise<readonly Parameter[]> {
  let distances: readonly Parameter[] = [];
  const whole: Parameter[] = [];
  let after: string | null = null;
  do {
    const { node }: ParametersOfVillageQuery = await ask(ParametersOfVillageDocument, { revision, after }, signal);
    if (node?.__typename !== 'Revision') break;
    distances = node.distances.nodes;
    whole.push(...node.whole.nodes);
    after = node.whole.pageInfo.hasNextPage ? node.whole.pageInfo.endCursor : null;
  } while (after !== null);
  return [...distances, ...whole];
}
