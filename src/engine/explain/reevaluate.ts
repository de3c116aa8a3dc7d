import { doubles, interpolateTable } from '../compile/index.ts';
import { type ExplainedExpression, type Explanation, type NodeKey, referencesOf } from './explanation.ts';

/**
 * Works an explained number out again from its leaves: inputs, draws, solved values, constants and built-ins, and values the
 * explanation is cut at. What stands as the value of anything in between is not looked at, so the result says whether the
 * explanation explains.
 *
 * @returns the very value of the root, to the last bit
 * @throws {TypeError} when the explanation does not hold together: a value is missing, needs itself, or would have taken
 *   another branch than the one shown
 */
export function reevaluate(explanation: Explanation): number | boolean {
  const values = new Map<NodeKey, number | boolean>();
  const open = new Set<NodeKey>();
  // Last in, first out: a value is worked out when all it refers to has been. A stack of our own, for long horizons.
  const waiting: NodeKey[] = [explanation.root];
  while (waiting.length > 0) {
    const key = waiting.at(-1) as NodeKey;
    const node = explanation.nodes[key];
    if (node === undefined) throw new TypeError(`the explanation lacks ${key}`);
    const missing = node.expression === undefined ? [] : referencesOf(node.expression).filter((to) => !values.has(to));
    if (missing.length === 0) {
      if (!values.has(key)) values.set(key, node.expression === undefined ? node.value : work(node.expression));
      open.delete(key);
      waiting.pop();
      continue;
    }
    open.add(key);
    const circular = missing.find((to) => open.has(to));
    if (circular !== undefined) throw new TypeError(`in the explanation, ${circular} needs itself`);
    for (const to of missing) waiting.push(to);
  }
  return values.get(explanation.root) as number | boolean;

  function work(expression: ExplainedExpression): number | boolean {
    switch (expression.op) {
      case 'constant':
      case 'builtin':
        return expression.value;
      case 'reference':
        return values.get(expression.to) as number | boolean;
      case 'conditional':
        if (work(expression.condition) !== (expression.taken === 'yes')) throw otherBranch(expression.other);
        return work(expression.branch);
      case 'and':
      case 'or': {
        const [first, second] = expression.parts as [ExplainedExpression, ExplainedExpression | undefined];
        const decided = expression.op === 'or';
        if (work(first) === decided) return decided;
        if (second === undefined) throw otherBranch(expression.unread);
        return work(second);
      }
      case 'not':
        return work(expression.parts[0] as ExplainedExpression) !== true;
      case 'related':
        return work(expression.inner);
      case 'table':
        return interpolateTable(
          explanation.tables[expression.table]?.points ?? [],
          work(expression.argument) as number,
        );
      case 'gather':
        return gather(expression);
      case 'min':
      case 'max':
      case 'clamp':
      case 'abs':
      case 'floor':
      case 'round':
      case 'exp':
      case 'log':
      case 'sqrt':
        return doubles.call(expression.op, numbers(expression.parts));
      default:
        return doubles.operate(expression.op, numbers(expression.parts));
    }
  }

  function numbers(parts: readonly ExplainedExpression[]): number[] {
    return parts.map((part) => work(part) as number);
  }

  function gather(expression: Extract<ExplainedExpression, { op: 'gather' }>): number | boolean {
    if (expression.otherwise !== undefined) return work(expression.otherwise);
    const members = numbers(expression.members.map((member) => member.expression));
    switch (expression.form) {
      case 'sum':
        return members.reduce((sum, each) => doubles.operate('add', [sum, each]) as number, 0);
      case 'product':
        return members.reduce((product, each) => doubles.operate('multiply', [product, each]) as number, 1);
      case 'least':
        return members.reduce((least, each) => doubles.call('min', [least, each]), Number.POSITIVE_INFINITY);
      case 'greatest':
        return members.reduce((greatest, each) => doubles.call('max', [greatest, each]), Number.NEGATIVE_INFINITY);
    }
  }
}

function otherBranch(text: string | undefined): TypeError {
  return new TypeError(`the explanation shows another branch than the one to take: ${text}`);
}
