import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder with the supplied data: `BYGDEKALKYL_DATA`, or a `shared/data` beside a folder above this one.
 *
 * @returns undefined on a machine that has none
 */
export function findData(): string | undefined {
  const stated = process.env['BYGDEKALKYL_DATA'];
  if (stated !== undefined && stated !== '') return stated;
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const data = join(folder, 'shared', 'data');
    if (existsSync(join(data, 'orter_2023.csv'))) return data;
    if (folder === dirname(folder)) return undefined;
  }
}
