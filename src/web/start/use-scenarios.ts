import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/ask.ts';
import { ScenariosToChooseDocument, type ScenariosToChooseQuery } from '../generated/graphql.ts';

/** A scenario to choose. */
export type ScenarioToChoose = ScenariosToChooseQuery['scenarios']['nodes'][number];

/** What one may open: one's own and what is shared. */
export function useScenarios(): { readonly scenarios: readonly ScenarioToChoose[]; readonly isComing: boolean } {
  const asked = useQuery({
    queryKey: ['scenarios-to-choose'],
    // Others save scenarios too.
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const found: ScenarioToChoose[] = [];
      let after: string | null | undefined = null;
      do {
        const { scenarios }: ScenariosToChooseQuery = await ask(ScenariosToChooseDocument, { after }, signal);
        found.push(...scenarios.nodes);
        after = scenarios.pageInfo.hasNextPage ? scenarios.pageInfo.endCursor : undefined;
      } while (after != null && found.length < 1000);
      return found;
    },
  });
  return { scenarios: asked.data ?? [], isComing: asked.isPending };
}
