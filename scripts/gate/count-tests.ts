/** Reads Vitest's JSON report: how many tests passed, failed, or were left out, and whether they said why. */

export interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  /** Tests that named what they need and did not find, as the last words of their name: `… (needs the panel)`. */
  readonly excused: readonly string[];
  /** Tests left out without a word, which the gate counts as failed. */
  readonly silent: readonly string[];
}

const REASON = /\(needs [^()]+\)$/;

export function countTests({ testResults }: Report): TestCount {
  let passed = 0;
  let failed = 0;
  const excused: string[] = [];
  const silent: string[] = [];
  for (const { name, status, assertionResults } of testResults) {
    // A file that could not even be loaded has no tests to report, and must not vanish for that.
    if (
      assertionResults.length === 0 ||
      (status === 'failed' && assertionResults.every((test) => test.status === 'passed'))
    ) {
      failed += 1;
    }
    for (const test of assertionResults) {
      if (test.status === 'passed') passed += 1;
      else if (test.status === 'failed') failed += 1;
      else (REASON.test(test.fullName) ? excused : silent).push(`${name}: ${test.fullName}`);
    }
  }
  return { passed, failed: failed + silent.length, excused, silent };
}
