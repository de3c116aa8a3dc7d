import type { z } from 'zod';
import type { Problem } from '../../errors.ts';
import { definitionOf, optionsOf, valuesOf, wordsFor } from './schema-words.ts';
import { shorten, show } from './show.ts';
import { suggestion } from './suggest.ts';
import { atMost, inOrder, mostProblems, valueAt, type YamlPath, type YamlText } from './yaml-text.ts';

/**
 * Checks data against a schema and says everything that is wrong at once, each with file, line, path, what was found and
 * what is allowed. Where a value may take several forms, the problems are those of the form it comes nearest to.
 *
 * @param wordsAt - what may stand at a path, where more is known of it than the schema says
 * @returns the typed data, or every problem and the path of each (at most two hundred)
 */
export function checkShape<S extends z.ZodType>(
  schema: S,
  text: YamlText,
  wordsAt: (path: YamlPath) => string | undefined = () => undefined,
): { ok: true; data: z.output<S> } | { ok: false; problems: Problem[]; paths: YamlPath[] } {
  const result = schema.safeParse(text.data);
  if (result.success) return { ok: true, data: result.data };
  const found: Found[] = [];
  for (const issue of result.error.issues) {
    if (found.length > mostProblems) break;
    found.push(...problemsOf(issue as Issue, schema, text.data, []));
  }
  const problems = found.map(({ path, allowed, ...problem }) => {
    const words = allowed === undefined ? undefined : (wordsAt(path) ?? allowed);
    return {
      ...problem,
      ...text.place(path),
      path: formatPath(path),
      ...(words === undefined ? {} : { allowed: words }),
    };
  });
  return { ok: false, problems: atMost(inOrder(unique(problems)), mostProblems), paths: found.map(({ path }) => path) };
}

/** A problem whose place in the file is still to be found. */
type Found = Omit<Problem, 'path' | 'file' | 'line'> & { readonly path: YamlPath };

/** What the schema library says is wrong, as far as it is read. */
type Issue = {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly issues?: readonly Issue[];
  readonly format?: string;
  readonly maximum?: number;
};

/**
 * @param schema - of the value the issue's path begins at
 * @param value - that value
 * @param above - where it stands
 */
function problemsOf(issue: Issue, schema: z.ZodType, value: unknown, above: YamlPath): Found[] {
  const steps = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const path = [...above, ...steps];
  const found = valueAt(value, steps);
  if (issue.code === 'invalid_key') return [wrongKey(issue, schemaAt(schema, value, steps.slice(0, -1)), path)];
  const target = schemaAt(schema, value, steps);
  // Zod says of a union that nothing fits: what does not is asked of the option that was probably meant.
  if (issue.code === 'invalid_union' && target !== undefined) return problemsOfUnion(target, found, path);
  const nearest = target === undefined ? undefined : chosenOption(target, found);
  const allowed = nearest === undefined ? {} : { allowed: wordsFor(nearest) };
  switch (issue.code) {
    case 'unrecognized_keys': {
      const names = target === undefined ? [] : Object.keys(definitionOf(nearest as z.ZodType).shape ?? {});
      return (issue.keys ?? []).slice(0, mostProblems + 1).map((key) => ({
        code: 'unknown-name',
        path: [...path, key],
        message: `«${shorten(key)}» is not known here`,
        hint: suggestion(key, names),
      }));
    }
    case 'invalid_type':
      return [wrongType(target, found, path, hasKey(value, steps))];
    case 'invalid_value': {
      const names = target === undefined ? [] : (valuesOf(target) ?? []);
      if (found === undefined) return [{ code: 'missing', path, message: 'This must be stated', ...allowed }];
      return [
        {
          code: 'not-allowed',
          path,
          message: found === null ? 'Nothing stands here' : 'This is not known here',
          ...(found === null ? {} : { found: show(found) }),
          ...allowed,
          ...(typeof found === 'string' ? guess(found, names) : {}),
        },
      ];
    }
    case 'too_small':
    case 'too_big':
      // A list has a length too, where a text is wanted: that it is none is said already.
      if (nearest !== undefined && !couldBe(nearest, found)) return [];
      return [
        {
          code: 'out-of-range',
          path,
          message: wrongSize(found, issue.code),
          found: sizeOf(found),
          ...(typeof found === 'string' && issue.code === 'too_big'
            ? { allowed: `at most ${issue.maximum} characters` }
            : allowed),
        },
      ];
    case 'invalid_format':
      return [
        {
          code: 'bad-name',
          path,
          message: 'This is not written as it must be',
          found: show(found),
          ...allowed,
          ...renamed(found, nearest),
        },
      ];
    default:
      return [{ code: issue.code.replaceAll('_', '-'), path, message: issue.message, found: show(found), ...allowed }];
  }
}

