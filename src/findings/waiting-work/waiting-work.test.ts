/** Finished work that no release carries, told with the oldest of it and the newest release. */
import { expect, test } from 'vitest';
import { on, story } from '#audits/story.ts';
import { windowUntil } from '#core/time.ts';
import waitingWork from './waiting-work.ts';

const WINDOW = windowUntil(on('2026-06-01'));

test('counts what waits, since when, beside the newest release', () => {
  const facts = story().changes(3, '2026-01-01').release('1.0.0', '2026-01-05').changes(11, '2026-03-09').facts();
  const [found] = waitingWork.find(facts, WINDOW);
  expect(found?.sentence).toBe('Eleven finished changes wait for a release, the oldest since March 2026.');
  expect(found?.quotes.map(({ evidence }) => evidence)).toEqual(['c4', 'r1.0.0']);
});

test('work that only pre-releases carry is said to be there', () => {
  const facts = story()
    .changes(3, '2026-01-01')
    .release('1.0.0', '2026-01-05')
    .changes(5, '2026-03-09')
    .release('2.0.0-beta.1', '2026-03-20', { pre: true })
    .facts();
  expect(waitingWork.find(facts, WINDOW)[0]?.sentence).toContain('are only in pre-releases');
});

test('two changes, fresh changes and work by robots are no finding', () => {
  const released = () => story().changes(3, '2026-01-01').release('1.0.0', '2026-01-05');
  expect(waitingWork.find(released().changes(2, '2026-03-09').facts(), WINDOW)).toEqual([]);
  expect(waitingWork.find(released().changes(9, '2026-05-20').facts(), WINDOW)).toEqual([]);
  expect(waitingWork.find(released().changes(9, '2026-03-09', { bot: true }).facts(), WINDOW)).toEqual([]);
});

test('nothing is said where releases are unknown or cut from another line of history', () => {
  expect(waitingWork.find(story().changes(9, '2026-03-09').untagged('no tags').facts(), WINDOW)).toEqual([]);
  const aside = story()
    .change('2026-01-01', 'Branch', { landed: null })
    .release('1.0.0', '2026-01-05')
    .changes(9, '2026-03-09');
  expect(waitingWork.find(aside.facts(), WINDOW)).toEqual([]);
});
