/** Several people write about one thing, and no maker does. */
import { expect, test } from 'vitest';
import { on } from '#audits/story.ts';
import { voices } from '#audits/voices-story.ts';
import { windowUntil } from '#core/time.ts';
import type { Answer } from '#facts/voice-values.ts';
import askedAgain from './asked-again.ts';

const WINDOW = windowUntil(on('2026-06-01'));
const outside = (by: string) => ({ side: 'outsider' as const, by });
const asked = () => voices().asks('2026-01-10', 'ada').answered(20, outside('bo')).answered(60, outside('cy'));
const find = (
  told: ReturnType<typeof voices>,
  of: readonly (readonly [number, number])[] = [],
  answers: readonly Answer[] = [],
) => askedAgain.find({ ...told.facts(), repeats: { of: new Map(of) }, answers }, WINDOW);

test('counts the people who wrote, and quotes the first and the newest', () => {
  const [found] = find(asked());
  expect(found?.sentence).toBe('Three people wrote about the same thing since January 2026, and no maker answered.');
  expect(found?.people).toBe(3);
  expect(found?.quotes).toEqual([
    { evidence: 't1', field: 'title', where: 'asked 10 January 2026, still open' },
    { evidence: 't1.2', field: 'body', where: 'again 11 March 2026' },
  ]);
});

test('threads that repeat an open one count with it', () => {
  const told = voices().asks('2026-01-10', 'ada').asks('2026-02-01', 'bo').closed(1).asks('2026-03-01', 'cy').closed(1);
  expect(find(told)).toEqual([]);
  expect(
    find(told, [
      [1, 0],
      [2, 0],
    ])[0]?.people,
  ).toBe(3);
});

test('an answer by a maker, a closed thread, and an offered change are no finding', () => {
  expect(find(asked().answered(61))).toEqual([]);
  expect(find(asked().closed(61))).toEqual([]);
  expect(find(asked(), [], [{ id: 't1.1', pulls: ['#7'], done: [] } as unknown as Answer])).toEqual([]);
});
