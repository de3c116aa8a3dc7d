import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { ask } from '../api/ask.ts';
import { type PlacePartsFragment, PlacesDocument } from '../generated/graphql.ts';

/** Every place of the table, page by page: what has come so far, and how many there will be. */
export function useAllPlaces(): {
  readonly places: readonly PlacePartsFragment[];
  readonly total: number | undefined;
} {
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['all-places'],
    queryFn: async ({ pageParam, signal }) =>
      (await ask(PlacesDocument, { filter: {}, first: 100, after: pageParam }, signal)).places,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const places = useMemo(() => data?.pages.flatMap(({ nodes }) => nodes.map(({ place }) => place)) ?? [], [data]);
  return { places, total: data?.pages[0]?.totalCount };
}
