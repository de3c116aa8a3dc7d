import { describe, expect, it } from 'vitest';
import { Cases, openCases } from '../../src/app/cases/index.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { casesReport } from '../../src/cli/cases-report.ts';
import { formatProblem } from '../../src/errors.ts';

const document = new Cases(loadModel()).run(openCases(['tests/cases']));

it('every case can be run', () => {
  expect(document.problems.map(formatProblem)).toEqual([]);
  expect(document.cases.length).toBeGreaterThan(20);
});

describe.each([...new Set(document.cases.map(({ file }) => file))])('%s', (file) => {
  it.each(document.cases.filter((each) => each.file === file).map((each) => [each.name.en, each] as const))(
    '%s',
    (_, result) => {
      const alone = { ...document, cases: [result] };
      expect(result.passed, casesReport(alone, 'en')).toBe(true);
    },
  );
});
