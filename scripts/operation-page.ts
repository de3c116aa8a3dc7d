import { readFileSync } from 'node:fs';
import { configurationHelp } from '../src/service/configuration.ts';
import { root } from './source-files.ts';

const begin = '<!-- The table is written by `npm run generate` from src/service/settings.ts. -->';
const end = '<!-- End of the table. -->';

/** docs/operation.md with the table of settings as the program reads them. */
export function operationPage(): string {
  const text = readFileSync(`${root}/docs/operation.md`, 'utf8');
  const [before, rest] = text.split(begin) as [string, string];
  const [, after] = rest.split(end) as [string, string];
  return `${before}${begin}\n\n${configurationHelp()}\n\n${end}${after}`;
}
