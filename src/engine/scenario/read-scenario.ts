import mergePatch from 'json-merge-patch';
import { PlannerError, type Problem } from '../../errors.ts';
import type { Model } from '../compile/index.ts';
import { checkShape, overlay, readYaml, show, type YamlText } from '../text/index.ts';
import { problemsOfMeaning } from './instantiate.ts';
import { type ScenarioData, scenarioSchema } from './schema.ts';

/** A validated scenario, frozen, with the text it came from for later problems. */
export type Scenario = { readonly data: ScenarioData; readonly text: YamlText };

/** Longest chain of scenarios that extend one another. */
const longestChain = 10;

/**
 * Reads and checks a scenario. A scenario that `extends` another is a diff on it: maps merge by id, `null` removes,
 * anything else replaces.
 *
 * @param open - gives the text of a file named by `extends`, or undefined when there is none
 * @throws {PlannerError} every problem at once, each in the file that says the thing
 */
export function readScenario(
  model: Model,
  file: string,
  text: string,
  open: (name: string, from: string) => { readonly file: string; readonly text: string } | undefined,
): Scenario {
  const whole = resolveExtends(readYaml(text, file), open, [file]);
  const checked = checkShape(scenarioSchema(model), whole);
  if (checked.ok) return { data: checked.data, text: whole };
  throw new PlannerError([...checked.problems, ...problemsBeyond(model, whole, checked.problems)]);
}

/**
 * Problems of meaning in a text whose form is wrong as well, so that both are said at once: what is wrong in form is left
 * out first, where it can be without taking a place, a shop or a measure away.
 */
function problemsBeyond(model: Model, text: YamlText, problems: readonly Problem[]): Problem[] {
  const data = structuredClone(text.data) as Record<string, unknown>;
  for (const problem of problems) {
    const path = (problem.path ?? '').split(/[.[\]]+/).filter((step) => step !== '');
    if (path.length < 3 || problem.code === 'missing') return [];
    let at: unknown = data;
    for (const step of path.slice(0, -1)) at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined;
    if (typeof at === 'object' && at !== null) delete (at as Record<string, unknown>)[path.at(-1) as string];
  }
  const checked = checkShape(scenarioSchema(model), { ...text, data });
  return checked.ok ? problemsOfMeaning(model, { data: checked.data, text }) : [];
}

function resolveExtends(
  text: YamlText,
  open: (name: string, from: string) => { readonly file: string; readonly text: string } | undefined,
  chain: readonly string[],
): YamlText {
  if (typeof text.data !== 'object' || text.data === null || Array.isArray(text.data)) {
    throw new PlannerError([{ code: 'wrong-type', ...text.place([]), message: 'A scenario is a map of names and values', found: show(text.data) }]);
  }
  const parent = (text.data as { extends?: unknown }).extends;
  if (parent === undefined) return text;
  const fail = (code: string, message: string, extra: Partial<Problem> = {}): never => {
    throw new PlannerError([{ code, ...text.place(['extends']), path: 'extends', message, ...extra }]);
  };
  if (typeof parent !== 'string') return fail('wrong-type', 'This must be the name of a file', { found: show(parent) });
  const found = open(parent, text.file);
  if (found === undefined) return fail('unknown-file', 'There is no such scenario file', { found: show(parent) });
  if (chain.includes(found.file)) return fail('cycle', `Scenarios extend each other in a ring: ${[...chain, found.file].join(' → ')}`);
  if (chain.length >= longestChain) return fail('too-deep', `More than ${longestChain} scenarios extend one another`);
  const below = resolveExtends(readYaml(found.text, found.file), open, [...chain, found.file]);
  const { extends: _, ...own } = text.data as Record<string, unknown>;
  const merged = mergePatch.apply(structuredClone(below.data) as object, own);
  return overlay(below, text, merged);
}
