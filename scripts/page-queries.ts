import { globSync, readFileSync } from 'node:fs';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildSchema, parse } from 'graphql';
import { root } from './source-files.ts';

/** The page's questions to the API with the types of their answers, from `src/web/queries` and the schema. */
export async function pageQueries(schemaText: string): Promise<string> {
  const documents = globSync('src/web/queries/*.graphql', { cwd: root })
    .sort()
    .map((location) => {
      const rawSDL = readFileSync(`${root}/${location}`, 'utf8');
      return { location, rawSDL, document: parse(rawSDL) };
    });
  const schema = parse(schemaText);
  const parts = await preset.buildGeneratesSection({
    baseOutputDir: 'src/web/generated/',
    schema,
    schemaAst: buildSchema(schemaText),
    documents,
    config: {
      documentMode: 'string',
      enumsAsTypes: true,
      useTypeImports: true,
      scalars: { Money: 'string', DateTime: 'string', JSON: 'unknown' },
    },
    presetConfig: { fragmentMasking: false },
    plugins: [],
    pluginMap: {},
  } as never);
  const typed = parts.find(({ filename }) => filename.endsWith('/graphql.ts'));
  if (typed === undefined) throw new Error('the generator made no graphql.ts');
  return await codegen(typed as never);
}
