/** Enough cases are no figure yet: what was not watched long enough has none, and no score. */
import { expect, test } from 'vitest';
import type { Audit } from '#core/audit.ts';
import type { Estimate, Observation } from '#core/observation.ts';
import { answer } from './questions.ts';
import { weighObserved } from './weigh.ts';

function auditOf(estimate: Estimate): Audit {
  return {
    ...{ id: 'waits', lens: 'product', answers: 'arrives', question: 'How long?', facts: [], unit: 'days', estimate },
    curve: { kind: 'log-normal', p10: 4, median: 28, better: 'lower' },
    ...{ norm: 'ours', minN: 8, version: 1, guardedBy: 'nothing', remedy: null },
    observe: () => ({ observations: [] }),
    say: ({ value }) => (value === null ? 'Nothing to tell.' : `${value}.`),
  };
}

const waits = (time: (at: number) => number, ended: (at: number) => boolean, n = 12): Observation[] =>
  Array.from({ length: n }, (_, at) => ({ block: `w${at}`, time: time(at), ended: ended(at), evidence: [] }));

test.each(['km-at', 'km-survival'] as const)('%s of cases watched for a week says nothing of a year', (of) => {
  const young = waits(
    (at) => 1 + (at % 7),
    (at) => at === 0,
  );
  expect(weighObserved(auditOf({ of, at: 365 }), { observations: young })).toMatchObject({
    ...{ state: 'insufficient-data', value: null, score: null, scoreInterval: null, interval: null, n: 12 },
    because: 'No case has been watched for 365 days, which the figure is about.',
  });
});

test.each(['km-at', 'km-survival'] as const)('%s is scored once somebody was watched for so long', (of) => {
  const watched = waits(
    (at) => (at === 11 ? 400 : 30 * at),
    (at) => at % 2 === 0,
  );
  const weighed = weighObserved(auditOf({ of, at: 365 }), { observations: watched });
  expect(weighed.state).toBe('scored');
  expect(weighed.value).not.toBeNull();
  expect([...weighed.scoreDraws].some(Number.isNaN)).toBe(false);
});

test('a ratio of nothing is no figure', () => {
  const nothing = Array.from({ length: 9 }, (_, at) => ({ block: `w${at}`, value: 0, of: 0, evidence: [] }));
  expect(weighObserved(auditOf({ of: 'ratio' }), { observations: nothing })).toMatchObject({
    ...{ state: 'insufficient-data', value: null, score: null },
    because: 'Nothing stood that the cases could be a share of.',
  });
});

test('a median wait that was not reached is scored as the longest wait seen, its best', () => {
  const running = waits(
    () => 60,
    (at) => at < 3,
  );
  const weighed = weighObserved(auditOf({ of: 'km-median' }), { observations: running });
  expect(weighed).toMatchObject({ state: 'scored', value: null });
  expect(weighed.score).toBeGreaterThan(10);
  expect(weighed.score).toBeLessThan(50);
});

test('a figure whose cases cannot tell how sure it is stands alone: no interval, no score, no draws for a lens', () => {
  const known = waits(
    (at) => 5 * at,
    () => true,
  );
  const audit = auditOf({ of: 'km-median' });
  expect(weighObserved(audit, { observations: known }).scoreDraws).toHaveLength(1000);
  const weighed = weighObserved(audit, { observations: known, unsure: 'One person asked most of it.' });
  expect(weighed).toMatchObject({ state: 'informative', interval: null, score: null, scoreInterval: null });
  expect(weighed.value).not.toBeNull();
  expect(weighed.scoreDraws).toHaveLength(0);
  const { reading, draws } = answer('arrives', [weighed]);
  expect(draws).toHaveLength(0);
  expect(reading).toMatchObject({ score: null, interval: null, because: 'One person asked most of it.' });
});
