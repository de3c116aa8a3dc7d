/**
 * Does what the documentation says happen? Two kinds of example are run:
 *
 * - `@example` in a comment of src: each line `expression // => value` must give that value, `expression // ≈ 1.50` that
 *   number to the digits written, `expression // throws Name` must throw that error. The claim may stand on a line of its
 *   own below. Other lines are run as they stand. The file's own exports and those of its folder's index.ts are at hand.
 * - fenced blocks in README.md and docs: `sh` blocks must succeed; in `console` blocks the lines after `$ command` are its
 *   output, where a line `…` stands for any lines. A block that cannot be run here says why: ```sh not-run: needs a network
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect, isDeepStrictEqual } from 'node:util';
import { lineAt, parseSource, type SourceFile } from './parse-source.ts';
import { report, root, sourceFiles } from './source-files.ts';

export interface Example {
  readonly at: string;
  readonly code: readonly string[];
}

/** The `@example` parts of a file's documentation comments, without stars and fences. */
export function examplesOf(file: SourceFile): Example[] {
  return parseSource(file).comments.flatMap(({ type, value, start }): Example[] => {
    if (type !== 'Block' || !value.startsWith('*')) return [];
    const lines = value.split('\n').map((line) => line.replace(/^\s*\*? ?/, ''));
    return lines.flatMap((line, first): Example[] => {
      if (!line.startsWith('@example')) return [];
      const next = lines.findIndex((each, index) => index > first && each.startsWith('@'));
      const written = lines.slice(first + 1, next < 0 ? undefined : next).filter((each) => !each.startsWith('```'));
      const code: string[] = [];
      for (const each of written) {
        if (/^\s*\/\/ (=>|≈|throws) /.test(each) && code.length > 0) code.push(`${code.pop()} ${each.trim()}`);
        else code.push(each);
      }
      return [{ at: `${file.path}:${lineAt(file.text, start) + first}`, code }];
    });
  });
}

/** Typed arrays compare as arrays: an example shows numbers, not how they are kept. */
function plain(value: unknown): unknown {
  const isColumn = ArrayBuffer.isView(value) && !(value instanceof DataView);
  const list = isColumn ? Array.from(value as unknown as ArrayLike<number>) : value;
  return Array.isArray(list) ? list.map(plain) : list;
}

/** Whether a number is the one written, to the digits written: 0.4999 is 0.50. */
function isAbout(value: unknown, written: string): boolean {
  const decimals = /\.(\d+)$/.exec(written)?.[1]?.length ?? 0;
  return typeof value === 'number' && Math.abs(value - Number(written)) <= 0.5 * Number(`1e-${decimals}`);
}

/** Runs an example with the given names at hand. What differs from what it says, one sentence each. */
export async function exampleProblems({ at, code }: Example, names: Record<string, unknown>): Promise<string[]> {
  const problems: string[] = [];
  const check = (line: string, value: unknown, expected: unknown): void => {
    if (isDeepStrictEqual(plain(value), plain(expected))) return;
    problems.push(`${at}: ${line} gave ${inspect(plain(value), { breakLength: Infinity })}`);
  };
  const checkAbout = (line: string, value: unknown, written: string): void => {
    if (!isAbout(value, written)) problems.push(`${at}: ${line} gave ${inspect(value)}`);
  };
  const mustThrow = async (line: string, run: () => unknown, name: string): Promise<void> => {
    try {
      await run();
      problems.push(`${at}: ${line} threw nothing`);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== name) problems.push(`${at}: ${line} threw ${String(error)}`);
    }
  };
  let claims = 0;
  const body = code.map((line) => {
    const [, expression, value] = /^(.*?);?\s*\/\/ => (.*)$/.exec(line) ?? [];
    const [, thrower, name] = /^(.*?);?\s*\/\/ throws (\w+)$/.exec(line) ?? [];
    const [, about, digits] = /^(.*?);?\s*\/\/ ≈ (-?\d+(?:\.\d+)?)$/.exec(line) ?? [];
    if (expression ?? thrower ?? about) claims += 1;
    if (about !== undefined) return `checkAbout(${JSON.stringify(line)}, await (${about}), ${JSON.stringify(digits)});`;
    if (expression !== undefined) return `check(${JSON.stringify(line)}, await (${expression}), (${value}));`;
    if (thrower === undefined) return line;
    return `await mustThrow(${JSON.stringify(line)}, () => (${thrower}), ${JSON.stringify(name)});`;
  });
  if (claims === 0)
    return [
      `${at}: the example claims nothing: write \`// => value\`, \`// ≈ number\` or \`// throws Name\` after an expression`,
    ];
  const scope: Record<string, unknown> = { ...names, check, checkAbout, mustThrow };
  try {
    const parameters = `{ ${Object.keys(scope).join(', ')} }`;
    const run = new Function(parameters, `return (async () => {\n${body.join('\n')}\n})();`);
    await run(scope);
  } catch (error) {
    problems.push(`${at}: ${String(error)}`);
  }
  return problems;
}

