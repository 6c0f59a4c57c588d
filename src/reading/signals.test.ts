/** The signals say what they rest on, and what exactly is missing where they have no figure. */
import { expect, test } from 'vitest';
import type { Warmth } from '#core/signals.ts';
import { signalsOf } from './signals.ts';
import type { Weighed } from './weigh.ts';

const interval = { low: 0.02, high: 0.15, level: 0.95, method: 'wilson' };
const ownUse = (more: object): readonly Weighed[] =>
  [
    { audit: { id: 'own-use' }, state: 'informative', value: 0.0625, n: 64, interval, because: 'At least 4.', ...more },
  ] as never;
const warmth = (more: Partial<Warmth> = {}): Warmth => ({
  pieces: 120,
  praised: 16,
  setAside: 0,
  old: 90,
  unasked: 3,
  untraced: 60,
  ...more,
});

const told = (name: string, weighed: readonly Weighed[], warm: Warmth | null) =>
  signalsOf(weighed, warm).find((signal) => signal.name === name);

test('passion is told with its interval, and praise beside it', () => {
  expect(told('passion', ownUse({}), warmth())).toEqual({
    ...{ name: 'passion', value: 0.0625, n: 64, interval },
    because:
      'At least 4. Praise in 16 of 120 reviews, posts and survey answers. Rough edges returned to are not counted yet.',
  });
});

test('of very many pieces it says how many were read', () => {
  const many = warmth({ pieces: 333_000, read: 83_000, praised: 9_000, unasked: 12 });
  expect(told('passion', ownUse({}), many)?.because).toContain(
    'Praise in 9000 of 83,000 that were drawn evenly from 333,000 reviews, posts and survey answers.',
  );
  expect(told('innovation', ownUse({}), many)?.because).toContain('were found in the 83,000 that were read, and none');
});

test('without what customers reported passion is not known, and the reason is that of the evidence', () => {
  const none = ownUse({ state: 'not-collected', value: null, n: null, interval: null, because: 'Issues trace it.' });
  expect(told('passion', none, warmth())).toMatchObject({ value: null, because: 'Issues trace it.' });
  expect(told('innovation', none, warmth())).toMatchObject({ value: null, because: 'Issues trace it.' });
});

test.each([
  [{}, '3 of 90 changes a year old or more are known to be nobody’s ask (60 cannot be traced); 10 are needed.'],
  [
    { unasked: 0 },
    'None of 90 changes a year old or more are known to be nobody’s ask (60 cannot be traced); 10 are needed.',
  ],
  [{ old: 0, unasked: 0, untraced: 0 }, 'No change that users could notice is a year old yet.'],
  [
    { unasked: 12 },
    '12 changes a year old or more were nobody’s ask. Praise of at least two people for each is needed: 16 pieces of praise were found, and none names the change that it is for.',
  ],
])('innovation with %j says what is missing', (more, because) => {
  expect(told('innovation', ownUse({}), warmth(more))).toMatchObject({ value: null, interval: null, because });
});

test('authenticity is the share of claims borne out, with what breaks and what moved beside it', () => {
  const weighed = [
    { audit: { id: 'claim-support' }, state: 'informative', value: 0.75, n: 12, interval, because: '9 of 12 claims.' },
    { audit: { id: 'candour' }, state: 'informative', value: 1, n: 5, interval, because: '5 of 5 releases.' },
    { audit: { id: 'claim-drift' }, state: 'not-collected', value: null, because: 'No.' },
  ] as never;
  expect(told('authenticity', weighed, null)).toEqual({
    ...{ name: 'authenticity', value: 0.75, n: 12, interval },
    because: '9 of 12 claims. 5 of 5 releases.',
  });
  expect(told('authenticity', [], null)).toMatchObject({
    value: null,
    because: expect.stringContaining('site or posts'),
  });
});
