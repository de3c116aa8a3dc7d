import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothDatabases } from '../store/databases.ts';
import { canRun, type DocumentedExample, documentedExamples, page, runExample } from './documented-examples.ts';
import { type RunningServer, runServer } from './running-server.ts';

const examples = documentedExamples();
const evidence = new URL('../../evidence/documented-examples.json', import.meta.url);

/** The one command that the README shows first. */
const readmeCurl = /^```sh not-run: the tests run it[^\n]*\n([\s\S]*?)^```$/m.exec(
  readFileSync(new URL('../../README.md', import.meta.url), 'utf8'),
)?.[1] as string;

it('the page has examples from curl, Python and R', () => {
  expect(new Set(examples.map(({ language }) => language))).toEqual(new Set(['sh', 'python', 'r']));
});

onBothDatabases((kind, open) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await runServer(await open(), { ship: ['fliseryd'] });
  });
  afterAll(async () => {
    await server?.stop();
  });

  it('the curl of the README gives Fliseryd’s 175 000, 100 000 and 112 869, and both futures', async () => {
    const example = {
      title: 'README',
      language: 'sh',
      code: readmeCurl,
      expected: { kind: 'contains', text: '' },
    } as const;
    const printed = await runExample(
      withToken(example, kind === 'server' ? server.adminKey : undefined),
      server.address,
    );
    expect(JSON.parse(printed).data.comparison.result).toMatchObject({
      calculations: [
        {
          project: { firstYear: { totalSekPerYear: '175000.00' } },
          municipality: { firstYear: { totalSekPerYear: '100000.00' } },
        },
        { municipality: { firstYear: { totalSekPerYear: '112869.00' } } },
      ],
      alternatives: [
        { overview: { shops: { nodes: [{ shop: 'ica-fliseryd', chance: expect.any(Number) }] } } },
        { overview: { shops: { nodes: [{ shop: 'ica-fliseryd', chance: expect.any(Number) }] } } },
        {},
      ],
    });
  });

  it.each(examples)('$language under «$title» prints what the page says', async (example) => {
    if (!(await canRun(example.language))) return expectEvidence(example);
    const printed = await runExample(
      withToken(example, kind === 'server' ? server.adminKey : undefined),
      server.address,
    );
    const { expected } = example;
    if (expected.kind === 'text') expect(printed.replace(/ +$/gm, '')).toBe(expected.text);
    else expect(JSON.parse(printed)).toMatchObject(JSON.parse(expected.text));
  });
});

/** Where a machine lacks the program, that it was run elsewhere on this very text is what there is to hold on to. */
function expectEvidence({ language }: DocumentedExample): void {
  expect(
    existsSync(evidence),
    `${language} is not on this machine, and evidence/documented-examples.json is missing`,
  ).toBe(true);
  const { inputs, languages } = JSON.parse(readFileSync(evidence, 'utf8')) as { inputs: string; languages: string[] };
  expect(languages).toContain(language);
  expect(inputs, 'docs/api.md has changed since: run `npm run evidence` on a machine with curl, Python and R').toBe(
    createHash('sha256').update(readFileSync(page)).digest('hex'),
  );
}

/** The same example with a token, as the page says it is sent. */
function withToken(example: DocumentedExample, token: string | undefined): DocumentedExample {
  if (token === undefined) return example;
  const bearer = `Bearer ${token}`;
  const code = example.code
    .replaceAll(/curl -s(G?) (http:\S+)/g, `curl -s$1 $2 -H 'authorization: ${bearer}'`)
    .replaceAll(
      'headers={"content-type": "application/json"}',
      `headers={"content-type": "application/json", "authorization": "${bearer}"}`,
    )
    .replaceAll(
      /urlopen\((f?"[^"]*"|url)\)/g,
      `urlopen(urllib.request.Request($1, headers={"authorization": "${bearer}"}))`,
    )
    .replace(
      'fromJSON(url,',
      `fromJSON(readLines(base::url(url, headers = c(authorization = "${bearer}")), warn = FALSE),`,
    );
  return { ...example, code };
}
