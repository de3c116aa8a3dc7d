import { describe, expect, it } from 'vitest';
import { Cases, type CasesDocument, readCaseFile } from '../../src/app/cases/index.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { casesReport } from '../../src/cli/cases-report.ts';
import { formatProblem, PlannerError } from '../../src/errors.ts';

/** A file of one case on Fliseryd, whose lines begin at 4. */
const onFliseryd = (lines: string): string =>
  `base: ../../scenarios/fliseryd.yaml\ncases:\n  - name: The case\n${lines.replace(/^/gm, '    ')}`;

function run(text: string): CasesDocument {
  return new Cases(loadModel()).run([readCaseFile('tests/cases/own.yaml', text)]);
}

/** What a file that cannot be read is told. */
function refusal(text: string): string[] {
  try {
    run(text);
  } catch (error) {
    if (error instanceof PlannerError) return error.problems.map(formatProblem);
    throw error;
  }
  return [];
}

describe('a case that is not met', () => {
  const document = run(
    onFliseryd(
      'date: 2014\nsource: the final account\nexpect:\n  - { calculation: efterkalkyl, view: municipality, is: 112870 }',
    ),
  );
  const report = casesReport(document, 'en').split('\n');

  it('is counted', () => {
    expect([document.passed, document.failed, document.numbers]).toEqual([0, 1, 1]);
  });

  it('shows expected, found, difference and margin on one line', () => {
    const row = report.find((line) => line.includes('efterkalkyl, municipality, total, 2014'));
    // 112 869.00 − 112 870.00 = −1.00
    expect(row?.split(/ {2,}/)).toEqual([
      '',
      'efterkalkyl, municipality, total, 2014',
      '112 870.00',
      '112 869.00',
      '-1.00',
      '0.005',
      'SEK/year',
      '7',
    ]);
  });

  it('tells file and line, the source, and the command that explains the number', () => {
    expect(report[0]).toBe('✗ The case (2014)');
    expect(report[1]).toBe('    tests/cases/own.yaml:3, source: the final account');
    expect(report).toContain(
      '    how the number came about: npm run -s cli -- explain scenarios/fliseryd.yaml efterkalkyl --view municipality',
    );
  });

  it('says so in Swedish too', () => {
    expect(casesReport(document, 'sv')).toContain('1 fall med 1 tal: 1 stämmer inte');
  });
});

describe('a case that changes what it stands on', () => {
  const changed = (is: number, margin = ''): CasesDocument =>
    run(
      onFliseryd(
        `date: 2014\nsource: twice the turnover\nchange: { shops: { ica-fliseryd: { turnover: 18000000 } } }\nexpect:\n  - { number: sales@ica-fliseryd, is: ${is}${margin} }`,
      ),
    );

  it('is run with the change', () => {
    expect(changed(18_000_000).failed).toBe(0);
  });

  it('is explained by the command that runs cases, since no file holds it', () => {
    expect(casesReport(changed(9_000_000), 'en')).toContain('cases tests/cases/own.yaml --filter "The case" --explain');
  });

  it.each([
    [18_000_000.004, '', 0],
    [18_000_000.006, '', 1], // more than half an öre
    [18_100_000, ', margin: 100000', 0],
    [18_100_001, ', margin: 100000', 1],
    [18_100_000, ', margin: 1 %', 0], // 181 000
    [18_200_000, ', margin: 1 %', 1], // 182 000 < 200 000
  ])('whose shop sells 18 000 000, against %d%s, has %d not met', (is, margin, failed) => {
    expect(changed(is, margin).failed).toBe(failed);
  });
});

describe('the date of a case', () => {
  it('is the first year of its run', () => {
    const document = run(
      onFliseryd('date: 2016-01-01\nsource: the date\nexpect:\n  - { number: sales@ica-fliseryd@2016, is: 9000000 }'),
    );
    expect(document.failed).toBe(0);
  });
});

describe('a case that expects an error', () => {
  const withChange = (change: string, error: string): CasesDocument =>
    run(onFliseryd(`date: 2014\nsource: the rules\nchange: ${change}\nerror: ${error}`));

  it('is met when the message holds the text', () => {
    expect(withChange('{ years: 0 }', 'too small').failed).toBe(0);
  });

  it('is not met by another message, which is shown with the line of the change', () => {
    const report = casesReport(withChange('{ years: 0 }', 'too large'), 'en');
    expect(report).toContain('expected in the message: «too large»');
    expect(report).toContain('found: tests/cases/own.yaml:6: years: The value is too small');
  });

  it('is not met when nothing is wrong', () => {
    expect(casesReport(withChange('{ years: 5 }', 'too small'), 'en')).toContain('no error: the scenario is accepted');
  });
});

