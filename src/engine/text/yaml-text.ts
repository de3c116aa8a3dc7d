import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { PlannerError, type Problem } from '../../errors.ts';
import { shorten } from './show.ts';

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

/** Largest text read that is JSON, such as a generated region. */
const longestJson = 20_000_000;

/** How deep lists and maps may nest; the deepest of ours is eight. */
const deepestNesting = 40;

/** Lists, maps and values in the data, those an alias repeats counted each time; the text alone cannot hold so many. */
const mostValues = 4_000_000;

/** Most problems of one kind of check that are listed; a text with more is another kind of file. */
export const mostProblems = 200;

/** Names that every JavaScript object answers to: as ids they would be mistaken for what is always there. */
const namesOfTheLanguage: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/**
 * Reads one YAML text (1.2, core schema, unique keys, no tags, at most 100 aliases).
 *
 * @throws {PlannerError} with every syntax error and its line, or when the text is empty or too large
 */
export function readYaml(text: string, file: string): YamlText {
  const fail = (code: string, message: string, extra: Partial<Problem> = {}): never => {
    throw new PlannerError([{ code, file, message, ...extra }]);
  };
  const tooDeep = (): never =>
    fail('too-deep', 'Lists and maps are nested too deeply', { allowed: `at most ${deepestNesting} levels` });
  const isJson = text.startsWith('{');
  const longest = isJson ? longestJson : longestText;
  if (text.length > longest) {
    fail('too-large', 'The file is too large', {
      found: `${text.length} characters`,
      allowed: `at most ${longest}`,
    });
  }
  const json = isJson ? readJson(text, file) : undefined;
  if (json !== undefined) return json;
  if (text.length > longestText)
    fail('yaml-syntax', `A file of more than ${longestText} characters must be plain JSON`);
  if (text.trim() === '') fail('empty-file', 'The file is empty');
  if (nestingOf(text) > deepestForParser) tooDeep();
  const lines = new LineCounter();
  let document: Document;
  try {
    // Twice the same name in a map is looked for below: the parser compares each name with all before it.
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, merge: false });
  } catch (error) {
    if (error instanceof RangeError) return tooDeep();
    throw error;
  }
  const problems: Problem[] = [];
  if (document.errors.some(({ message }) => message.includes('call stack'))) return tooDeep();
  for (const error of [...document.errors, ...document.warnings]) {
    const { line } = lines.linePos(error.pos[0]);
    // What the parser says of the same line again follows from what it said first.
    if (problems.at(-1)?.line === line) continue;
    problems.push({ code: 'yaml-syntax', file, line, message: `This is not valid YAML: ${sentenceOf(error)}` });
  }
  if (problems.length === 0) problems.push(...problemsOfNames(document, lines, file));
  if (problems.length > 0) throw new PlannerError(atMost(problems, mostProblems));
  if (document.contents === null) fail('empty-file', 'The file holds only comments');
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof RangeError) return tooDeep();
    if (!(error instanceof ReferenceError)) throw error;
    return fail('yaml-aliases', 'The aliases (*) of the file repeat each other too often', {
      hint: 'Write out what they repeat',
    });
  }
  const extent = extentOf(data);
  if (extent === 'too deep') return tooDeep();
  if (extent === 'too many') {
    return fail('too-large', 'The file holds too many values', {
      allowed: `at most ${mostValues}, what aliases repeat included`,
    });
  }
  const pairs = new WeakMap<YAMLMap, Map<string, YAMLMap['items'][number]>>();
  const pairOf = (map: YAMLMap, key: string): unknown => {
    let known = pairs.get(map);
    if (known === undefined) {
      known = new Map(map.items.map((item) => [keyText(item.key), item]));
      pairs.set(map, known);
    }
    return known.get(key);
  };
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
        if (isAlias(node)) node = node.resolve(document);
        if (isMap(node)) {
          const pair = pairOf(node, String(step));
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

/**
 * A text that is JSON, and so YAML as well: read thirty times as fast. Where each thing stands is looked up when it is asked for.
 *
 * @returns undefined when it is no JSON, or a name stands twice in a map: the YAML parser then tells what is wrong, and where
 */
function readJson(text: string, file: string): YamlText | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (extentOf(data) !== 'fine' || namesIn(data) !== namesWrittenIn(text)) return undefined;
  let lines: Map<string, number> | undefined;
  const read: YamlText = {
    file,
    data,
    place(path) {
      return { file, line: read.lineOf(path) ?? 1 };
    },
    lineOf(path) {
      lines ??= linesOfJson(text);
      for (let depth = path.length; depth >= 0; depth -= 1) {
        const line = lines.get(JSON.stringify(path.slice(0, depth).map(String)));
        if (line !== undefined) return line;
      }
      return undefined;
    },
  };
  return read;
}

