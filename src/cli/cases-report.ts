import type { CaseResult, CasesDocument, Check } from '../app/cases/index.ts';
import { type Language, Numbers } from './numbers.ts';
import { table } from './tables.ts';

const texts = {
  sv: {
    head: ['', 'väntat', 'funnet', 'skillnad', 'marginal', 'enhet', 'rad'],
    source: 'källa',
    explained: 'så kom talet till',
    expectedError: 'väntat i felmeddelandet',
    foundError: 'funnet',
    noError: 'inget fel: scenariot godtas',
    sum: (cases: string, numbers: string, failed: string, problems: number) =>
      `${cases} fall med ${numbers} tal: ${failed}${problems === 0 ? '' : `; ${problems} fel gör att andra inte kan köras`}`,
    allMet: 'alla stämmer',
    failed: (count: string) => `${count} stämmer inte`,
  },
  en: {
    head: ['', 'expected', 'found', 'difference', 'margin', 'unit', 'line'],
    source: 'source',
    explained: 'how the number came about',
    expectedError: 'expected in the message',
    foundError: 'found',
    noError: 'no error: the scenario is accepted',
    sum: (cases: string, numbers: string, failed: string, problems: number) =>
      `${cases} ${cases === '1' ? 'case' : 'cases'} with ${numbers} ${numbers === '1' ? 'number' : 'numbers'}: ${failed}${problems === 0 ? '' : `; ${problems} problems keep others from being run`}`,
    allMet: 'all are met',
    failed: (count: string) => `${count} not met`,
  },
} as const;

/** What came of cases: a line for each that is met, and for one that is not what differs, by how much and why to look. */
export function casesReport(document: CasesDocument, language: Language): string {
  const words = texts[language];
  const numbers = new Numbers(language);
  const failed = document.failed === 0 ? words.allMet : words.failed(numbers.set(document.failed));
  return [
    ...document.cases.map((result) => caseText(result, language, numbers)),
    '',
    words.sum(numbers.set(document.cases.length), numbers.set(document.numbers), failed, document.problems.length),
  ].join('\n');
}

function caseText(result: CaseResult, language: Language, numbers: Numbers): string {
  const words = texts[language];
  const name = `${result.passed ? '✓' : '✗'} ${result.name[language]} (${result.date})`;
  if (result.passed) return name;
  const wrong = result.checks.filter((check) => !check.isMet);
  const rows = wrong.map((check) => {
    const decimals = decimalsFor(check);
    const set = (value: number): string => numbers.set(value, decimals);
    return [
      check.what,
      set(check.expected),
      set(check.found),
      set(check.found - check.expected),
      numbers.free(check.margin),
      check.unit === '1' ? '' : check.unit,
      check.line === undefined ? '' : String(check.line),
    ];
  });
  const error = result.error;
  const lines = [
    `${result.file}:${result.line}, ${words.source}: ${result.source}`,
    ...(rows.length === 0 ? [] : table(words.head, rows, [0, 5]).split('\n')),
    ...(error === undefined
      ? []
      : [
          ...error.expected.map((text) => `${words.expectedError}: «${text}»`),
          `${words.foundError}: ${error.found === '' ? words.noError : error.found}`,
        ]),
    ...[...new Set(wrong.flatMap((check) => commandsFor(result, check, language)))].map(
      (command) => `${words.explained}: ${command}`,
    ),
  ];
  return [name, ...lines.map((line) => `    ${line}`)].join('\n');
}

/** Öre for money; otherwise as many decimals as show the difference. */
function decimalsFor({ unit, expected, found }: Check): number {
  const difference = Math.abs(found - expected);
  const least = unit.startsWith('SEK') ? 2 : Number.isInteger(expected) && Number.isInteger(found) ? 0 : 3;
  let decimals = least;
  while (decimals < 12 && difference < 10 ** -decimals) decimals += 1;
  return decimals;
}

/** What to type to see how a number came about. */
function commandsFor(result: CaseResult, check: Check, language: Language): string[] {
  const { explainableIn } = result;
  if (check.explain.length === 0) return [];
  if (explainableIn === undefined)
    return [`npm run -s cli -- cases ${result.file} --filter ${JSON.stringify(result.name[language])} --explain`];
  return check.explain.map((each) =>
    'calculation' in each
      ? `npm run -s cli -- explain ${explainableIn} ${each.calculation} --view ${each.view}`
      : `npm run -s cli -- explain ${explainableIn} ${each.what}${each.alternative === undefined ? '' : ` --alternative ${each.alternative}`}`,
  );
}
