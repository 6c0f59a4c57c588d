/** New words on the front, and how little changed around them. */
import { expect, test } from 'vitest';
import { on, story } from '#audits/story.ts';
import { windowUntil } from '#core/time.ts';
import type { Claims } from '#facts/values.ts';
import claimUnmoved from './claim-unmoved.ts';

const WINDOW = windowUntil(on('2026-06-01'));
const copy = (day: string, text: string) => ({ id: day, at: on(day), says: { text, line: 3 }, promises: [], done: [] });
const claims = (front: boolean, ...copies: ReturnType<typeof copy>[]): Claims => ({
  places: [{ name: 'README.md', front, copies }],
});
const OLD = copy('2024-01-10', 'A kettle that pours slowly and keeps warm.');
const NEW = copy('2026-02-02', 'The future of hot water, reimagined.');
const found = (told: ReturnType<typeof story>, said: Claims) =>
  claimUnmoved.find({ ...told.facts(), claims: said }, WINDOW);

test('quotes both wordings and counts what users met around them', () => {
  const told = story().changes(2, '2026-01-05', { kind: 'fix' });
  const [one] = found(told, claims(true, OLD, NEW));
  expect(one?.sentence).toBe(
    'README.md opens with other words since 2 February 2026, and the half year around it holds two changes that users meet.',
  );
  expect(one?.quotes.map(({ evidence, line }) => [evidence, line])).toEqual([
    ['2024-01-10', 3],
    ['2026-02-02', 3],
  ]);
});

test('a product that moved, the same words in another order, and a page that is not the front are none', () => {
  const few = () => story().changes(2, '2026-01-05');
  expect(found(story().changes(12, '2026-01-05'), claims(true, OLD, NEW))).toEqual([]);
  expect(found(few().release('1.1.0', '2026-02-10'), claims(true, OLD, NEW))).toEqual([]);
  const turned = copy('2026-02-02', 'A kettle that keeps warm and pours slowly!');
  expect(found(few(), claims(true, OLD, turned))).toEqual([]);
  expect(found(few(), claims(false, OLD, NEW))).toEqual([]);
});

test('words of the last weeks, and a product whose changes nobody read, are none', () => {
  const fresh = copy('2026-05-20', 'The future of hot water, reimagined.');
  expect(found(story().changes(2, '2026-01-05'), claims(true, OLD, fresh))).toEqual([]);
  expect(found(story(), claims(true, OLD, NEW))).toEqual([]);
});
