import { stringify } from 'csv-stringify/sync';
import { loadModel } from '../../app/load-model.ts';
import { modelOf } from '../../app/model-of.ts';
import { openScenario } from '../../app/open-scenario.ts';
import { type ParameterRow, parametersOf } from '../../app/parameters.ts';
import { plainCell } from '../../places/formula-cell.ts';
import { Numbers } from '../numbers.ts';
import type { PrintOptions } from '../options.ts';
import { statedText } from '../stated-text.ts';
import { statusNames } from '../status-names.ts';
import { table } from '../tables.ts';

/** Prints parameters, as a table, JSON or CSV. */
export function parameters(file: string | undefined, options: PrintOptions): void {
  const model = file === undefined ? loadModel() : modelOf(file);
  const rows = parametersOf(model, file === undefined ? undefined : openScenario(model, file));
  process.stdout.write(`${write(rows, options)}\n`);
}

function write(rows: readonly ParameterRow[], options: PrintOptions): string {
  if (options.json) return JSON.stringify({ format: 'bygdekalkyl/parameters@1', parameters: rows });
  const columns = [
    'name',
    'entity',
    'instance',
    'label',
    'unit',
    'value',
    'priceYear',
    'priceFactor',
    'status',
    'givenBy',
    'source',
  ] as const;
  if (options.csv) {
    const cells = rows.map((row) => [
      row.name,
      row.entity,
      row.instance,
      plainCell(row.label.en),
      row.unit,
      JSON.stringify(row.stated ?? null),
      row.priceYear ?? '',
      row.priceFactor ?? '',
      row.status ?? '',
      row.givenBy,
      plainCell(row.source ?? ''),
    ]);
    return stringify([[...columns], ...cells]).trimEnd();
  }
  const numbers = new Numbers(options.lang);
  const swedish = options.lang === 'sv';
  return table(
    swedish
      ? ['Namn', 'Vad', 'Värde', 'Enhet', 'Prisår', 'Status', 'Källa']
      : ['Name', 'What', 'Value', 'Unit', 'Price year', 'Status', 'Source'],
    rows.map((row) => [
      row.instance === '' ? row.name : `${row.name}@${row.instance}`,
      row.label[options.lang],
      row.stated === undefined ? (swedish ? 'måste anges' : 'must be stated') : statedText(row.stated, numbers),
      row.unit === '1' ? '' : row.unit,
      row.priceYear === undefined ? '' : String(row.priceYear),
      row.status === undefined ? '' : statusNames[options.lang][row.status],
      row.source ?? '',
    ]),
    [0, 1, 3, 5, 6],
  );
}
