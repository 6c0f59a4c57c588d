/** The gate's count must not flatter: what did not run is not passed. */
import { expect, test } from 'vitest';
import { countTests, type Report } from './count-tests.ts';

function report(name: string, status: string, ...tests: [fullName: string, status: string][]): Report {
  return {
    testResults: [{ name, status, assertionResults: tests.map(([fullName, of]) => ({ fullName, status: of })) }],
  };
}

test('passed and failed tests are counted apart', () => {
  const count = countTests(report('a.test.ts', 'failed', ['adds', 'passed'], ['divides', 'failed']));
  expect(count).toMatchObject({ passed: 1, failed: 1 });
});

test('a file that could not be loaded counts as one failure', () => {
  expect(countTests(report('a.test.ts', 'failed'))).toMatchObject({ passed: 0, failed: 1 });
});

test('a file whose hook fails after its tests passed counts as one failure', () => {
  expect(countTests(report('a.test.ts', 'failed', ['adds', 'passed']))).toMatchObject({ passed: 1, failed: 1 });
});

test('a test left out without a reason counts as failed', () => {
  const count = countTests(report('a.test.ts', 'passed', ['adds', 'pending'], ['divides', 'todo']));
  expect(count).toMatchObject({ passed: 0, failed: 2, excused: [] });
  expect(count.silent).toEqual(['a.test.ts: adds', 'a.test.ts: divides']);
});

test('a test that names what it needs is listed and counts as neither', () => {
  const count = countTests(report('a.test.ts', 'passed', ['reads the panel (needs the panel)', 'skipped']));
  expect(count).toEqual({
    passed: 0,
    failed: 0,
    excused: ['a.test.ts: reads the panel (needs the panel)'],
    silent: [],
  });
});