function problemsOfUnion(union: z.ZodType, found: unknown, path: YamlPath): Found[] {
  const options = optionsOf(union);
  const kind = unknownKind(options, found);
  if (kind !== undefined) {
    const wrong = (found as Record<string, unknown>)[kind.key];
    return [
      {
        code: 'not-allowed',
        path: [...path, kind.key],
        message: 'This is not known here',
        found: show(wrong),
        allowed: `one of ${kind.allowed.join(', ')}`,
        ...(typeof wrong === 'string' ? guess(wrong, kind.allowed) : {}),
      },
    ];
  }
  const option = chosenOption(union, found);
  if (!couldBe(option, found)) return [wrongType(union, found, path, found !== undefined)];
  const result = option.safeParse(found);
  return result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue as Issue, option, found, path));
}

function wrongType(schema: z.ZodType | undefined, found: unknown, path: YamlPath, stated: boolean): Found {
  const allowed = schema === undefined ? {} : { allowed: wordsFor(schema) };
  if (!stated) return { code: 'missing', path, message: 'This must be stated', ...allowed };
  if (found === null) return { code: 'missing', path, message: 'Nothing stands here', ...allowed };
  const options = schema === undefined ? [] : optionsOf(schema);
  const hint = hintForType(found, new Set(options.map((option) => definitionOf(option).type)));
  const wantsNumber = options.some((option) => definitionOf(option).type === 'number');
  const message =
    typeof found !== 'number' || !wantsNumber
      ? 'This is of the wrong type'
      : Number.isFinite(found)
        ? 'This must be a whole number'
        : 'This is no number to reckon with';
  return { code: 'wrong-type', path, message, found: show(found), ...allowed, ...(hint === undefined ? {} : { hint }) };
}

/** What to write instead, where the way Swedes write numbers, or YAML's own ways, lead astray. */
function hintForType(found: unknown, types: ReadonlySet<string>): string | undefined {
  if (types.has('string') && (typeof found === 'number' || typeof found === 'boolean'))
    return `Put it in quotes: "${found}"`;
  if (typeof found !== 'string') return undefined;
  if (types.has('number')) {
    const plain = found
      .trim()
      .replace(/[\s_']/gu, '')
      .replace(/(kr|sek|km)\.?$/i, '')
      .replace(/^\u2212/u, '-');
    const percent = plain.endsWith('%');
    const number = Number(plain.replace(/%$/, '').replace(',', '.'));
    if (/\d/.test(plain) && Number.isFinite(number)) {
      return `Write ${percent ? Number((number / 100).toPrecision(12)) : number}`;
    }
  }
  if (types.has('boolean') && /^(ja|yes|on|sant)$/i.test(found)) return 'Write true';
  if (types.has('boolean') && /^(nej|no|off|falskt)$/i.test(found)) return 'Write false';
  return undefined;
}

function wrongSize(found: unknown, code: 'too_small' | 'too_big'): string {
  if (typeof found === 'number') return code === 'too_small' ? 'The value is too small' : 'The value is too large';
  if (typeof found === 'string')
    return code === 'too_big' ? 'The text is too long' : found === '' ? 'The text is empty' : 'The text is too short';
  return code === 'too_small' ? 'The list is too short' : 'The list is too long';
}

function sizeOf(found: unknown): string {
  if (typeof found === 'string' && found.length > 60) return `${found.length} characters`;
  if (Array.isArray(found)) return found.length === 1 ? '1 item' : `${found.length} items`;
  return show(found);
}

function wrongKey(issue: Issue, record: z.ZodType | undefined, path: YamlPath): Found {
  const key = String(path.at(-1));
  const schema = record === undefined ? undefined : definitionOf(record).keyType;
  const [first] = issue.issues ?? [];
  const long = first?.code === 'too_big' && schema !== undefined;
  return {
    code: 'bad-name',
    path,
    message: long ? 'The name is too long' : 'This name is not written as it must be',
    found: long ? `${key.length} characters` : show(key),
    ...(schema === undefined ? {} : { allowed: long ? `at most ${first?.maximum} characters` : wordsFor(schema) }),
    ...(long ? {} : renamed(key, schema)),
  };
}

/** A name that would be allowed, made from one that is not: Mönsterås becomes monsteras. */
function renamed(found: unknown, schema: z.ZodType | undefined): { hint?: string } {
  if (typeof found !== 'string' || found.length > 100 || schema === undefined) return {};
  const plain = found
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain !== '' && schema.safeParse(plain).success ? { hint: `Write ${plain}` } : {};
}

function guess(found: string, names: readonly string[]): { hint?: string } {
  const hint = suggestion(found, names);
  return hint.startsWith('Did you mean') ? { hint } : {};
}

/** The schema that holds at a path below a value; for a union, that of the option the value comes nearest to. */
function schemaAt(schema: z.ZodType, value: unknown, path: YamlPath): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  for (const [depth, step] of path.entries()) {
    if (at === undefined) return undefined;
    const definition = definitionOf(chosenOption(at, valueAt(value, path.slice(0, depth))));
    if (typeof step === 'number') at = definition.element ?? definition.items?.[step];
    else
      at =
        definition.shape !== undefined && Object.hasOwn(definition.shape, step)
          ? definition.shape[step]
          : definition.valueType;
  }
  return at;
}

/** Whether a value has the outer form an option wants: a map for a map, a number for a number. */
function couldBe(option: z.ZodType, value: unknown): boolean {
  const { type } = definitionOf(option);
  if (type === 'object' || type === 'record')
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'array' || type === 'tuple') return Array.isArray(value);
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  return type === typeof value;
}