/** Names of all maps in the data; NaN when one of them can be no name. */
function namesIn(data: unknown): number {
  let count = 0;
  const open: unknown[] = [data];
  while (open.length > 0) {
    const value = open.pop();
    if (Array.isArray(value)) for (const item of value) open.push(item);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) {
        if (namesOfTheLanguage.has(name)) return Number.NaN;
        count += 1;
        open.push(each);
      }
    }
  }
  return count;
}

/** Names written in a text that is JSON: texts with a colon after them. A name that stands twice in a map is written twice. */
function namesWrittenIn(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"[ \t\r\n]*(:?)/g)) if (colon !== '') count += 1;
  return count;
}

/** The line of every value of a text that is JSON, by its path: of a map, where its name stands; of a list, where it begins. */
function linesOfJson(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const path: (string | number)[] = [];
  let line = 1;
  const note = (): void => {
    found.set(JSON.stringify(path.map(String)), line);
  };
  for (const [token, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"[ \t\r\n]*(:?)|[{}[\],\n]|[^\s"{}[\],:]+/g)) {
    const last = path.length - 1;
    if (token === '}' || token === ']') path.pop();
    else if (token === ',') {
      if (typeof path[last] === 'number') path[last] = (path[last] as number) + 1;
    } else if (colon === ':') {
      path[last] = JSON.parse(token.slice(0, token.lastIndexOf('"') + 1)) as string;
      note();
    } else if (token !== '\n') {
      if (path.length === 0 || typeof path[last] === 'number') note();
      if (token === '{') path.push('');
      if (token === '[') path.push(0);
    }
    for (const character of token) if (character === '\n') line += 1;
  }
  return found;
}

