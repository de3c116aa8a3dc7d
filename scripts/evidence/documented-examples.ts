import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { canRun, documentedExamples, page, runExample } from '../../tests/api/documented-examples.ts';
import type { Series } from './series.ts';
import { newPlace, serve } from './served.ts';

type DocumentedExamples = {
  /** Languages whose examples were run. */
  readonly languages: readonly string[];
  readonly examples: number;
  readonly notAsWritten: readonly string[];
};

/** The examples of docs/api.md as they stand there, against a service as `npm start` starts it: here there are curl, Python and R. */
export const documentedExamplesSeries: Series<DocumentedExamples> = {
  name: 'documented-examples',
  inputs: () => createHash('sha256').update(readFileSync(page)).digest('hex'),
  async run(say) {
    const { place, remove } = await newPlace('embedded');
    try {
      const served = await serve(place, { signIn: false });
      try {
        const examples = documentedExamples();
        const notAsWritten: string[] = [];
        for (const example of examples) {
          const { language, title, expected } = example;
          say(`${language}: ${title}`);
          if (!(await canRun(language))) throw new Error(`${language} is not on this machine`);
          const printed = await runExample(example, served.address);
          if (!isAsWritten(printed, expected)) notAsWritten.push(`${title}, ${language}: ${printed.slice(0, 1000)}`);
        }
        return {
          languages: [...new Set(examples.map(({ language }) => language))].sort(),
          examples: examples.length,
          notAsWritten,
        };
      } finally {
        await served.stop();
      }
    } finally {
      await remove();
    }
  },
  wrong: ({ languages, notAsWritten }) => [
    ...(languages.join() === 'python,r,sh' ? [] : [`only ${languages.join()} were run`]),
    ...notAsWritten,
  ],
};

function isAsWritten(
  printed: string,
  expected: { readonly kind: 'contains' | 'text'; readonly text: string },
): boolean {
  return expected.kind === 'text'
    ? printed.replace(/ +$/gm, '') === expected.text
    : contains(JSON.parse(printed), JSON.parse(expected.text));
}

/** Whether all that is expected is there: more fields may be, but lists are as long. */
function contains(found: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return found === expected;
  if (typeof found !== 'object' || found === null) return false;
  if (Array.isArray(expected) && (!Array.isArray(found) || found.length !== expected.length)) return false;
  return Object.entries(expected).every(([key, value]) => contains((found as Record<string, unknown>)[key], value));
}
