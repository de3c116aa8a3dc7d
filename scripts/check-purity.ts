/**
 * Is the engine pure? The same scenario and seed must give the same bits on every machine, so the engine may use neither what
 * differs between machines and versions (built-in transcendentals, `**`, locales) nor what differs between runs (clock, chance,
 * network, environment).
 */
import type { Node } from 'oxc-parser';
import { lineAt, parseSource, type SourceFile } from './parse-source.ts';
import { isTest, report, sourceFiles } from './source-files.ts';

/** Members of Math that IEEE 754 or ECMAScript define to the last bit. All others may differ between versions of V8. */
const exactMath = new Set([
  ...['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc'],
  ...['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'],
]);

const surroundings = 'the engine knows no clock, network, environment or chance of its own: receive it as an argument';
const locale =
  'the machine decides what this gives: the engine compares code units and leaves number formats to its callers';

/** Global names the engine may not use. */
const forbiddenNames: ReadonlyMap<string, string> = new Map([
  ...['Date', 'Temporal', 'performance', 'process', 'fetch', 'crypto', 'navigator', 'globalThis', 'global'].map(
    (name) => [name, surroundings] as const,
  ),
  ...['setTimeout', 'setInterval', 'setImmediate', 'require', 'eval'].map((name) => [name, surroundings] as const),
  ['Intl', locale],
]);

/** Methods the engine may not call on anything. */
const forbiddenMethods: ReadonlyMap<string, string> = new Map(
  [
    'localeCompare',
    'toLocaleString',
    'toLocaleDateString',
    'toLocaleTimeString',
    'toLocaleLowerCase',
    'toLocaleUpperCase',
  ].map((name) => [name, locale]),
);

/** Part of the engine that meets the machine: it may use process, timers and the like, but still no other arithmetic. */
const meetsTheMachine = 'src/engine/workers/';

const arithmetic = 'its last bits differ between versions: use src/engine/arithmetic';

/** Where code made as text names a Math function that is not exact, as a back end might. */
function inexactMathIn(text: string): string | undefined {
  return [...text.matchAll(/\bMath\.(\w+)/g)].map(([, name]) => name as string).find((name) => !exactMath.has(name));
}

/** Whether an operand is plainly a whole number of any size: then so is the other one, and the power is exact. */
function isBigInt(operand: Node): boolean {
  if (operand.type === 'Literal') return 'bigint' in operand;
  return operand.type === 'CallExpression' && operand.callee.type === 'Identifier' && operand.callee.name === 'BigInt';
}

/**
 * What in a file makes it impure, one sentence each, with line and reason. Nothing: an empty list.
 *
 * Names are judged as written, without asking whether a local variable of that name hides the global: name it otherwise.
 */
export function impurities(file: SourceFile): string[] {
  const problems: string[] = [];
  for (const { node, parent, key } of parseSource(file).nodes) {
    const complain = (what: string, why: string): void => {
      problems.push(`${file.path}:${lineAt(file.text, node.start)}: ${what}: ${why}`);
    };
    switch (node.type) {
      case 'BinaryExpression':
        if (node.operator === '**' && !isBigInt(node.left) && !isBigInt(node.right))
          complain('the operator **', arithmetic);
        break;
      case 'AssignmentExpression':
        if (node.operator === '**=' && !isBigInt(node.right)) complain('the operator **=', arithmetic);
        break;
      case 'Literal': {
        if (typeof node.value !== 'string') break;
        const method = key === 'property' || key === 'key' ? forbiddenMethods.get(node.value) : undefined;
        if (method !== undefined) complain(node.value, method);
        const name = inexactMathIn(node.value);
        if (name !== undefined) complain(`Math.${name} in text`, arithmetic);
        break;
      }
      case 'TemplateElement': {
        const name = inexactMathIn(node.value.raw);
        if (name !== undefined) complain(`Math.${name} in text`, arithmetic);
        break;
      }
      case 'Identifier': {
        const isMember = parent?.type === 'MemberExpression' && key === 'property' && !parent.computed;
        const isKey = key === 'key' && parent !== undefined && 'computed' in parent && !parent.computed;
        const method = isMember || (isKey && parent.type === 'Property') ? forbiddenMethods.get(node.name) : undefined;
        if (method !== undefined) complain(node.name, method);
        const isType = parent?.type.startsWith('TS') && key !== 'expression';
        if (isMember || isKey || isType) break;
        if (node.name === 'Math') {
          const member =
            parent?.type === 'MemberExpression' &&
            key === 'object' &&
            !parent.computed &&
            parent.property.type === 'Identifier'
              ? parent.property.name
              : undefined;
          if (member === undefined)
            complain('Math other than as Math.name', 'write the member out, so that it can be checked');
          else if (member === 'random') complain('Math.random', surroundings);
          else if (!exactMath.has(member)) complain(`Math.${member}`, arithmetic);
        }
        const why = forbiddenNames.get(node.name);
        if (why !== undefined && !(why === surroundings && file.path.startsWith(meetsTheMachine)))
          complain(node.name, why);
        break;
      }
      default:
    }
  }
  return problems;
}

if (import.meta.main) {
  const files = sourceFiles('src/engine').filter(({ path }) => !isTest(path));
  report(
    files.length === 0 ? ['no file of the engine was read'] : files.flatMap(impurities),
    `purity: ${files.length} files of the engine`,
  );
}
