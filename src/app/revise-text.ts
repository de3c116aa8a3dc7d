import { isDeepStrictEqual } from 'node:util';
import { Document, isAlias, isMap, isNode, isScalar, type Node, parseDocument, visit, type YAMLMap } from 'yaml';
import { readYaml, show, suggestion, valueAt, type YamlPath } from '../engine/text/index.ts';
import { PlannerError, type Problem } from '../errors.ts';
import { modelOf } from './model-of.ts';
import { openScenario } from './open-scenario.ts';
import { filesSent, type ScenarioFiles } from './text-files.ts';

/** A value of a scenario to write, or null to remove it. */
export type ValueChange = {
  /** Where: its steps, or the steps with full stops between them as in `shops.ica-fliseryd.turnover`. */
  readonly path: string | readonly (string | number)[];
  /** Any JSON. */
  readonly value: unknown;
};

type YamlDocument = ReturnType<typeof parseDocument>;

/** Most changes made at once. */
const mostChanges = 200;

/**
 * The text of a scenario file with some values changed, and all else as it was written: comments, order, blank lines.
 *
 * A value may be new, where the map that holds it is there: in the file, or in one that it extends. Null removes a value;
 * in a file that extends another it is written, since that is how such a file takes away what the other has.
 *
 * @throws {PlannerError} when the text cannot be read, or every change that has nowhere to go
 */
export function reviseText({ file, files }: ScenarioFiles, changes: readonly ValueChange[]): string {
  const sent = filesSent({ file, files });
  const text = sent.read(sent.name(file));
  if (changes.length > mostChanges)
    throw new PlannerError([
      { code: 'too-large', message: `There are ${changes.length} changes at once`, allowed: `at most ${mostChanges}` },
    ]);
  const { data } = readYaml(text, file);
  const isDiff = typeof data === 'object' && data !== null && Object.hasOwn(data, 'extends');
  // What a diff is laid over is known only when the whole is read.
  const whole = isDiff ? openScenario(modelOf(file, sent), file, sent).text.data : data;
  const wanted = structuredClone(data);
  const document = parsed(text);
  const edits: Edit[] = [];
  const problems: Problem[] = [];
  for (const { path: stated, value } of changes) {
    const path = stepsOf(stated);
    const problem = problemOf(document, wanted, whole, path, file);
    if (problem !== undefined) {
      problems.push(problem);
      continue;
    }
    const edit = { path, value, remove: value === null && !isDiff };
    edits.push(edit);
    apply(wanted, edit);
  }
  if (problems.length > 0) throw new PlannerError(problems);
  const says = (revised: string | undefined): revised is string => {
    try {
      return revised !== undefined && isDeepStrictEqual(readYaml(revised, file).data, wanted);
    } catch (error) {
      if (error instanceof PlannerError) return false;
      throw error;
    }
  };
  if (isStrictJson(text)) return `${JSON.stringify(wanted, null, 2)}\n`;
  const spliced = edits.reduce<string | undefined>(
    (before, edit) => (before === undefined ? undefined : splicedText(before, edit)),
    text,
  );
  if (says(spliced)) return spliced;
  // Where a change does not fit between the lines as they stand, the whole is set anew.
  for (const edit of edits) rewrite(document, edit);
  const anew = document.toString({ lineWidth: 0 });
  if (says(anew)) return anew;
  throw new PlannerError([
    {
      code: 'cannot-revise',
      file,
      message: 'These values cannot be written into the text as it stands',
      hint: 'Change the text itself',
    },
  ]);
}

type Edit = { readonly path: YamlPath; readonly value: unknown; readonly remove: boolean };

function stepsOf(path: ValueChange['path']): YamlPath {
  return typeof path === 'string' ? path.split('.') : path;
}

/** Why a change has nowhere to go. */
function problemOf(
  document: YamlDocument,
  own: unknown,
  whole: unknown,
  path: YamlPath,
  file: string,
): Problem | undefined {
  const shown = path.join('.');
  const at = { file, path: shown };
  if (path.length === 0 || path.some((step) => step === '')) {
    return {
      code: 'unknown-path',
      file,
      message: 'This names no value',
      found: show(shown),
      allowed: 'a path such as shops.ica.turnover',
    };
  }
  for (let depth = 0; depth < path.length; depth += 1) {
    const above = path.slice(0, depth);
    const step = path[depth] as string | number;
    const containers = [own, whole]
      .map((data) => (depth === 0 ? data : valueAt(data, above)))
      .filter((each) => each !== undefined && each !== null);
    const container = containers[0];
    const name = depth === 0 ? 'the scenario' : above.join('.');
    if (typeof container !== 'object' || container === null)
      return {
        code: 'unknown-path',
        ...at,
        message: `${name} is one value, and holds nothing named «${step}»`,
        found: show(container),
      };
    if (isAlias(document.getIn(above, true)))
      return {
        code: 'yaml-aliases',
        ...at,
        message: `${name} repeats what is written elsewhere, with *`,
        hint: 'Change it where it is written',
      };
    const last = depth === path.length - 1;
    if (Array.isArray(container)) {
      const position = positionIn(step);
      const most = last ? container.length : container.length - 1;
      if (position === undefined || position > most)
        return {
          code: 'unknown-path',
          ...at,
          message: `${name} is a list`,
          found: show(step),
          allowed: most < 0 ? 'nothing: it is empty' : `0 to ${most}`,
        };
    } else if (!last && !containers.some((each) => typeof each === 'object' && Object.hasOwn(each, step))) {
      return {
        code: 'unknown-path',
        ...at,
        message: `There is no «${step}» in ${name}`,
        hint: suggestion(String(step), new Set(containers.flatMap((each) => Object.keys(each)))),
      };
    } else if (['__proto__', 'constructor', 'prototype'].includes(String(step))) {
      return { code: 'bad-name', ...at, message: `«${step}» can be no name: the program's own language uses it` };
    }
  }
  return undefined;
}

