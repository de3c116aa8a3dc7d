import { expect, test } from 'vitest';
import { countTests } from '../../scripts/test-summary.ts';

test('counts tests, and a file that could not be loaded as a failure', () => {
  const testResults = [
    { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }, { status: 'pending' }] },
    { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
    { status: 'failed', assertionResults: [] },
  ];
  expect(countTests({ testResults })).toEqual({ passed: 3, failed: 2 });
});

test('nothing run is nothing passed', () => {
  expect(countTests({ testResults: [] })).toEqual({ passed: 0, failed: 0 });
});
