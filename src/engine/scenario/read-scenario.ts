import mergePatch from 'json-merge-patch';
import { PlannerError, type Problem } from '../../errors.ts';
import type { Model } from '../compile/index.ts';
import { checkShape, inOrder, overlay, readYaml, show, valueAt, type YamlPath, type YamlText } from '../text/index.ts';
import { problemsOfMeaning } from './instantiate.ts';
import { rangeText } from './plan-value.ts';
import type { Scenario } from './scenario.ts';
import { inputByField, measureKinds, scenarioSchema } from './schema.ts';

/** Longest chain of scenarios that extend one another. */
const longestChain = 10;

/**
 * Reads and checks a scenario. A scenario that `extends` another is a diff on it: maps merge by id, `null` removes,
 * anything else replaces.
 *
 * @param open - gives the text of a file named by `extends`, or undefined when there is none
 * @throws {PlannerError} every problem at once, each in the file that says the thing
 */
export function readScenario(model: Model, file: string, text: string, open: OpenScenarioFile): Scenario {
  return readScenarioText(model, readYaml(text, file), open);
}

/** Gives the text of a file that the scenario in the file `from` extends, or undefined when there is none. */
export type OpenScenarioFile = (
  name: string,
  from: string,
) => { readonly file: string; readonly text: string } | undefined;

/** As {@link readScenario}, of a text that is read already, such as the part of a larger one. */
export function readScenarioText(model: Model, text: YamlText, open: OpenScenarioFile): Scenario {
  const whole = resolveExtends(text, open, [text.file]);
  const checked = checkShape(scenarioSchema(model), whole, (path) => wordsForInput(model, path));
  if (checked.ok) return { data: checked.data, text: whole };
  throw new PlannerError(inOrder([...checked.problems, ...problemsBeyond(model, whole, checked.paths)]));
}

/** What may be stated for the input at a path, if there is one: the schema knows neither its range nor its unit. */
function wordsForInput(model: Model, path: YamlPath): string | undefined {
  const field = path.at(-1);
  if (typeof field !== 'string' || path.length < 2) return undefined;
  if (path.length === 3 && (field === 'lat' || field === 'lon'))
    return `degrees, WGS 84, as in ${field === 'lat' ? 'lat: 57.13' : 'lon: 16.26'}; SWEREF 99 must be converted first`;
  const entities =
    path[0] === 'parameters'
      ? undefined
      : entitiesOf.get(path.at(-2) === 'hinterland' ? 'places' : String(path.at(-3)));
  if (path[0] !== 'parameters' && entities === undefined && path.at(-2) !== 'measure' && path.at(-3) !== 'measures')
    return undefined;
  const input = inputByField(
    model,
    field,
    entities ?? (path[0] === 'parameters' ? undefined : ['measure', ...measureKinds(model)]),
  );
  if (input === undefined) return undefined;
  return input.unit === 'boolean' ? 'true or false' : `${rangeText(input)}; low, likely and high; or unknown`;
}

/** Whose inputs stand in the things of a map. */
const entitiesOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['places', ['place']],
  ['towns', ['town']],
  ['shops', ['shop']],
]);

/** What stands in for a value that a scenario must have, while the rest of it is looked at. */
const standIns: Readonly<Record<string, unknown>> = { id: 'scenario', label: 'Scenario', start: 2000, seed: 'seed' };

/** Maps of things with ids: without one of them the rest of a scenario would be told to lack what it does not. */
const mapsOfThings: ReadonlySet<string | number | undefined> = new Set([
  'places',
  'towns',
  'shops',
  'measures',
  'alternatives',
]);

/**
 * Problems of meaning in a text whose form is wrong as well, so that both are said at once: what is wrong in form is left
 * out first, where it can be without taking a place, a shop or a measure away. What is then said of the same lines is left
 * out too, since it may follow from that.
 */
function problemsBeyond(model: Model, text: YamlText, paths: readonly YamlPath[]): Problem[] {
  const data = structuredClone(text.data) as Record<string, unknown>;
  let wrong = paths;
  const left: YamlPath[] = [];
  // What is removed may have been needed by the map around it, which then goes as well.
  for (let round = 0; round < 4; round += 1) {
    if (!wrong.every((path) => leaveOut(data, path))) return [];
    left.push(...wrong);
    const checked = checkShape(scenarioSchema(model), { ...text, data });
    if (checked.ok) {
      const lines = new Set(left.map((path) => text.place(path).line));
      const distances = left.some((path) =>
        path.some((step) => step === 'distances' || step === 'lat' || step === 'lon'),
      );
      const years = left.some((path) => path[0] === 'start' || path[0] === 'years');
      return problemsOfMeaning(model, { data: checked.data, text }).filter(
        (problem) =>
          !lines.has(problem.line) &&
          !(distances && problem.path === 'distances') &&
          !(years && problem.path?.endsWith('.start') === true),
      );
    }
    wrong = checked.paths;
  }
  return [];
}

/** Removes what stands at a path; the list or the map it belongs to where nothing stands. False if a thing with an id would go. */
function leaveOut(data: Record<string, unknown>, path: YamlPath): boolean {
  const last = path.at(-1);
  if (last === undefined) return false;
  if (path.length === 1 && Object.hasOwn(standIns, last)) {
    data[last] = standIns[last];
    return true;
  }
  if ((path.length === 1 && mapsOfThings.has(last)) || mapsOfThings.has(path.at(-2))) return false;
  const above = path.slice(0, -1);
  const map = valueAt(data, above);
  if (typeof map !== 'object' || map === null || Array.isArray(map) || !Object.hasOwn(map, last))
    return leaveOut(data, above);
  delete (map as Record<string, unknown>)[last];
  return true;
}

function resolveExtends(text: YamlText, open: OpenScenarioFile, chain: readonly string[]): YamlText {
  if (typeof text.data !== 'object' || text.data === null || Array.isArray(text.data)) {
    throw new PlannerError([
      {
        code: 'wrong-type',
        ...text.place([]),
        message: 'A scenario is a map of names and values, such as «years: 15»',
        found: show(text.data),
      },
    ]);
  }
  const parent = (text.data as { extends?: unknown }).extends;
  if (parent === undefined) return text;
  const fail = (code: string, message: string, extra: Partial<Problem> = {}): never => {
    throw new PlannerError([{ code, ...text.place(['extends']), path: 'extends', message, ...extra }]);
  };
  if (typeof parent !== 'string') return fail('wrong-type', 'This must be the name of a file', { found: show(parent) });
  const found = open(parent, text.file);
  if (found === undefined) return fail('unknown-file', 'There is no such scenario file', { found: show(parent) });
  if (chain.includes(found.file)) {
    const ring = [...chain.slice(chain.indexOf(found.file)), found.file];
    return fail('cycle', `Scenarios extend each other in a ring: ${ring.join(' → ')}`, {
      hint: 'Let one of them stand by itself',
    });
  }
  if (chain.length >= longestChain) return fail('too-deep', `More than ${longestChain} scenarios extend one another`);
  const below = resolveExtends(readYaml(found.text, found.file), open, [...chain, found.file]);
  const { extends: _, ...own } = text.data as Record<string, unknown>;
  const merged = mergePatch.apply(structuredClone(below.data) as object, own);
  return overlay(below, text, merged);
}
