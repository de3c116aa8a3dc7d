import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Revision, Work } from '../work/work.tsx';
import { askDependence, toldBeside } from './dependence.ts';
import { mayHoldSecrets, type SecretPath, secretFigures, secretPaths } from './secrets.ts';
import { type Public, withhold } from './withheld.ts';

/** A scenario's files as data: what they call towns, and where they hold something secret. */
export function useFiles({ id, files }: Revision): readonly unknown[] | undefined {
  const read = useQuery({
    queryKey: ['files', id],
    queryFn: async () => {
      const { parse } = await import('yaml');
      return files.flatMap(({ name, text }) => (/\.ya?ml$/.test(name) ? [parse(text) as unknown] : []));
    },
  });
  // A file that cannot be read as data holds nothing that could be told by mistake, unless it may hold a secret.
  return read.error === null ? read.data : mayHoldSecrets(files) ? undefined : [];
}

/** What may be told to everybody, and where the secrets stand; undefined until it is known. */
export function usePublic(
  { revision, changes, result, breakEven }: Work,
  files: readonly unknown[] | undefined,
  isAsked: boolean,
): { readonly open: Public; readonly paths: readonly SecretPath[] } | undefined {
  const paths = useMemo(
    () => (files === undefined ? undefined : secretPaths(revision, changes, files)),
    [revision, changes, files],
  );
  const isNeeded = isAsked && paths !== undefined && paths.length > 0;
  const dependence = useQuery({
    queryKey: ['dependence'],
    queryFn: async ({ signal }) => await askDependence(signal),
    enabled: isNeeded,
  });
  return useMemo(() => {
    if (!isAsked || result === undefined || paths === undefined) return undefined;
    if (paths.length > 0 && dependence.data === undefined) return undefined;
    const figures = secretFigures(revision, changes, files);
    const told = toldBeside(dependence.data ?? [], paths);
    return { open: withhold({ result, revision, changes, breakEven }, paths, figures, told), paths };
  }, [isAsked, result, paths, dependence.data, revision, changes, files, breakEven]);
}
