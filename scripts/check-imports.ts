/**
 * Do imports point one way? The table and its reasons are in layers.ts.
 *
 * Read by a parser of our own choice since TypeScript 7 has no programming interface: a checker built on the old one finds no
 * modules at all and reports success. So this one also fails when it has read fewer modules than there are files.
 */
import { globSync } from 'node:fs';
import { posix } from 'node:path';
import { type Layer, layers, unreachable, vagueNames } from './layers.ts';
import { lineAt, parseSource, type SourceFile } from './parse-source.ts';
import { isTest, report, root, sourceFiles } from './source-files.ts';

export interface Import {
  /** As written; undefined when it is computed. */
  readonly specifier: string | undefined;
  readonly line: number;
  /** Erased before running: `import type`, `export type`, or `import('…')` in a type. */
  readonly typeOnly: boolean;
}

interface Module {
  readonly path: string;
  readonly imports: readonly Import[];
}

/** Every import and re-export of a file, types included, in order of appearance. */
export function importsOf(file: SourceFile): Import[] {
  return parseSource(file).nodes.flatMap(({ node }): Import[] => {
    const found = (source: { type: string; value?: unknown } | null, typeOnly: boolean): Import[] => {
      if (source === null) return [];
      const specifier = source.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined;
      return [{ specifier, line: lineAt(file.text, node.start), typeOnly }];
    };
    switch (node.type) {
      case 'ImportDeclaration': // `import { type A } from` keeps the import itself when types are stripped: it runs the module
        return found(node.source, node.importKind === 'type');
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        return found(node.source, node.exportKind === 'type');
      case 'ImportExpression':
        return found(node.source, false);
      case 'TSImportType':
        return found(node.source, true);
      default:
        return [];
    }
  });
}

/** The row that holds a file and the part of it that does: the longest path wins. */
function placeOf(path: string, table: readonly Layer[]): { row: number; part: string } | undefined {
  return table
    .flatMap(({ parts }, row) => parts.map((part) => ({ row, part })))
    .filter(({ part }) => path === part || path.startsWith(`${part}/`))
    .sort((a, b) => b.part.length - a.part.length)[0];
}

/** One cycle through each group of modules that import each other, as paths. */
function cycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push([...trail.slice(at), path]);
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return found;
}

/** The way by which `from` loads one of `packages` while running, or undefined. */
function wayTo(from: string, packages: readonly string[], modules: ReadonlyMap<string, Module>): string[] | undefined {
  const seen = new Set([from]);
  const queue = [[from]];
  for (let trail = queue.shift(); trail !== undefined; trail = queue.shift()) {
    const here = trail.at(-1) as string;
    for (const { specifier, typeOnly } of modules.get(here)?.imports ?? []) {
      if (specifier === undefined || typeOnly) continue;
      const hit = packages.find((name) => specifier === name || specifier.startsWith(`${name}/`));
      if (hit !== undefined) return [...trail, specifier];
      const next = specifier.startsWith('.') ? posix.join(posix.dirname(here), specifier) : undefined;
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      queue.push([...trail, next]);
    }
  }
  return undefined;
}

/**
 * What is wrong with the imports of a set of files, one sentence each, with the reason. Nothing wrong: an empty list.
 *
 * @param files - all of src
 * @param exists - whether a path that is not among the files exists (for data such as JSON)
 */
export function importProblems(
  files: readonly SourceFile[],
  table: readonly Layer[] = layers,
  exists: (path: string) => boolean = () => false,
): { problems: string[]; modules: number; imports: number } {
  const modules = new Map(files.map((file) => [file.path, { path: file.path, imports: importsOf(file) }]));
  const problems: string[] = [];
  const edges = new Map<string, string[]>();
  for (const { path, imports } of modules.values()) {
    const words = path.replace(/(\.test)?\.ts$/, '').split('/');
    const vague = words.find((word) => vagueNames.includes(word));
    if (vague !== undefined) problems.push(`${path}: "${vague}" says nothing about what is inside; name the idea`);
    const place = placeOf(path, table);
    if (place === undefined) {
      problems.push(`${path}: stands in no layer; give its folder a row in scripts/layers.ts`);
      continue;
    }
    const { why, node = false } = table[place.row] as Layer;
    const targets: string[] = [];
    for (const { specifier, line } of imports) {
      const at = `${path}:${line}`;
      if (specifier === undefined) {
        problems.push(`${at}: imports a computed name, which no check can follow; write it out`);
      } else if (specifier.startsWith('#') || specifier.startsWith('/') || specifier.startsWith('file:')) {
        problems.push(`${at}: imports ${specifier}; use a relative path`);
      } else if (specifier.startsWith('node:')) {
        if (!node && !isTest(path))
          problems.push(`${at}: imports ${specifier}, but ${place.part} has no machine around it: ${why}`);
      } else if (specifier.startsWith('.')) {
        const target = posix.join(posix.dirname(path), specifier);
        if (!modules.has(target)) {
          if (!target.startsWith('src/') && !isTest(path)) problems.push(`${at}: imports ${target}, outside src`);
          else if (!exists(target)) problems.push(`${at}: imports ${target}, which does not exist`);
          continue;
        }
        targets.push(target);
        if (isTest(path)) continue;
        if (isTest(target)) problems.push(`${at}: imports ${target}, which only tests may`);
        const other = placeOf(target, table);
        if (other === undefined || other.part === place.part || other.row < place.row) continue;
        const reason = other.row === place.row ? 'stands beside it' : 'comes later in the data flow';
        problems.push(`${at}: ${place.part} imports ${target}, but ${other.part} ${reason}: ${why}`);
      }
    }
    edges.set(path, targets);
  }
  for (const cycle of cycles(edges)) problems.push(`cycle: ${cycle.join(' -> ')}`);
  for (const { from, packages, why } of unreachable) {
    const way = wayTo(from, packages, modules);
    if (way !== undefined) problems.push(`${from}: loads ${way.at(-1)} by ${way.join(' -> ')}: ${why}`);
  }
  const imports = [...modules.values()].reduce((sum, module) => sum + module.imports.length, 0);
  return { problems, modules: modules.size, imports };
}

/** A check that read nothing has proved nothing: fails unless every file was read and imports were found in them. */
export function countProblems(modules: number, imports: number, onDisk: number): string[] {
  if (modules === 0) return ['no module was read'];
  if (modules !== onDisk) return [`${modules} modules were read, but src has ${onDisk} .ts files`];
  return imports === 0 ? ['no import was found in any module'] : [];
}

if (import.meta.main) {
  const onDisk = globSync('src/**/*.{ts,mts,cts,tsx}', { cwd: root }).filter((path) => !path.includes('generated'));
  const { problems, modules, imports } = importProblems(
    sourceFiles('src'),
    layers,
    (path) => globSync(path, { cwd: root }).length > 0,
  );
  report(
    [...countProblems(modules, imports, onDisk.length), ...problems],
    `imports: ${modules} modules, ${imports} imports, one way, no cycles`,
  );
}