function positionIn(step: string | number): number | undefined {
  return /^\d{1,9}$/.test(String(step)) ? Number(step) : undefined;
}

/** The same change in plain data. */
function apply(data: unknown, { path, value, remove }: Edit): void {
  let container = data as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) {
    container[step] ??= {};
    container = container[step] as Record<string | number, unknown>;
  }
  const last = path.at(-1) as string | number;
  if (!remove) container[last] = structuredClone(value);
  else if (Array.isArray(container)) container.splice(Number(last), 1);
  else delete container[last];
}

/** The text with one change made where it belongs, and not a sign beside it; undefined where that cannot be done. */
function splicedText(text: string, { path, value, remove }: Edit): string | undefined {
  const document = parsed(text);
  const node = document.getIn(path, true);
  const above = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const step = path.at(-1) as string | number;
  if (remove) return isMap(above) ? withoutPair(text, above, step) : undefined;
  if (isNode(node)) {
    const [start, end] = rangeOf(node);
    const isBlock = isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL');
    return `${text.slice(0, start)}${inline(value)}${isBlock ? '\n' : ''}${text.slice(end)}`;
  }
  // Maps on the way that are not there yet are written with it.
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    const map = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (map === undefined) continue;
    const nested = path.slice(depth + 1).reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
    return isMap(map) && map.items.length > 0 ? withPair(text, map, path[depth] as string, nested) : undefined;
  }
  return undefined;
}

/** The text with a pair after the last of a map. */
function withPair(text: string, map: YAMLMap, key: string | number, value: unknown): string | undefined {
  const [first, last] = [map.items[0], map.items.at(-1)];
  if (!isNode(first?.key) || !isNode(last?.value)) return undefined;
  const pair = `${inline(String(key))}: ${inline(value)}`;
  const [, end] = rangeOf(last.value);
  if (map.flow === true) return `${text.slice(0, end)}, ${pair}${text.slice(end)}`;
  const [at] = rangeOf(first.key);
  const column = at - (text.lastIndexOf('\n', at - 1) + 1);
  const line = `${' '.repeat(column)}${pair}\n`;
  const next = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1;
  if (next === 0) return `${text}\n${line}`;
  return `${text.slice(0, next)}${line}${text.slice(next)}`;
}

/** The text without a pair of a map; undefined when it is the only one. */
function withoutPair(text: string, map: YAMLMap, key: string | number): string | undefined {
  const at = map.items.findIndex((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
  const [pair, next, before] = [map.items[at], map.items[at + 1], map.items[at - 1]];
  if (map.items.length < 2 || !isNode(pair?.key) || !isNode(pair.value)) return undefined;
  const [start] = rangeOf(pair.key);
  const [, end] = rangeOf(pair.value);
  if (map.flow === true) {
    if (isNode(next?.key)) return text.slice(0, start) + text.slice(rangeOf(next.key)[0]);
    return isNode(before?.value) ? text.slice(0, rangeOf(before.value)[1]) + text.slice(end) : undefined;
  }
  const line = text.lastIndexOf('\n', start - 1) + 1;
  // Behind the dash of a list, or beside another thing, it does not have its line to itself.
  if (text.slice(line, start).trim() !== '') return undefined;
  const after = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1;
  return text.slice(0, line) + (after === 0 ? '' : text.slice(after));
}

/** Where a node begins and where its value ends. */
function rangeOf(node: Node): readonly [number, number] {
  const [start, end] = node.range as [number, number, number];
  return [start, end];
}

/** A value on one line, as it may stand anywhere in a YAML text. */
function inline(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Collection: (_, node) => {
      node.flow = true;
    },
    Scalar: (_, node) => {
      // Texts that mean something else without quotes, or inside brackets, get them.
      if (typeof node.value === 'string' && !/^[\p{L}][\p{L}\p{N}_./ -]*$/u.test(node.value))
        node.type = 'QUOTE_DOUBLE';
    },
  });
  return document
    .toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER })
    .trimEnd()
    .replace(/\n\s*/g, ' ');
}

/** Writes one value into a document that will be set anew. */
function rewrite(document: YamlDocument, { path, value, remove }: Edit): void {
  if (remove) {
    document.deleteIn(path);
    return;
  }
  const node = document.createNode(value);
  const before = document.getIn(path, true);
  if (isNode(before) && isNode(node)) {
    node.comment = before.comment ?? null;
    node.commentBefore = before.commentBefore ?? null;
  }
  document.setIn(path, node);
}

function parsed(text: string): YamlDocument {
  return parseDocument(text, { uniqueKeys: false, merge: false });
}

function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
