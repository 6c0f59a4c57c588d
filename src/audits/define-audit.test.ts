/** No audit asks for fewer cases than its estimator's interval holds from. */
import { expect, test } from 'vitest';
import { LEAST } from '#core/statistics/least.ts';
import { defineAudit } from './define-audit.ts';
import { AUDITS } from './registry.ts';
import cadence from './release-cadence/release-cadence.ts';

test.each(AUDITS)('$id asks for at least as many', ({ estimate, minN }) => {
  expect(minN).toBeGreaterThanOrEqual(LEAST[estimate.of]);
});

test('an audit that asks for fewer cannot be defined', () => {
  const { facts, ...rest } = cadence;
  expect(() => defineAudit({ ...rest, facts: ['history', 'work', 'releases'], minN: 7 })).toThrow(
    'release-cadence asks for 7 cases; an interval of km-median holds from 8 on',
  );
  expect(facts).toEqual(['history', 'work', 'releases']);
});
