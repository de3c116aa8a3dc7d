import { useCallback, useState } from 'react';

/**
 * A choice that is kept as long as the tab is open, also when one goes to another view and back.
 *
 * @param name - of the choice, with what it is a choice of
 */
export function useRemembered<T>(
  name: string,
  isFit: (value: unknown) => value is T,
): [T | undefined, (to: T | undefined) => void] {
  const [chosen, setChosen] = useState<T | undefined>(() => {
    try {
      const read: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null');
      return isFit(read) ? read : undefined;
    } catch {
      return undefined;
    }
  });
  const choose = useCallback(
    (to: T | undefined) => {
      setChosen(to);
      if (to === undefined) sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, JSON.stringify(to));
    },
    [name],
  );
  return [chosen, choose];
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}
