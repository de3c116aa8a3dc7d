import mergePatch from 'json-merge-patch';
import type { Model } from '../../engine/compile/index.ts';
import { readScenarioText, type Scenario } from '../../engine/scenario/index.ts';
import { overlay, valueAt, type YamlPath, type YamlText } from '../../engine/text/index.ts';
import { openBeside } from '../open-scenario.ts';
import type { CaseFile } from './case-file.ts';

/** The first year of a case: its date's. */
export function yearOf(date: number | string): number {
  return typeof date === 'number' ? date : Number(date.slice(0, 4));
}

/**
 * The scenario a case runs: its base, or what it writes itself, with what it changes, from its date on. Problems are told
 * where the case file, or the file it stands on, says the thing.
 *
 * @throws {PlannerError} everything that is wrong in it
 */
export function scenarioOfCase(model: Model, file: CaseFile, index: number): Scenario {
  const { text, data } = file;
  const at: YamlPath = ['cases', index];
  const own = data.cases[index] as (typeof data.cases)[number];
  const from = (field: 'base' | 'scenario'): YamlPath => (own[field] === undefined ? [field] : [...at, field]);
  const isInline = own.scenario !== undefined || (own.base === undefined && data.scenario !== undefined);
  const start = yearOf(own.date);
  const change = { ...(own.change ?? {}), start };
  const changed = part(text, [...at, 'change'], change, new Map([['start', [...at, 'date']]]));
  if (!isInline) {
    const extended = { extends: own.base ?? data.base, ...change };
    const places = new Map([
      ['start', [...at, 'date']],
      ['extends', from('base')],
    ]);
    return readScenarioText(model, part(text, [...at, 'change'], extended, places), openBeside);
  }
  const stated = own.scenario ?? data.scenario;
  const base = { id: 'case', label: 'Case', seed: 'case', ...stated };
  const below = part(text, from('scenario'), base);
  const merged = mergePatch.apply(structuredClone(base), change);
  return readScenarioText(model, overlay(below, changed, merged), openBeside);
}

/** A part of a text as a text of its own, some of whose values stand elsewhere in the whole. */
function part(
  whole: YamlText,
  path: YamlPath,
  data: unknown,
  elsewhere: ReadonlyMap<string, YamlPath> = new Map(),
): YamlText {
  const inWhole = (inner: YamlPath): YamlPath => elsewhere.get(String(inner[0])) ?? nearest([...path, ...inner]);
  const nearest = (wanted: YamlPath): YamlPath =>
    valueAt(whole.data, path) === undefined ? path.slice(0, -1) : wanted;
  return {
    file: whole.file,
    data,
    lineOf: (inner) => whole.lineOf(inWhole(inner)),
    place: (inner) => whole.place(inWhole(inner)),
  };
}
