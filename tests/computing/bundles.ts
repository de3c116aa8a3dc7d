import { readTextFile } from '../../src/app/text-files.ts';
import type { ScenarioFiles } from '../../src/computing/index.ts';

/** A scenario file as a client sends it. */
export function sent(text: string, more: Readonly<Record<string, string>> = {}): ScenarioFiles {
  return { file: 'by.yaml', files: { 'by.yaml': text, ...more } };
}

export const fliseryd = readTextFile('scenarios/fliseryd.yaml');
export const village = readTextFile('scenarios/worked-example.yaml');

/** A text that takes the YAML parser half a minute, during which it hears nothing. */
export const endless = `a: [${'1,'.repeat(1_900_000)}1]`;
