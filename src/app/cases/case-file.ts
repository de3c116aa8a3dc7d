import { z } from 'zod';
import { parties } from '../../engine/compile/index.ts';
import { checkShape, readYaml, type YamlText } from '../../engine/text/index.ts';
import { PlannerError } from '../../errors.ts';

const text = z.string().min(1).max(500);
const bothLanguages = z.union([text, z.strictObject({ sv: text, en: text })]);
const id = z.string().min(1).max(300);
const year = z.int().min(0).max(2300).describe('A calendar year, or years since the first: 0 is the first');
const margin = z
  .union([z.number().min(0), z.string().regex(/^\d+(\.\d+)? %$/, 'a share such as 0.1 %')])
  .describe("How far off is well: a number in the quantity's unit, or a share of what is expected, such as 0.1 %");
const own = {
  is: z.union([z.number(), z.boolean()]).describe('What it must be'),
  margin: margin.optional(),
  alternative: id.optional().describe('Of which alternative; the first unless stated'),
};
const party = z.enum(parties as readonly string[] as [string, ...string[]]);

const number = z.strictObject({
  number: id.describe('variable@id@year, as `explain` takes it'),
  ...own,
});
const outcome = z.strictObject({
  outcome: id.describe('variable@id: its value in the last year, such as yearsOpen@ica-fliseryd'),
  ...own,
});
const calculation = z.strictObject({
  calculation: id.describe('A calculation of the scenario'),
  view: z.enum(['project', 'society', ...parties] as [string, ...string[]]).optional(),
  part: z.enum(['total', 'depreciation', 'interest', 'running']).optional().describe('total unless stated'),
  year: year.optional(),
  ...own,
});
const ledger = z.strictObject({
  from: party,
  to: party,
  flow: id.optional().describe('One flow only; all rows between the two unless stated'),
  year: year.optional(),
  ...own,
});
const formula = z.strictObject({
  formula: id.describe('A variable of the model, computed by itself'),
  where: z.record(id, z.union([z.number(), z.boolean()])).describe('The names its formula reads, and their values'),
  is: own.is,
  margin: own.margin,
});

const expectation = z.union([number, outcome, calculation, ledger, formula]);
const scenario = z.record(z.string(), z.unknown());

const oneCase = z.strictObject({
  name: bothLanguages.describe('The case as a sentence that can be disputed'),
  date: z
    .union([
      z.int().min(1900).max(2200),
      z.string().regex(/^(19|20|21)\d\d-\d\d-\d\d$/, 'a year, or a date as 2016-01-01'),
    ])
    .describe('When it applies: the run begins in this year'),
  base: text.optional().describe('The scenario file it stands on, as seen from this file'),
  scenario: scenario.optional().describe('A scenario of its own instead of a file'),
  change: scenario.optional().describe('What differs from it, as in a file that extends another: null removes'),
  alternative: id.optional(),
  source: text.describe('Who says so, or how it was reckoned'),
  margin: margin.optional(),
  expect: z.array(expectation).min(1).max(1000).optional(),
  error: z
    .union([text, z.array(text).min(1).max(50)])
    .optional()
    .describe('Instead of numbers: what the message must contain when the scenario is refused'),
});

const caseFile = z.strictObject({
  $schema: z.string().optional(),
  about: bothLanguages.optional(),
  base: text.optional().describe('The scenario file its cases stand on unless they name another'),
  scenario: scenario.optional().describe('A scenario its cases stand on unless they name another'),
  cases: z.array(oneCase).min(1).max(10_000),
});

export type CaseData = z.infer<typeof oneCase>;
export type Expectation = z.infer<typeof expectation>;
export type Margin = z.infer<typeof margin>;

/** A file of cases, checked, with the text it came from for what is found later. */
export type CaseFile = { readonly data: z.infer<typeof caseFile>; readonly text: YamlText };

/**
 * Reads and checks a file of cases.
 *
 * @throws {PlannerError} every problem at once, each with file, line, what was found and what is allowed
 */
export function readCaseFile(file: string, written: string): CaseFile {
  const yaml = readYaml(written, file);
  const checked = checkShape(caseFile, yaml);
  if (!checked.ok) throw new PlannerError(checked.problems);
  const problems = checked.data.cases.flatMap((each, index) => {
    const wrong = (field: string, message: string, hint: string) => ({
      code: 'contradiction',
      ...yaml.place(['cases', index, field]),
      path: `cases[${index}]${field === '' ? '' : `.${field}`}`,
      message,
      hint,
    });
    const needsScenario = each.error !== undefined || each.expect?.some((one) => !('formula' in one)) === true;
    const stands = each.base ?? each.scenario ?? checked.data.base ?? checked.data.scenario;
    return [
      ...(each.base !== undefined && each.scenario !== undefined
        ? [
            wrong(
              'scenario',
              'A case stands on a file or on a scenario of its own, not both',
              'Take base or scenario away',
            ),
          ]
        : []),
      ...((each.expect === undefined) === (each.error === undefined)
        ? [wrong('', 'A case expects numbers or an error, one of them', 'State expect: or error:')]
        : []),
      ...(needsScenario && stands === undefined
        ? [
            wrong(
              '',
              'There is no scenario for this case to run',
              'State base: or scenario:, in the case or for all of them',
            ),
          ]
        : []),
    ];
  });
  if (problems.length > 0) throw new PlannerError(problems);
  return { data: checked.data, text: yaml };
}
