import { type Node, parseSync, visitorKeys } from 'oxc-parser';

/** A TypeScript file, its path from the project's root with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A node of a syntax tree, with its parent and the parent's key that holds it. */
export interface Visited {
  readonly node: Node;
  readonly parent: Node | undefined;
  readonly key: string;
}

/** A `/** … *\/` or other comment as the parser found it. */
export interface SourceComment {
  readonly type: 'Line' | 'Block';
  readonly value: string;
  readonly start: number;
}

/**
 * Reads TypeScript as it is written, types included, and lists every node of its tree, parents first.
 *
 * TypeScript 7 offers no programming interface, and stripping types first would lose `import type`: hence this parser.
 *
 * @throws {SyntaxError} if the file is not TypeScript
 */
export function parseSource({ path, text }: SourceFile): { nodes: Visited[]; comments: SourceComment[] } {
  const { program, comments, errors } = parseSync(path, text, {
    lang: path.endsWith('.tsx') ? 'tsx' : 'ts',
    sourceType: 'module',
  });
  const [error] = errors;
  if (error !== undefined) throw new SyntaxError(`${path}: ${error.message}`);
  const nodes: Visited[] = [];
  const visit = (node: Node, parent: Node | undefined, key: string): void => {
    nodes.push({ node, parent, key });
    for (const childKey of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[childKey];
      for (const each of Array.isArray(child) ? child : [child]) {
        if (each !== null && typeof each === 'object') visit(each as Node, node, childKey);
      }
    }
  };
  visit(program, undefined, '');
  return { nodes, comments };
}

/** The line, counted from 1, on which an offset of a text stands. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
