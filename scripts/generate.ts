/**
 * Writes every file that is made from something else in the project.
 *
 * With `--check` it writes nothing, and fails when a file is not what it would write.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { schemaText } from '../src/api/schema.ts';
import { languageReference } from '../src/app/language-reference.ts';
import { loadModel } from '../src/app/load-model.ts';
import { modelDocument } from '../src/app/model-document.ts';
import { scenarioJsonSchema } from '../src/app/scenario-json-schema.ts';
import { landOutline } from './land-outline.ts';
import { localityTable } from './localities/locality-table.ts';
import { operationPage } from './operation-page.ts';
import { pageOutline } from './page-outline.ts';
import { pageQueries } from './page-queries.ts';
import { regionPage } from './region-page.ts';
import { report, root } from './source-files.ts';

interface Generated {
  /** Path in the project. */
  readonly file: string;
  /** The whole text it must hold. The same project gives the same text. */
  readonly make: () => string | Promise<string>;
}

const generated: readonly Generated[] = [
  { file: 'docs/model.md', make: () => modelDocument(loadModel(), 'sv') },
  { file: 'docs/model.en.md', make: () => modelDocument(loadModel(), 'en') },
  { file: 'docs/formula-language.md', make: languageReference },
  { file: 'docs/operation.md', make: operationPage },
  { file: 'docs/region.md', make: regionPage },
  { file: 'src/engine/geography/land-outline.json', make: landOutline },
  { file: 'src/places/localities.csv', make: localityTable },
  { file: 'schema.graphql', make: schemaText },
  { file: 'src/web/map/outline.json', make: pageOutline },
  { file: 'src/web/generated/graphql.ts', make: () => pageQueries(schemaText()) },
  { file: 'scenarios/scenario.schema.json', make: () => scenarioJsonSchema(loadModel()) },
];

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const { file, make } of generated) {
  const path = `${root}/${file}`;
  const text = await make();
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  stale.push(file);
  if (check) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
if (check) {
  const problems = stale.map((file) => `${file}: is not what the project now says; run \`npm run generate\``);
  report(problems, `generated files: ${generated.length}, all fresh`);
} else {
  console.log(stale.length === 0 ? 'nothing has changed' : stale.map((file) => `wrote ${file}`).join('\n'));
}
