import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Revision } from '../work/work.tsx';
import { wholeTree } from './scenario-text.ts';
import { knownTree, type Tree } from './scenario-tree.ts';

/**
 * The revision as data. At once what the service has taken apart; when its files have been read also what only they hold:
 * towns, distances, and assumptions for the whole scenario.
 */
export function useSavedTree(revision: Revision): { readonly tree: Tree; readonly isWhole: boolean } {
  const whole = useQuery({
    queryKey: ['whole-scenario', revision.id],
    queryFn: async () => {
      const { parse } = await import('yaml');
      try {
        return wholeTree(revision.file, revision.files, (text) => parse(text) as unknown) ?? null;
      } catch {
        // A file that cannot be read here is one the service reads otherwise; what it has taken apart is enough to go on.
        return null;
      }
    },
  });
  return useMemo(() => {
    const known = knownTree(revision);
    return whole.data == null ? { tree: known, isWhole: false } : { tree: whole.data, isWhole: true };
  }, [revision, whole.data]);
}