describe('a formula by itself', () => {
  const formula = (name: string, where: string): CasesDocument =>
    run(
      `cases:\n  - { name: F, date: 2014, source: by hand, expect: [{ formula: ${name}, where: ${where}, is: 15000 }] }`,
    );

  it('is computed from the names it is given', () => {
    // 0.05 · (600 000 + 0) / 2
    const where = '{ imputedRate: 0.05, trancheBasis: 600000, itemCost: 600000, itemResidual: 0 }';
    expect(formula('evenInterest', where).passed).toBe(1);
  });

  it('asks for a name that has no value', () => {
    expect(formula('evenInterest', '{ imputedRate: 0.05 }').problems.map(formatProblem)).toEqual([
      'tests/cases/own.yaml:2: cases[0].expect[0]: The formula of evenInterest depends on itemCost, which has no value by itself; state itemCost under where',
    ]);
  });

  it('is not computed where it looks back', () => {
    expect(
      formula('cash', '{}')
        .problems.map(({ message }) => message)
        .join(),
    ).toMatch(/needs a scenario; state \w+ under where/);
  });
});

describe('a wrong file of cases', () => {
  it('is told what is wrong, where, and what is allowed', () => {
    expect(
      refusal(
        onFliseryd(
          'date: 2014\nexpect:\n  - { calculation: forkalkyl, part: totl, is: 175000 }\n  - { number: cash@ica-fliseryd@2014 }',
        ),
      ),
    ).toEqual([
      'tests/cases/own.yaml:3: cases[0].source: This must be stated (allowed a text of at most 500 characters)',
      'tests/cases/own.yaml:6: cases[0].expect[0].part: This is not known here (found «totl»; allowed one of total, depreciation, interest, running). Did you mean total?',
      'tests/cases/own.yaml:7: cases[0].expect[1].is: This must be stated (allowed a number or true or false)',
    ]);
  });

  it('must say what it expects, and stand on something', () => {
    expect(refusal('cases:\n  - { name: A, date: 2014, source: nobody }')).toEqual([
      'tests/cases/own.yaml:2: cases[0]: A case expects numbers or an error, one of them. State expect: or error:',
    ]);
    expect(refusal('cases:\n  - { name: A, date: 2014, source: nobody, error: x }')).toEqual([
      'tests/cases/own.yaml:2: cases[0]: There is no scenario for this case to run. State base: or scenario:, in the case or for all of them',
    ]);
  });

  it.each([
    ['{ number: cach@ica-fliseryd@2014, is: 1 }', /There is no variable «cach»\. Did you mean cash/],
    ['{ number: cash@ica@2014, is: 1 }', /There is no shop «ica»/],
    ['{ number: cash@ica-fliseryd@1999, is: 1 }', /There is no year 1999; allowed 2014 to 2028/],
    ['{ calculation: forkalkul, is: 1 }', /There is no calculation «forkalkul»\. Did you mean forkalkyl/],
    ['{ calculation: forkalkyl, view: region, is: 1 }', /«region» pays nothing of forkalkyl; there are project/],
    ['{ from: municipality, to: eu, is: 1 }', /Nothing goes from municipality to eu; there are/],
    ['{ number: cash@ica-fliseryd, alternative: nej, is: 1 }', /There is no alternative «nej»/],
  ])('names the line of a number that is not there: %s', (expectation, message) => {
    const { problems, cases } = run(onFliseryd(`date: 2014\nsource: nobody\nexpect:\n  - ${expectation}`));
    expect(cases).toEqual([]);
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['tests/cases/own.yaml:7']);
    expect(problems[0]?.message).toMatch(message);
  });

  it('is told what is wrong in the scenario it changes, at the line of the change', () => {
    const { problems } = run(
      onFliseryd(
        'date: 2014\nsource: nobody\nchange:\n  years: 0\nexpect:\n  - { outcome: yearsOpen@ica-fliseryd, is: 1 }',
      ),
    );
    expect(problems.map(formatProblem)).toEqual([
      'tests/cases/own.yaml:7: years: The value is too small (found 0; allowed a whole number, 1 to 100)',
    ]);
  });

  it('is told of a scenario that is not there, at the line that names it', () => {
    const { problems } = run(
      'base: nowhere.yaml\ncases:\n  - { name: A, date: 2014, source: nobody, expect: [{ outcome: people, is: 1 }] }',
    );
    expect(problems.map(formatProblem)).toEqual([
      'tests/cases/own.yaml:1: extends: There is no such scenario file (found «nowhere.yaml»)',
    ]);
  });
});
