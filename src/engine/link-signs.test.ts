/** Signs of a link: shared words, the rarest first, and the days between. */
import { expect, test } from 'vitest';
import type { Evidence } from '#core/evidence.ts';
import { DAY } from '#core/time.ts';
import { signsAmong } from './link-signs.ts';

const row = (id: string, day: number, title: string, body: string | null = null) =>
  ({ id, at: day * DAY, title, body }) as Evidence;

test('the rarest shared words come first, and days count from the ask', () => {
  const signs = signsAmong([
    row('ask', 10, 'The saddle squeaks', 'on every horse in winter'),
    row('change', 17, 'Oil the saddle of a horse'),
    row('other', 3, 'Every horse has a name'),
  ]);
  expect(signs('change', 'ask')).toEqual({ words: ['saddle', 'horse'], days: 7 });
  expect(signs('change', 'unknown')).toBeNull();
});

test('nothing shared is told as nothing', () => {
  const signs = signsAmong([row('ask', 10, 'Saddle'), row('change', 11, 'Bridle')]);
  expect(signs('change', 'ask')).toEqual({ words: [], days: 1 });
});
