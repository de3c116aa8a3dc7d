import { type ExecutionArgs, type GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { currentExchange } from './exchange.ts';

/**
 * Yoga plugin: tells the log and the metrics what operation a request ran and what it cost, and answers 500 where a defect left no data.
 *
 * @param mask - for errors of validation, which Yoga's own mask does not look at, though they quote what a scalar threw
 */
export function useExchange(mask: (error: unknown) => GraphQLError): Plugin {
  return {
    onExecute: ({ args }) => note(args),
    onSubscribe: ({ args }) => note(args),
    onExecutionResult({ result, setResult }) {
      if (result === undefined || Symbol.asyncIterator in result) return;
      const exchange = currentExchange();
      if (exchange !== undefined && result.extensions?.['cost'] !== undefined)
        exchange.cost = result.extensions['cost'];
      if (result.errors === undefined) return;
      const errors = result.errors.map(mask);
      const failed = result.data === null && errors.some((error) => error.extensions['unexpected'] === true);
      const http = failed ? { extensions: { ...result.extensions, http: { status: 500 } } } : {};
      setResult({ ...result, errors, ...http });
    },
  };
}

function note(args: Pick<ExecutionArgs, 'document' | 'operationName'>): void {
  const exchange = currentExchange();
  const operation = getOperationAST(args.document, args.operationName);
  if (exchange === undefined || operation == null) return;
  exchange.operationType = operation.operation;
  if (operation.name !== undefined) exchange.operationName = operation.name.value.slice(0, 100);
}