/** The option of a union a value comes nearest to: of its form, of its kind, with most of its names and least lacking. */
function chosenOption(union: z.ZodType, value: unknown): z.ZodType {
  const options = optionsOf(union);
  const fitting = options.filter((option) => couldBe(option, value));
  if (fitting.length < 2 || typeof value !== 'object' || value === null) return fitting[0] ?? (options[0] as z.ZodType);
  const keys = Object.keys(value).slice(0, 100);
  const score = (option: z.ZodType): number => {
    const shape = definitionOf(option).shape ?? {};
    const known = keys.filter((key) => Object.hasOwn(shape, key)).length;
    const kinds = keys.filter(
      (key) =>
        Object.hasOwn(shape, key) &&
        valuesOf(shape[key] as z.ZodType)?.includes(String((value as Record<string, unknown>)[key])),
    ).length;
    const lacking = Object.keys(shape).filter(
      (key) => !Object.hasOwn(value, key) && !(shape[key] as z.ZodType).safeParse(undefined).success,
    ).length;
    return 100 * kinds + 10 * known - lacking;
  };
  return fitting.reduce((best, option) => (score(option) > score(best) ? option : best));
}

/**
 * The name by which options tell themselves apart («distribution»), when the value has it and no option knows what it
 * says.
 */
function unknownKind(
  options: readonly z.ZodType[],
  value: unknown,
): { key: string; allowed: readonly string[] } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  for (const key of Object.keys(value).slice(0, 100)) {
    const shapes = options
      .map((option) => definitionOf(option).shape ?? {})
      .filter((shape) => Object.hasOwn(shape, key));
    const lists = shapes.map((shape) => valuesOf(shape[key] as z.ZodType));
    const telling =
      lists.length > 1 && lists.every((list) => list !== undefined) && new Set(lists.map(String)).size > 1;
    if (!telling) continue;
    const allowed = [...new Set(lists.flatMap((list) => list ?? []))];
    if (!allowed.includes(String((value as Record<string, unknown>)[key]))) return { key, allowed };
  }
  return undefined;
}

/** Whether a path's last step is written down, be its value nothing. */
function hasKey(value: unknown, path: YamlPath): boolean {
  const last = path.at(-1);
  if (last === undefined) return true;
  const above = valueAt(value, path.slice(0, -1));
  return typeof above === 'object' && above !== null && Object.hasOwn(above, last);
}

/** A path as one reads it: `alternatives.servicepunkt.measures.sp.investments[0].cost`. */
export function formatPath(path: YamlPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    const name = /^[\p{L}\p{N}_$@>-]+$/u.test(step) ? shorten(step) : `"${shorten(step)}"`;
    return text === '' ? name : `${text}.${name}`;
  }, '');
}

function unique(problems: Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
