import type { z } from 'zod';
import type { Problem } from '../../errors.ts';
import { suggestion } from './suggest.ts';
import { valueAt, type YamlPath, type YamlText } from './yaml-text.ts';

/**
 * Checks data against a schema and says everything that is wrong at once, each with file, line, path, what was found and
 * what is allowed.
 *
 * @returns the typed data, or every problem
 */
export function checkShape<S extends z.ZodType>(
  schema: S,
  text: YamlText,
): { ok: true; data: z.output<S> } | { ok: false; problems: Problem[] } {
  const result = schema.safeParse(text.data);
  if (result.success) return { ok: true, data: result.data };
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue as Issue, text, [], schema));
  return { ok: false, problems: unique(problems) };
}

type Issue = {
  code: string;
  path: PropertyKey[];
  message: string;
  keys?: string[];
  errors?: Issue[][];
  expected?: string;
  values?: unknown[];
  minimum?: number;
  maximum?: number;
};

function problemsOf(issue: Issue, text: YamlText, above: YamlPath, schema: z.ZodType): Problem[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  const at = (extra: YamlPath = []) => {
    const whole = [...path, ...extra];
    return { ...text.place(whole), path: formatPath(whole) };
  };
  const value = valueAt(text.data, path);
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({
      code: 'unknown-name',
      ...at([key]),
      message: `«${shorten(key)}» is not known here`,
      hint: suggestion(key, allowedKeys(schema, path)),
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors !== undefined) {
    // The branch that came furthest says best what was meant: fewest issues, deepest path.
    const branches = issue.errors.filter((branch) => branch.length > 0);
    const fitting = branches.filter((branch) => !branch.some((sub) => sub.path.length === 0 && sub.code === 'invalid_type'));
    if (fitting.length > 0) {
      const best = fitting.reduce((a, b) => (b.length < a.length ? b : a));
      return best.flatMap((sub) => problemsOf(sub, text, path, schema));
    }
    const allowed = [...new Set(branches.flatMap((branch) => branch.map((sub) => sub.expected ?? sub.message)))].join(' or ');
    return [{ code: 'wrong-type', ...at(), message: 'This is of the wrong type', found: show(value), allowed }];
  }
  if (issue.code === 'invalid_value' && issue.values !== undefined) {
    const names = issue.values.map(String);
    return [
      { code: 'not-allowed', ...at(), message: 'This value is not allowed', found: show(value), allowed: names.join(', '), hint: suggestion(String(value), names) },
    ];
  }
  if (issue.code === 'invalid_type') {
    const missing = value === undefined;
    return [
      {
        code: missing ? 'missing' : 'wrong-type',
        ...at(),
        message: missing ? 'This must be stated' : 'This is of the wrong type',
        ...(missing ? {} : { found: show(value) }),
        allowed: issue.expected ?? issue.message,
      },
    ];
  }
  return [{ code: issue.code.replaceAll('_', '-'), ...at(), message: issue.message, found: show(value) }];
}

/** The keys a schema lets stand at a path, for suggestions. */
function allowedKeys(schema: z.ZodType, path: YamlPath): string[] {
  let level: SchemaDefinition[] = [definitionOf(schema)];
  for (const step of path) {
    level = level.flatMap((definition) => below(definition, step)).flatMap(alternatives);
  }
  return [...new Set(level.flatMap(alternatives).flatMap((definition) => Object.keys(definition.shape ?? {})))];
}

type SchemaDefinition = {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly in?: z.ZodType;
};

function definitionOf(schema: z.ZodType): SchemaDefinition {
  return (schema as unknown as { _zod: { def: SchemaDefinition } })._zod.def;
}

function alternatives(definition: SchemaDefinition): SchemaDefinition[] {
  const inner = definition.innerType ?? definition.in;
  if (inner !== undefined) return alternatives(definitionOf(inner));
  if (definition.options !== undefined) return definition.options.flatMap((option) => alternatives(definitionOf(option)));
  return [definition];
}

function below(definition: SchemaDefinition, step: string | number): SchemaDefinition[] {
  return alternatives(definition).flatMap((each) => {
    const next = typeof step === 'number' ? each.element : (each.shape?.[step] ?? each.valueType);
    return next === undefined ? [] : alternatives(definitionOf(next));
  });
}

/** A path as one reads it: `alternatives.servicepunkt.measures.sp.investments[0].cost`. */
export function formatPath(path: YamlPath): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
}

/** A value as a short text for «found …». */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `«${shorten(value)}»`;
  return shorten(JSON.stringify(value) ?? String(value));
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function unique(problems: Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
