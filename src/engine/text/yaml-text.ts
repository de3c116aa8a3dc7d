import { isMap, isNode, isPair, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { PlannerError, type Problem } from '../../errors.ts';

/** Path from the root of a document to one value in it: keys and list positions. */
export type YamlPath = readonly (string | number)[];

/** A YAML text read into plain data, which still knows the line of everything in it. */
export type YamlText = {
  readonly file: string;
  readonly data: unknown;
  /** Line, from 1, of the value at a path; of its nearest parent that exists when the value itself does not. */
  lineOf(path: YamlPath): number | undefined;
  /** File and line to report a problem at; differs from `file` when this text is a diff laid over others. */
  place(path: YamlPath): { readonly file: string; readonly line?: number };
};

/** Largest text read, in characters: ten times the largest real scenario. Longer is refused before it is parsed. */
const longestText = 4_000_000;

/** How deep lists and maps may nest; the deepest of ours is six. */
const deepestNesting = 40;

/**
 * Reads one YAML text (1.2, core schema, unique keys, no tags, at most 100 aliases).
 *
 * @throws {PlannerError} with every syntax error and its line, or when the text is empty or too large
 */
export function readYaml(text: string, file: string): YamlText {
  const fail = (code: string, message: string, extra: Partial<Problem> = {}): never => {
    throw new PlannerError([{ code, file, message, ...extra }]);
  };
  if (text.length > longestText) {
    fail('too-large', 'The file is too large', { found: `${text.length} characters`, allowed: `${longestText}` });
  }
  if (text.trim() === '') fail('empty-file', 'The file is empty');
  const nesting = nestingOf(text);
  if (nesting > deepestNesting) {
    fail('too-deep', 'Lists and maps are nested too deeply', { found: `${nesting}`, allowed: `at most ${deepestNesting}` });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, merge: false });
  const problems = [...document.errors, ...document.warnings].slice(0, 50).map((error): Problem => {
    const duplicate = error.code === 'DUPLICATE_KEY';
    return {
      code: duplicate ? 'duplicate-id' : 'yaml-syntax',
      file,
      line: lines.linePos(error.pos[0]).line,
      message: duplicate ? 'The same name stands twice in one map' : `This is not valid YAML: ${firstLine(error.message)}`,
    };
  });
  if (problems.length > 0) throw new PlannerError(problems);
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return fail('yaml-aliases', `Aliases in the file cannot be resolved: ${firstLine((error as Error).message)}`);
  }
  const read: YamlText = {
    file,
    data,
    place(path) {
      const line = read.lineOf(path);
      return line === undefined ? { file } : { file, line };
    },
    lineOf(path) {
      let node: unknown = document.contents;
      let line = lineOfNode(node, lines);
      for (const step of path) {
        if (isMap(node)) {
          const pair = node.items.find((item) => String(isNode(item.key) ? item.key : item.key) === String(step));
          if (!isPair(pair)) break;
          line = lineOfNode(pair.key, lines) ?? line;
          node = pair.value;
        } else if (isSeq(node) && typeof step === 'number' && node.items[step] !== undefined) {
          node = node.items[step];
          line = lineOfNode(node, lines) ?? line;
        } else break;
      }
      return line;
    },
  };
  return read;
}

function lineOfNode(node: unknown, lines: LineCounter): number | undefined {
  const start = isNode(node) ? (node as Node).range?.[0] : undefined;
  return start === undefined || start === null ? undefined : lines.linePos(start).line;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** An upper bound on nesting from brackets and indentation alone, so that a hostile text never reaches the parser. */
function nestingOf(text: string): number {
  let open = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++open);
    else if (character === ']' || character === '}') open = Math.max(0, open - 1);
    else if (character === '\n' && open > 0 && deepest > deepestNesting) break;
  }
  const dashes = text.match(/^[ ]*(?:- )+/gm) ?? [];
  for (const run of dashes) deepest = Math.max(deepest, run.split('-').length - 1);
  return deepest;
}

/**
 * A text laid over another as a JSON merge patch: maps merge by key, `null` removes, anything else replaces. Problems are
 * reported in the file that says the thing.
 */
export function overlay(below: YamlText, above: YamlText, merged: unknown): YamlText {
  const says = (path: YamlPath): YamlText => (valueAt(above.data, path) !== undefined || valueAt(below.data, path) === undefined ? above : below);
  return {
    file: above.file,
    data: merged,
    lineOf: (path) => says(path).lineOf(path),
    place: (path) => says(path).place(path),
  };
}

/** The value at a path in plain data; undefined where there is none. */
export function valueAt(data: unknown, path: YamlPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
