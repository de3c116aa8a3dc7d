/** Prints `N passed, N failed` from the JSON report of the test runner: `node scripts/test-summary.ts .cache/tests.json`. */
import { existsSync, readFileSync } from 'node:fs';

/** The part of the report that counts. */
export interface TestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Counts tests; a file that failed outside its tests (it could not be loaded, say) counts as one failure. */
export function countTests({ testResults }: TestReport): { passed: number; failed: number } {
  let passed = 0;
  let failed = 0;
  for (const { status, assertionResults } of testResults) {
    const failures = assertionResults.filter((test) => test.status === 'failed').length;
    passed += assertionResults.filter((test) => test.status === 'passed').length;
    failed += status === 'failed' ? Math.max(1, failures) : failures;
  }
  return { passed, failed };
}

if (import.meta.main) {
  const [file = ''] = process.argv.slice(2);
  const none: TestReport = { testResults: [] };
  const read = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TestReport) : none;
  const { passed, failed } = countTests(read);
  if (passed + failed === 0) console.error('no test was run');
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
