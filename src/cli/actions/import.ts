import type { ImportOptions, ImportReport } from '../../app/import-file.ts';
import { localities } from '../../app/localities.ts';
import { shopsYaml } from '../../app/place-yaml.ts';
import { importPlaces, readPlacesFile } from '../../app/places-file.ts';
import { importShops } from '../../app/shops-file.ts';
import { refuseExisting, writeWholeFile } from '../../app/whole-file.ts';
import type { PlannerError } from '../../errors.ts';
import type { RegisteredShop } from '../../places/shop.ts';
import { importReport } from '../import-report.ts';
import type { ImportCommandOptions, PlaceImportCommandOptions, ShopImportCommandOptions } from '../options.ts';

/** Most shops printed as YAML: a scenario is read by people. */
const mostYaml = 5000;

/** Imports a register of places and prints the report. @throws {PlannerError} when nothing is taken */
export async function runPlacesImport(file: string, options: PlaceImportCommandOptions): Promise<void> {
  const { crs: system, source, year } = options;
  checkReport(options);
  const done = await importPlaces(file, { system, source, year }, readingOf(options));
  await tell(done, options, process.stdout);
}

/** Imports a register of shops and prints the report, and with --yaml the shops. @throws {PlannerError} when nothing is taken */
export async function runShopsImport(file: string, options: ShopImportCommandOptions): Promise<void> {
  const { crs: system, source, turnoverUnit } = options;
  checkReport(options);
  const places = options.places === undefined ? localities() : await readPlacesFile(options.places);
  const shops: RegisteredShop[] = [];
  const done = await importShops(
    file,
    places,
    { system, source, turnoverUnit, withinKm: options.within },
    readingOf(options),
    (shop) => {
      if (options.yaml && shops.length <= mostYaml) shops.push(shop);
    },
  );
  await tell(done, options, options.yaml ? process.stderr : process.stdout);
  if (!options.yaml) return;
  if (shops.length > mostYaml) throw new RangeError(`--yaml prints at most ${mostYaml} shops; write them with --out`);
  process.stdout.write(shopsYaml(shops));
}

function readingOf(options: ImportCommandOptions): ImportOptions {
  return {
    encoding: options.encoding,
    separator: options.separator,
    columns: options.column,
    out: options.out,
    force: options.force ?? false,
    strict: options.strict ?? false,
  };
}

function checkReport({ report, out, force = false }: ImportCommandOptions): void {
  if (report === undefined) return;
  if (report === out) throw new RangeError('--report and --out name the same file');
  refuseExisting(report, { force });
}

async function tell(
  { report, failure }: { readonly report: ImportReport; readonly failure: PlannerError | undefined },
  options: ImportCommandOptions,
  stream: NodeJS.WritableStream,
): Promise<void> {
  if (options.report !== undefined)
    await writeWholeFile(options.report, [`${JSON.stringify(report, null, 2)}\n`], { force: options.force ?? false });
  stream.write(options.json ? `${JSON.stringify(report)}\n` : `${importReport(report, options.lang)}\n`);
  if (failure !== undefined) throw failure;
}
