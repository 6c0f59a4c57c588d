/** The lean is told when its interval leaves zero out, and says what it rests on. */
import { expect, test } from 'vitest';
import type { KindOfWork, Weeks } from '#core/focus.ts';
import { WEEK } from '#core/time.ts';
import { focusOf } from './focus.ts';
import { leanOf } from './lean.ts';
import { focusSentence } from './sentence.ts';

const AT = Date.UTC(2026, 1, 28);

function kind(basis: string, happened: (week: number) => boolean, weeks = 52): KindOfWork {
  return {
    state: 'seen',
    because: null,
    basis,
    weeks: Array.from({ length: weeks }, (_, at) => ({
      to: AT - (weeks - 1 - at) * WEEK,
      happened: happened(at),
      depth: null,
      changes: happened(at) ? 1 : 0,
      evidence: [],
    })),
    replaced: null,
    depthBecause: 'not measured',
  };
}

const unseen: KindOfWork = {
  state: 'not-collected',
  because: 'Serving lives in issues and reviews.',
  basis: 'issues and reviews',
  weeks: [],
  replaced: null,
  depthBecause: null,
};
const year = (making: KindOfWork, telling: KindOfWork, serving: KindOfWork = unseen): Weeks => ({
  making,
  telling,
  serving,
});

test('making in many more weeks than telling leans to the product', () => {
  const weeks = year(
    kind('landed', (week) => week % 4 !== 0),
    kind('README, docs or site', (week) => week % 6 === 0),
  );
  const lean = leanOf(weeks, AT);
  expect(lean).toMatchObject({ verdict: 'product', difference: 30, unit: 'weeks', basis: 'Telling' });
  expect(focusSentence(focusOf(weeks, AT), lean, 'customers')).toBe(
    'In 52 weeks the product changed in 39 and README, docs or site in 9: more product-focused than telling. Serving has not been looked at.',
  );
});

test('telling all year over a still product leans to the customer', () => {
  const weeks = year(
    kind('launches', () => false),
    kind('the can or the advertising', (week) => week % 5 !== 0),
  );
  expect(leanOf(weeks, AT).verdict).toBe('customer');
});

test('weeks that are all alike are as sure as can be', () => {
  const lean = leanOf(
    year(
      kind('x', () => true),
      kind('y', () => false),
    ),
    AT,
  );
  expect(lean).toMatchObject({ verdict: 'product', difference: 52, interval: null });
});

test('making and another all year round is both', () => {
  const often = kind('x', (week) => week % 5 !== 0);
  expect(leanOf(year(often, often), AT).verdict).toBe('both');
});

test('a difference that may be chance is not called', () => {
  const weeks = year(
    kind('x', (week) => week % 3 === 0),
    kind('y', (week) => week % 3 === 1),
  );
  const lean = leanOf(weeks, AT);
  expect(lean.verdict).toBe('undecided');
  expect(lean.interval?.low).toBeLessThanOrEqual(0);
});

test('an interval never holds more weeks than were compared, however long the spells', () => {
  const { interval } = leanOf(
    year(
      kind('x', (week) => week >= 12),
      kind('y', (week) => week % 5 === 0),
    ),
    AT,
  );
  expect(interval?.low).toBeGreaterThanOrEqual(-52);
  expect(interval?.high).toBeLessThanOrEqual(52);
});

test('little of either says that a product rests, not whom it serves', () => {
  const lean = leanOf(
    year(
      kind('x', (week) => week % 26 === 0),
      kind('y', (week) => week % 10 === 0),
    ),
    AT,
  );
  expect(lean).toMatchObject({
    verdict: 'undecided',
    because: 'Little of either happened: something moved in 7 of 52 weeks.',
  });
});

test('serving that is known for half a year is compared over the weeks that both have seen', () => {
  const half = kind('issues and reviews', () => true, 26);
  const made = kind('landed', (week) => week < 26);
  const weeks = year(made, unseen, half);
  const lean = leanOf(weeks, AT);
  expect(lean).toMatchObject({ verdict: 'customer', difference: -26, basis: 'Serving' });
  expect(focusSentence(focusOf(weeks, AT), lean, 'guests')).toContain(
    'a person answered guests in 26 of the 26 weeks heard',
  );
});

test('serving known for a few weeks only leaves the lean to telling', () => {
  const few = kind('issues and reviews', () => true, 8);
  const lean = leanOf(
    year(
      kind('landed', (week) => week % 4 !== 0),
      kind('site', (week) => week % 6 === 0),
      few,
    ),
    AT,
  );
  expect(lean).toMatchObject({ verdict: 'product', basis: 'Telling', difference: 30 });
});

test('a short history, an unseen product and a still year call nothing', () => {
  expect(
    leanOf(
      year(
        kind('x', () => true, 8),
        kind('y', () => false, 8),
      ),
      AT,
    ).because,
  ).toContain('needs 13');
  expect(
    leanOf(
      year(
        unseen,
        kind('y', () => true),
      ),
      AT,
    ).interval,
  ).toBeNull();
  expect(
    leanOf(
      year(
        kind('x', () => false),
        kind('y', () => false),
      ),
      AT,
    ).because,
  ).toBe('Nothing moved in these weeks.');
});

test('making in all 52 weeks, or in none, has an interval: thirteen months could have come out otherwise', () => {
  const { making, telling } = focusOf(
    year(
      kind('x', () => true),
      kind('y', () => false),
    ),
    AT,
  );
  expect(making.weeks).toBe(52);
  expect(making.weeksInterval).toMatchObject({ high: 52, method: 'wilson' });
  expect(making.weeksInterval?.low).toBeCloseTo(40.1, 1);
  expect(telling.weeksInterval?.low).toBe(0);
  expect(telling.weeksInterval?.high).toBeCloseTo(11.9, 1);
});
