import { type DocumentNode, type ExecutionResult, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { checkMeasure } from './check-measure.ts';
import { checkSource } from './check-source.ts';
import { checkVariables } from './check-variables.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { type DocumentMeasure, measureDocument } from './measure-document.ts';

/** What resolvers add to while they work, told to the client afterwards in `extensions.cost`: `villageDrawYears` … */
type CostContext = { readonly cost?: Readonly<Record<string, number>> };

/**
 * Yoga plugin: refuses what goes beyond the limits before it is parsed, validated or run, and tells what an operation cost in
 * `extensions.cost` (`fields`, `complexity`, and what the resolvers counted in `context.cost`).
 *
 * It counts before the rules of validation run, since those themselves can be slow on hostile documents, and throws rather than adding
 * a rule, since Yoga keeps the rules' outcome by document, while the measure depends on the variables. Nothing that was not measured is executed.
 */
export function useLimits(limits: Limits = defaultLimits): Plugin {
  const measures = new WeakMap<object, { document: DocumentNode; measure: DocumentMeasure }>();

  const measureOf = (document: DocumentNode, context: object): DocumentMeasure => {
    const measured = measures.get(context);
    if (measured === undefined || measured.document !== document)
      throw new Error('An operation reached execution without having been measured');
    return measured.measure;
  };

  return {
    onParams({ params }) {
      checkVariables(params.variables, limits);
    },
    onParse({ setParseFn }) {
      setParseFn((source, options) => {
        try {
          checkSource(typeof source === 'string' ? source : source.body, limits);
        } catch (error) {
          // Yoga would take it for an error of syntax, which older clients are told with status 200.
          throw new AggregateError([error]);
        }
        return parse(source, { ...options, maxLexicalTokens: limits.tokens });
      });
    },
    onValidate({ params, context }) {
      const { operationName, variables } = context.params;
      const measure = measureDocument({
        schema: params.schema,
        document: params.documentAST,
        operationName,
        variables,
        limits,
      });
      const errors = checkMeasure(measure, limits);
      if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors);
      measures.set(context, { document: params.documentAST, measure });
    },
    onExecute({ args }) {
      const measure = measureOf(args.document, args.contextValue);
      let told = false;
      const tell = (result: ExecutionResult, setResult: (result: ExecutionResult) => void): void => {
        if (told) return;
        told = true;
        setResult(withCost(result, measure, args.contextValue as CostContext));
      };
      return {
        onExecuteDone({ result, setResult }) {
          if (!isStream(result)) return tell(result, setResult);
          return { onNext: (next) => tell(next.result, next.setResult) };
        },
      };
    },
    onSubscribe({ args }) {
      measureOf(args.document, args.contextValue);
    },
  };
}

function withCost(result: ExecutionResult, measure: DocumentMeasure, context: CostContext): ExecutionResult {
  const cost = { fields: measure.fields, complexity: measure.complexity, ...context.cost };
  return { ...result, extensions: { ...result.extensions, cost } };
}

function isStream(result: object): result is AsyncIterable<unknown> {
  return Symbol.asyncIterator in result;
}
