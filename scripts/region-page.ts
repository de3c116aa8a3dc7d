import { readFileSync } from 'node:fs';
import { type RuleNumber, syntheticRule } from '../src/region/index.ts';
import { root } from './source-files.ts';

const begin = '<!-- The table is written by `npm run generate` from src/region/synthetic-rule.ts. -->';
const end = '<!-- End of the table. -->';

/** docs/region.md with the table of the rule as it stands in the program. */
export function regionPage(): string {
  const text = readFileSync(`${root}/docs/region.md`, 'utf8');
  const [before, rest] = text.split(begin) as [string, string];
  const [, after] = rest.split(end) as [string, string];
  const rows = Object.values(syntheticRule).map(
    (number: RuleNumber) => `| ${number.label.en} | ${told(number)} | ${number.unit} | ${number.basis} |`,
  );
  return [before + begin, '', '| Number | Value | Unit | Basis |', '|---|---|---|---|', ...rows, '', end + after].join(
    '\n',
  );
}

function told({ value }: RuleNumber): string {
  if (typeof value === 'number') return set(value);
  if ('kind' in value) {
    switch (value.kind) {
      case 'pert':
        return `PERT ${set(value.low)} / ${set(value.likely)} / ${set(value.high)}`;
      case 'lognormal':
        return `lognormal, median ${set(value.median)}, σ ${set(value.sigma)}`;
      case 'uniform':
        return `even from ${set(value.low)} to below ${set(value.high)}, whole`;
      default:
        throw new TypeError(`a ${value.kind} is not told in docs/region.md yet`);
    }
  }
  return `by inhabitants: ${value.map(([inhabitants, at]) => `${set(inhabitants)}: ${set(at)}`).join(', ')}; straight between`;
}

function set(value: number): string {
  return value.toString().replace(/\B(?=(\d{3})+$)/g, value >= 1000 ? ' ' : '');
}
