import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** An example of a page: a program, and what it is said to print. */
export type DocumentedExample = {
  readonly title: string;
  readonly language: 'sh' | 'python' | 'r';
  readonly code: string;
  readonly expected: { readonly kind: 'contains' | 'text'; readonly text: string };
};

export const page = fileURLToPath(new URL('../../docs/api.md', import.meta.url));

/** The address the page writes, which the test's own server takes the place of. */
const written = 'http://localhost:4000';

/** The examples of docs/api.md, in order, each under the heading it stands below. */
export function documentedExamples(text = readFileSync(page, 'utf8')): DocumentedExample[] {
  const found: DocumentedExample[] = [];
  let title = '';
  let pending: Pick<DocumentedExample, 'language' | 'code'> | undefined;
  for (const match of text.matchAll(/^(?:## (.+)|```(\w+) ?([^\n]*)\n([\s\S]*?)^```)$/gm)) {
    const [, heading, language = '', mark, body = ''] = match;
    if (heading !== undefined) title = heading;
    else if (mark === 'run' || mark?.startsWith('not-run: the tests run it')) {
      if (pending !== undefined) throw new Error(`an example under «${title}» does not say what it prints`);
      pending = { language: language as 'sh', code: body };
    } else if (pending !== undefined) {
      found.push({ title, ...pending, expected: { kind: mark === 'contains' ? 'contains' : 'text', text: body } });
      pending = undefined;
    }
  }
  if (pending !== undefined) throw new Error('the last example does not say what it prints');
  return found;
}

/** Each is given the name of a file with the code. */
const programs = {
  sh: ['bash', '-euo', 'pipefail'],
  python: ['python3'],
  r: ['Rscript', '--no-init-file'],
} as const;

/** Whether this machine has the program an example is written for. */
export async function canRun(language: DocumentedExample['language']): Promise<boolean> {
  const probe = { sh: 'curl --version', python: 'print(1)', r: 'library(jsonlite)' }[language];
  return await run(language, probe).then(
    () => true,
    () => false,
  );
}

/** Runs an example as it stands on the page, against a server at another address; what it printed. */
export async function runExample({ language, code }: DocumentedExample, address: string): Promise<string> {
  return await run(language, code.replaceAll(written, address));
}

async function run(language: DocumentedExample['language'], code: string): Promise<string> {
  const [program, ...flags] = programs[language];
  const folder = await mkdtemp(join(tmpdir(), 'bygdekalkyl-example-'));
  try {
    const file = join(folder, 'example');
    await writeFile(file, code);
    return await new Promise((resolve, reject) => {
      execFile(program, [...flags, file], { maxBuffer: 2 ** 26 }, (error, out, complaint) =>
        error === null ? resolve(out) : reject(new Error(`${complaint || error.message}\n${out}`)),
      );
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
