/** A release answers several people, and nobody says so. */
import { expect, test } from 'vitest';
import { on } from '#audits/story.ts';
import { voices } from '#audits/voices-story.ts';
import { windowUntil } from '#core/time.ts';
import answeredUntold from './answered-untold.ts';

const WINDOW = windowUntil(on('2026-06-01'));
const shipped = (who: string, day: string) => (told: ReturnType<typeof voices>) =>
  told.asks(day, who).changed(20).closed(20).shipped(30);

test('counts the people whom the release answered', () => {
  const told = voices();
  shipped('ada', '2026-01-10')(told);
  shipped('bo', '2026-01-11')(told);
  const [found] = answeredUntold.find(told.facts(), WINDOW);
  expect(found?.sentence).toBe('1.2.0 answered two people who had asked; nobody told them.');
  expect(found?.people).toBe(2);
  expect(found?.step).toBe('Two threads, one line each: it is in 1.2.0.');
});

test('a word in the half year before it closed, or after, is taken for telling', () => {
  const told = voices();
  shipped('ada', '2026-01-10')(told);
  shipped('bo', '2026-01-11')(told);
  told.answered(10);
  expect(answeredUntold.find(told.facts(), WINDOW)).toEqual([]);
});

test('one person alone, a duplicate, and what shipped within the month are no finding', () => {
  const one = voices();
  shipped('ada', '2026-01-10')(one);
  expect(answeredUntold.find(one.facts(), WINDOW)).toEqual([]);
  const late = voices('2026-06-01');
  shipped('ada', '2026-04-20')(late);
  shipped('bo', '2026-04-21')(late);
  expect(answeredUntold.find(late.facts(), WINDOW)).toEqual([]);
});
