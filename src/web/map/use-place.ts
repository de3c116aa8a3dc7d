import { type QueryClient, useQuery } from '@tanstack/react-query';
import { AskError, ask } from '../api/ask.ts';
import { PlaceByIdDocument, type PlacePartsFragment } from '../generated/graphql.ts';

/** A place of the table by its global id; `isComing` until it is here or there proves to be none. */
export function usePlace(id: string | undefined): {
  readonly place: PlacePartsFragment | undefined;
  readonly isComing: boolean;
} {
  const asked = useQuery({
    queryKey: ['place', id],
    queryFn: async ({ signal }) => {
      const { node } = await ask(PlaceByIdDocument, { id: id ?? '' }, signal);
      if (node?.__typename === 'Place') return node;
      throw new AskError('NOT_FOUND', 'There is no such place');
    },
    enabled: id !== undefined,
  });
  return { place: asked.data, isComing: id !== undefined && asked.isPending };
}

/** Keeps a place that came otherwise, so that it need not be asked for. */
export function keepPlace(queries: QueryClient, place: PlacePartsFragment): void {
  queries.setQueryData(['place', place.id], { __typename: 'Place', ...place });
}
