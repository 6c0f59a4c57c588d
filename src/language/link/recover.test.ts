/** Links that nobody wrote down: the right change comes first and surest, none answers before it was asked, order does not matter. */
import { expect, test } from 'vitest';
import type { Asked, Changed } from './asked.ts';
import { keyRemover } from './keys.ts';
import { recoverLinks } from './recover.ts';

const DAY = 86_400_000;
const TOPICS = [
  'invoice totals',
  'saddle colours',
  'stable opening hours',
  'card payments',
  'map of routes',
  'rider names',
];
const ASKED: Asked[] = TOPICS.flatMap((topic, at) => [
  {
    title: `Wrong ${topic} on the receipt`,
    body: `The ${topic} are not what I see.`,
    createdAt: at * 30 * DAY,
    resolvedAt: (at * 30 + 9) * DAY,
  },
  { title: `Let me export ${topic} as CSV`, body: '', createdAt: (at * 30 + 2) * DAY, resolvedAt: null },
]);
const CHANGED: Changed[] = TOPICS.flatMap((topic, at) => [
  { subject: `Show the right ${topic} on the receipt`, body: '', at: (at * 30 + 9) * DAY - 3_600_000 },
  { subject: `chore: bump version ${at}`, body: '', at: (at * 30 + 10) * DAY },
  { subject: `Export ${topic} as CSV`, body: 'Asked for by several riders.', at: (at * 30 + 20) * DAY },
]);

test('the change that answers comes first, and surer than the next', () => {
  const found = recoverLinks(ASKED, CHANGED);
  for (const [at] of TOPICS.entries()) {
    expect(found[2 * at]?.[0]?.change).toBe(3 * at);
    expect(found[2 * at + 1]?.[0]?.change).toBe(3 * at + 2);
    expect(found[2 * at]?.[0]?.probability).toBeGreaterThan(found[2 * at]?.[1]?.probability ?? 0);
  }
});

test('nothing that came before the ask is offered', () => {
  for (const [at, own] of recoverLinks(ASKED, CHANGED).entries()) {
    for (const { change } of own)
      expect(CHANGED[change]?.at).toBeGreaterThanOrEqual((ASKED[at]?.createdAt ?? 0) - 3_600_000);
  }
});

test('the same pairs are as likely in whatever order they come', () => {
  const turned = recoverLinks(ASKED.toReversed(), CHANGED.toReversed());
  for (const [at, own] of recoverLinks(ASKED, CHANGED).entries()) {
    const other = turned[ASKED.length - 1 - at]?.[0];
    expect(CHANGED.length - 1 - (other?.change ?? 0)).toBe(own[0]?.change);
    expect(other?.probability).toBeCloseTo(own[0]?.probability ?? 0, 6);
  }
});

test('empty texts, missing times and empty lists are no trouble', () => {
  const empty = { title: '', body: '', createdAt: null, resolvedAt: null };
  expect(recoverLinks([empty], [])).toEqual([[]]);
  expect(recoverLinks([], CHANGED)).toEqual([]);
  expect(recoverLinks([empty], [{ subject: '', body: '', at: null }])).toEqual([[]]);
});

test('no spelling of a key is left', () => {
  const bare = keyRemover(['ALOY-12', 'TIMOB-7']);
  const told =
    '[ALOY-12] aloy_12b TIMOB 7, see #12, gh-4, owner/name#8, OTHER-99, 1161, https://host.example/browse/ALOY-12 and v1.2.3 of 12 riders';
  expect(bare(told).replaceAll(/\s+/g, ' ')).toBe('[ ] , see , , , , , and v1.2.3 of 12 riders');
});