export interface CommandBlock {
  readonly at: string;
  readonly kind: 'sh' | 'console';
  readonly lines: readonly string[];
  /** Why the block is not run, where it says so. */
  readonly notRun: string | undefined;
}

/** The fenced command blocks of a Markdown text. */
export function commandBlocks(path: string, text: string): CommandBlock[] {
  const blocks: CommandBlock[] = [];
  for (const match of text.matchAll(/^```(sh|bash|shell|console)\b[ \t]*(.*)\n([\s\S]*?)^```$/gm)) {
    const [, language, info = '', body = ''] = match;
    blocks.push({
      at: `${path}:${lineAt(text, match.index)}`,
      kind: language === 'console' ? 'console' : 'sh',
      lines: body.split('\n').slice(0, -1),
      notRun: /^not-run:\s*(\S.*)$/.exec(info)?.[1],
    });
  }
  return blocks;
}

/** Whether an output is as shown; a line `…` in what is shown stands for any lines, also none. */
export function outputMatches(shown: readonly string[], output: readonly string[]): boolean {
  const [first, ...rest] = shown;
  if (first === undefined) return output.length === 0;
  if (first.trim() === '…')
    return output.some((_, skipped) => outputMatches(rest, output.slice(skipped))) || rest.length === 0;
  return output.length > 0 && first.trimEnd() === output[0]?.trimEnd() && outputMatches(rest, output.slice(1));
}

const checksItself = /\bnpm (ci|i|install|test|t)\b|\bnpm run (check|test)|\.ci\/run/;

function run(command: string): { status: number | null; output: string[]; errors: string } {
  const path = `${root}/node_modules/.bin${delimiter}${process.env['PATH'] ?? ''}`;
  const options = {
    cwd: root,
    encoding: 'utf8',
    timeout: 300_000,
    env: { ...process.env, PATH: path, NO_COLOR: '1' },
  } as const;
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', command], options);
  const lines = stdout.split('\n');
  return { status, output: lines.at(-1) === '' ? lines.slice(0, -1) : lines, errors: stderr };
}

/** Runs a block of commands in the project's folder. What differs from what it says, one sentence each. */
export function commandProblems({ at, kind, lines, notRun }: CommandBlock): string[] {
  if (notRun !== undefined) return [];
  if (lines.some((line) => checksItself.test(line)))
    return [`${at}: would run the checks within the checks; mark it \`not-run: why\``];
  if (kind === 'sh') {
    const { status, errors } = run(lines.join('\n'));
    return status === 0 ? [] : [`${at}: exit ${status}: ${errors.trim()}`];
  }
  const starts = lines.flatMap((line, index) => (line.startsWith('$ ') ? [index] : []));
  return starts.flatMap((start, index) => {
    const command = (lines[start] as string).slice(2);
    const shown = lines.slice(start + 1, starts[index + 1]);
    const { status, output, errors } = run(command);
    if (status !== 0) return [`${at}: ${command}: exit ${status}: ${errors.trim()}`];
    return outputMatches(shown, output) ? [] : [`${at}: ${command} printed\n${output.join('\n')}`];
  });
}

if (import.meta.main) {
  const problems: string[] = [];
  let examples = 0;
  for (const file of sourceFiles('src')) {
    for (const example of examplesOf(file)) {
      examples += 1;
      const index = `${root}/${file.path.replace(/[^/]+$/, 'index.ts')}`;
      const files = [...(existsSync(index) ? [index] : []), `${root}/${file.path}`];
      try {
        const names = Object.assign({}, ...(await Promise.all(files.map((each) => import(pathToFileURL(each).href)))));
        problems.push(...(await exampleProblems(example, names)));
      } catch (error) {
        problems.push(`${example.at}: ${String(error)}`);
      }
    }
  }
  const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })].filter((path) =>
    existsSync(`${root}/${path}`),
  );
  const blocks = pages.flatMap((path) => commandBlocks(path, readFileSync(`${root}/${path}`, 'utf8')));
  for (const block of blocks) problems.push(...commandProblems(block));
  if (examples === 0) problems.push('no @example was found in src');
  report(
    problems,
    `examples: ${examples} in comments, ${blocks.filter(({ notRun }) => notRun === undefined).length} command blocks`,
  );
}
