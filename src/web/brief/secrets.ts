import type { Change } from '../work/changes.ts';
import type { Revision } from '../work/work.tsx';

/** Where something secret stands, as the API writes paths: `shops.ica-fliseryd.turnover`. */
export type SecretPath = string;

/**
 * Where a revision, and what is tried on it, holds something marked as secret: every value with `secret: true`, wherever it
 * stands. Values of places, shops and measures are read as the API tells them, and the rest, such as parameters and
 * calculations, from the scenario's files.
 *
 * @param files - the scenario's files as data
 */
export function secretPaths(
  { places, shops, measures }: Pick<Revision, 'places' | 'shops' | 'measures'>,
  changes: readonly Change[],
  files: readonly unknown[] = [],
): SecretPath[] {
  const found = new Set<SecretPath>();
  const look = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('secret' in value && value.secret === true) found.add(path.join('.'));
    for (const [key, inside] of Object.entries(value)) look(inside, [...path, key]);
  };
  for (const { key, stated } of places) look(stated, ['places', key]);
  for (const { key, stated } of shops) look(stated, ['shops', key]);
  for (const { key, stated } of measures) look(stated, ['measures', key]);
  for (const { path, value } of changes) look(value, path.split('.'));
  for (const file of files) look(file, []);
  return [...found];
}

/** The figures of what is secret, as they are stated: to take out of any text that happens to repeat them. */
export function secretFigures(
  { places, shops, measures }: Pick<Revision, 'places' | 'shops' | 'measures'>,
  changes: readonly Change[],
  files: readonly unknown[] = [],
): number[] {
  const found = new Set<number>();
  const look = (value: unknown, isSecret: boolean): void => {
    if (typeof value === 'number' && isSecret) found.add(value);
    if (typeof value !== 'object' || value === null) return;
    const inside = isSecret || ('secret' in value && value.secret === true);
    for (const each of Object.values(value)) look(each, inside);
  };
  for (const { stated } of [...places, ...shops, ...measures]) look(stated, false);
  for (const { value } of changes) look(value, false);
  for (const file of files) look(file, false);
  return [...found];
}

/** Whether files may hold something secret, so that it is worth reading them as data. */
export function mayHoldSecrets(files: Revision['files']): boolean {
  return files.some(({ text }) => /["']?secret["']?\s*:/.test(text));
}

/** A value with everything secret in it taken out, notes and sources too; what is left says that it is secret. */
export function withoutSecrets(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('secret' in value && value.secret === true) {
    // What it is called, and what it is, stay; how much, and where it is known from, do not.
    const told = 'label' in value ? { label: value.label } : {};
    return { ...told, secret: true };
  }
  if (Array.isArray(value)) return value.map(withoutSecrets);
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, withoutSecrets(inside)]));
}

/** Whether a value, or something in it, is secret. */
export function holdsSecret(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ('secret' in value && value.secret === true) || Object.values(value).some(holdsSecret);
}