/** What the parser says, in words of the one who writes the file. */
function sentenceOf(error: YAMLError): string {
  const known: Partial<Record<YAMLError['code'], string>> = {
    TAB_AS_INDENT: 'a line begins with a tab. Indent with spaces',
    MULTIPLE_DOCS: 'a line of three hyphens (---) begins a second document. Keep one scenario in a file',
    MULTILINE_IMPLICIT_KEY: 'a name must stand on one line, with a colon and a space after it',
    BLOCK_AS_IMPLICIT_KEY: 'two names with colons stand on one line. Begin a new line, or put the text in quotes',
    KEY_OVER_1024_CHARS: 'a name has more than 1024 characters',
    BAD_DQ_ESCAPE: 'a backslash in quotes begins no known sign. Write two backslashes for one',
    NON_STRING_KEY: 'a name must be a text',
  };
  const own = known[error.code];
  if (own !== undefined) return own;
  if (error.code === 'BAD_INDENT' && error.message.includes('same column')) {
    return 'lines of one map or list must begin at the same column. Check the spaces before them';
  }
  if (error.code === 'TAG_RESOLVE_FAILED') return 'a tag, a word after an exclamation mark, means nothing here';
  if (/closing ["']quote/.test(error.message))
    return 'a text in quotes does not end. Look above for a quotation mark that is not closed';
  const bracket = /^Flow (sequence|map) in block collection.* end with a (.)/.exec(error.message);
  if (bracket !== null)
    return `what is in brackets does not end. Look above for a missing ${bracket[2]}, or indent the lines that go on`;
  if (/^Missing , (or : )?between/.test(error.message)) return 'a comma is missing between two things in brackets';
  if (/must be followed by map values/.test(error.message)) return 'a name has no colon after it';
  return firstLine(error.message);
}

/** Names that stand twice in one map, and names that no map may hold. */
function problemsOfNames(document: Document, lines: LineCounter, file: string): Problem[] {
  const problems: Problem[] = [];
  const anchors = new Set<string>();
  const aliases: Alias[] = [];
  const open: unknown[] = [document.contents];
  while (open.length > 0) {
    const node = open.pop();
    if (isAlias(node)) aliases.push(node);
    else if (isNode(node) && node.anchor !== undefined) anchors.add(node.anchor);
    if (isMap(node)) {
      const lineOf = new Map<string, number | undefined>();
      for (const { key, value } of node.items) {
        open.push(value);
        const line = lineOfNode(key, lines);
        const at = { file, ...(line === undefined ? {} : { line }) };
        if (!isScalar(key)) {
          problems.push({ code: 'yaml-syntax', ...at, message: 'A name must be a text, not a list or a map' });
          continue;
        }
        const name = keyText(key);
        if (lineOf.has(name)) {
          const first = lineOf.get(name);
          const where = first === undefined ? '' : `, first in line ${first}`;
          problems.push({
            code: 'duplicate-id',
            ...at,
            message: `The name «${shorten(name)}» stands twice in one map${where}`,
          });
        } else lineOf.set(name, line);
        if (namesOfTheLanguage.has(name)) {
          problems.push({
            code: 'bad-name',
            ...at,
            message: `«${name}» can be no name: the program's own language uses it`,
            hint: 'Choose another',
          });
        }
      }
    } else if (isSeq(node)) for (const item of node.items) open.push(item);
  }
  for (const alias of aliases) {
    if (anchors.has(alias.source)) continue;
    const line = lineOfNode(alias, lines);
    const at = { file, ...(line === undefined ? {} : { line }) };
    problems.push({
      code: 'yaml-aliases',
      ...at,
      message: `*${shorten(alias.source)} repeats what nothing before it is marked as`,
      hint: `Mark what it repeats with &${shorten(alias.source)}, or put a text that begins with * in quotes`,
    });
  }
  return inOrder(problems);
}

/** The key of a pair as the name it becomes in the data. */
function keyText(key: unknown): string {
  const value = isScalar(key) ? key.value : key;
  return value === null ? '' : String(value);
}

/** The first problems of a long list, and that there are more. */
export function atMost(problems: readonly Problem[], most: number): Problem[] {
  if (problems.length <= most) return [...problems];
  const file = problems[0]?.file;
  const more = { code: 'more-problems', message: 'There are more problems', hint: 'Mend those above first' };
  return [...problems.slice(0, most), file === undefined ? more : { ...more, file }];
}

/** Problems as they stand in their files: those of one file together, from its first line on. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map((problem) => problem.file))];
  const lineOf = ({ code, line }: Problem): number =>
    code === 'more-problems' ? Number.POSITIVE_INFINITY : (line ?? 0);
  return [...problems].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || lineOf(a) - lineOf(b) || 0);
}

/** Whether data is small enough to walk through: an alias may stand inside what it repeats, or repeat very much. */
function extentOf(data: unknown): 'fine' | 'too deep' | 'too many' {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: data, depth: 0 }];
  let count = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.depth > deepestNesting) return 'too deep';
    if (typeof at.value !== 'object' || at.value === null) continue;
    for (const value of Object.values(at.value)) {
      count += 1;
      if (count > mostValues) return 'too many';
      if (typeof value === 'object' && value !== null) open.push({ value, depth: at.depth + 1 });
    }
  }
  return 'fine';
}

function lineOfNode(node: unknown, lines: LineCounter): number | undefined {
  const start = isNode(node) ? (node as Node).range?.[0] : undefined;
  return start === undefined || start === null ? undefined : lines.linePos(start).line;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** Brackets and dashes deeper than this never reach the parser; what is less deep is measured after it. */
const deepestForParser = 1000;

/** An upper bound on nesting from brackets and dashes alone: those inside quotes count too. */
function nestingOf(text: string): number {
  let open = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++open);
    else if (character === ']' || character === '}') open = Math.max(0, open - 1);
  }
  const dashes = text.match(/^[ ]*(?:[-?] )+/gm) ?? [];
  for (const run of dashes) deepest = Math.max(deepest, run.trim().split(' ').length);
  return deepest;
}

/**
 * A text laid over another as a JSON merge patch: maps merge by key, `null` removes, anything else replaces. Problems are
 * reported in the file that says the thing.
 */
export function overlay(below: YamlText, above: YamlText, merged: unknown): YamlText {
  const says = (path: YamlPath): YamlText => {
    let inAbove: unknown = above.data;
    for (const [depth, step] of path.entries()) {
      // What is no map in the upper text stands in place of all that the lower one has there.
      if (typeof inAbove !== 'object' || inAbove === null || Array.isArray(inAbove)) return above;
      if (!Object.hasOwn(inAbove, step))
        return valueAt(below.data, path.slice(0, depth + 1)) === undefined ? nearest(path.slice(0, depth)) : below;
      inAbove = (inAbove as Record<string, unknown>)[step];
    }
    return above;
  };
  // What stands in neither is missing where the map it belongs to was begun.
  const nearest = (path: YamlPath): YamlText =>
    path.length > 0 && valueAt(below.data, path) !== undefined ? below : above;
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
